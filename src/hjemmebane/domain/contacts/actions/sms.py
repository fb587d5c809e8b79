"""A reminder's way to the telephone: planned, taken, handed over, and told of if it did not go.

Nothing is done twice and nothing is lost, wherever it is cut off: a reminder is *being sent* from
before it is handed over until we know what became of it, and is handed over again under the same
key, by which the gateway knows that it is the same.
"""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.calculations.sms import (
    LAST_NOTICE,
    MOVED_NOTICE,
    due_times,
    is_quiet,
    next_try,
    quiet_ends,
)
from hjemmebane.domain.contacts.choices import SmsState, SmsWhy
from hjemmebane.domain.contacts.models import FollowUp, SmsReminder
from hjemmebane.domain.contacts.queries import (
    ON_ITS_WAY,
    ToPlan,
    is_followed,
    reminder_to_send,
    reminder_told_of,
    reminders_of_appointments,
    target_of,
    to_plan,
    was_told_of_before,
    who_has_appointment_of,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.written import written_moment

SMS_REMINDERS = Actor.system("sms-reminders")
RULE = "SMS"  # what raised the follow-up
# What is planned ahead: the evening before, seen from the day before that.
AHEAD = dt.timedelta(hours=60)
# What somebody is to know of, because the citizen counts on it.
TELL_OF = (
    SmsWhy.NUMBER,
    SmsWhy.UNDELIVERED,
    SmsWhy.UNREACHED,
    SmsWhy.LATE,
    SmsWhy.ALREADY_TOLD,
)
REACHED = (SmsState.SENDING, SmsState.SENT, SmsState.DELIVERED)


@action
def plan_reminders(*, by: Actor, at: dt.datetime) -> int:
    """Put down the reminders of the appointments to come that are not put down yet; how many.

    An appointment that was made when it was time to remind of it is not reminded of: it has just
    been agreed. One that was moved after the citizen was reminded of its former time is reminded of
    at once, one time only, and only when there are hours to it. When it is moved back to a time
    they were told of before, somebody is asked to tell them.
    """
    take_turns("contacts.plan_reminders")  # or two workers would both put down the same
    waiting = to_plan(since=at, until=at + AHEAD)
    reminders = reminders_of_appointments([one.appointment_id for one in waiting])
    how_many = 0
    for one in waiting:
        known = reminders.get(one.appointment_id, [])
        planned = _planned(one, known, at)
        for reminder in planned:
            reminder.insert()
            if reminder.why in TELL_OF:
                _tell(reminder, by=by, at=at)
        if not planned and (unsaid := _stands_again(one, known)):
            _give_up(unsaid, SmsWhy.ALREADY_TOLD, by=by, at=at)
        how_many += len(planned)
    return how_many


def _planned(one: ToPlan, known: list[SmsReminder], at: dt.datetime) -> list[SmsReminder]:
    there = {row.moment for row in known if row.starts_at == one.starts_at}
    former = [row for row in known if row.starts_at != one.starts_at]
    planned: list[SmsReminder] = []
    for moment, due_at in due_times(one.starts_at, one.moments).items():
        if moment in there:
            continue
        reminder = _reminder(one, moment, due_at)
        if due_at > at or (not former and one.agreed_at < due_at):
            planned.append(reminder)
        elif not planned and not there and (late := _late(reminder, one.starts_at, former, at)):
            planned.append(late)
    last, is_told = _last_told(former), any(reminder.is_correction for reminder in planned)
    if last and last.starts_at and last.starts_at > at and not there and not is_told:
        # They would come at the former time, long before they are reminded of the new one.
        correction = _late(_reminder(one, "", at), one.starts_at, former, at)
        return [*planned, correction] if correction else planned
    return planned


def _reminder(one: ToPlan, moment: str, due_at: dt.datetime) -> SmsReminder:
    return SmsReminder(
        course_id=one.course_id,
        appointment_id=one.appointment_id,
        moment=moment,
        starts_at=one.starts_at,
        due_at=due_at,
        next_try_at=due_at,
    )


def _may_have_reached(reminder: SmsReminder) -> bool:
    """It is there, or nobody knows: it was tried, and given up as it was no longer to go."""
    if reminder.state == SmsState.GIVEN_UP and reminder.why != SmsWhy.ALREADY_TOLD:
        return reminder.attempts > 0
    return reminder.first_tried_at is not None and reminder.state in REACHED


def _last_told(known: list[SmsReminder]) -> SmsReminder | None:
    """The last that the citizen was told, or may have been."""
    told = [row for row in known if _may_have_reached(row)]
    return max(told, key=lambda row: row.first_tried_at or row.due_at, default=None)


def _stands_again(one: ToPlan, known: list[SmsReminder]) -> SmsReminder | None:
    """A reminder of the time that stands, when the citizen was last told of another one.

    It was sent before, or given up, and the gateway takes no key twice. None while another one of
    the same time is on its way, or somebody was asked to tell.
    """
    last, here = _last_told(known), [row for row in known if row.starts_at == one.starts_at]
    if last is None or last.starts_at == one.starts_at:
        return None
    if any(row.state in ON_ITS_WAY or row.why in TELL_OF for row in here):
        return None
    return next(iter(here), None)


def _late(
    reminder: SmsReminder, starts_at: dt.datetime, former: list[SmsReminder], at: dt.datetime
) -> SmsReminder | None:
    """The time has passed in which to remind. Only who believes in another time is told at once."""
    if not any(_may_have_reached(row) for row in former):
        return None
    has_been_told = any(row.is_correction for row in former)
    reminder.is_correction = True
    reminder.next_try_at = at
    if has_been_told or starts_at - at < MOVED_NOTICE:
        reminder.state, reminder.why = SmsState.GIVEN_UP, SmsWhy.ALREADY_TOLD
    return reminder


@action
def begin_sending(*, id: UUID, by: Actor, at: dt.datetime) -> bool:  # noqa: A002 -- the record's own word for its key
    """Mark a reminder as being sent, when it is to go now; commit before it is handed over.

    What is not to go any more is given up, and says why; what may not go at night waits.
    """
    reminder = reminder_to_send(id)
    if reminder is None or reminder.next_try_at > at:
        return False
    _, why = target_of(id)
    if why := why or _past(reminder, at):
        _give_up(reminder, why, by=by, at=at)
        return False
    if reminder.appointment_id and is_quiet(at):
        _save(reminder, {"state": SmsState.WAITING, "next_try_at": quiet_ends(at)})
        return False
    tried = {"first_tried_at": reminder.first_tried_at or at, "attempts": reminder.attempts + 1}
    _save(reminder, {"state": SmsState.SENDING, **tried})
    return True


def _past(reminder: SmsReminder, at: dt.datetime) -> str:
    """Why the time for it is over; empty while it is not. Its words hold for one day."""
    if reminder.starts_at is None:
        return ""
    if is_followed(reminder, at=at):
        return SmsWhy.REPLACED
    if reminder.first_tried_at and day_of(reminder.first_tried_at) != day_of(at):
        return SmsWhy.UNREACHED
    return SmsWhy.LATE if reminder.starts_at - at < LAST_NOTICE else ""


@action
def hold_for_sending(*, id: UUID, by: Actor, at: dt.datetime) -> tuple[SmsReminder, str] | None:  # noqa: A002 -- the record's own word for its key
    """The reminder that is being sent, held until the transaction ends, and where it goes to.

    None when somebody else has it, or the citizen should not have it any more.
    """
    reminder = reminder_to_send(id)
    if reminder is None or reminder.state != SmsState.SENDING:
        return None
    phone, why = target_of(id)
    if why:
        _give_up(reminder, why, by=by, at=at)
        return None
    return reminder, phone


@action
def confirm_sent(
    *, reminder: SmsReminder, gateway_id: str, by: Actor, at: dt.datetime
) -> SmsReminder:
    """The gateway has taken it."""
    return _save(reminder, {"state": SmsState.SENT, "sent_at": at, "gateway_id": gateway_id})


@action
def put_off(*, reminder: SmsReminder, by: Actor, at: dt.datetime) -> SmsReminder:
    """Nobody knows whether the gateway has taken it: try again soon, and not for ever.

    It stays *being sent*, for it may have gone.
    """
    again_at = next_try(reminder.attempts, at)
    if again_at is None:
        return _give_up(reminder, SmsWhy.UNREACHED, by=by, at=at)
    return _save(reminder, {"next_try_at": again_at})


@action
def fail_sending(*, reminder: SmsReminder, why: str, by: Actor, at: dt.datetime) -> SmsReminder:
    """It will never reach the telephone. Whoever has the appointment is told."""
    is_known = reminder.why in TELL_OF
    _save(reminder, {"state": SmsState.FAILED, "why": why})
    if not is_known:
        _tell(reminder, by=by, at=at)
    return reminder


@action
def take_delivery(*, id: UUID, has_arrived: bool, by: Actor, at: dt.datetime) -> bool:  # noqa: A002 -- the record's own word for its key
    """The gateway tells what became of one. Told twice it is once; False when it is not ours."""
    reminder = reminder_told_of(id)
    if reminder is None:
        return False
    if reminder.state in {SmsState.DELIVERED, SmsState.FAILED} or (
        reminder.why == SmsWhy.ALREADY_TOLD
    ):
        return True
    if has_arrived:
        _save(reminder, {"state": SmsState.DELIVERED, "why": "", "delivered_at": at})
    else:
        fail_sending(reminder=reminder, why=SmsWhy.UNDELIVERED, by=by, at=at)
    return True


def _give_up(reminder: SmsReminder, why: str, *, by: Actor, at: dt.datetime) -> SmsReminder:
    _save(reminder, {"state": SmsState.GIVEN_UP, "why": why})
    if why in TELL_OF:
        _tell(reminder, by=by, at=at)
    return reminder


def _save(reminder: SmsReminder, changes: dict[str, object]) -> SmsReminder:
    return reminder.save_changes(changes, version=reminder.version)


def _tell(reminder: SmsReminder, *, by: Actor, at: dt.datetime) -> None:
    """A follow-up for whoever has the appointment, once for each time it is agreed for."""
    if reminder.starts_at is None or reminder.starts_at <= at:
        return
    if was_told_of_before(reminder, TELL_OF):
        return
    responsible = who_has_appointment_of(reminder.pk)
    if responsible is None:
        return
    FollowUp(
        id=reminder.pk,
        course_id=reminder.course_id,
        rule=RULE,
        why=f"Borgeren fik ikke sms om aftalen {written_moment(reminder.starts_at)}: "
        f"{SmsWhy(reminder.why).label}.",
        suggestion="Mind om aftalen på en anden måde.",
        due_on=day_of(at),
        staff_member_id=responsible,
        recorded_at=at,
    ).insert()
