"""A team's quarter as a member may see it: believed, logged, and the quarters before."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.calculations.side_by_side import QuarterTold
from hjemmebane.domain.fidelity.choices import FigureKind
from hjemmebane.domain.fidelity.models import QuarterFigure, QuarterTalk, SelfAssessment
from hjemmebane.domain.fidelity.queries.believed import (
    assessment_count,
    comments_on,
    kept_figures,
    method_of_quarter,
    opened_assessments,
    own_assessment,
    spreads,
    talk_of,
    with_method,
)
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

QUARTERS = 4


@dataclass(frozen=True)
class TeamQuarter:
    """told: by quarter, the last of them the one that was asked for. own: the reader's answers.

    method: by which it is read; of quarters of another nothing is told.
    is_open: whether the others' answers may be seen; then `comments` are. count: how many have
    answered. read_on: the day the logged figures are of; None where there are none.
    """

    team: Team
    method: MethodPack
    quarter: Quarter
    told: Mapping[Quarter, QuarterTold]
    own: SelfAssessment | None
    is_open: bool
    count: int
    comments: Mapping[str, Sequence[str]]
    talk: QuarterTalk | None
    read_on: dt.date | None

    @property
    def is_of_former_method(self) -> bool:
        """Whether the reader answered by a method that the quarter is not read by."""
        return self.own is not None and self.own.method_pack != self.method.code

    @property
    def now(self) -> QuarterTold:
        return self.told[self.quarter]

    @property
    def before(self) -> QuarterTold:
        return self.told[self.quarter.previous]


def team_quarter(team: Team, quarter: Quarter, *, by: Actor, at: dt.datetime) -> TeamQuarter:
    """As many queries for many members, quarters and citizens as for one.

    It is read by the method that it was begun with, and beside quarters of the same alone. The
    logged figures of a closed quarter are those that were kept. Of one that may still be closed
    they are today's, which are what would be kept. Of others there are none.
    """
    quarters, this, me = quarter.back(QUARTERS), quarter_of(day_of(at)), staff_member(by)
    own = own_assessment(team.pk, quarter, me.pk if me else None)
    talk = talk_of(team.pk, quarter)
    seen = opened_assessments(team.pk, quarters)
    kept = _kept(team, quarters)
    method = method_of_quarter(
        team,
        quarter,
        kept=kept.get(quarter, ()),
        talk=talk,
        given=seen.get(quarter.first, ()),
        today=day_of(at),
    )
    given = {day: with_method(method, rows) for day, rows in seen.items()}
    levels = {one: _levels(method, figures) for one, figures in kept.items()}
    read_on = day_of(kept[quarter][0].recorded_at) if quarter in kept else None
    if read_on is None and quarter in {this, this.previous}:
        readings = readings_of(team, at=at, method=method)
        levels[quarter] = {one.indicator.code: one.level for one in readings}
        read_on = day_of(at)
    is_open = own is not None or bool(talk and talk.closed_at)
    return TeamQuarter(
        team=team,
        method=method,
        quarter=quarter,
        told={
            one: QuarterTold(
                believed=spreads(method, given[one.first]) if given.get(one.first) else {},
                levels=levels.get(one, {}),
            )
            for one in quarters
        },
        own=own,
        is_open=is_open,
        count=assessment_count(team.pk, quarter),
        comments=comments_on(given.get(quarter.first, [])) if is_open else {},
        talk=talk,
        read_on=read_on,
    )


def _kept(team: Team, quarters: Sequence[Quarter]) -> dict[Quarter, list[QuarterFigure]]:
    """What was kept of the log, by quarter."""
    found: dict[Quarter, list[QuarterFigure]] = {}
    for one in kept_figures([team.pk], quarters).filter(kind=FigureKind.LOGGED):
        found.setdefault(quarter_of(one.quarter_on), []).append(one)
    return found


def _levels(method: MethodPack, kept: Sequence[QuarterFigure]) -> dict[str, int | None]:
    """What was kept of one method's indicators."""
    return {
        one.code: None if one.rating is None else int(one.rating)
        for one in kept
        if one.method_pack == method.code
    }
