"""Contact agreements and life events."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    change_life_event,
    record_life_event,
    set_cadence,
)
from hjemmebane.domain.courses.choices import Cadence, CourseRefusal, CourseStatus
from hjemmebane.domain.courses.models import ContactAgreement, Course, LifeEvent
from hjemmebane.domain.courses.queries import (
    contact_agreement_now,
    contact_agreements_of,
    life_events_of,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.courses import CONTACT_AGREEMENT, LIFE_EVENT, end_today
from tests.factories.history import changes_by
from tests.factories.plans import TODAY

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def agree(case, by, *, key=None, **changes):
    values = CONTACT_AGREEMENT | changes
    return agree_on_contact(
        id=key or new_id(), course=case.course, values=values, by=by.actor, at=NOW
    )


def happen(case, by, *, key=None, **changes):
    values = LIFE_EVENT | changes
    return record_life_event(
        id=key or new_id(), course=case.course, values=values, by=by.actor, at=NOW
    )


def test_newest_contact_agreement_holds_and_the_former_is_read(as_ida):
    agree(as_ida.kim, as_ida.ida, times="Om aftenen", talked_on=YESTERDAY)
    newest = agree(as_ida.kim, as_ida.ida)

    assert contact_agreement_now(as_ida.kim.course.pk) == newest
    told = [one.times for one in contact_agreements_of(as_ida.kim.course.pk)]
    assert told == ["Om eftermiddagen", "Om aftenen"]
    kept = ContactAgreement.objects.get(pk=newest.pk)
    assert {name: getattr(kept, name) for name in CONTACT_AGREEMENT} == CONTACT_AGREEMENT
    assert (
        changes_by(as_ida.ida.actor, "courses.agree_on_contact")
        == [("INSERT", "courses_contactagreement")] * 2
    )


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"talked_on": TOMORROW}, CourseRefusal.FUTURE, "talked_on"),
        ({"talked_on": dt.date(2025, 1, 1)}, CourseRefusal.BEFORE_COURSE, "talked_on"),
    ],
)
def test_contact_agreement_is_refused(as_ida, changes, reason, field):
    with pytest.raises(Refused) as refused:
        agree(as_ida.kim, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert contact_agreement_now(as_ida.kim.course.pk) is None


def test_life_event_pauses_nothing(as_ida):
    event = happen(as_ida.kim, as_ida.ida)

    kept = LifeEvent.objects.get(pk=event.pk)
    assert {name: getattr(kept, name) for name in LIFE_EVENT} == LIFE_EVENT
    assert Course.objects.get(pk=as_ida.kim.course.pk).status == CourseStatus.ACTIVE
    assert changes_by(as_ida.ida.actor, "courses.record_life_event") == [
        ("INSERT", "courses_lifeevent")
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"from_on": TOMORROW}, CourseRefusal.FUTURE, "from_on"),
        ({"from_on": dt.date(2025, 1, 1)}, CourseRefusal.BEFORE_COURSE, "from_on"),
        ({"until_on": YESTERDAY}, CourseRefusal.REVERSED, "until_on"),
    ],
)
def test_life_event_is_refused_new_and_changed(as_ida, changes, reason, field):
    event = happen(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused_new:
        happen(as_ida.kim, as_ida.ida, **changes)
    with pytest.raises(Refused) as refused_change:
        change_life_event(
            event=event, values=LIFE_EVENT | changes, version=1, by=as_ida.ida.actor, at=NOW
        )

    for refused in (refused_new, refused_change):
        assert (refused.value.reason, refused.value.field) == (reason, field)
    assert [one.version for one in life_events_of(as_ida.kim.course.pk)] == [1]


def test_life_event_is_told_to_its_end_by_one_at_a_time(as_ida):
    event = happen(as_ida.kim, as_ida.ida)
    change = {"event": event, "version": 1, "by": as_ida.ida.actor, "at": NOW}

    change_life_event(values=LIFE_EVENT | {"until_on": TODAY}, **change)

    with pytest.raises(EditConflict):
        change_life_event(values=LIFE_EVENT | {"note": "Udskrevet"}, **change)
    assert [one.until_on for one in life_events_of(as_ida.kim.course.pk)] == [TODAY]
    assert changes_by(as_ida.ida.actor, "courses.change_life_event") == [
        ("UPDATE", "courses_lifeevent")
    ]


@pytest.mark.parametrize("do", [agree, happen])
def test_sent_twice_is_one(as_ida, do):
    key = new_id()
    do(as_ida.kim, as_ida.ida, key=key)

    with pytest.raises(AlreadySaved):
        do(as_ida.kim, as_ida.ida, key=key)


@pytest.mark.parametrize("do", [agree, happen])
def test_nothing_is_added_to_an_ended_course(as_ida, do):
    end_today(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        do(as_ida.kim, as_ida.ida)
    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


@pytest.mark.parametrize("do", [agree, happen])
def test_nothing_is_added_to_a_course_that_was_ended_meanwhile(as_ida, do):
    opened_before = replace(as_ida.kim, course=Course.objects.get(pk=as_ida.kim.course.pk))
    end_today(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        do(opened_before, as_ida.ida)
    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


@pytest.mark.parametrize("do", [agree, happen])
def test_nothing_is_added_by_another_team(cast, do):
    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        do(cast.kim, cast.omar)


def take_up(case, by, cadence):
    return set_cadence(course=case.course, cadence=cadence, by=by.actor, at=NOW)


def test_everybody_is_taken_up_weekly_until_it_is_said_otherwise(as_ida):
    assert as_ida.kim.course.cadence == Cadence.WEEKLY

    take_up(as_ida.kim, as_ida.ida, Cadence.MONTHLY)

    assert Course.objects.get(pk=as_ida.kim.course.pk).cadence == Cadence.MONTHLY
    assert changes_by(as_ida.ida.actor, "courses.set_cadence") == [("UPDATE", "courses_course")]


def test_unknown_cadence_is_named(as_ida):
    with pytest.raises(ValidationError) as invalid:
        take_up(as_ida.kim, as_ida.ida, "DAILY")

    assert list(invalid.value.message_dict) == ["cadence"]


def test_ended_course_is_not_taken_up(as_ida):
    end_today(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        take_up(as_ida.kim, as_ida.ida, Cadence.RARELY)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


def test_other_team_sets_no_cadence(cast):
    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        take_up(cast.kim, cast.omar, Cadence.RARELY)
