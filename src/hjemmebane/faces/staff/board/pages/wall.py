"""The board on a wall: nobody's name, nothing anybody wrote, no way into a record.

What may hang there is spelt out here and nowhere else: a team's choice of columns does not reach
the wall, so that a new column can never show more than was thought of.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.crypto import salted_hmac

from hjemmebane.design.templatetags.design import initials
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.board.pages.columns import COLUMNS, Cell, Tag
from hjemmebane.faces.staff.board.pages.doors import CITIZEN, PARTNER, markers
from hjemmebane.faces.staff.board.pages.lines import Line, everybody, lines_of
from hjemmebane.faces.staff.courses.pages.standing import standing
from hjemmebane.faces.staff.moments import short_moment
from hjemmebane.faces.staff.reasons import reason_of
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.written import written_day

ASKED = (BoardColumn.LAST_MET, BoardColumn.NEXT)
SHORT = {CITIZEN: "borger", PARTNER: "partner"}
HEADINGS = ("Lys", "Grund", "Sidst mødt", "Næste aftale", "Del", "Kollega")


@dataclass(frozen=True)
class WallRow:
    """called: “KK”, or “KK 2” where two have the same initials. cells: (heading, cell).

    news: from whom there is news, in few words; what it is stays in the room.
    """

    called: str
    standing: str
    news: str
    cells: Sequence[tuple[str, Cell]]


@dataclass(frozen=True)
class WallPage:
    """mark: the same as long as the screen would show the same; tells nothing of what it shows."""

    team: Team
    day: str
    rows: Sequence[WallRow]
    mark: str
    citizen_ids: AbstractSet[UUID]

    headings = HEADINGS

    @property
    def news_url(self) -> str:
        return f"{address_in(self.team, 'staff:board:wall')}&set={self.mark}"

    @property
    def board_url(self) -> str:
        return address_in(self.team, "staff:board:page")


def wall_page(team: Team, *, at: dt.datetime) -> WallPage:
    """The team's citizens by their initials."""
    lines = lines_of(everybody(team.pk, at=at), ASKED, at=at)
    called = called_apart(lines)
    ordered = sorted(lines, key=lambda line: alphabetical_key(called[line.citizen_id]))
    rows = [_row(line, called[line.citizen_id]) for line in ordered]
    day = written_day(day_of(at))
    shown = repr((reverse("staff:board:wall"), team.name, day, rows))
    return WallPage(
        team=team,
        day=day,
        rows=rows,
        mark=salted_hmac("board.wall", shown, algorithm="sha256").hexdigest(),
        citizen_ids={line.citizen_id for line in lines},
    )


def called_apart(lines: Sequence[Line]) -> dict[UUID, str]:
    """Everybody's initials; who share them are numbered in the order in which they began."""
    begun = sorted(lines, key=lambda line: (line.course.started_on, line.course.pk))
    shared = Counter(initials(line.name) for line in begun)
    seen: Counter[str] = Counter()
    called = {}
    for line in begun:
        letters = initials(line.name)
        seen[letters] += 1
        called[line.citizen_id] = f"{letters} {seen[letters]}" if shared[letters] > 1 else letters
    return called


def _row(line: Line, called: str) -> WallRow:
    out_of_the_ordinary = standing(line.course, line.hold, line.intensity, line.today)
    cells = (_light(line), _reason(line), _last_met(line), _next(line), _part(line), _primary(line))
    whom = [SHORT[one.label] for one in markers(line.doors, line.citizen_id)]
    news = f"Nyt fra {' og '.join(whom)}" if whom else ""
    return WallRow(called, out_of_the_ordinary.label, news, list(zip(HEADINGS, cells, strict=True)))


def _light(line: Line) -> Cell:
    return COLUMNS[BoardColumn.LIGHT].draw(line)


def _reason(line: Line) -> Cell:
    """The reason as the method calls it; the note stays in the room."""
    if line.entry is None:
        return Cell(none="–")
    is_late = line.entry.review_on < line.today
    return Cell(reason_of(line.entry), late="skal ses på igen" if is_late else "")


def _last_met(line: Line) -> Cell:
    met = COLUMNS[BoardColumn.LAST_MET].draw(line)
    in_vain = line.contact.attempts_since_met if line.contact else 0
    return replace(met, tag=Tag(f"+{in_vain} forsøg", "warn") if in_vain else None)


def _next(line: Line) -> Cell:
    coming = line.appointment
    if coming is None:
        return Cell(none="Ingen")
    who = f"kollega {initials(coming.staff_member.name)}"
    return Cell(short_moment(coming.starts_at, line.at), small=who)


def _part(line: Line) -> Cell:
    return Cell(line.part.short_title) if line.part else Cell(none="Ikke valgt")


def _primary(line: Line) -> Cell:
    """Under a heading that says whose initials they are: a citizen may have the same ones."""
    return Cell(initials(line.primary.staff_member.name)) if line.primary else Cell(none="Ingen")
