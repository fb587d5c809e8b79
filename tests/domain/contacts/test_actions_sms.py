"""A reminder goes once, when it is wanted, and only as long as it is."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import (
    SMS_GATEWAY,
    SMS_REMINDERS,
    begin_sending,
    confirm_sent,
    end_course_and_reminders,
    fail_sending,
    hold_for_sending,
    plan_reminders,
    put_off,
    record_death_and_reminders,
    settle_appointment,
    stop_reminders,
    take_delivery,
)
from hjemmebane.domain.contacts.choices import SmsState, SmsWhy
from hjemmebane.domain.contacts.models import Appointment, FollowUp, SmsReminder
from hjemmebane.domain.contacts.queries import due_reminders
from hjemmebane.domain.courses.actions import begin_ending, put_on_hold, withdraw_team_consent
from hjemmebane.foundation.actors import NobodyActs, acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_moment
from tests.factories.sms import KIMS_NUMBER, agree, appoint, danish

pytestmark = pytest.mark.django_db

AGREED = danish("2025-06-02T09:00")
STARTS = danish("2025-06-04T10:00")
DUE = danish("2025-06-03T18:00")
LATER = danish("2025-06-04T14:00")


def plan(at=AGREED):
    with acting(SMS_REMINDERS):
        return plan_reminders(by=SMS_REMINDERS, at=at)


def begin(reminder, at=DUE):
    with acting(SMS_REMINDERS):
        return begin_sending(id=reminder.pk, by=SMS_REMINDERS, at=at)


def hold(reminder, at=DUE):
    with acting(SMS_REMINDERS):
        return hold_for_sending(id=reminder.pk, by=SMS_REMINDERS, at=at)


def send(reminder, at=DUE):
    """As the job does when the gateway takes it; what became of it."""
    if begin(reminder, at):
        with acting(SMS_REMINDERS):
            held = hold_for_sending(id=reminder.pk, by=SMS_REMINDERS, at=at)
            if held:
                confirm_sent(reminder=held[0], gateway_id="g-1", by=SMS_REMINDERS, at=at)
    return outcome(reminder)


def outcome(reminder):
    with acting(SMS_REMINDERS):
        now = SmsReminder.objects.get(pk=reminder.pk)
    return now.state, now.why


def every_reminder():
    with acting(SMS_REMINDERS):
        return list(SmsReminder.objects.order_by("due_at"))


def move(appointment, starts_at):
    """As whoever moves it does, by whatever page."""
    appointment.save_changes({"starts_at": starts_at}, version=appointment.version)


@pytest.fixture
def planned(as_ida):
    """Kim's appointment and the reminder of it; Ida acts."""
    agree(as_ida.kim, as_ida.ida, AGREED)
    appointment = appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)
    assert plan() == 1
    [reminder] = every_reminder()
    return as_ida, appointment, reminder


# ---------------------------------------------------------------- planning


def test_appointment_is_planned_once(planned):
    _cast, appointment, reminder = planned

    assert (reminder.appointment_id, reminder.moment) == (appointment.pk, "EVENING_BEFORE")
    assert (reminder.due_at, reminder.next_try_at, reminder.state) == (DUE, DUE, SmsState.WAITING)
    assert plan() == 0
    assert len(every_reminder()) == 1


def test_two_moments_are_two_reminders(as_ida):
    agree(as_ida.kim, as_ida.ida, AGREED, moments=("EVENING_BEFORE", "TWO_HOURS"))
    appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)

    assert plan() == 2
    assert [row.due_at for row in every_reminder()] == [DUE, danish("2025-06-04T08:00")]


def test_nobody_is_reminded_without_an_agreement(as_ida):
    appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)

    assert plan() == 0


def test_distant_appointment_waits(as_ida):
    agree(as_ida.kim, as_ida.ida, AGREED)
    appoint(as_ida.kim, as_ida.ida, STARTS + dt.timedelta(days=7), AGREED)

    assert plan() == 0


def test_appointment_made_in_the_evening_is_not_reminded_of_at_once(as_ida):
    agree(as_ida.kim, as_ida.ida, AGREED)
    appoint(as_ida.kim, as_ida.ida, STARTS, DUE + dt.timedelta(minutes=30))

    assert plan(DUE + dt.timedelta(minutes=31)) == 0


