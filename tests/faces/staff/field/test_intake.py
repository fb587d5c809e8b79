"""What a telephone sends: written down once, in whatever order and however often it comes."""

import datetime as dt
import json

import pytest

from hjemmebane.domain.contacts.actions import (
    make_appointment,
    settle_appointment,
    settle_task,
)
from hjemmebane.domain.contacts.choices import ContactRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import Appointment, Contact, ContactSubGoal, Task
from hjemmebane.domain.courses.actions import record_death
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.field.actions.intake import ALREADY_DONE, KEPT_BESIDE, STANDS_ALONE
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.models import FieldConflict, FieldDevice, FieldReceipt
from hjemmebane.faces.staff.field.forms.reading import (
    NOT_READABLE,
    TOO_LARGE,
    TOO_LONG,
    WHEN_UNREADABLE,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.plain_words import UNKNOWN_CHOICE, UNREADABLE
from tests.factories.browsing import browser
from tests.factories.field import Phone, a_task_done, a_visit, other
from tests.factories.history import changes_by
from tests.factories.reminders import give

pytestmark = pytest.mark.django_db
NO_CITIZEN = str(new_id())


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


def refused(response, sentence, *, field="", mend="change", status=422):
    assert response.status_code == status
    assert response.json() == {
        "status": "refused",
        "reason": sentence,
        "field": field,
        "mend": mend,
    }
    return True


def received(response, *, conflict=False, told=""):
    assert response.status_code == 200, response.content
    answer = response.json()
    answer.pop("id")
    assert answer == {"status": "received", "conflict": conflict, "told": told}
    return True


def seen_by(employee, model):
    with acting(employee.actor):
        return list(model.objects.order_by("pk"))


def test_visit_is_written_down_as_it_was_said(cast, phone):
    step = cast.kim.first_step
    sent = a_visit(cast.kim, cast.ida, sub_goals={str(step.pk): "STEP"}, is_acute=True)

    assert received(phone.send(sent))
    [contact] = seen_by(cast.ida, Contact)
    assert str(contact.pk) == sent["id"]
    assert contact.started_at == dt.datetime.fromisoformat(sent["body"]["started_at"])
    assert (contact.note, contact.direct_minutes, contact.travel_minutes) == (
        "Vi drak kaffe",
        45,
        10,
    )
    assert contact.is_acute
    [worked] = seen_by(cast.ida, ContactSubGoal)
    assert (worked.sub_goal_id, worked.progress) == (step.pk, "STEP")
    with acting(cast.ida.actor):
        assert ("INSERT", "contacts_contact") in changes_by(cast.ida.actor, "contacts.log_contact")


def test_same_item_again_is_one_contact_and_the_same_answer(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    first = phone.send(sent)
    later = {**sent, "sent_at": (now() + dt.timedelta(seconds=40)).isoformat()}

    assert phone.send(sent).json() == first.json()
    assert phone.send(later).json() == first.json()
    assert len(seen_by(cast.ida, Contact)) == 1
    assert len(seen_by(cast.ida, FieldReceipt)) == 1


def test_repeat_is_answered_also_after_the_course_has_ended(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    end_kims(cast)

    assert received(phone.send(sent))


def end_kims(cast):
    with acting(cast.ida.actor):
        course = Course.objects.get(pk=cast.kim.course.pk)
        who = {"version": course.version, "by": cast.ida.actor, "at": now()}
        record_death(id=new_id(), course=course, died_on=today(), **who)


def test_other_words_under_the_same_key_are_kept_beside(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    edited = other(sent, note="Vi drak te")

    for _ in range(2):
        assert received(phone.send(edited), conflict=KEPT_BESIDE)
    [contact], [conflict] = seen_by(cast.ida, Contact), seen_by(cast.ida, FieldConflict)
    assert contact.note == "Vi drak kaffe"
    assert (conflict.concerns, conflict.sent["note"]) == (contact.pk, "Vi drak te")
    assert received(phone.send(sent))


def test_key_that_was_used_about_something_else_is_refused(cast, phone):
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, at=now())
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    misused = {**a_task_done(cast.kim, cast.ida, task.pk), "id": sent["id"]}

    assert refused(phone.send(misused), FieldRefusal.KEY_TAKEN.label)


def test_colleagues_key_is_refused_like_an_unknown_citizen(cast, phone):
    """Whoever forges a key learns nothing of what is there."""
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    bo = Phone(cast.bo)
    forged = {**a_visit(cast.kim, cast.bo), "id": sent["id"]}
    copied = {**sent, "user": str(cast.bo.user.pk)}
    strange = a_visit(cast.kim, cast.bo) | {"citizen": NO_CITIZEN}
    others = a_visit(cast.noor, cast.bo)

    answers = [bo.send(one) for one in (forged, copied, strange, others)]
    assert {(one.status_code, one.content) for one in answers} == {
        (answers[0].status_code, answers[0].content)
    }
    assert refused(answers[0], FieldRefusal.UNKNOWN.label, mend="discard", status=404)
    assert len(seen_by(cast.bo, Contact)) == 1


def test_item_of_another_team_reaches_nobody(cast):
    omar = Phone(cast.omar)
    sent = a_visit(cast.noor, cast.omar)
    assert received(omar.send(sent))
    forged = {**a_visit(cast.kim, cast.ida), "id": sent["id"]}

    assert refused(
        Phone(cast.ida).send(forged), FieldRefusal.UNKNOWN.label, mend="discard", status=404
    )
    assert seen_by(cast.ida, Contact) == []


def test_somebody_elses_item_is_not_sent_as_ones_own(cast, phone):
    response = phone.send(a_visit(cast.kim, cast.bo))

    assert (response.status_code, response.json()) == (409, {"status": "other_user"})
    assert seen_by(cast.ida, Contact) == []


def test_visit_of_an_ended_course_is_refused(cast, phone):
    end_kims(cast)

    assert refused(
        phone.send(a_visit(cast.kim, cast.ida)), FieldRefusal.COURSE_ENDED.label, mend="discard"
    )
    assert seen_by(cast.ida, FieldReceipt) == []


@pytest.mark.parametrize(
    ("body", "reason", "field"),
    [
        ({"started_at": "2999-01-01T10:00:00Z"}, ContactRefusal.FUTURE, "started_at"),
        ({"started_at": "1999-01-01T10:00:00Z"}, ContactRefusal.BEFORE_COURSE, "started_at"),
        ({"direct_minutes": 1440}, ContactRefusal.TOO_LONG, "direct_minutes"),
        ({"staff": [NO_CITIZEN]}, ContactRefusal.STAFF_NOT_IN_TEAM, "staff"),
        ({"sub_goals": {NO_CITIZEN: "STEP"}}, ContactRefusal.FOREIGN_SUB_GOAL, "sub_goals"),
    ],
    ids=["future", "before", "long", "stranger", "foreign-step"],
)
def test_what_a_form_would_refuse_is_refused_beside_its_field(cast, phone, body, reason, field):
    sent = a_visit(cast.kim, cast.ida, **body)

    assert refused(phone.send(sent), reason.label, field=field)
    assert seen_by(cast.ida, Contact) == seen_by(cast.ida, FieldReceipt) == []
    assert received(phone.send(other(sent, **a_visit(cast.kim, cast.ida)["body"])))


@pytest.mark.parametrize(
    ("body", "sentence", "field"),
    [
        ({"note": "x" * 10_001}, TOO_LONG, "note"),
        ({"note": "x" * 300_000}, TOO_LARGE, None),
        ({"note": 7}, NOT_READABLE, "note"),
        ({"note": "a\0b"}, UNREADABLE, ""),
        ({"note": "\ud83d"}, UNREADABLE, ""),
        ({"kind": "PARTY"}, UNKNOWN_CHOICE, "kind"),
        ({"mood": "BLUE"}, UNKNOWN_CHOICE, "mood"),
        ({"started_at": "2026-11-20T10:00:00"}, WHEN_UNREADABLE, "started_at"),
        ({"started_at": "i går"}, WHEN_UNREADABLE, "started_at"),
        ({"started_at": 1_700_000_000}, WHEN_UNREADABLE, "started_at"),
        ({"direct_minutes": "45"}, NOT_READABLE, "direct_minutes"),
        ({"direct_minutes": -1}, NOT_READABLE, "direct_minutes"),
        ({"direct_minutes": 4.5}, NOT_READABLE, "direct_minutes"),
        ({"direct_minutes": True}, NOT_READABLE, "direct_minutes"),
        ({"is_acute": "ja"}, NOT_READABLE, "is_acute"),
        ({"staff": []}, NOT_READABLE, "staff"),
        ({"staff": ["Ida"]}, NOT_READABLE, "staff"),
        ({"sub_goals": {"x": "STEP"}}, NOT_READABLE, "sub_goals"),
        ({"weather": "sol"}, NOT_READABLE, "weather"),
    ],
    ids=str,
)
def test_what_is_no_visit_is_told(cast, phone, body, sentence, field):
    response = phone.send(a_visit(cast.kim, cast.ida, **body))

    status = 413 if sentence == TOO_LARGE else 422
    assert refused(response, sentence, field=field or "", status=status)
    assert seen_by(cast.ida, Contact) == []


@pytest.mark.parametrize("hours", [-1, 0, 1])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"])
def test_time_at_the_edge_of_all_calendars_is_told(cast, phone, moment, hours):
    """A clock that is off is taken off every time, and nothing is left of the first one."""
    at = now() + dt.timedelta(hours=hours)
    sent = a_visit(cast.kim, cast.ida, at=at, started_at=moment)

    assert refused(phone.send(sent), WHEN_UNREADABLE, field="started_at")
    assert refused(phone.send({**sent, "made_at": moment}), WHEN_UNREADABLE)
    assert refused(phone.send({**sent, "sent_at": moment}), WHEN_UNREADABLE)


def test_version_from_another_age_never_stands_beside(cast, phone):
    """Whoever opened it would see an error, and nobody could settle it."""
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)

    versions = other(sent, started_at="0001-01-01T00:00:00+05:00")
    assert refused(phone.send(versions), WHEN_UNREADABLE, field="started_at")
    assert seen_by(cast.ida, FieldConflict) == []


def doubled(text: str) -> str:
    return text.replace('"note":', '"note": "En", "note":')


@pytest.mark.parametrize(
    "spoil",
    [
        doubled,
        lambda text: text.replace(": 45,", ": NaN,"),
        lambda text: text.replace(": 45,", ": 1e999,"),
        lambda text: text.replace(": 45,", f": {'4' * 5_000},"),
        lambda text: text[:-40],
        lambda _text: "[" * 100_000,
        lambda _text: f'{{"a": {"[" * 990}{"]" * 990}}}',
        lambda text: f"[{text}]",
        lambda _text: "",
        lambda _text: "null",
        lambda text: text.encode("utf-16"),
        lambda text: text.replace('"visit"', '"party"'),
        lambda text: text.replace('"kind": "visit", ', ""),
        lambda text: text.replace('"body"', '"other"'),
    ],
    ids=range(14),
)
def test_what_is_no_item_is_told(cast, phone, spoil):
    response = phone.send(spoil(json.dumps(a_visit(cast.kim, cast.ida))))

    assert refused(response, NOT_READABLE, field=response.json()["field"])
    assert seen_by(cast.ida, Contact) == []


def test_unseen_signs_are_left_out_as_in_a_form(cast, phone):
    phone.send(a_visit(cast.kim, cast.ida, note="Fin\u202e dag\u200b\r\nSol"))

    assert [one.note for one in seen_by(cast.ida, Contact)] == ["Fin dag\nSol"]


# --------------------------------------------------------------- appointments
@pytest.fixture
def appointment(cast):
    at = now()
    with acting(cast.ida.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Kaffe",
            starts_at=at + dt.timedelta(minutes=10),
            ends_at=None,
            place="HOME",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=at,
        )


def test_visit_settles_the_appointment_it_came_of(cast, phone, appointment):
    assert received(phone.send(a_visit(cast.kim, cast.ida, appointment=str(appointment.pk))))

    [contact], [kept] = seen_by(cast.ida, Contact), seen_by(cast.ida, Appointment)
    assert (contact.appointment_id, kept.status) == (appointment.pk, "KEPT")


def test_visit_stands_alone_when_its_appointment_was_cancelled_meanwhile(cast, phone, appointment):
    with acting(cast.bo.actor):
        settle_appointment(
            appointment=Appointment.objects.get(pk=appointment.pk),
            status="CANCELLED",
            version=1,
            by=cast.bo.actor,
            at=now(),
        )
    sent = a_visit(cast.kim, cast.ida, appointment=str(appointment.pk))

    assert received(phone.send(sent), told=STANDS_ALONE)
    [contact], [kept] = seen_by(cast.ida, Contact), seen_by(cast.ida, Appointment)
    assert (contact.appointment_id, kept.status) == (None, "CANCELLED")


def test_visit_of_an_unknown_appointment_stands_alone(cast, phone):
    sent = a_visit(cast.kim, cast.ida, appointment=NO_CITIZEN)

    assert received(phone.send(sent), told=STANDS_ALONE)


def test_mood_and_a_meeting_with_the_network_are_kept(cast, phone):
    phone.send(a_visit(cast.kim, cast.ida, mood="GOOD"))
    phone.send(a_visit(cast.kim, cast.ida, outcome="NETWORK"))

    seen = {(one.mood, one.outcome) for one in seen_by(cast.ida, Contact)}
    assert seen == {("GOOD", "MET"), ("", "NETWORK")}


# --------------------------------------------------------------- clocks
def test_clock_that_is_wrong_by_an_hour_is_corrected_and_told(cast, phone):
    at = now().replace(microsecond=0)
    ahead = a_visit(cast.kim, cast.ida, at=at + dt.timedelta(hours=1))
    answer = phone.send(ahead).json()

    [contact] = seen_by(cast.ida, Contact)
    assert abs(contact.started_at - (at - dt.timedelta(hours=1))) < dt.timedelta(minutes=1)
    assert "Telefonens ur går 1 time forkert. Tidspunktet er rettet til" in answer["told"]
    assert phone.send(ahead).json() == answer


def test_clock_that_is_a_little_ahead_makes_no_visit_to_come(cast, phone):
    at = now() + dt.timedelta(seconds=90)
    assert received(phone.send(a_visit(cast.kim, cast.ida, at=at, started_at=at.isoformat())))

    [contact] = seen_by(cast.ida, Contact)
    assert contact.started_at <= now()


@pytest.mark.parametrize("hours", [-27, 27])
def test_clock_that_is_wrong_by_more_than_a_day_is_refused(cast, phone, hours):
    sent = a_visit(cast.kim, cast.ida, at=now() + dt.timedelta(hours=hours))

    assert refused(phone.send(sent), FieldRefusal.CLOCK_FAR_OFF.label)


def test_clock_that_was_set_back_in_between_is_refused(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    sent["made_at"] = (now() + dt.timedelta(hours=3)).isoformat()

    assert refused(phone.send(sent), FieldRefusal.CLOCK_MOVED.label)


# --------------------------------------------------------------- tasks
@pytest.fixture
def task(cast):
    with acting(cast.ida.actor):
        return give(cast.kim, cast.ida, at=now())


def test_task_is_settled(cast, phone, task):
    assert received(phone.send(a_task_done(cast.kim, cast.ida, task.pk, note="De ringer selv")))

    [done] = seen_by(cast.ida, Task)
    assert (done.status, done.settled_note) == ("DONE", "De ringer selv")


def settle_meanwhile(cast, task, *, note):
    with acting(cast.bo.actor):
        settle_task(
            task=Task.objects.get(pk=task.pk),
            status=ReminderStatus.DONE,
            note=note,
            version=1,
            by=cast.bo.actor,
            at=now(),
        )


def test_task_that_was_done_already_is_no_conflict(cast, phone, task):
    settle_meanwhile(cast, task, note="Bo ringede")

    assert received(phone.send(a_task_done(cast.kim, cast.ida, task.pk)), told=ALREADY_DONE)
    assert seen_by(cast.ida, FieldConflict) == []


def test_two_telephones_at_the_same_task_keep_both_words(cast, phone, task):
    settle_meanwhile(cast, task, note="Bo ringede")
    sent = a_task_done(cast.kim, cast.ida, task.pk, note="De ringer selv")

    for _ in range(2):
        assert received(phone.send(sent), conflict=KEPT_BESIDE)
    [conflict], [stands] = seen_by(cast.ida, FieldConflict), seen_by(cast.ida, Task)
    assert stands.settled_note == "Bo ringede"
    assert (conflict.concerns, conflict.sent["note"]) == (task.pk, "De ringer selv")


@pytest.mark.parametrize("which", ["unknown", "noors"])
def test_task_that_is_not_the_citizens_is_unknown(cast, phone, which):
    with acting(cast.omar.actor):
        noors = give(cast.noor, cast.omar, at=now())
    key = {"unknown": new_id(), "noors": noors.pk}[which]

    assert refused(
        phone.send(a_task_done(cast.kim, cast.ida, key)),
        FieldRefusal.UNKNOWN.label,
        mend="discard",
        status=404,
    )


# --------------------------------------------------------------- many
def test_five_hundred_items_at_once_are_taken_in(cast, phone):
    for number in range(500):
        assert received(phone.send(a_visit(cast.kim, cast.ida, note=f"Nr. {number}")))

    assert len(seen_by(cast.ida, Contact)) == len(seen_by(cast.ida, FieldReceipt)) == 500


# --------------------------------------------------------------- who
def test_without_a_telephone_nothing_is_taken_in(cast):
    client = browser(cast.ida)
    response = client.post("/felt/ind/", "{}", content_type="application/json")

    assert response.json()["mend"] == "again"
    assert seen_by(cast.ida, FieldDevice) == []
