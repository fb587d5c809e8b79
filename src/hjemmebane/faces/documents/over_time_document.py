"""A course's figures over time on paper: the very picture of the page, its words and its tables."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

# What a sheet of A4 has room for inside its margins, in millimetres.
WIDEST, HIGHEST = 174, 240


@dataclass(frozen=True)
class PaperTable:
    """A table with its heading; empty ones are left out."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class PaperPicture:
    """What the document is made of. svg: empty where there is nothing to draw.

    told: (panel, words, source).
    """

    svg: str
    summary: str
    told: Sequence[tuple[str, str, str]]
    reading: Sequence[str]
    points: PaperTable
    around: PaperTable


def over_time_pdf(course: Course, shown: PaperPicture, *, at: dt.datetime) -> bytes:
    """The picture as a tagged PDF."""
    return pdf("over_time.typ", document(course, shown, on=day_of(at)), at=at)


def document(course: Course, shown: PaperPicture, *, on: dt.date) -> dict[str, object]:
    """The data of `over_time.typ`."""
    citizen, team = course.citizen, course.team.name
    return {
        "title": f"Målinger over tid – {citizen.given_name}",
        "team": team,
        "lead": f"{citizen} og {team}, {written_day(on)}",
        "footer": footer(team, written_day(on), is_demo=citizen.is_demo),
        "empty": "" if shown.svg else "Her er ikke noget at vise endnu (n = 0).",
        "svg": shown.svg,
        "width": width_of(shown.svg),
        "summary": shown.summary,
        "told": [
            {
                "label": title,
                "value": " ".join(filter(None, (text, f"{source}." if source else ""))),
            }
            for title, text, source in shown.told
        ],
        "reading": list(shown.reading),
        "tables": [
            {"title": one.title, "columns": list(one.columns), "rows": [list(r) for r in one.rows]}
            for one in (shown.points, shown.around)
            if one.rows
        ],
    }


def width_of(svg: str) -> int:
    """How wide the picture is printed, in millimetres, so that it is on one sheet."""
    if not svg:
        return WIDEST
    box = ET.fromstring(svg).attrib["viewBox"]  # noqa: S314 -- our own drawing
    _, _, width, height = map(float, box.split())
    return min(WIDEST, int(HIGHEST * width / height))
