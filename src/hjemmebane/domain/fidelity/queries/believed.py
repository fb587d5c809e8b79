"""What the team believes of itself, quarter by quarter, and what was kept of it.

Under row-level security a member finds the others' answers once they have answered themselves, or
when the quarter's talk is closed.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.fidelity.calculations.believed import Spread, spread_of
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.models import QuarterFigure, QuarterTalk, SelfAssessment
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
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
    """What the acting person may see of these quarters, by the quarter's first day, oldest first.

    Where nobody else has answered that is their own alone: one answer is no mean, and says so. A
    quarter of which they may see nothing is left out.
    """
    days = [quarter.first for quarter in quarters]
    rows = SelfAssessment.objects.filter(team_id=team_id, quarter_on__in=days)
    found: dict[dt.date, list[SelfAssessment]] = {}
    for row in rows.order_by("recorded_at", "pk"):
        found.setdefault(row.quarter_on, []).append(row)
    return found


def with_method(method: MethodPack, given: Iterable[SelfAssessment]) -> list[SelfAssessment]:
    """Those that were given with this method: another asks of other lines."""
    return [one for one in given if one.method_pack == method.code]


def method_of_answers(team: Team, talk: QuarterTalk | None) -> MethodPack:
    """What a quarter is answered by: the method of its talk, once there is one, else the team's."""
    return pack(talk.method_pack, talk.method_version) if talk else pack(team.method_pack)


def method_of_quarter(
    team: Team,
    quarter: Quarter,
    *,
    kept: Sequence[QuarterFigure],
    talk: QuarterTalk | None,
    given: Sequence[SelfAssessment],
    today: dt.date,
) -> MethodPack:
    """What a quarter is read by: the method of what is there of it, whatever the team works by now.

    Of the figures that were kept; else what it is answered by, or was: then the newest answers that
    may be seen tell it, where there is no talk.
    """
    this = quarter_of(today)
    if kept:
        return pack(kept[0].method_pack, kept[0].method_version)
    if given and talk is None and quarter < this.previous:
        return pack(given[-1].method_pack, given[-1].method_version)
    return method_of_answers(team, talk)


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
