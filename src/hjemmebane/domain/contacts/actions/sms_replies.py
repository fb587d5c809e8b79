"""What citizens answer to reminders, as the gateway brings it. The words go to the team alone."""

import datetime as dt

from hjemmebane.domain.contacts.calculations.sms import only_word
from hjemmebane.domain.contacts.choices import ReplyKind
from hjemmebane.domain.contacts.models import SmsReminder, SmsReply, Task
from hjemmebane.domain.contacts.queries import Sender, sender_of
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import ask_guard, take_turns
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.queue import put_in
from hjemmebane.foundation.telephones import NotANumber, number_of

SMS_GATEWAY = Actor.system("sms-gateway")
SEND_SMS = "contacts.send_sms"  # the job that sends one message
KINDS = {"ring": ReplyKind.RING, "stop": ReplyKind.STOP}
ASKS = {
    ReplyKind.RING: "Ring til {name}: svarede RING på en sms",
    ReplyKind.OTHER: "Svar på sms fra {name}",
}


@action
def take_reply(*, sender: str, text: str, gateway_key: str, by: Actor, at: dt.datetime) -> str:
    """Do what somebody answered: RING is a task for today, STOP ends the reminders at once.

    Anything else is for the team to read. Answers the kind; empty when the number is nobody's here,
    which is counted. The same answer brought twice is one.
    """
    take_turns(f"sms-reply:{gateway_key}")
    if known := SmsReply.objects.filter(gateway_key=gateway_key).first():
        return str(known.kind)
    try:
        number = number_of(sender)
    except NotANumber:
        number = ""
    whose = sender_of(number)
    if whose is None:
        ask_guard("count_stray_sms", gateway_key, at)
        return ""
    kind = KINDS.get(only_word(text), ReplyKind.OTHER)
    reply = SmsReply(
        course_id=whose.course_id, gateway_key=gateway_key, kind=kind, text=text, received_at=at
    ).insert()
    if kind == ReplyKind.STOP:
        _stop(reply, number, at)
    else:
        _ask(reply, whose, at)
    return str(kind)


def _stop(reply: SmsReply, number: str, at: dt.datetime) -> None:
    """At once, and one message that says so; none when there was nothing to stop."""
    ((stopped,),) = ask_guard("stop_sms_to", number, at)
    if not stopped:
        return
    said = SmsReminder(
        id=new_id(), course_id=reply.course_id, reply=reply, due_at=at, next_try_at=at
    ).insert()
    put_in(SEND_SMS, key=said.pk)


def _ask(reply: SmsReply, whose: Sender, at: dt.datetime) -> None:
    """A task for the primary contact, under the answer's own key, so that there is one."""
    Task(
        id=reply.pk,
        team_id=whose.team_id,
        course_id=whose.course_id,
        what=ASKS[ReplyKind(reply.kind)].format(name=whose.given_name),
        staff_member_id=whose.staff_member_id,
        due_on=day_of(at),
        recorded_by_id=whose.user_id,
        recorded_at=at,
    ).insert()