def test_what_was_not_planned_in_time_goes_late(as_ida):
    """The worker was down all afternoon."""
    agree(as_ida.kim, as_ida.ida, AGREED)
    appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)
    late = DUE + dt.timedelta(hours=2)

    assert plan(late) == 1
    [reminder] = every_reminder()
    assert send(reminder, late) == (SmsState.SENT, "")


# ---------------------------------------------------------------- sending


def test_reminder_is_sent_when_it_is_due(planned):
    _cast, _appointment, reminder = planned

    assert not begin(reminder, DUE - dt.timedelta(seconds=1))
    with acting(SMS_REMINDERS):
        assert due_reminders(DUE) == [reminder.pk]
    assert begin(reminder)
    held, phone = hold(reminder)
    assert (held.pk, phone, held.attempts) == (reminder.pk, KIMS_NUMBER, 1)
    assert send(reminder) == (SmsState.SENT, "")
    assert not begin(reminder)
    with acting(SMS_REMINDERS):
        assert due_reminders(STARTS) == []


def test_history_names_the_job(planned):
    cast, _appointment, reminder = planned
    send(reminder)

    from hjemmebane.domain.audit.models import Change  # noqa: PLC0415 -- only here

    with acting(cast.ida.actor):
        rows = Change.objects.filter(table_name="contacts_smsreminder").order_by("id")
        told = [(row.actor, row.verb) for row in rows]
    assert told == [
        ("job:sms-reminders", "contacts.plan_reminders"),
        ("job:sms-reminders", "contacts.begin_sending"),
        ("job:sms-reminders", "contacts.confirm_sent"),
    ]


def test_nothing_goes_at_night(planned):
    _cast, _appointment, reminder = planned
    night = danish("2025-06-03T21:30")

    assert not begin(reminder, night)
    [waiting] = every_reminder()
    assert waiting.next_try_at == danish("2025-06-04T08:00")
    assert send(reminder, waiting.next_try_at) == (SmsState.SENT, "")


def test_too_late_is_given_up_and_told(planned):
    cast, _appointment, reminder = planned
    at = STARTS - dt.timedelta(minutes=29)

    assert send(reminder, at) == (SmsState.GIVEN_UP, SmsWhy.LATE)
    follow_up = FollowUp.objects.get(pk=reminder.pk)
    assert follow_up.staff_member == cast.ida.staff_member
    assert follow_up.why == (
        "Borgeren fik ikke sms om aftalen 4. juni 2025 kl.\N{NO-BREAK SPACE}10.00: det var blevet"
        " for sent."
    )
    assert (follow_up.rule, follow_up.recorded_by) == ("SMS", None)


def test_a_later_reminder_will_do_for_both(as_ida):
    agree(as_ida.kim, as_ida.ida, AGREED, moments=("EVENING_BEFORE", "MORNING"))
    appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)
    plan()
    evening, morning = every_reminder()
    at = morning.due_at + dt.timedelta(minutes=5)

    assert send(evening, at) == (SmsState.GIVEN_UP, SmsWhy.REPLACED)
    assert send(morning, at) == (SmsState.SENT, "")
    assert not FollowUp.objects.exists()


def test_gateway_that_is_away_is_tried_again_and_not_for_ever(planned):
    cast, _appointment, reminder = planned
    at, tries = DUE, 0
    while begin(reminder, at):
        tries += 1
        with acting(SMS_REMINDERS):
            held, _phone = hold_for_sending(id=reminder.pk, by=SMS_REMINDERS, at=at)
            put_off(reminder=held, by=SMS_REMINDERS, at=at)
            at = held.next_try_at

    assert tries == 8
    assert outcome(reminder) == (SmsState.GIVEN_UP, SmsWhy.UNREACHED)
    assert FollowUp.objects.get().staff_member == cast.ida.staff_member


def test_tries_of_one_day_do_not_go_on_the_next(planned):
    """Its words say “i morgen”; and it may have gone."""
    _cast, _appointment, reminder = planned
    begin(reminder)

    assert not begin(reminder, danish("2025-06-04T08:00"))
    assert outcome(reminder) == (SmsState.GIVEN_UP, SmsWhy.UNREACHED)


