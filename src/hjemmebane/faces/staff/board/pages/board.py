"""The board: one row for each citizen, asked for in as many queries whatever the number of rows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.design.picking import Pick
from hjemmebane.domain.courses.choices import DraftKind
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import drafts_of
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import chosen_columns
from hjemmebane.faces.staff.board.pages.arranging import SORT, Arrangement, arrangement
from hjemmebane.faces.staff.board.pages.columns import (
    ASCENDING,
    USUAL,
    Cell,
    Column,
    columns_named,
)
from hjemmebane.faces.staff.board.pages.doors import Marker, markers
from hjemmebane.faces.staff.board.pages.lines import Line, everybody, lines_of
from hjemmebane.faces.staff.consents.pages import asked_again
from hjemmebane.faces.staff.courses.pages.standing import Standing, standing
from hjemmebane.faces.staff.drafts import link_to_draft
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class BoardRow:
    """One citizen. cells: (heading, cell), in the order of the columns.

    markers: what they or a partner brought since last.
    """

    citizen_id: UUID
    name: str
    url: str
    standing: Standing
    markers: Sequence[Marker]
    cells: Sequence[tuple[str, Cell]]


@dataclass(frozen=True)
class RowGroup:
    """heading: what the citizens in it have in common; empty when there are no groups."""

    heading: str
    rows: Sequence[BoardRow]


@dataclass(frozen=True)
class Heading:
    """url: where the board is sorted by this column; aria: how it is sorted by it now."""

    label: str
    url: str = ""
    aria: str = ""


@dataclass(frozen=True)
class BoardPage:
    """citizen_ids: everybody who is named, also one whose course has ended without an end form.

    total: how many the team has, shown or not.
    """

    team: Team
    day: str
    total: int
    arrangement: Arrangement
    picks: Sequence[Pick]
    headings: Sequence[Heading]
    groups: Sequence[RowGroup]
    drafts: Sequence[Link]
    asked_again: Sequence[Link]
    switch: Sequence[Link]
    citizen_ids: AbstractSet[UUID]

    @property
    def rows(self) -> list[BoardRow]:
        return [row for group in self.groups for row in group.rows]

    @property
    def summary(self) -> str:
        """“Viser 4 af 15 borgere: rødt lys”."""
        if not self.arrangement.is_filtered:
            return f"Viser alle {self.total}" if self.total > 1 else ""
        borgere = "borger" if self.total == 1 else "borgere"
        return f"Viser {len(self.rows)} af {self.total} {borgere}: {self.arrangement.said}"

    @property
    def waits(self) -> str:
        """“Husk: 6 ting”; nothing when nothing waits."""
        count = len(self.drafts) + len(self.asked_again)
        return f"Husk: {count} ting" if count else ""

    @property
    def address(self) -> str:
        return self.arrangement.address()

    @property
    def paper_url(self) -> str:
        """The board on paper, with the same choices."""
        return f"{reverse('staff:board:paper')}?{self.address.partition('?')[2]}"

    @property
    def clear_url(self) -> str:
        return address_in(self.team, "staff:board:page")

    @property
    def columns_url(self) -> str:
        return address_in(self.team, "staff:board:columns")

    @property
    def wall_url(self) -> str:
        return address_in(self.team, "staff:board:wall")


def board_page(
    team: Team,
    teams: Sequence[Team],
    asked: Mapping[str, str],
    words: str = "",
    *,
    at: dt.datetime,
) -> BoardPage:
    """The team's board as it was asked for; `teams` are those the reader can switch between.

    What waits to be done is told of the whole board only: whoever looks at some of the citizens
    reads about no others.
    """
    courses = everybody(team.pk, at=at)
    columns = columns_of(courses)
    lines = lines_of(courses, [column.code for column in columns], at=at)
    arranged = arrangement(team, lines, columns, asked, words)
    groups = arranged.groups(lines)
    shown = [line for group in groups for line in group.lines]
    drafts = [] if arranged.is_filtered else drafts_of(team.pk)
    citizen_ids = [line.citizen_id for line in shown]
    return BoardPage(
        team=team,
        day=written_day(day_of(at)),
        total=len(lines),
        arrangement=arranged,
        picks=arranged.picks(lines),
        headings=[Heading("Borger", arranged.address(**{SORT: ""}), _aria(arranged, None))]
        + [_heading(column, arranged) for column in columns],
        groups=[
            RowGroup(group.heading, [_row(line, columns) for line in group.lines])
            for group in groups
        ],
        drafts=[link_to_draft(draft, at) for draft in drafts],
        asked_again=[] if arranged.is_filtered else asked_again(citizen_ids, day_of(at)),
        switch=switch(team, teams, "staff:board:page"),
        citizen_ids={
            *citizen_ids,
            *(one.subject_id for one in drafts if one.kind != DraftKind.ASSESSMENT),
        },
    )


def columns_of(courses: Sequence[Course]) -> list[Column]:
    """Those the team has chosen, or the usual ones; a board with nobody on it shows none."""
    chosen = chosen_columns(courses[0].team) if courses else ()
    return columns_named(chosen or USUAL)


def _heading(column: Column, arranged: Arrangement) -> Heading:
    if column.key is None:
        return Heading(column.heading)
    url = arranged.address(**{SORT: column.slug})
    return Heading(column.heading, url, _aria(arranged, column))


def _aria(arranged: Arrangement, column: Column | None) -> str:
    """How the board is sorted by a column, or by name; empty when it is by something else."""
    if arranged.sort is not column:
        return ""
    return column.aria if column else ASCENDING


def _row(line: Line, columns: Sequence[Column]) -> BoardRow:
    return BoardRow(
        citizen_id=line.citizen_id,
        name=line.name,
        url=reverse("staff:citizens:overview", args=[line.citizen_id]),
        standing=standing(line.course, line.hold, line.intensity, line.today),
        markers=markers(line.doors, line.citizen_id),
        cells=[(column.heading, column.draw(line)) for column in columns],
    )
