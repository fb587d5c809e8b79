"""The board on a sheet of A3, to lie on the table or hang in the team's own room."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class PaperCell:
    """What stands in a cell; under it something quiet, and what must not be overlooked."""

    text: str
    small: str = ""
    loud: str = ""


@dataclass(frozen=True)
class PaperGroup:
    """heading: what the rows have in common; empty when there are no groups."""

    heading: str
    rows: Sequence[Sequence[PaperCell]]


def board_pdf(
    *,
    team: str,
    lead: str,
    headings: Sequence[str],
    groups: Sequence[PaperGroup],
    is_demo: bool,
    at: dt.datetime,
) -> bytes:
    """A tagged PDF; the headings stand again on each sheet."""
    data = {
        "title": "Tavlen",
        "team": team,
        "lead": lead,
        "headings": list(headings),
        "groups": [asdict(group) for group in groups],
        "footer": footer(team, f"Udskrevet {written_day(day_of(at))}", is_demo=is_demo),
    }
    return pdf("board.typ", data, at=at)
