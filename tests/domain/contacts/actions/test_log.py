import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.contacts.choices import (
    ContactKind,
    ContactRefusal,
    InitiatedBy,
    Outcome,
    Progress,
)
from hjemmebane.domain.contacts.models import Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.contacts.queries import contacts_of
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, Place
from hjemmebane.domain.plans.actions import drop_sub_goal
from hjemmebane.domain.plans.choices import GoalStatus, PlanRefusal
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

YESTERDAY = NOW - dt.timedelta(days=1)


def staff_at(contact):
    return {row.staff_member_id for row in ContactStaff.objects.filter(contact=contact)}


def progress_of(contact):
    rows = ContactSubGoal.objects.filter(contact=contact)
    return {row.sub_goal_id: row.progress for row in rows}


def step_of(case):
    return SubGoal.objects.get(pk=case.first_step.pk)


def test_contact_keeps_everything_typed(as_ida, log):
    typed = {
        "kind": ContactKind.ACCOMPANIMENT,
        "place": Place.PARTNER,
        "outcome": Outcome.MET,
        "initiated_by": InitiatedBy.CITIZEN,
        "started_at": YESTERDAY,
        "direct_minutes": 45,
        "travel_minutes": 20,
        "accompanied_to": "Lægen",
        "is_acute": True,
        "note": "Det gik godt.\nVi tog bussen – “hjem” <b>✓</b>",
    }
    contact = log(
        as_ida.kim,
        as_ida.ida,
        staff=[as_ida.ida.staff_member, as_ida.bo.staff_member],
        sub_goals={as_ida.kim.first_step.pk: Progress.STEP},
        **typed,
    )

    kept = Contact.objects.get(pk=contact.pk)
    assert {name: getattr(kept, name) for name in typed} == typed
    assert (kept.course_id, kept.recorded_by_id, kept.recorded_at) == (
        as_ida.kim.course.pk,
        as_ida.ida.user.pk,
        NOW,
    )
    assert staff_at(kept) == {as_ida.ida.staff_member.pk, as_ida.bo.staff_member.pk}
    assert progress_of(kept) == {as_ida.kim.first_step.pk: Progress.STEP}
    assert step_of(as_ida.kim).status == GoalStatus.OPEN
    assert changes_by(as_ida.ida.actor, "contacts.log_contact") == [
        ("INSERT", "contacts_contact"),
        ("INSERT", "contacts_contactstaff"),
        ("INSERT", "contacts_contactstaff"),
        ("INSERT", "contacts_contactsubgoal"),
    ]


def test_attempt_in_vain_keeps_its_minutes(as_ida, log):
    contact = log(
        as_ida.kim, as_ida.ida, outcome=Outcome.NOT_MET, direct_minutes=5, travel_minutes=30
    )

    kept = Contact.objects.get(pk=contact.pk)
    assert (kept.outcome, kept.direct_minutes, kept.travel_minutes) == (Outcome.NOT_MET, 5, 30)


def test_sub_goal_is_reached_on_the_day_of_the_contact(as_ida, log):
    log(as_ida.kim, as_ida.ida, sub_goals={as_ida.kim.first_step.pk: Progress.REACHED})

    step = step_of(as_ida.kim)
    assert (step.status, step.settled_on) == (GoalStatus.REACHED, day_of(YESTERDAY))
    assert changes_by(as_ida.ida.actor, "plans.reach_sub_goal") == [("UPDATE", "plans_subgoal")]


def test_sub_goal_reached_before_is_not_reached_again(as_ida, log):
    log(as_ida.kim, as_ida.ida, sub_goals={as_ida.kim.first_step.pk: Progress.REACHED})
    again = log(
        as_ida.kim,
        as_ida.ida,
        started_at=NOW,
        sub_goals={as_ida.kim.first_step.pk: Progress.REACHED},
    )

    assert progress_of(again) == {as_ida.kim.first_step.pk: Progress.REACHED}
    assert step_of(as_ida.kim).settled_on == day_of(YESTERDAY)


def test_refused_sub_goal_undoes_the_whole_contact(as_ida, log):
    step = step_of(as_ida.kim)
    drop_sub_goal(sub_goal=step, on=day_of(NOW), version=step.version, by=as_ida.ida.actor, at=NOW)

    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, sub_goals={step.pk: Progress.REACHED})

    assert refused.value.reason == PlanRefusal.ALREADY_SETTLED
    assert contacts_of(as_ida.kim.course.pk).count() == 0
    assert ContactStaff.objects.count() == 0
    assert changes_by(as_ida.ida.actor, "contacts.log_contact") == []


