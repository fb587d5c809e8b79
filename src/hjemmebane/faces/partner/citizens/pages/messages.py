"""What was written between a partner and the team about one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.sharing.models import Message, PlanActivity
from hjemmebane.domain.sharing.queries import messages_about
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.written import written_moment

UNREAD = "Ikke læst"


@dataclass(frozen=True)
class MessageOnPage:
    message: Message
    who: str
    when: str
    note: str


@dataclass(frozen=True)
class ThreadPage:
    activity: PlanActivity
    messages: Sequence[MessageOnPage]
    has_unread: bool


def thread_page(visit: Visit, activity: PlanActivity) -> ThreadPage:
    messages = [
        on_page(one, visit.partner.organisation.name) for one in messages_about(activity.pk)
    ]
    return ThreadPage(
        activity=activity,
        messages=messages,
        has_unread=any(one.note == UNREAD for one in messages),
    )


def on_page(message: Message, organisation: str) -> MessageOnPage:
    """Who wrote it, when, and whether the other side has read it."""
    is_ours = message.side == "PARTNER"
    if is_ours:
        note = "Læst af teamet" if message.seen_at else "Teamet har ikke læst det endnu"
    else:
        note = "" if message.seen_at else UNREAD
    return MessageOnPage(
        message=message,
        who=f"{message.recorded_by}, {organisation if is_ours else 'teamet'}",
        when=written_moment(message.recorded_at),
        note=note,
    )
