"""What is sent to the citizen by text message: what is agreed, and each reminder in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.choices import SmsState
from hjemmebane.domain.contacts.models import (
    Appointment,
    ReminderAgreement,
    SmsReminder,
    SmsReply,
)
from hjemmebane.domain.contacts.queries import replies_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.staff.moments import coming_moment, recent_moment
from hjemmebane.foundation.telephones import grouped
from hjemmebane.foundation.written import written_day
from hjemmebane.gateways.sms.client import gateway_in_use

REPLIES_SHOWN = 20


@dataclass(frozen=True)
class ReminderInWords:
    """How far a reminder has come."""

    text: str
    tone: str


@dataclass(frozen=True)
class ReplyInWords:
    """What the citizen answered."""

    when: str
    kind: str
    text: str


@dataclass(frozen=True)
class RemindersPage:
    """facts: what is agreed. is_on: whether anything is sent. has_gateway: whether it can be."""

    facts: Sequence[tuple[str, str]]
    is_on: bool
    stopped: str
    has_gateway: bool
    replies: Sequence[ReplyInWords]


def reminders_page(
    course: Course, agreement: ReminderAgreement | None, at: dt.datetime
) -> RemindersPage:
    """One query."""
    return RemindersPage(
        facts=facts_of(agreement),
        is_on=bool(agreement and agreement.is_in_force),
        stopped=stopped_in_words(agreement, at),
        has_gateway=gateway_in_use() is not None,
        replies=[reply_in_words(one, at) for one in replies_of(course.pk)[:REPLIES_SHOWN]],
    )


def facts_of(agreement: ReminderAgreement | None) -> list[tuple[str, str]]:
    """What is agreed, in words."""
    if agreement is None:
        return [("Påmindelser på sms", "Det er ikke aftalt")]
    talked = ("Aftalt", written_day(agreement.talked_on))
    if not agreement.is_wanted:
        return [("Påmindelser på sms", "Nej tak"), talked]
    return [
        ("Hvornår", agreement.moments_in_words.capitalize()),
        ("Nummer", grouped(agreement.phone)),
        talked,
    ]


def stopped_in_words(agreement: ReminderAgreement | None, at: dt.datetime) -> str:
    """“Stoppet i går kl. 9.15: svarede STOP på en sms”; empty when it is not."""
    if agreement is None or agreement.stopped_at is None:
        return ""
    how = agreement.get_stopped_how_display()
    return f"Stoppet {recent_moment(agreement.stopped_at, at)}: {how[0].lower()}{how[1:]}."


def reply_in_words(reply: SmsReply, at: dt.datetime) -> ReplyInWords:
    return ReplyInWords(
        when=recent_moment(reply.received_at, at),
        kind=reply.get_kind_display(),
        text=reply.text,
    )


def reminders_in_words(
    appointment: Appointment, reminders: Sequence[SmsReminder], at: dt.datetime
) -> list[ReminderInWords]:
    """The reminders of the time that an appointment is agreed for now."""
    return [in_words(one, at) for one in reminders if one.starts_at == appointment.starts_at]


def in_words(reminder: SmsReminder, at: dt.datetime) -> ReminderInWords:
    """What is so, and no more: “sendt” is what the gateway has taken."""
    match reminder.state:
        case SmsState.WAITING:
            later = reminder.next_try_at > at
            when = coming_moment(reminder.next_try_at, at) if later else "om lidt"
            return ReminderInWords(f"Sms sendes {when}", "")
        case SmsState.SENDING:
            return ReminderInWords(f"Sms bliver sendt (forsøg {reminder.attempts})", "")
        case SmsState.SENT if reminder.sent_at:
            return ReminderInWords(f"Sms sendt {recent_moment(reminder.sent_at, at)}", "")
        case SmsState.DELIVERED if reminder.delivered_at:
            moment = recent_moment(reminder.delivered_at, at)
            return ReminderInWords(f"Sms leveret {moment}", "good")
    said = "kunne ikke sendes" if reminder.state == SmsState.FAILED else "blev ikke sendt"
    return ReminderInWords(f"Sms {said}: {reminder.get_why_display()}", "warn")