def test_number_that_takes_none_fails_and_is_told_once(as_ida):
    agree(as_ida.kim, as_ida.ida, AGREED, moments=("EVENING_BEFORE", "MORNING"))
    appoint(as_ida.kim, as_ida.ida, STARTS, AGREED)
    plan()
    for reminder in every_reminder():
        begin(reminder, reminder.due_at)
        with acting(SMS_REMINDERS):
            held, _ = hold_for_sending(id=reminder.pk, by=SMS_REMINDERS, at=reminder.due_at)
            fail_sending(reminder=held, why=SmsWhy.NUMBER, by=SMS_REMINDERS, at=reminder.due_at)

    assert [outcome(one) for one in every_reminder()] == [(SmsState.FAILED, SmsWhy.NUMBER)] * 2
    assert FollowUp.objects.count() == 1


# ---------------------------------------------------------------- what was told of it


def tell(reminder, *, has_arrived):
    with acting(SMS_GATEWAY):
        return take_delivery(
            id=reminder.pk,
            has_arrived=has_arrived,
            by=SMS_GATEWAY,
            at=DUE + dt.timedelta(minutes=1),
        )


def test_delivery_is_kept_once(planned):
    _cast, _appointment, reminder = planned
    send(reminder)

    assert tell(reminder, has_arrived=True)
    assert tell(reminder, has_arrived=True)
    assert tell(reminder, has_arrived=False)
    assert outcome(reminder) == (SmsState.DELIVERED, "")
    assert not FollowUp.objects.exists()


def test_one_that_never_arrived_is_told(planned):
    _cast, _appointment, reminder = planned
    send(reminder)

    assert tell(reminder, has_arrived=False)
    assert tell(reminder, has_arrived=False)
    assert outcome(reminder) == (SmsState.FAILED, SmsWhy.UNDELIVERED)
    assert FollowUp.objects.count() == 1


def test_delivery_of_something_unknown_is_not_ours(planned):
    with acting(SMS_GATEWAY):
        assert not take_delivery(id=new_id(), has_arrived=True, by=SMS_GATEWAY, at=DUE)


def test_delivery_after_a_kill_settles_it(planned):
    """The worker died after the gateway took it: what was delivered is not sent again."""
    _cast, _appointment, reminder = planned
    begin(reminder)
    tell(reminder, has_arrived=True)

    assert not begin(reminder, DUE + dt.timedelta(minutes=2))
    assert outcome(reminder) == (SmsState.DELIVERED, "")


# ---------------------------------------------------------------- no longer wanted


def stop(cast, appointment):
    from hjemmebane.domain.contacts.queries import reminder_agreement_of  # noqa: PLC0415 -- only here

    agreement = reminder_agreement_of(cast.kim.course.pk)
    stop_reminders(agreement=agreement, by=cast.ida.actor, at=AGREED)


def die(cast, appointment):
    record_death_and_reminders(
        id=new_id(),
        course=cast.kim.course,
        died_on=AGREED.date(),
        version=cast.kim.course.version,
        by=cast.ida.actor,
        at=AGREED,
    )


def end(cast, appointment):
    begin_ending(
        id=new_id(),
        course=cast.kim.course,
        values={"reason": "OTHER", "begun_on": AGREED.date()},
        staff=[],
        by=cast.ida.actor,
        at=AGREED,
    )
    end_course_and_reminders(
        course=cast.kim.course,
        ended_on=AGREED.date(),
        version=cast.kim.course.version,
        by=cast.ida.actor,
        at=AGREED,
    )


def withdraw(cast, appointment):
    withdraw_team_consent(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=AGREED)


def cancel(cast, appointment):
    settle_appointment(
        appointment=appointment,
        status="CANCELLED",
        version=appointment.version,
        by=cast.ida.actor,
        at=AGREED,
    )


def pause(cast, appointment, *, keeps_reminders=False):
    put_on_hold(
        id=new_id(),
        course=cast.kim.course,
        values={
            "from_on": AGREED.date(),
            "reason": "Ro",
            "decided_with_citizen": True,
            "keep_contact_plan": "En sms hver fredag",
            "keeps_reminders": keeps_reminders,
            "review_on": AGREED.date() + dt.timedelta(days=30),
            "caseload_weight": 0,
        },
        by=cast.ida.actor,
        at=AGREED,
    )


