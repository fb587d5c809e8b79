"""Reminders by text message: each minute what is due is put in the queue, and sent from there.

The rows are what is to be done; the queue only says that now is a good time. Whatever is killed or
forgotten there is asked for again a minute later.
"""

from uuid import UUID

from hjemmebane.domain.contacts.actions import (
    SEND_SMS,
    SMS_REMINDERS,
    begin_sending,
    confirm_sent,
    fail_sending,
    hold_for_sending,
    plan_reminders,
    put_off,
)
from hjemmebane.domain.contacts.choices import SmsState, SmsWhy
from hjemmebane.domain.contacts.content import STOPPED, reminder_text
from hjemmebane.domain.contacts.models import SmsReminder
from hjemmebane.domain.contacts.queries import due_reminders
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.queue import put_in
from hjemmebane.gateways.sms.client import Gateway, SmsDown, SmsRefused, gateway_in_use

REMIND = "contacts.remind"
logger = log(__name__)


def remind() -> int:
    """Plan what is new, and ask for all that is due to be sent; how many that is."""
    if gateway_in_use() is None:
        return 0
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=now())
    with acting(SMS_REMINDERS):
        due = due_reminders(now())
    return sum(put_in(SEND_SMS, key=key) for key in due)


def send_sms(key: UUID) -> None:
    """Send one reminder, if it is to go now.

    Marked and committed, then handed over while its row is held: another worker passes it by, and
    when this one is killed the row is free at once, still *being sent*, for the next to try.
    """
    gateway = gateway_in_use()
    if gateway is None:
        return
    with acting(SMS_REMINDERS):
        is_due = begin_sending(id=key, by=SMS_REMINDERS, at=now())
    if not is_due:
        return
    with acting(SMS_REMINDERS):
        held = hold_for_sending(id=key, by=SMS_REMINDERS, at=now())
        if held is None:
            return
        reminder, phone = held
        _hand_over(gateway, reminder, phone)
        if reminder.state == SmsState.SENDING:
            wait = (reminder.next_try_at - now()).total_seconds()
            put_in(SEND_SMS, key=key, seconds_from_now=max(1, round(wait)))


def _hand_over(gateway: Gateway, reminder: SmsReminder, phone: str) -> None:
    by = SMS_REMINDERS
    try:
        name = gateway.send(to=phone, text=text_of(reminder), key=str(reminder.pk))
    except SmsRefused as refused:
        logger.warning("refused", reason=SmsWhy.NUMBER, why=str(refused), reminder=str(reminder.pk))
        fail_sending(reminder=reminder, why=SmsWhy.NUMBER, by=by, at=now())
    except SmsDown as down:
        logger.warning("refused", reason="SMS_DOWN", why=str(down), reminder=str(reminder.pk))
        put_off(reminder=reminder, by=by, at=now())
    else:
        confirm_sent(reminder=reminder, gateway_id=name, by=by, at=now())


def text_of(reminder: SmsReminder) -> str:
    """The words, which are the same each time it is tried: a day's tries stay within the day."""
    if reminder.starts_at is None or reminder.first_tried_at is None:
        return STOPPED
    return reminder_text(reminder.starts_at, at=reminder.first_tried_at)
