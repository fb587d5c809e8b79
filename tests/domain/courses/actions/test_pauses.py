"""Holds, intensity and taking up again: agreed with the citizen, one at a time."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.courses.actions import (
    agree_on_intensity,
    put_on_hold,
    reactivate,
)
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, Intensity, PauseRefusal
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement, Reactivation
from hjemmebane.domain.courses.queries import (
    holds_of,
    intensities_now,
    intensities_of,
    is_low,
    present_holds,
    reactivations_of,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.courses import HOLD, LOW, end_today
from tests.factories.history import changes_by
from tests.factories.plans import TODAY

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def hold(case, by, *, key=None, **changes):
    return put_on_hold(
        id=key or new_id(), course=case.course, values=HOLD | changes, by=by.actor, at=NOW
    )


def agree(case, by, *, key=None, **changes):
    return agree_on_intensity(
        id=key or new_id(), course=case.course, values=LOW | changes, by=by.actor, at=NOW
    )


def take_up(case, by, *, key=None, on=TODAY, reason="Kim ringede"):
    return reactivate(
        id=key or new_id(), course=case.course, on=on, reason=reason, by=by.actor, at=NOW
    )


def stands(case):
    course = Course.objects.get(pk=case.course.pk)
    return course.status, course.caseload_weight


def refusal(do, *arguments, **changes):
    with pytest.raises(Refused) as refused:
        do(*arguments, **changes)
    return refused.value.reason, refused.value.field


def test_hold_keeps_what_was_agreed_and_its_weight(as_ida):
    kept = Hold.objects.get(pk=hold(as_ida.kim, as_ida.ida).pk)

    assert {name: getattr(kept, name) for name in HOLD} == HOLD
    assert (kept.until_on, kept.recorded_by_id) == (None, as_ida.ida.user.pk)
    assert stands(as_ida.kim) == (CourseStatus.ON_HOLD, Decimal("0.5"))
    assert present_holds([as_ida.kim.course.pk]) == {as_ida.kim.course.pk: kept}
    assert changes_by(as_ida.ida.actor, "courses.put_on_hold") == [
        ("INSERT", "courses_hold"),
        ("UPDATE", "courses_course"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"decided_with_citizen": False}, (PauseRefusal.WITHOUT_CITIZEN, "decided_with_citizen")),
        ({"keep_contact_plan": " "}, (PauseRefusal.PLAN_MISSING, "keep_contact_plan")),
        ({"review_on": TODAY}, (PauseRefusal.REVIEW_PAST, "review_on")),
        ({"review_on": YESTERDAY}, (PauseRefusal.REVIEW_PAST, "review_on")),
        ({"from_on": TOMORROW}, (CourseRefusal.FUTURE, "from_on")),
        ({"from_on": dt.date(2025, 1, 1)}, (CourseRefusal.BEFORE_COURSE, "from_on")),
    ],
)
def test_hold_is_refused_and_nothing_is_paused(as_ida, changes, expected):
    assert refusal(hold, as_ida.kim, as_ida.ida, **changes) == expected
    assert list(holds_of(as_ida.kim.course.pk)) == []
    assert stands(as_ida.kim) == (CourseStatus.ACTIVE, Decimal(1))


def test_hold_neither_comes_twice_nor_overlaps_a_former_one(as_ida):
    hold(as_ida.kim, as_ida.ida, from_on=YESTERDAY)
    assert refusal(hold, as_ida.kim, as_ida.ida) == (PauseRefusal.ALREADY_ON_HOLD, None)

    take_up(as_ida.kim, as_ida.ida)

    overlapping = refusal(hold, as_ida.kim, as_ida.ida, from_on=YESTERDAY)
    assert overlapping == (PauseRefusal.OVERLAPS, "from_on")
    hold(as_ida.kim, as_ida.ida)
    assert [one.from_on for one in holds_of(as_ida.kim.course.pk)] == [TODAY, YESTERDAY]


def test_hold_sent_twice_is_one(as_ida):
    key = new_id()
    hold(as_ida.kim, as_ida.ida, key=key)

    with pytest.raises(AlreadySaved):
        hold(as_ida.kim, as_ida.ida, key=key)
    again = refusal(hold, as_ida.kim, as_ida.ida, key=key, reason="En anden grund")

    assert again[0] == RecordRefusal.SAVED_OTHERWISE
    assert len(holds_of(as_ida.kim.course.pk)) == 1


def test_low_intensity_is_no_hold(as_ida):
    agreed = agree(as_ida.kim, as_ida.ida)

    assert stands(as_ida.kim) == (CourseStatus.ACTIVE, Decimal("0.5"))
    assert is_low(as_ida.kim.course.pk)
    assert intensities_now([as_ida.kim.course.pk]) == {as_ida.kim.course.pk: agreed}
    assert present_holds([as_ida.kim.course.pk]) == {}
    assert changes_by(as_ida.ida.actor, "courses.agree_on_intensity") == [
        ("INSERT", "courses_intensityagreement"),
        ("UPDATE", "courses_course"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"contacts_per_week": None}, (PauseRefusal.HOW_MUCH, "contacts_per_week")),
        (
            {"contacts_per_week": Decimal("999.9")},
            (PauseRefusal.MANY_CONTACTS, "contacts_per_week"),
        ),
        (
            {"contacts_per_week": Decimal("70.1")},
            (PauseRefusal.MANY_CONTACTS, "contacts_per_week"),
        ),
        ({"minutes_per_week": 10_081}, (PauseRefusal.MANY_MINUTES, "minutes_per_week")),
        ({"from_on": TOMORROW}, (CourseRefusal.FUTURE, "from_on")),
    ],
)
def test_intensity_is_refused(as_ida, changes, expected):
    assert refusal(agree, as_ida.kim, as_ida.ida, **changes) == expected
    assert list(IntensityAgreement.objects.all()) == []


def test_new_intensity_ends_the_former_and_never_reaches_behind_it(as_ida):
    agree(as_ida.kim, as_ida.ida, from_on=YESTERDAY)
    agree(as_ida.kim, as_ida.ida, level=Intensity.HIGH, caseload_weight=Decimal("1.5"))

    periods = [(one.from_on, one.until_on) for one in intensities_of(as_ida.kim.course.pk)]
    assert periods == [(TODAY, None), (YESTERDAY, TODAY)]
    behind = refusal(agree, as_ida.kim, as_ida.ida, from_on=YESTERDAY)
    assert behind == (PauseRefusal.OVERLAPS, "from_on")


def test_new_intensity_never_reaches_into_one_that_a_return_has_ended(as_ida):
    agree(as_ida.kim, as_ida.ida, from_on=YESTERDAY)
    take_up(as_ida.kim, as_ida.ida)

    into = refusal(agree, as_ida.kim, as_ida.ida, from_on=YESTERDAY)

    assert into == (PauseRefusal.OVERLAPS, "from_on")
    agree(as_ida.kim, as_ida.ida, from_on=TODAY)


def test_intensity_agreed_during_a_hold_leaves_it_on_hold(as_ida):
    hold(as_ida.kim, as_ida.ida)
    agree(as_ida.kim, as_ida.ida, caseload_weight=Decimal("0.25"))

    assert stands(as_ida.kim) == (CourseStatus.ON_HOLD, Decimal("0.5"))


def test_taking_up_again_ends_the_hold_and_low_intensity(as_ida):
    agree(as_ida.kim, as_ida.ida)
    paused = hold(as_ida.kim, as_ida.ida)

    again = take_up(as_ida.kim, as_ida.ida)

    assert (again.hold_id, again.reason) == (paused.pk, "Kim ringede")
    assert Hold.objects.get().until_on == TODAY
    assert not is_low(as_ida.kim.course.pk)
    assert stands(as_ida.kim) == (CourseStatus.ACTIVE, Decimal(1))
    assert list(reactivations_of(as_ida.kim.course.pk)) == [again]
    assert changes_by(as_ida.ida.actor, "courses.reactivate") == [
        ("UPDATE", "courses_intensityagreement"),
        ("INSERT", "courses_reactivation"),
        ("UPDATE", "courses_course"),
    ]


def test_taking_up_again_goes_back_to_an_agreed_high_intensity(as_ida):
    agree(as_ida.kim, as_ida.ida, level=Intensity.HIGH, caseload_weight=Decimal("1.5"))
    hold(as_ida.kim, as_ida.ida)

    take_up(as_ida.kim, as_ida.ida)

    assert stands(as_ida.kim) == (CourseStatus.ACTIVE, Decimal("1.5"))
    assert [one.until_on for one in intensities_of(as_ida.kim.course.pk)] == [None]


def test_taking_up_again_is_refused(as_ida):
    assert refusal(take_up, as_ida.kim, as_ida.ida) == (PauseRefusal.NOT_PAUSED, None)

    hold(as_ida.kim, as_ida.ida)

    for changes, expected in (
        ({"reason": " "}, (PauseRefusal.REASON_MISSING, "reason")),
        ({"on": TOMORROW}, (CourseRefusal.FUTURE, "on")),
        ({"on": YESTERDAY}, (PauseRefusal.OVERLAPS, "on")),
    ):
        assert refusal(take_up, as_ida.kim, as_ida.ida, **changes) == expected
    assert list(Reactivation.objects.all()) == []


def test_nothing_is_paused_in_an_ended_course(as_ida):
    end_today(as_ida.kim, as_ida.ida)

    for do in (hold, agree, take_up):
        assert refusal(do, as_ida.kim, as_ida.ida)[0] == CourseRefusal.ALREADY_ENDED


@pytest.mark.parametrize("do", [hold, agree, take_up])
def test_nothing_is_paused_by_another_team(cast, do):
    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        do(cast.kim, cast.omar)


def test_pauses_of_another_team_are_not_seen(cast):
    with acting(cast.ida.actor):
        mine = hold(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        theirs = hold(cast.noor, cast.omar)
        both = [cast.kim.course.pk, cast.noor.course.pk]
        assert present_holds(both) == {cast.noor.course.pk: theirs}
    with acting(cast.ida.actor):
        assert present_holds(both) == {cast.kim.course.pk: mine}