def moved_away(cast, appointment):
    move(appointment, STARTS + dt.timedelta(days=14))


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (stop, SmsWhy.STOPPED),
        (die, SmsWhy.ENDED),
        (end, SmsWhy.ENDED),
        (withdraw, SmsWhy.ENDED),
        (cancel, SmsWhy.CANCELLED),
        (pause, SmsWhy.ON_HOLD),
        (moved_away, SmsWhy.MOVED),
    ],
)
def test_nothing_goes_after(planned, happens, why):
    cast, appointment, reminder = planned
    happens(cast, appointment)

    assert send(reminder) == (SmsState.GIVEN_UP, why)
    assert plan() == 0
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("happens", [stop, die, end, withdraw, cancel, pause, moved_away])
def test_nothing_goes_after_it_was_begun(planned, happens):
    """Between the mark and the gateway, as when a worker was killed there."""
    cast, appointment, reminder = planned
    begin(reminder)
    happens(cast, appointment)

    assert hold(reminder) is None
    assert outcome(reminder)[0] == SmsState.GIVEN_UP


def test_hold_that_keeps_reminders_keeps_them(planned):
    cast, appointment, reminder = planned
    pause(cast, appointment, keeps_reminders=True)

    assert send(reminder) == (SmsState.SENT, "")


# ---------------------------------------------------------------- moved


def test_moved_appointment_is_planned_anew(planned):
    _cast, appointment, reminder = planned
    new_time = STARTS + dt.timedelta(days=1)
    move(appointment, new_time)
    at = DUE - dt.timedelta(hours=1)

    assert plan(at) == 1
    assert plan(at) == 0
    new = every_reminder()[-1]
    assert (new.starts_at, new.due_at) == (new_time, DUE + dt.timedelta(days=1))
    assert send(reminder) == (SmsState.GIVEN_UP, SmsWhy.MOVED)
    assert send(new, new.due_at) == (SmsState.SENT, "")


def test_who_was_reminded_of_another_time_is_told_at_once_and_one_time(planned):
    cast, appointment, reminder = planned
    send(reminder)
    evening = DUE + dt.timedelta(hours=1)

    move(appointment, LATER)
    assert plan(evening) == 1
    correction = every_reminder()[-1]
    assert correction.is_correction
    assert send(correction, evening) == (SmsState.SENT, "")

    for minutes in (15, 30):
        move(appointment, LATER + dt.timedelta(minutes=minutes))
        assert plan(evening) == 1
        assert plan(evening) == 0
    states = [(row.state, row.why) for row in every_reminder()]
    assert states.count((SmsState.SENT, "")) == 2
    assert states.count((SmsState.GIVEN_UP, SmsWhy.ALREADY_TOLD)) == 2
    assert FollowUp.objects.count() == 2
    assert {one.staff_member for one in FollowUp.objects.all()} == {cast.ida.staff_member}


def test_who_was_reminded_and_is_moved_far_is_told_at_once_and_reminded_again(planned):
    """Else they stand there tomorrow: the reminder of next week comes next week."""
    _cast, appointment, reminder = planned
    send(reminder)
    evening, next_week = DUE + dt.timedelta(hours=1), STARTS + dt.timedelta(days=7)
    move(appointment, next_week)

    assert plan(evening) == 2
    assert plan(evening) == 0
    correction, again = every_reminder()[1:]
    assert (correction.is_correction, correction.starts_at) == (True, next_week)
    assert (again.is_correction, again.due_at) == (False, DUE + dt.timedelta(days=7))
    assert send(correction, evening) == (SmsState.SENT, "")
    assert send(again, again.due_at) == (SmsState.SENT, "")
    assert plan(evening + dt.timedelta(hours=1)) == 0


