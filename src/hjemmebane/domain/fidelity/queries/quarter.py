"""A team's quarter as a member may see it: believed, logged, and the quarters before."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.calculations.side_by_side import QuarterTold
from hjemmebane.domain.fidelity.choices import FigureKind
from hjemmebane.domain.fidelity.models import QuarterTalk, SelfAssessment
from hjemmebane.domain.fidelity.queries.believed import (
    assessment_count,
    comments_on,
    kept_figures,
    opened_assessments,
    own_assessment,
    spreads,
    talk_of,
)
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

QUARTERS = 4


@dataclass(frozen=True)
class TeamQuarter:
    """told: by quarter, the last of them the one that was asked for. own: the reader's answers.

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
    def now(self) -> QuarterTold:
        return self.told[self.quarter]

    @property
    def before(self) -> QuarterTold:
        return self.told[self.quarter.previous]


def team_quarter(team: Team, quarter: Quarter, *, by: Actor, at: dt.datetime) -> TeamQuarter:
    """As many queries for many members, quarters and citizens as for one.

    The logged figures of a closed quarter are those that were kept. Of one that may still be
    closed they are today's, which are what would be kept. Of others there are none.
    """
    method, quarters = pack(team.method_pack), quarter.back(QUARTERS)
    me = staff_member(by)
    own = own_assessment(team.pk, quarter, me.pk if me else None)
    talk = talk_of(team.pk, quarter)
    given = opened_assessments(team.pk, quarters)
    levels, kept_on = _kept(team, quarters)
    read_on = kept_on.get(quarter)
    this = quarter_of(day_of(at))
    if read_on is None and quarter in {this, this.previous}:
        levels[quarter] = {one.indicator.code: one.level for one in readings_of(team, at=at)}
        read_on = day_of(at)
    is_open = own is not None or bool(talk and talk.closed_at)
    return TeamQuarter(
        team=team,
        method=method,
        quarter=quarter,
        told={
            one: QuarterTold(
                believed=spreads(method, given[one.first]) if one.first in given else {},
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


def _kept(
    team: Team, quarters: Sequence[Quarter]
) -> tuple[dict[Quarter, dict[str, int | None]], dict[Quarter, dt.date]]:
    """The levels that were kept, and when, by quarter."""
    levels: dict[Quarter, dict[str, int | None]] = {}
    kept_on: dict[Quarter, dt.date] = {}
    for one in kept_figures([team.pk], quarters).filter(kind=FigureKind.LOGGED):
        quarter = quarter_of(one.quarter_on)
        rating = None if one.rating is None else int(one.rating)
        levels.setdefault(quarter, {})[one.code] = rating
        kept_on[quarter] = day_of(one.recorded_at)
    return levels, kept_on
