"""The gateway calls: believed when it is signed, done once, and never told whose a number is."""

import datetime as dt
import json
import logging

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.contacts.actions import SEND_SMS, SMS_REMINDERS, plan_reminders
from hjemmebane.domain.contacts.choices import ReplyKind
from hjemmebane.domain.contacts.jobs import send_sms
from hjemmebane.domain.contacts.models import ReminderAgreement, SmsReminder, SmsReply, Task
from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.choices import AbsenceKind
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.sms.incoming import SIGNATURE, TIMESTAMP, signature
from tests.factories.sms import KIMS_NUMBER, agree, appoint, sms

__all__ = ["sms"]
pytestmark = pytest.mark.django_db
SECRET = "only-for-tests"


def call(name, told, *, seconds=0, secret=SECRET):
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    timestamp = f"{now().timestamp() + seconds:.0f}"
    headers = {TIMESTAMP: timestamp, SIGNATURE: signature(secret, timestamp, body)}
    client = Client(enforce_csrf_checks=True)
    address = reverse(f"public:sms:{name}")
    return client.post(address, body, content_type="application/json", headers=headers)


def reply(text, *, key="svar-1", sender=KIMS_NUMBER):
    return call("reply", {"id": key, "from": sender, "text": text})


@pytest.fixture
def reminded(cast):
    """Kim wants to be reminded, and has chosen Bo."""
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now())
        choose_primary_contact(
            id=new_id(),
            course=cast.kim.course,
            staff_member=cast.bo.staff_member,
            chosen_by_citizen=True,
            by=cast.ida.actor,
            at=now(),
        )
    return cast


def tasks(cast):
    with acting(cast.ida.actor):
        return [(one.what, one.staff_member.name, one.due_on) for one in Task.objects.all()]


def replies(cast):
    with acting(cast.ida.actor):
        return list(SmsReply.objects.order_by("pk").values_list("kind", "text"))


@pytest.mark.parametrize("text", ["ring", "RING", "Ring!", " ‘ring’. "])
def test_ring_is_a_task_for_today_whoever_brings_it_twice(reminded, text):
    for _ in range(2):
        assert reply(text).status_code == 204

    assert tasks(reminded) == [("Ring til Kim: svarede RING på en sms", "Bo", today())]
    assert replies(reminded) == [(ReplyKind.RING, text)]


def test_answer_with_what_no_database_takes_is_done_all_the_same(reminded):
    """The gateway would bring it again and again, and nobody would ever read it."""
    assert reply("ri\0ng").status_code == 204

    assert replies(reminded) == [(ReplyKind.RING, "ring")]


def test_another_answer_is_another_task(reminded):
    reply("ring", key="a")
    reply("ring", key="b")

    assert len(tasks(reminded)) == 2


def test_other_words_are_for_the_team_and_not_for_the_log(reminded, caplog):
    caplog.set_level(logging.DEBUG)

    assert reply("Jeg er indlagt").status_code == 204

    assert tasks(reminded) == [("Svar på sms fra Kim", "Bo", today())]
    assert replies(reminded) == [(ReplyKind.OTHER, "Jeg er indlagt")]
    assert "indlagt" not in caplog.text
    assert KIMS_NUMBER not in caplog.text


def test_without_a_primary_contact_it_is_for_whoever_agreed(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now())
    reply("ring")

    assert [who for _what, who, _day in tasks(cast)] == ["Ida"]


@pytest.mark.parametrize("why", ["has left", "is away"])
def test_answer_goes_to_somebody_who_is_there(reminded, why):
    """A task of somebody who is not there is nobody's: the citizen waits for a call."""
    cast, yesterday = reminded, today() - dt.timedelta(days=1)
    if why == "has left":
        with acting(OPERATIONS):
            membership = TeamMembership.objects.get(staff_member=cast.bo.staff_member)
            leave_team(
                membership=membership, until_on=yesterday, version=1, by=OPERATIONS, at=now()
            )
    else:
        with acting(cast.bo.actor):
            register_absence(
                id=new_id(),
                staff_member=cast.bo.staff_member,
                values={"kind": AbsenceKind.ILLNESS, "from_on": today()},
                by=cast.bo.actor,
                at=now(),
            )
    reply("ring")

    assert [who for _what, who, _day in tasks(cast)] == ["Ida"]


