"""What the team believes of itself, quarter by quarter, and what was kept of it.

Under row-level security a member finds the others' answers once they have answered themselves, or
when the quarter's talk is closed.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.fidelity.calculations.believed import Spread, spread_of
from hjemmebane.domain.fidelity.calculations.quarters import Quarter
from hjemmebane.domain.fidelity.models import QuarterFigure, QuarterTalk, SelfAssessment
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.foundation.database import ask_guard


def own_assessment(
    team_id: UUID, quarter: Quarter, staff_member_id: UUID | None
) -> SelfAssessment | None:
    rows = SelfAssessment.objects.filter(team_id=team_id, quarter_on=quarter.first)
    return rows.filter(staff_member_id=staff_member_id).select_related("team").first()


def assessment_count(team_id: UUID, quarter: Quarter) -> int:
    """How many have answered: known before one may see what."""
    [[count]] = ask_guard("self_assessment_count", str(team_id), quarter.first.isoformat())
    return int(str(count))


def opened_assessments(
    team_id: UUID, quarters: Iterable[Quarter]
) -> dict[dt.date, list[SelfAssessment]]:
    """What the acting person may see of these quarters, by the quarter's first day.

    A quarter in which nothing is open to them but their own is left out: their own answer alone
    would look like the team's.
    """
    days = [quarter.first for quarter in quarters]
    rows = SelfAssessment.objects.filter(team_id=team_id, quarter_on__in=days)
    found: dict[dt.date, list[SelfAssessment]] = {}
    for row in rows.order_by("recorded_at", "pk"):
        found.setdefault(row.quarter_on, []).append(row)
    return found


def spreads(method: MethodPack, given: Sequence[SelfAssessment]) -> Mapping[str, Spread]:
    """Every line of the method, by code, as these have answered it."""
    return {
        line.code: spread_of(
            [one.answers.get(line.code) for one in given],
            least=method.self_assessment_limits.answers,
            levels=len(method.self_assessment_levels),
        )
        for line in method.self_assessments
    }


def comments_on(given: Iterable[SelfAssessment]) -> Mapping[str, list[str]]:
    """What was written to each line, by its code, without names."""
    told: dict[str, list[str]] = {}
    for one in given:
        for code, text in one.comments.items():
            told.setdefault(code, []).append(text)
    return told


def talk_of(team_id: UUID, quarter: Quarter) -> QuarterTalk | None:
    rows = QuarterTalk.objects.filter(team_id=team_id, quarter_on=quarter.first)
    return rows.select_related("team", "closed_by").first()


def talk_to_change(team_id: UUID, quarter: Quarter) -> QuarterTalk | None:
    """Held until the transaction ends, so that nobody answers while it is closed."""
    rows = QuarterTalk.objects.select_for_update(no_key=True)
    return rows.filter(team_id=team_id, quarter_on=quarter.first).first()


def kept_figures(
    team_ids: Iterable[UUID], quarters: Iterable[Quarter] | None = None
) -> QuerySet[QuarterFigure]:
    """What was kept of these teams; for a manager only what enough people are behind."""
    rows = QuarterFigure.objects.filter(team_id__in=list(team_ids))
    if quarters is not None:
        rows = rows.filter(quarter_on__in=[one.first for one in quarters])
    return rows.order_by("quarter_on", "kind", "code", "pk")