@pytest.mark.parametrize(
    ("details", "reason"),
    [
        ({"started_at": NOW + dt.timedelta(minutes=1)}, ContactRefusal.FUTURE),
        (
            {"started_at": dt.datetime(2025, 3, 2, 22, 59, tzinfo=dt.UTC)},
            ContactRefusal.BEFORE_COURSE,
        ),
    ],
)
def test_contact_outside_the_course_is_refused(as_ida, log, details, reason):
    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, **details)

    assert (refused.value.reason, refused.value.field) == (reason, "started_at")
    assert Contact.objects.count() == 0


def test_contact_on_the_first_danish_day_is_kept(as_ida, log):
    midnight = dt.datetime(2025, 3, 2, 23, 0, tzinfo=dt.UTC)
    contact = log(as_ida.kim, as_ida.ida, started_at=midnight)

    assert day_of(contact.started_at) == STARTED_ON


@pytest.mark.parametrize(
    "minutes", [{"direct_minutes": 1441}, {"direct_minutes": 1400, "travel_minutes": 41}]
)
def test_contact_of_more_than_a_day_and_a_night_is_refused(as_ida, log, correct, minutes):
    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, **minutes)
    assert (refused.value.reason, refused.value.field) == (
        ContactRefusal.TOO_LONG,
        "direct_minutes",
    )

    kept = log(as_ida.kim, as_ida.ida, direct_minutes=1400, travel_minutes=40)
    with pytest.raises(Refused):
        correct(kept, as_ida.ida, **minutes)


def test_contact_without_staff_is_refused(as_ida, log):
    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, staff=[])

    assert (refused.value.reason, refused.value.field) == (ContactRefusal.STAFF_MISSING, "staff")


@pytest.mark.parametrize("stranger", ["omar", "mette"])
def test_staff_of_another_team_is_refused(as_ida, log, stranger):
    other = getattr(as_ida, stranger).staff_member

    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, staff=[as_ida.ida.staff_member, other])

    assert (refused.value.reason, refused.value.field) == (
        ContactRefusal.STAFF_NOT_IN_TEAM,
        "staff",
    )


def test_who_left_later_may_be_named_for_the_time_before(cast, log):
    with acting(OPERATIONS):
        bos_place = TeamMembership.objects.get(staff_member=cast.bo.staff_member)
        leave_team(
            membership=bos_place, until_on=dt.date(2025, 5, 1), version=1, by=OPERATIONS, at=NOW
        )
    before = dt.datetime(2025, 5, 1, 21, 59, tzinfo=dt.UTC)
    with acting(cast.ida.actor):
        kept = log(cast.kim, cast.ida, started_at=before, staff=[cast.bo.staff_member])
        with pytest.raises(Refused) as refused:
            log(
                cast.kim,
                cast.ida,
                started_at=before + dt.timedelta(minutes=1),
                staff=[cast.bo.staff_member],
            )

    assert refused.value.reason == ContactRefusal.STAFF_NOT_IN_TEAM
    with acting(cast.ida.actor):
        assert staff_at(kept) == {cast.bo.staff_member.pk}


def test_sub_goal_of_another_citizen_is_refused(as_ida, log):
    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida, sub_goals={as_ida.noor.first_step.pk: Progress.STEP})

    assert (refused.value.reason, refused.value.field) == (
        ContactRefusal.FOREIGN_SUB_GOAL,
        "sub_goals",
    )


def test_ended_course_takes_no_new_contact(as_ida, log):
    course = as_ida.kim.course
    course.save_changes(
        {"status": CourseStatus.ENDED, "ended_on": day_of(NOW)}, version=course.version
    )

    with pytest.raises(Refused) as refused:
        log(as_ida.kim, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"note": "x" * 10_001}, "note"),
        ({"accompanied_to": "x" * 121}, "accompanied_to"),
        ({"travel_minutes": -1}, "travel_minutes"),
        ({"kind": "TELEPATHY"}, "kind"),
        ({"outcome": ""}, "outcome"),
    ],
)
def test_bad_field_is_named_and_nothing_written(as_ida, log, details, field):
    with pytest.raises(ValidationError) as invalid:
        log(as_ida.kim, as_ida.ida, **details)

    assert list(invalid.value.message_dict) == [field]
    assert Contact.objects.count() == 0