def test_stop_stops_at_once_and_says_so_once(reminded, sms):
    for key in ("a", "a", "b"):
        assert reply("Stop.", key=key).status_code == 204

    with acting(reminded.ida.actor):
        agreement = ReminderAgreement.objects.get()
        assert (agreement.is_in_force, agreement.stopped_how) == (False, "BY_SMS")
    with acting(SMS_REMINDERS):
        [said] = SmsReminder.objects.all()
        for _ in range(2):
            send_sms(said.pk)
    [message] = sms.taken.values()
    assert (message.to, message.text) == (KIMS_NUMBER, "Vi sender ikke flere påmindelser på sms.")
    assert tasks(reminded) == []


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_answer_to_stop_is_put_in_the_queue_once(reminded):
    for key in ("a", "a", "b"):
        reply("stop", key=key)

    with acting(SMS_REMINDERS):
        [said] = SmsReminder.objects.all()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs")
        assert cursor.fetchall() == [(SEND_SMS, f'{{"key": "{said.pk}"}}')]


@pytest.mark.parametrize("sender", ["+4530303030", "ukendt", "", "Kim"])
def test_unknown_number_is_taken_and_ignored(reminded, sender):
    for _ in range(2):
        assert reply("ring", sender=sender).status_code == 204

    assert tasks(reminded) == []
    assert replies(reminded) == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_one_citizen_among_several_on_a_number_is_the_last_written_to(reminded):
    """A couple with one telephone: STOP is for both."""
    with acting(reminded.omar.actor):
        agree(reminded.noor, reminded.omar, now())
    assert reply("stop").status_code == 204

    for one in (reminded.ida, reminded.omar):
        with acting(one.actor):
            assert [row.is_in_force for row in ReminderAgreement.objects.all()] == [False]


def delivered(cast, sms):
    """A reminder that was sent; the key the gateway knows it by."""
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now() - dt.timedelta(days=2))
        appoint(cast.kim, cast.ida, now() + dt.timedelta(hours=30), now() - dt.timedelta(days=2))
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=now())
        return SmsReminder.objects.get()


@pytest.mark.parametrize(("status", "state"), [("delivered", "DELIVERED"), ("failed", "FAILED")])
def test_delivery_is_kept(cast, sms, status, state):
    reminder = delivered(cast, sms)
    for _ in range(2):
        answer = call("delivery", {"reference": str(reminder.pk), "status": status})
        assert answer.status_code == 204

    with acting(cast.ida.actor):
        assert SmsReminder.objects.get().state == state


def test_delivery_of_something_else_is_taken(cast):
    told = {"reference": str(new_id()), "status": "delivered"}

    assert call("delivery", told).status_code == 204


@pytest.mark.parametrize("name", ["reply", "delivery"])
@pytest.mark.parametrize("wrong", [{"secret": "gættet"}, {"seconds": -301}, {"seconds": 301}])
def test_forged_or_replayed_call_finds_nothing(reminded, name, wrong):
    told = {"id": "x", "from": KIMS_NUMBER, "text": "stop"}

    assert call(name, told, **wrong).status_code == 404
    with acting(reminded.ida.actor):
        assert ReminderAgreement.objects.get().is_in_force


def test_without_a_secret_nobody_is_believed(reminded, settings):
    settings.SMS_SECRET = ""

    assert call("reply", {"id": "x", "from": KIMS_NUMBER}, secret="").status_code == 404


@pytest.mark.parametrize("name", ["reply", "delivery"])
@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b'{"id": 1}'], ids=["none", "cut", "list", "bytes", "else"]
)
def test_unreadable_call_is_a_bad_request(cast, name, body):
    assert call(name, body).status_code == 400


@pytest.mark.parametrize("name", ["reply", "delivery"])
def test_only_calls_are_answered(client, name):
    assert client.get(reverse(f"public:sms:{name}")).status_code == 405
