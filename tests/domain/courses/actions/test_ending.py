"""A gentle ending: prepared, thought better of, and the citizen's yes taken back."""

import datetime as dt

import pytest
from django.db import transaction

from hjemmebane.domain.consents.actions import give_consent
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.actions import (
    CourseStart,
    begin_ending,
    call_off_ending,
    change_ending,
    record_death,
    start_course,
    withdraw_team_consent,
)
from hjemmebane.domain.courses.choices import CourseRefusal, EndingReason, EndingRefusal
from hjemmebane.domain.courses.models import Course, Ending, TransitionStaff
from hjemmebane.domain.courses.queries import ending_of, transition_staff_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import ENDING
from tests.factories.history import changes_by
from tests.factories.plans import TODAY, TOMORROW, YESTERDAY, changes_of, refusal_of

BEFORE = STARTED_ON - dt.timedelta(days=1)


def begin(case, by, *, key=None, staff=(), **values):
    return begin_ending(
        id=key or new_id(),
        course=case.course,
        values={**ENDING, **values},
        staff=staff,
        by=by.actor,
        at=NOW,
    )


def write(ending, by, *, staff=(), version=None, **values):
    return change_ending(
        ending=ending,
        values=values,
        staff=staff,
        version=version or ending.version,
        by=by.actor,
        at=NOW,
    )


def call_off(ending, by):
    return call_off_ending(ending=ending, version=ending.version, by=by.actor, at=NOW)


def withdraw(case, by, *, key=None, explanation="Kim vil selv"):
    return withdraw_team_consent(
        id=key or new_id(), course=case.course, explanation=explanation, by=by.actor, at=NOW
    )


def let_partner_in(cast):
    return give_consent(
        id=new_id(),
        citizen=cast.kim.citizen,
        recipient=cast.job_centre,
        scope=[ConsentScope.GOALS],
        purpose="Praktik",
        how_given=HowGiven.ORALLY,
        from_on=YESTERDAY,
        by=cast.ida.actor,
        at=NOW,
    )


def in_force(cast):
    return [
        str(c.team or c.organisation) for c in consents_in_force(cast.kim.citizen.pk, day=TODAY)
    ]


def names(ending):
    return [row.staff_member.name for row in transition_staff_of(ending)]


def test_ending_keeps_what_was_agreed_and_who_stays_on(as_ida):
    ending = begin(
        as_ida.kim,
        as_ida.ida,
        staff=[as_ida.ida.staff_member],
        own_needs="En at ringe til",
        next_provider=as_ida.job_centre,
        transition_until=TOMORROW,
    )

    kept = ending_of(as_ida.kim.course.pk)
    assert (kept.own_needs, kept.next_provider, kept.transition_until) == (
        "En at ringe til",
        as_ida.job_centre,
        TOMORROW,
    )
    assert names(kept) == ["Ida"]
    assert Course.objects.get(pk=as_ida.kim.course.pk).is_open
    assert changes_of(ending) == [("INSERT", "courses.begin_ending", as_ida.ida.actor.key)]


@pytest.mark.parametrize(
    ("values", "reason", "field"),
    [
        ({"begun_on": TOMORROW}, CourseRefusal.FUTURE, "begun_on"),
        ({"begun_on": BEFORE}, CourseRefusal.BEFORE_COURSE, "begun_on"),
        ({"transition_until": YESTERDAY}, EndingRefusal.TRANSITION_REVERSED, "transition_until"),
        ({"reason": EndingReason.DIED}, EndingRefusal.BY_WITHDRAWAL, "reason"),
        ({"reason": EndingReason.CONSENT_WITHDRAWN}, EndingRefusal.BY_WITHDRAWAL, "reason"),
    ],
)
def test_impossible_ending_is_refused_when_begun_and_when_rewritten(as_ida, values, reason, field):
    by, case = as_ida.ida, as_ida.kim
    assert refusal_of(begin, case=case, by=by, **values) == (reason, field)
    assert Ending.objects.count() == 0

    ending = begin(case, by)
    with transaction.atomic():
        assert refusal_of(write, ending=ending, by=by, **values) == (reason, field)
    assert Ending.objects.get().version == 1


def test_ending_begins_once_and_a_double_submit_is_one(as_ida):
    key = new_id()
    begin(as_ida.kim, as_ida.ida, key=key)

    with pytest.raises(AlreadySaved):
        begin(as_ida.kim, as_ida.ida, key=key)
    refused = refusal_of(begin, case=as_ida.kim, by=as_ida.ida)
    assert refused == (EndingRefusal.ALREADY_BEGUN, None)


