"""What was written about one thing that a partner does, and whether it can be answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.queries import messages_about, standpoints_on
from hjemmebane.domain.sharing.rules import check_can_read
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.standpoints import StandpointOnPage, standpoints_in_plan
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_moment


@dataclass(frozen=True)
class MessageOnPage:
    text: str
    who: str
    when: str
    note: str


@dataclass(frozen=True)
class ThreadPage:
    """shut: why the partner could not read an answer; empty while they can."""

    activity: PlanActivity
    name: str
    where: str
    messages: Sequence[MessageOnPage]
    has_unread: bool
    shut: str
    plan_url: str
    standpoints: Sequence[StandpointOnPage]
    thread_url: str


def thread_page(frame: CitizenFrame, activity: PlanActivity) -> ThreadPage:
    partner, messages = activity.partner_person, list(messages_about(activity.pk))
    of_partner = [one for one in messages if one.side == MessageSide.PARTNER]
    return ThreadPage(
        activity=activity,
        name=partner.name,
        where=", ".join(filter(None, (partner.role, partner.organisation.name))),
        messages=[on_page(one, partner.name) for one in messages],
        has_unread=any(one.seen_at is None for one in of_partner),
        shut=why_shut(frame, activity),
        standpoints=standpoints_in_plan(frame.course.pk).get(activity.pk, ()),
        thread_url=frame.url("staff:messages:thread", activity.pk),
        plan_url=f"{frame.url('staff:plans:page')}#aktivitet-{activity.pk}",
    )


def why_shut(frame: CitizenFrame, activity: PlanActivity) -> str:
    try:
        check_can_read(activity.partner_person, frame.citizen.pk, today=today())
    except Refused as refused:
        return refused.sentence
    return ""


def on_page(message: Message, partner: str) -> MessageOnPage:
    """Who wrote it, when, and whether the other side has read it."""
    is_ours = message.side == MessageSide.TEAM
    if is_ours:
        note = f"Læst af {partner}" if message.seen_at else "Ikke læst endnu"
    else:
        note = "" if message.seen_at else "Ny"
    return MessageOnPage(
        text=message.text,
        who=f"{message.recorded_by}, teamet" if is_ours else str(message.recorded_by),
        when=written_moment(message.recorded_at),
        note=note,
    )


def mine_before(request: ActorRequest, activity: PlanActivity) -> dict[str, object]:
    """What the one who asks said last, to be changed; nothing where they have not."""
    said = standpoints_on([activity.course_id]).get(activity.pk, [])
    mine = [one for one in said if one.recorded_by_id == request.actor.user_id]
    return {"answer": mine[-1].answer, "reason": mine[-1].reason} if mine else {}