def test_who_was_told_of_another_time_that_is_taken_back_is_told_by_somebody(planned):
    """The gateway takes no key twice, so nothing of the first time can be sent again."""
    cast, appointment, reminder = planned
    send(reminder)
    evening = DUE + dt.timedelta(hours=1)
    move(appointment, LATER)
    plan(evening)
    send(every_reminder()[-1], evening)

    move(appointment, STARTS)
    for _ in range(2):
        assert plan(evening + dt.timedelta(minutes=5)) == 0
    assert outcome(reminder) == (SmsState.GIVEN_UP, SmsWhy.ALREADY_TOLD)
    [asked] = FollowUp.objects.all()
    assert (asked.staff_member, asked.rule) == (cast.ida.staff_member, "SMS")
    assert written_moment(STARTS) in asked.why

    with acting(SMS_GATEWAY):  # what the gateway tells late of the first is no word of the last
        take_delivery(id=reminder.pk, has_arrived=True, by=SMS_GATEWAY, at=evening)
    assert plan(evening + dt.timedelta(minutes=10)) == 0
    assert FollowUp.objects.count() == 1


def test_who_may_have_been_told_of_the_former_time_is_told_of_the_new(planned):
    """The line was cut after the gateway took it; before the next try it was another time."""
    _cast, appointment, reminder = planned
    begin(reminder)
    with acting(SMS_REMINDERS):
        held, _phone = hold_for_sending(id=reminder.pk, by=SMS_REMINDERS, at=DUE)
        put_off(reminder=held, by=SMS_REMINDERS, at=DUE)
    move(appointment, LATER)
    evening = DUE + dt.timedelta(minutes=1)
    assert send(reminder, evening) == (SmsState.GIVEN_UP, SmsWhy.MOVED)

    assert plan(evening) == 1
    assert send(every_reminder()[-1], evening) == (SmsState.SENT, "")


def test_time_that_is_taken_back_before_its_reminder_needs_no_word(planned):
    _cast, appointment, reminder = planned
    move(appointment, LATER)
    plan(DUE - dt.timedelta(hours=2))
    move(appointment, STARTS)
    plan(DUE - dt.timedelta(hours=1))

    assert [send(one) for one in every_reminder()] == [
        (SmsState.SENT, ""),
        (SmsState.GIVEN_UP, SmsWhy.MOVED),
    ]
    assert outcome(reminder) == (SmsState.SENT, "")
    assert FollowUp.objects.count() == 0


def test_time_that_went_unsaid_while_it_was_another_is_told_by_somebody(planned):
    """Moved away, reminded of there, and moved back: the first reminder was given up as moved."""
    _cast, appointment, reminder = planned
    move(appointment, LATER)
    plan(DUE - dt.timedelta(hours=2))
    for one in every_reminder():
        send(one)
    move(appointment, STARTS)

    assert plan(DUE + dt.timedelta(minutes=5)) == 0
    assert outcome(reminder) == (SmsState.GIVEN_UP, SmsWhy.ALREADY_TOLD)
    assert FollowUp.objects.count() == 1


def test_nobody_is_told_of_a_moved_time_that_is_near(planned):
    _cast, appointment, reminder = planned
    send(reminder)
    at = STARTS - dt.timedelta(hours=1)
    move(appointment, at + dt.timedelta(hours=2, minutes=59))

    assert plan(at) == 1
    [correction] = [one for one in every_reminder() if one.is_correction]
    assert outcome(correction) == (SmsState.GIVEN_UP, SmsWhy.ALREADY_TOLD)
    assert FollowUp.objects.count() == 1


def test_who_was_never_reminded_is_not_told_of_a_late_move(planned):
    _cast, appointment, _reminder = planned
    move(appointment, LATER)

    assert plan(DUE + dt.timedelta(hours=1)) == 0
    assert Appointment.objects.get().starts_at == LATER


# ---------------------------------------------------------------- whose it is


def test_job_sees_reminders_and_nothing_else(planned):
    cast, _appointment, reminder = planned

    with acting(SMS_REMINDERS):
        assert list(SmsReminder.objects.values_list("pk", flat=True)) == [reminder.pk]
        assert not Appointment.objects.exists()
        assert not type(cast.kim.course).objects.exists()
        assert not type(cast.kim.citizen).objects.exists()


def test_other_team_sees_no_reminder(planned):
    cast, _appointment, _reminder = planned

    with acting(cast.omar.actor):
        assert not SmsReminder.objects.exists()


def test_members_can_only_read(planned):
    _cast, _appointment, reminder = planned

    assert SmsReminder.objects.filter(pk=reminder.pk).update(attempts=9) == 0
    with pytest.raises(NobodyActs):
        begin_sending(id=reminder.pk, by=SMS_REMINDERS, at=DUE)