def test_note_may_be_long_and_too_long_is_said_plainly(as_ida, log):
    assert log(as_ida.kim, as_ida.ida, note="å" * 10_000).note == "å" * 10_000

    with pytest.raises(ValidationError) as invalid:
        log(as_ida.kim, as_ida.ida, note="å" * 10_001)

    (sentence,) = invalid.value.message_dict["note"]
    assert "10000" in sentence
    assert "10001" in sentence


def test_double_submit_is_one_contact(as_ida, log):
    contact = log(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        log(as_ida.kim, as_ida.ida, contact_id=contact.pk)

    assert double.value.record == contact
    assert ContactStaff.objects.count() == 1


def test_correction_replaces_what_was_written(as_ida, log, correct):
    kim, ida, bo = as_ida.kim, as_ida.ida, as_ida.bo
    contact = log(
        kim,
        ida,
        sub_goals={kim.first_step.pk: Progress.STEP, kim.second_step.pk: Progress.SETBACK},
        note="Før",
    )
    correct(
        contact,
        ida,
        staff=[bo.staff_member],
        sub_goals={kim.first_step.pk: Progress.WORKED_ON},
        note="Efter",
    )

    kept = Contact.objects.get(pk=contact.pk)
    assert (kept.note, kept.version) == ("Efter", 2)
    assert staff_at(kept) == {bo.staff_member.pk}
    assert progress_of(kept) == {kim.first_step.pk: Progress.WORKED_ON}
    assert sorted(changes_by(ida.actor, "contacts.change_contact")) == [
        ("DELETE", "contacts_contactstaff"),
        ("DELETE", "contacts_contactsubgoal"),
        ("INSERT", "contacts_contactstaff"),
        ("UPDATE", "contacts_contact"),
        ("UPDATE", "contacts_contactsubgoal"),
    ]


def test_correction_to_reached_reaches_in_the_plan_and_back_leaves_it(as_ida, log, correct):
    step = as_ida.kim.first_step.pk
    contact = log(as_ida.kim, as_ida.ida, sub_goals={step: Progress.STEP})
    correct(contact, as_ida.ida, sub_goals={step: Progress.REACHED})
    assert step_of(as_ida.kim).settled_on == day_of(YESTERDAY)

    correct(contact, as_ida.ida, sub_goals={step: Progress.STEP})

    assert progress_of(contact) == {step: Progress.STEP}
    assert step_of(as_ida.kim).status == GoalStatus.REACHED


def test_correction_obeys_the_same_rules(as_ida, log, correct):
    contact = log(as_ida.kim, as_ida.ida, note="Før")

    with pytest.raises(Refused) as refused:
        correct(contact, as_ida.ida, started_at=NOW + dt.timedelta(days=1), note="Efter")

    assert refused.value.reason == ContactRefusal.FUTURE
    assert Contact.objects.get(pk=contact.pk).note == "Før"


def test_stale_correction_meets_the_other_one(as_ida, log, correct):
    contact = log(as_ida.kim, as_ida.ida, note="Først")
    correct(Contact.objects.get(pk=contact.pk), as_ida.ida, note="Bos")

    with pytest.raises(EditConflict) as conflict:
        correct(contact, as_ida.ida, staff=[as_ida.bo.staff_member], note="Idas", version=1)

    assert conflict.value.current.note == "Bos"
    assert staff_at(contact) == {as_ida.ida.staff_member.pk}


def test_ended_course_may_still_be_corrected(as_ida, log, correct):
    contact = log(as_ida.kim, as_ida.ida)
    course = as_ida.kim.course
    course.save_changes(
        {"status": CourseStatus.ENDED, "ended_on": day_of(NOW)}, version=course.version
    )

    assert correct(contact, as_ida.ida, note="Rettet").note == "Rettet"


def test_other_team_neither_logs_corrects_nor_sees(cast, log, correct):
    with acting(cast.ida.actor):
        contact = log(cast.kim, cast.ida)

    with acting(cast.omar.actor):
        assert list(contacts_of(cast.kim.course.pk)) == []
        with pytest.raises(Contact.DoesNotExist):
            correct(contact, cast.omar, staff=[cast.ida.staff_member], note="Udefra")
    with acting(cast.omar.actor), refused_as_not_yours():
        log(cast.kim, cast.omar, staff=[cast.ida.staff_member])
    with acting(cast.ida.actor):
        assert [c.note for c in contacts_of(cast.kim.course.pk)] == [""]
