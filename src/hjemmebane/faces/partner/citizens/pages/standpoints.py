"""What each says to what the others do, as a partner reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hjemmebane.domain.sharing.models import PlanActivity, Standpoint
from hjemmebane.domain.sharing.queries import standpoints_on
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

TONES = {"AGREES": ("good", "check"), "DIFFERS": ("note", "chat")}


@dataclass(frozen=True)
class StandpointOnPage:
    """“Vi ser det anderledes”, who says so and when, and in their words why."""

    label: str
    tone: str
    icon: str
    who: str
    reason: str


def standpoints_on_page(said: Iterable[Standpoint]) -> list[StandpointOnPage]:
    return [_on_page(one) for one in said]


def _on_page(one: Standpoint) -> StandpointOnPage:
    tone, icon = TONES[one.answer]
    side = "teamet" if one.side == "TEAM" else one.partner_person.organisation.name
    return StandpointOnPage(
        label=str(one.get_answer_display()),
        tone=tone,
        icon=icon,
        who=f"{one.recorded_by}, {side} · {written_day(day_of(one.recorded_at))}",
        reason=one.reason,
    )


def mine_before(visit: Visit, activity: PlanActivity) -> dict[str, object]:
    """What the partner said last, to be changed; nothing where they have not."""
    said = standpoints_on([visit.course_id]).get(activity.pk, [])
    mine = [one for one in said if one.recorded_by_id == visit.request.actor.user_id]
    return {"answer": mine[-1].answer, "reason": mine[-1].reason} if mine else {}
