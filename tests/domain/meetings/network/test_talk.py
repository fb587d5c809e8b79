"""All are heard alike, the citizen first; a promise is an activity in the plan."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import (
    remove_around_citizen,
)
from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkRefusal
from hjemmebane.domain.meetings.models import (
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    promises_at,
    voices_of,
)
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import PlanActivity
from tests.factories.cast import NOW
from tests.factories.network_meetings import (
    LATER,
    ROUND,
    TOMORROW,
    call,
    close,
    come,
    invite,
    lead,
    promise,
    say,
    the_citizen,
    version_of,
)
from tests.factories.plans import begin_course, changes_of, refusal_of, start_writing

pytestmark = pytest.mark.django_db


def test_nobody_is_there_before_the_day(as_ida, ida):
    citizen = the_citizen(call(as_ida.kim, ida, starts_at=TOMORROW))

    assert refusal_of(come, invitation=citizen, by=ida)[0] == NetworkRefusal.NOT_YET
    assert come(citizen, ida, at=TOMORROW).is_present


def test_meeting_that_has_been_is_written_down_afterwards(as_ida, ida):
    meeting = call(as_ida.kim, ida, starts_at=NOW - dt.timedelta(days=3))
    citizen = come(the_citizen(meeting), ida)
    say(citizen, ida, "Jeg vil have ro")

    lead(meeting, ida)
    assert close(meeting, ida).is_held
    assert not version_of(citizen, meeting).said[0].is_added


def test_invited_person_stays_in_the_network(ida, meeting, marie):
    invite(meeting, ida, "NETWORK", marie)

    refusal = refusal_of(
        remove_around_citizen, record=marie, version=marie.version, by=ida.actor, at=NOW
    )
    assert refusal[0] == CitizenRefusal.IN_USE


def test_all_voices_stand_alike_and_the_citizens_come_first(as_ida, ida, meeting, marie):
    guest = come(invite(meeting, ida, "NETWORK", marie), ida)
    citizen = come(the_citizen(meeting), ida)
    say(guest, ida, "Jeg savner dig")
    voice = say(citizen, ida, " Jeg vil have ro ", at=LATER)

    assert [one.text for one in voices_of(meeting.pk)] == ["Jeg vil have ro", "Jeg savner dig"]
    assert changes_of(voice) == [("INSERT", "meetings.record_voice", ida.actor.key)]


def test_who_is_not_there_says_and_promises_nothing(ida, meeting, marie):
    guest = invite(meeting, ida, "NETWORK", marie)

    refused = (NetworkRefusal.NOT_PRESENT, "guest")
    assert refusal_of(say, invitation=guest, by=ida, text="Hej") == refused
    assert refusal_of(promise, guest=guest, ida=ida) == refused
    assert not NetworkVoice.objects.exists()
    assert not PlanActivity.objects.exists()


def test_point_is_on_the_agenda(ida, meeting):
    citizen = come(the_citizen(meeting), ida)

    refusal = refusal_of(say, invitation=citizen, by=ida, text="Hej", point="BOARD_WEEK")
    assert refusal[0] == NetworkRefusal.UNKNOWN_POINT


def test_who_has_spoken_or_promised_was_there(as_ida, ida, meeting, marie):
    citizen, guest = (
        come(one, ida) for one in (the_citizen(meeting), invite(meeting, ida, "NETWORK", marie))
    )
    gone = come(citizen, ida, answer=GuestAnswer.ACCEPTED)
    citizen = come(gone, ida)
    say(citizen, ida, "Hej")
    promise(guest, ida)

    for one in (citizen, guest):
        for answer in (GuestAnswer.DECLINED, GuestAnswer.ACCEPTED):
            refusal = refusal_of(come, invitation=one, by=ida, answer=answer)
            assert refusal[0] == NetworkRefusal.HAS_SPOKEN


@pytest.mark.parametrize("kind", ["CITIZEN", "STAFF", "PARTNER", "NETWORK"])
def test_promise_is_an_activity_of_the_one_who_promised(as_ida, ida, meeting, marie, consent, kind):
    people = {"STAFF": ida.staff_member, "PARTNER": as_ida.lise, "NETWORK": marie}
    guest = invite(meeting, ida, kind, people[kind]) if kind in people else the_citizen(meeting)
    activity = promise(come(guest, ida), ida, goal=as_ida.kim.goal, how_often="Hver uge")

    (promised,) = promises_at(meeting)
    assert promised == activity
    assert (promised.responsible_kind, promised.responsible) == (kind, people.get(kind))
    assert (promised.plan, promised.goal, promised.how_often) == (
        as_ida.kim.plan,
        as_ida.kim.goal,
        "Hver uge",
    )
    assert changes_of(activity) == [("INSERT", "plans.add_item", ida.actor.key)]


def test_what_others_write_in_the_plan_meanwhile_was_not_promised(as_ida, ida, meeting):
    other = call(as_ida.kim, ida)
    promise(come(the_citizen(other), ida), ida)

    assert promises_at(meeting) == []


def test_promise_the_plan_refuses_and_a_course_without_one(as_ida, ida, meeting):
    citizen = come(the_citizen(meeting), ida)
    foreign = start_writing(as_ida).add(ItemKind.GOAL)
    refusal = refusal_of(promise, guest=citizen, ida=ida, goal=foreign)
    assert refusal == (PlanRefusal.OTHER_PLAN, "goal")

    without = call(as_ida.kim, ida, course=begin_course(as_ida))
    refusal = refusal_of(promise, guest=come(the_citizen(without), ida), ida=ida)
    assert refusal[0] == NetworkRefusal.NO_PLAN


def test_point_of_the_round_is_the_methods(meeting):
    assert ROUND == "NETWORK_ROUND"
    assert (meeting.method_pack, bool(meeting.method_version)) == ("m-act", True)
