"""Follow-ups that the record asks for: raised once, reworded, let go, of nobody else's."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import (
    FOLLOW_UPS,
    raise_due_follow_ups,
    raise_follow_up,
    reopen_follow_up,
    settle_follow_up,
)
from hjemmebane.domain.contacts.choices import (
    ContactKind,
    Outcome,
    ReminderRefusal,
    ReminderStatus,
)
from hjemmebane.domain.contacts.models import Contact, FollowUp
from hjemmebane.domain.contacts.queries import contact_facts, courses_to_follow_up
from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    agree_on_intensity,
    choose_primary_contact,
    put_on_hold,
    record_life_event,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.persistence import Rule
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import AbsenceKind
from hjemmebane.foundation.actors import NobodyActs, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import CONTACT_AGREEMENT, HOLD, LIFE_EVENT, LOW, end_today
from tests.factories.history import changes_by
from tests.factories.plans import TODAY, refusal_of

LATER = NOW + dt.timedelta(hours=3)


def look(case, by, *, at=NOW):
    return raise_due_follow_ups(course_id=case.course.pk, by=by.actor, at=at)


def look_by_itself(case, *, at=NOW):
    with acting(FOLLOW_UPS):
        return raise_due_follow_ups(course_id=case.course.pk, by=FOLLOW_UPS, at=at)


def days_ago(days):
    return NOW - dt.timedelta(days=days)


def settle(follow_up, by, status=ReminderStatus.DONE, note="", at=LATER):
    return settle_follow_up(
        follow_up=follow_up,
        status=status,
        note=note,
        version=follow_up.version,
        by=by.actor,
        at=at,
    )


def withdraw(log, case, by):
    """Met ten days ago, and two attempts since."""
    log(case, by, started_at=days_ago(10))
    for days in (4, 2):
        log(case, by, started_at=days_ago(days), outcome=Outcome.NOT_MET)


def test_gap_becomes_a_follow_up_of_the_coordinator(as_ida):
    [raised] = look(as_ida.kim, as_ida.ida)

    kept = FollowUp.objects.get(pk=raised.pk)
    assert (kept.rule, kept.concerns, kept.due_on, kept.status) == (
        Rule.CONTACT_GAP,
        "contact",
        TODAY,
        ReminderStatus.OPEN,
    )
    assert kept.staff_member_id == as_ida.bo.staff_member.pk
    assert kept.why == (
        "I har ikke mødtes, siden forløbet begyndte 3. marts 2025."
        " Det er mere end de 7 dage, I regner med."
    )
    assert changes_by(as_ida.ida.actor, "contacts.raise_due_follow_ups") == [
        ("INSERT", "contacts_followup")
    ]


def test_primary_contact_goes_first_until_they_are_away(as_ida):
    ida = as_ida.ida.staff_member
    who = {"by": as_ida.ida.actor, "at": NOW}
    choose_primary_contact(
        id=new_id(), course=as_ida.kim.course, staff_member=ida, chosen_by_citizen=True, **who
    )
    [to_ida] = look(as_ida.kim, as_ida.ida)
    settle(to_ida, as_ida.ida)
    absent = {"kind": AbsenceKind.HOLIDAY, "from_on": TODAY}
    register_absence(id=new_id(), staff_member=ida, values=absent, **who)

    [to_bo] = look(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(days=8))

    assert (to_ida.staff_member_id, to_bo.staff_member_id) == (
        ida.pk,
        as_ida.bo.staff_member.pk,
    )


def test_never_twice_about_the_same_thing(as_ida):
    look(as_ida.kim, as_ida.ida)

    assert look(as_ida.kim, as_ida.ida, at=LATER) == []
    assert FollowUp.objects.count() == 1


def test_words_follow_the_record_and_who_has_it_keeps_it(as_ida, log):
    [raised] = look(as_ida.kim, as_ida.ida)
    withdraw(log, as_ida.kim, as_ida.ida)

    assert look(as_ida.kim, as_ida.ida, at=LATER) == []

    kept = FollowUp.objects.get(pk=raised.pk)
    assert (kept.rule, kept.why) == (
        Rule.TRY_AGAIN,
        "I mødtes sidst 23. maj 2025. Siden er der 2 forsøg, hvor I ikke mødtes.",
    )
    assert kept.due_on == TODAY + dt.timedelta(days=1)
    assert kept.staff_member_id == as_ida.bo.staff_member.pk


def test_same_words_are_not_written_again_the_next_day(as_ida):
    [raised] = look(as_ida.kim, as_ida.ida)

    look(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(days=1))

    assert FollowUp.objects.get(pk=raised.pk).version == 1


def test_meeting_lets_it_go(as_ida, log):
    [raised] = look(as_ida.kim, as_ida.ida)
    log(as_ida.kim, as_ida.ida)

    assert look(as_ida.kim, as_ida.ida, at=LATER) == []

    gone = FollowUp.objects.get(pk=raised.pk)
    assert (gone.status, gone.settled_by_id) == (ReminderStatus.DONE, as_ida.ida.user.pk)


def test_what_was_let_be_waits_for_something_new(as_ida, log):
    [raised] = look(as_ida.kim, as_ida.ida)
    settle(raised, as_ida.ida, ReminderStatus.DROPPED, "Kim vil have fred i juni")
    month = NOW + dt.timedelta(days=30)
    silent = look(as_ida.kim, as_ida.ida, at=month)
    log(as_ida.kim, as_ida.ida, started_at=days_ago(1), outcome=Outcome.NOT_MET)
    Contact.objects.update(recorded_at=month)

    [again] = look(as_ida.kim, as_ida.ida, at=month)

    assert silent == []
    assert again.rule == Rule.SIGN_OF_LIFE


def test_what_was_done_comes_again_in_its_time(as_ida):
    [raised] = look(as_ida.kim, as_ida.ida)
    settle(raised, as_ida.ida)

    days = [len(look(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(days=d))) for d in (1, 6, 7)]

    assert days == [0, 0, 1]


def test_agreement_says_when_and_how(as_ida, log):
    withdraw(log, as_ida.kim, as_ida.ida)
    values = {**CONTACT_AGREEMENT, "withdrawn_how": "Sms først", "tries_alone": 2}
    who = {"by": as_ida.ida.actor, "at": NOW}
    agree_on_contact(id=new_id(), course=as_ida.kim.course, values=values, **who)

    [raised] = look(as_ida.kim, as_ida.ida)

    assert (raised.rule, raised.staff_member_id) == (Rule.OTHER_FACE, as_ida.bo.staff_member.pk)
    assert raised.suggestion.endswith("Sms først")


def test_low_intensity_hold_and_admission_are_read(as_ida, log):
    course, who = as_ida.kim.course, {"by": as_ida.ida.actor, "at": NOW}
    log(as_ida.kim, as_ida.ida, started_at=days_ago(10))
    agree_on_intensity(id=new_id(), course=course, values=LOW, **who)
    assert look(as_ida.kim, as_ida.ida) == []

    since = TODAY - dt.timedelta(days=9)
    record_life_event(id=new_id(), course=course, values={**LIFE_EVENT, "from_on": since}, **who)
    [away] = look(as_ida.kim, as_ida.ida)
    assert away.rule == Rule.AWAY

    held = {**HOLD, "review_on": TODAY + dt.timedelta(days=2)}
    put_on_hold(id=new_id(), course=course, values=held, **who)
    [review] = look(as_ida.kim, as_ida.ida)
    assert (review.rule, review.due_on) == (Rule.HOLD_REVIEW, held["review_on"])


def test_job_sees_all_that_goes_on_and_signs_for_nobody(cast):
    with acting(FOLLOW_UPS):
        everybody = courses_to_follow_up()
    [raised] = look_by_itself(cast.kim)

    assert set(everybody) == {cast.kim.course.pk, cast.noor.course.pk}
    with acting(cast.ida.actor):
        kept = FollowUp.objects.get(pk=raised.pk)
        assert (kept.recorded_by_id, kept.staff_member_id) == (None, cast.bo.staff_member.pk)
        log_by_hand = settle(kept, cast.ida)
    assert log_by_hand.settled_by_id == cast.ida.user.pk


def test_job_lets_go_in_nobodys_name(cast, log):
    [raised] = look_by_itself(cast.kim)
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida)
    look_by_itself(cast.kim, at=LATER)

    with acting(cast.ida.actor):
        gone = FollowUp.objects.get(pk=raised.pk)
        assert (gone.status, gone.settled_by_id) == (ReminderStatus.DONE, None)


def test_job_sees_no_courses_no_notes_and_nothing_raised_by_hand(cast, log):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, note="Hemmeligt")
        raise_follow_up(
            id=new_id(),
            course=cast.kim.course,
            why="Ring til moren",
            due_on=TODAY,
            by=cast.ida.actor,
            at=NOW,
        )
    with acting(FOLLOW_UPS):
        assert (Course.objects.count(), Contact.objects.count(), FollowUp.objects.count()) == (
            0,
            0,
            0,
        )


def test_nobody_else_is_told_what_the_job_is_told(cast):
    with acting(cast.omar.actor):
        assert courses_to_follow_up() == []
        assert contact_facts(cast.kim.course.pk, at=NOW) is None
        assert look(cast.kim, cast.omar) == []
    with acting(cast.mette.actor):
        assert contact_facts(cast.kim.course.pk, at=NOW) is None


def test_job_needs_its_own_name(as_ida):
    with pytest.raises(NobodyActs):
        raise_due_follow_ups(course_id=as_ida.kim.course.pk, by=FOLLOW_UPS, at=NOW)


def test_nothing_is_raised_of_the_dead_or_the_ended(cast):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
        assert look(cast.kim, cast.ida) == []
    with acting(cast.omar.actor):
        noor = cast.noor.citizen
        noor.save_changes({"died_on": TODAY}, version=noor.version)
        assert look(cast.noor, cast.omar) == []
    with acting(FOLLOW_UPS):
        assert courses_to_follow_up() == []


def test_by_hand_about_the_same_thing_is_the_one_that_waits(as_ida):
    by_hand = {"course": as_ida.kim.course, "why": "Rødt", "due_on": TODAY, "concerns": "light"}
    who = {"by": as_ida.ida.actor, "at": NOW}

    first, second = (raise_follow_up(id=new_id(), **by_hand, **who) for _ in range(2))

    assert first.pk == second.pk


def test_reopening_beside_one_that_waits_is_refused(as_ida):
    [first] = look(as_ida.kim, as_ida.ida)
    done = settle(first, as_ida.ida)
    look(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(days=8))

    refusal = refusal_of(
        reopen_follow_up, follow_up=done, version=done.version, by=as_ida.ida.actor, at=LATER
    )

    assert refusal == (ReminderRefusal.WAITS_ALREADY, None)


def test_call_to_the_ward_is_contact_about_the_citizen(as_ida, log):
    log(as_ida.kim, as_ida.ida, kind=ContactKind.PARTNER, started_at=days_ago(2))

    facts, _ = contact_facts(as_ida.kim.course.pk, at=NOW)

    [one] = facts.touches
    assert (one.met, one.with_others, one.is_try, one.staff) == (
        False,
        True,
        False,
        (as_ida.ida.staff_member.pk,),
    )


def test_facts_are_one_question(as_ida, log, django_assert_num_queries):
    withdraw(log, as_ida.kim, as_ida.ida)

    with django_assert_num_queries(1):
        contact_facts(as_ida.kim.course.pk, at=NOW)
