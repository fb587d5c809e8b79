"""Calls for help: sent, taken by one, answered by the meeting that came after."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import close_call, take_call
from hjemmebane.domain.contacts.choices import (
    CallRefusal,
    ContactKind,
    Outcome,
    ReminderRefusal,
    Urgency,
)
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.contacts.queries import call_figures, calls_of, helpers_for, open_calls
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.courses import end_today
from tests.factories.history import changes_by
from tests.factories.plans import TODAY, refusal_of
from tests.factories.reminders import call

LATER = NOW + dt.timedelta(minutes=5)
AN_HOUR_AGO = NOW - dt.timedelta(hours=1)


def take(one, by, at=LATER):
    return take_call(call=one, by=by.actor, at=at)


def close(one, by, words="Hun ringede og er tryg nu", at=LATER):
    return close_call(call=one, words=words, version=one.version, by=by.actor, at=at)


def acute(log, cast, **details):
    return log(cast.kim, cast.ida, is_acute=True, **details)


def test_call_keeps_who_needs_what_and_who_is_asked(as_ida):
    made = call(as_ida.kim, as_ida.ida, asked=as_ida.bo.staff_member, words=" Ved åen ")

    kept = HelpCall.objects.get(pk=made.pk)
    assert (kept.words, kept.asked_id, kept.urgency, kept.called_at, kept.taken_by_id) == (
        "Ved åen",
        as_ida.bo.staff_member.pk,
        Urgency.NOW,
        NOW,
        None,
    )
    assert changes_by(as_ida.ida.actor, "contacts.call_for_help") == [
        ("INSERT", "contacts_helpcall")
    ]


def test_nobody_outside_the_team_is_asked(as_ida):
    refusal = refusal_of(call, case=as_ida.kim, by=as_ida.ida, asked=as_ida.omar.staff_member)

    assert refusal == (CallRefusal.NOT_IN_TEAM, "asked")


def test_nobody_calls_about_the_ended_or_the_dead(as_ida):
    citizen = as_ida.kim.citizen
    citizen.save_changes({"died_on": TODAY}, version=citizen.version)
    died = refusal_of(call, case=as_ida.kim, by=as_ida.ida)
    end_today(as_ida.kim, as_ida.ida)

    assert died == (ReminderRefusal.CITIZEN_DIED, None)
    assert refusal_of(call, case=as_ida.kim, by=as_ida.ida) == (
        CourseRefusal.ALREADY_ENDED,
        None,
    )


def test_two_taps_are_one_call(as_ida):
    first = call(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved):
        call(as_ida.kim, as_ida.ida, id=first.pk)


def test_call_is_taken_by_the_first_and_told_the_next(cast):
    with acting(cast.ida.actor):
        made = call(cast.kim, cast.ida)
        taken = take(made, cast.ida)
        with pytest.raises(AlreadySaved):
            take(made, cast.ida)
    with acting(cast.bo.actor):
        refusal = refusal_of(take, one=made, by=cast.bo)

    assert (taken.taken_by_id, taken.taken_at) == (cast.ida.staff_member.pk, LATER)
    assert refusal == (CallRefusal.ALREADY_TAKEN, None)


def test_call_is_not_seen_by_another_team(cast):
    with acting(cast.ida.actor):
        made = call(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert list(open_calls([cast.team_one.pk])) == []
        assert list(calls_of(cast.kim.course.pk)) == []
        with pytest.raises(HelpCall.DoesNotExist):
            take(made, cast.omar)
        assert helpers_for(cast.kim.course.pk, at=NOW) == []


def test_acute_contact_answers_the_call(as_ida, log):
    made = call(as_ida.kim, as_ida.ida, at=AN_HOUR_AGO)

    contact = acute(log, as_ida, started_at=AN_HOUR_AGO + dt.timedelta(minutes=25))

    kept = HelpCall.objects.get(pk=made.pk)
    assert (kept.reached_at, kept.reached_in_id) == (contact.started_at, contact.pk)
    assert (kept.closed_at, kept.closed_by_id) == (NOW, as_ida.ida.user.pk)
    assert changes_by(as_ida.ida.actor, "contacts.answer_calls") == [
        ("UPDATE", "contacts_helpcall")
    ]


@pytest.mark.parametrize(
    "details",
    [
        {"is_acute": False, "started_at": NOW},
        {"is_acute": True, "started_at": NOW, "outcome": Outcome.NOT_MET},
        {"is_acute": True, "started_at": NOW, "kind": ContactKind.PARTNER},
        {"is_acute": True, "started_at": AN_HOUR_AGO, "direct_minutes": 20},
    ],
    ids=["not-acute", "not-met", "with-a-partner", "over-before-the-call"],
)
def test_other_contacts_leave_the_call_open(as_ida, log, details):
    made = call(as_ida.kim, as_ida.ida, at=NOW - dt.timedelta(minutes=30))

    log(as_ida.kim, as_ida.ida, **details)

    assert HelpCall.objects.get(pk=made.pk).closed_at is None


def test_call_is_closed_in_words(as_ida):
    made = call(as_ida.kim, as_ida.ida)

    silent = refusal_of(close, one=made, by=as_ida.ida, words=" ")
    closed = close(made, as_ida.ida)
    again = refusal_of(close, one=closed, by=as_ida.ida, words="Noget andet")

    assert silent == (CallRefusal.WORDS_MISSING, "words")
    assert (closed.closed_words, closed.reached_at) == ("Hun ringede og er tryg nu", None)
    assert again == (CallRefusal.ALREADY_CLOSED, None)
    assert list(open_calls([as_ida.team_one.pk])) == []


def test_closing_meets_who_took_it_in_between(as_ida):
    made = call(as_ida.kim, as_ida.ida)
    stale = HelpCall.objects.get(pk=made.pk)
    take(made, as_ida.ida)

    with pytest.raises(EditConflict):
        close(stale, as_ida.ida)


def test_the_most_urgent_waits_first(as_ida):
    today = call(as_ida.kim, as_ida.ida, urgency=Urgency.TODAY, at=AN_HOUR_AGO)
    at_once = call(as_ida.kim, as_ida.ida)

    assert list(open_calls([as_ida.team_one.pk])) == [at_once, today]


def test_who_has_an_appointment_now_is_not_free(as_ida, agree, log):
    log(as_ida.kim, as_ida.ida, staff=[as_ida.bo.staff_member])
    agree(as_ida.kim, as_ida.ida, starts_at=LATER, staff_member=as_ida.bo.staff_member)

    asked = helpers_for(as_ida.kim.course.pk, at=LATER)

    assert [(one.name, one.is_free, one.times_met) for one in asked] == [
        ("Ida", True, 0),
        ("Bo", False, 1),
    ]


def test_manager_has_the_count_and_no_median_of_few(cast, log):
    with acting(cast.ida.actor):
        call(cast.kim, cast.ida, at=AN_HOUR_AGO)
        acute(log, cast, started_at=NOW)
    with acting(cast.mette.actor):
        told = call_figures(cast.team_one.pk, since=TODAY)
        assert HelpCall.objects.count() == 0
    with acting(cast.omar.actor):
        assert call_figures(cast.team_one.pk, since=TODAY) is None

    assert (told.calls, told.minutes) == (1, None)
