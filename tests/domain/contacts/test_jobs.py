"""The jobs of reminders: asked for once, sent once, whatever the gateway says."""

import pytest
from django.db import connections

from hjemmebane.domain.contacts import jobs
from hjemmebane.domain.contacts.actions import (
    SEND_SMS,
    SMS_REMINDERS,
    begin_sending,
    plan_reminders,
    stop_reminders,
)
from hjemmebane.domain.contacts.choices import SmsState, SmsWhy
from hjemmebane.domain.contacts.models import SmsReminder
from hjemmebane.domain.contacts.queries import reminder_agreement_of
from hjemmebane.foundation.actors import acting
from hjemmebane.gateways.sms import client
from hjemmebane.gateways.sms.fake import NOBODYS
from tests.factories.sms import KIMS_NUMBER, agree, appoint, danish, sms

__all__ = ["sms"]
pytestmark = pytest.mark.django_db
AGREED = danish("2025-06-02T09:00")
STARTS = danish("2025-06-04T10:00")
DUE = danish("2025-06-03T18:00")
QUEUE = "SELECT task_name, args::text, scheduled_at IS NULL FROM procrastinate_jobs ORDER BY id"


@pytest.fixture
def evening(monkeypatch):
    """It is when the reminder is due."""
    monkeypatch.setattr(jobs, "now", lambda: DUE)


@pytest.fixture
def reminder(cast, sms, evening):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, AGREED)
        appoint(cast.kim, cast.ida, STARTS, AGREED)
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=AGREED)
        return SmsReminder.objects.get()


def outcome():
    with acting(SMS_REMINDERS):
        [row] = SmsReminder.objects.all()
        return row.state, row.why, row.attempts


def queued():
    """What waits in the queue, as whoever owns it sees it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(QUEUE)
        return cursor.fetchall()


def test_reminder_is_sent_once(reminder, sms):
    for _ in range(3):
        jobs.send_sms(reminder.pk)

    [(key, message)] = sms.taken.items()
    assert (key, message.times) == (str(reminder.pk), 1)
    assert message.to == KIMS_NUMBER
    assert message.text == "Husk i morgen kl. 10.00. Svar RING, hvis du vil ringes op."
    assert outcome() == (SmsState.SENT, "", 1)


@pytest.mark.parametrize("fault", ["down", "lost", "dropped", "silent", "strange", "trickle"])
def test_unclear_end_stays_being_sent_under_the_same_key(reminder, sms, fault, monkeypatch):
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 0.3)
    sms.otherwise.append(fault)

    jobs.send_sms(reminder.pk)
    assert outcome() == (SmsState.SENDING, "", 1)
    jobs.send_sms(reminder.pk)
    assert outcome() == (SmsState.SENDING, "", 1)  # not before its pause is over

    with acting(SMS_REMINDERS):
        again_at = SmsReminder.objects.get().next_try_at
    monkeypatch.setattr(jobs, "now", lambda: again_at)
    jobs.send_sms(reminder.pk)
    assert outcome() == (SmsState.SENT, "", 2)
    assert [str(reminder.pk)] == list(sms.taken)


def test_killed_between_mark_and_gateway_it_is_sent_the_next_time(reminder, sms):
    with acting(SMS_REMINDERS):
        assert begin_sending(id=reminder.pk, by=SMS_REMINDERS, at=DUE)
    assert not sms.taken

    jobs.send_sms(reminder.pk)

    assert len(sms.taken) == 1
    assert outcome() == (SmsState.SENT, "", 2)


def test_number_without_a_telephone_fails(cast, reminder, sms):
    with acting(cast.ida.actor):
        agreement = reminder_agreement_of(cast.kim.course.pk)
        agreement.save_changes({"phone": NOBODYS}, version=agreement.version)

    jobs.send_sms(reminder.pk)

    assert outcome() == (SmsState.FAILED, SmsWhy.NUMBER, 1)
    assert not sms.taken


def test_stopped_citizen_is_sent_nothing(cast, reminder, sms):
    with acting(cast.ida.actor):
        agreement = reminder_agreement_of(cast.kim.course.pk)
        stop_reminders(agreement=agreement, by=cast.ida.actor, at=AGREED)

    jobs.send_sms(reminder.pk)

    assert outcome() == (SmsState.GIVEN_UP, SmsWhy.STOPPED, 0)
    assert not sms.taken


def test_without_a_gateway_nothing_is_planned_or_begun(cast, reminder, settings):
    settings.SMS_ADDRESS = ""

    assert jobs.remind() == 0
    jobs.send_sms(reminder.pk)
    assert outcome() == (SmsState.WAITING, "", 0)


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_due_reminder_is_put_in_the_queue_once_and_by_its_key_alone(reminder):
    assert jobs.remind() == 1
    assert jobs.remind() == 0

    assert queued() == [(SEND_SMS, f'{{"key": "{reminder.pk}"}}', True)]
