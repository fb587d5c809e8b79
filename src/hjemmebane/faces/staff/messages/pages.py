"""What was written about one thing that a partner does, and whether it can be answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.choices import ActivityStatus
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.queries import messages_about, standpoints_on
from hjemmebane.domain.sharing.rules import check_can_close_for, check_can_read
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.messages.forms import CloseForm
from hjemmebane.faces.staff.standpoints import StandpointOnPage, standpoints_in_plan
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.decisions import Refused, allowed
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_moment

CLOSING = "luk"


@dataclass(frozen=True)
class MessageOnPage:
    text: str
    who: str
    when: str
    note: str


@dataclass(frozen=True)
class ThreadPage:
    """shut: why the partner could not read an answer; empty while they can.

    close: the form for what became of it, where the partner can no longer say so.
    """

    activity: PlanActivity
    name: str
    where: str
    messages: Sequence[MessageOnPage]
    has_unread: bool
    shut: str
    close: CloseForm | None
    plan_url: str
    standpoints: Sequence[StandpointOnPage]
    thread_url: str


def thread_page(
    frame: CitizenFrame, activity: PlanActivity, *, closing: CloseForm | None = None
) -> ThreadPage:
    """`closing` is a form that was sent and refused."""
    partner, messages = activity.partner_person, list(messages_about(activity.pk))
    of_partner = [one for one in messages if one.side == MessageSide.PARTNER]
    return ThreadPage(
        activity=activity,
        name=partner.name,
        where=", ".join(filter(None, (partner.role, partner.organisation.name))),
        messages=[on_page(one, partner.name) for one in messages],
        has_unread=any(one.seen_at is None for one in of_partner),
        shut=why_shut(frame, activity),
        close=closing or close_form(frame, activity),
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


def close_form(frame: CitizenFrame, activity: PlanActivity) -> CloseForm | None:
    """Where the team may close it: with any reason, which is yet to be written."""
    may = {"status": ActivityStatus.DROPPED, "reason": "…", "today": today()}
    if not frame.course.is_open or not allowed(check_can_close_for, activity, **may):
        return None
    return CloseForm(record=activity, prefix=CLOSING)


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
