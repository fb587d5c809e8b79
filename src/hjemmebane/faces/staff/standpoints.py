"""What partners and the team say to what the other does, as the plan and the thread show it."""

from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.sharing.choices import StandpointGiven
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.domain.sharing.queries import standpoints_on
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

TONES = {StandpointGiven.AGREES: ("good", "check"), StandpointGiven.DIFFERS: ("note", "chat")}


@dataclass(frozen=True)
class StandpointOnPage:
    """“Vi ser det anderledes”, who says so and when, and in their words why."""

    label: str
    tone: str
    icon: str
    who: str
    reason: str


def standpoints_in_plan(course_id: UUID) -> dict[UUID, list[StandpointOnPage]]:
    """By the key of the activity; one query."""
    said = standpoints_on([course_id]).items()
    return {key: [_on_page(one) for one in ones] for key, ones in said}


def _on_page(one: Standpoint) -> StandpointOnPage:
    tone, icon = TONES[StandpointGiven(one.answer)]
    of_team = one.side == MessageSide.TEAM
    side = "teamet" if of_team else one.partner_person.organisation.name
    return StandpointOnPage(
        label=str(one.get_answer_display()),
        tone=tone,
        icon=icon,
        who=f"{one.recorded_by}, {side} · {written_day(day_of(one.recorded_at))}",
        reason=one.reason,
    )