def test_who_stays_on_is_exchanged_and_in_the_team(as_ida):
    ending = begin(as_ida.kim, as_ida.ida, staff=[as_ida.ida.staff_member])

    write(ending, as_ida.ida, staff=[as_ida.bo.staff_member])

    assert names(ending) == ["Bo"]
    stranger = [as_ida.omar.staff_member]
    refused = refusal_of(write, ending=ending, by=as_ida.ida, staff=stranger)
    assert refused == (CourseRefusal.STAFF_NOT_IN_TEAM, "staff")


def test_two_who_write_at_once_meet(as_ida):
    ending = begin(as_ida.kim, as_ida.ida)
    write(Ending.objects.get(), as_ida.ida, results_to_keep="Ringer selv til lægen")

    with pytest.raises(EditConflict) as conflict:
        write(ending, as_ida.ida, version=1, results_to_keep="Betaler huslejen")

    assert conflict.value.current.results_to_keep == "Ringer selv til lægen"


def test_ending_is_thought_better_of_and_history_keeps_it(as_ida):
    ending = begin(as_ida.kim, as_ida.ida, staff=[as_ida.ida.staff_member])

    call_off(ending, as_ida.ida)

    assert (Ending.objects.count(), TransitionStaff.objects.count()) == (0, 0)
    assert changes_by(as_ida.ida.actor, "courses.call_off_ending") == [
        ("DELETE", "courses_transitionstaff"),
        ("DELETE", "courses_ending"),
    ]


def test_withdrawal_shuts_partners_out_and_begins_the_ending(as_ida):
    let_partner_in(as_ida)
    assert sorted(in_force(as_ida)) == ["Jobcenter Aabenby", "Team et"]

    withdraw(as_ida.kim, as_ida.ida)

    assert in_force(as_ida) == []
    ending = ending_of(as_ida.kim.course.pk)
    assert (ending.reason, ending.explanation) == (EndingReason.CONSENT_WITHDRAWN, "Kim vil selv")
    assert Course.objects.get(pk=as_ida.kim.course.pk).is_open


def test_withdrawal_takes_over_an_ending_that_was_begun(as_ida):
    begun = begin(as_ida.kim, as_ida.ida, explanation="Det går godt")

    withdraw(as_ida.kim, as_ida.ida, explanation="")

    ending = ending_of(as_ida.kim.course.pk)
    assert (ending.pk, ending.explanation) == (begun.pk, "Det går godt")
    assert ending.reason == EndingReason.CONSENT_WITHDRAWN


def test_consents_stay_when_the_withdrawal_fails(as_ida):
    let_partner_in(as_ida)

    with transaction.atomic():
        withdraw(as_ida.kim, as_ida.ida)
        assert in_force(as_ida) == []
        transaction.set_rollback(True)

    assert sorted(in_force(as_ida)) == ["Jobcenter Aabenby", "Team et"]
    assert ending_of(as_ida.kim.course.pk) is None


def test_withdrawal_is_not_called_off(as_ida):
    ending = withdraw(as_ida.kim, as_ida.ida)

    refused = refusal_of(call_off, ending=ending, by=as_ida.ida)
    assert refused == (EndingRefusal.CANNOT_BE_CALLED_OFF, None)


def test_nobody_starts_a_course_with_somebody_who_has_died(as_ida):
    course = as_ida.kim.course
    record_death(
        id=new_id(),
        course=course,
        died_on=TODAY,
        version=course.version,
        by=as_ida.ida.actor,
        at=NOW,
    )

    refused = refusal_of(
        start_course,
        id=new_id(),
        citizen=ending_of(course.pk).course.citizen,
        team=as_ida.team_one,
        start=CourseStart(TODAY, HowGiven.ORALLY),
        by=as_ida.ida.actor,
        at=NOW,
    )
    assert refused == (CourseRefusal.HAS_DIED, None)


def test_withdrawal_is_not_written_over(as_ida):
    ending = withdraw(as_ida.kim, as_ida.ida)

    reason = EndingReason.GOALS_REACHED
    refused = refusal_of(write, ending=ending, by=as_ida.ida, reason=reason)
    assert refused == (EndingRefusal.CANNOT_BE_CALLED_OFF, "reason")


def test_other_team_neither_begins_nor_withdraws_nor_sees(cast):
    with acting(cast.ida.actor):
        begin(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert ending_of(cast.kim.course.pk) is None
        for attempt in (begin, withdraw):
            with pytest.raises(Course.DoesNotExist):
                attempt(cast.kim, cast.omar)
