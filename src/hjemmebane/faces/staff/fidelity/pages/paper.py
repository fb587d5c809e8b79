"""The paper for a team's quarterly talk: what is on the page of the quarter, and room to write."""

import datetime as dt
from collections.abc import Mapping

from hjemmebane.domain.fidelity.models import QuarterTalk
from hjemmebane.domain.fidelity.rules import TALK_NOTES
from hjemmebane.faces.documents.charting import charted
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.faces.staff.fidelity.pages.quarter import QuarterPage
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

HEADINGS = ("Linje", "Det, vi tror", "Det, loggen viser", "Forskel", "Siden sidste kvartal")
LINE_HEADINGS = ("Linje", "Gennemsnit", "Antal ved hvert tal", "Ved ikke")
EMPTY = "Der er ikke skrevet noget endnu. Her er plads til at skrive under samtalen."


def quarter_pdf(page: QuarterPage, *, is_demo: bool, at: dt.datetime) -> bytes:
    """The page of a quarter as a tagged PDF."""
    return pdf("quarter.typ", document(page, is_demo=is_demo, at=at), at=at)


def document(page: QuarterPage, *, is_demo: bool, at: dt.datetime) -> dict[str, object]:
    """The data of `quarter.typ`."""
    read = f" Loggen er læst {page.read_on}." if page.read_on else ""
    return {
        "title": f"Kvartalets samtale – {page.title}",
        "team": page.team.name,
        "lead": f"{page.team.name}. {page.answered}{read}",
        "footer": footer(page.team.name, written_day(day_of(at)), is_demo=is_demo),
        "headings": list(HEADINGS),
        "rows": [[row.name, row.believed, row.logged, row.gap, row.trend] for row in page.rows],
        "charts": [charted(page.sides), charted(page.trend)],
        "line_headings": list(LINE_HEADINGS),
        "themes": [
            {
                "title": theme.title,
                "rows": [[row.title, row.mean, row.spread, row.unknown] for row in theme.rows],
                "comments": [comment for row in theme.rows for comment in row.comments],
            }
            for theme in page.themes
        ],
        "preconditions": [[one.title, one.word, one.told] for one in page.preconditions],
        "talk": _talk(page),
        "notes": _notes(page),
    }


def _talk(page: QuarterPage) -> str:
    if page.talk is None:
        return EMPTY
    return f"Talt om {page.talk.held_on}. Med: {page.talk.present}."


def _notes(page: QuarterPage) -> list[Mapping[str, str]]:
    """Every theme, so that there is room to write on the paper where nothing is written."""
    written = dict(page.talk.notes) if page.talk else {}
    themes = [str(QuarterTalk._meta.get_field(name).verbose_name) for name in TALK_NOTES]
    if page.talk:
        return [{"label": one, "value": written[one]} for one in themes if one in written]
    return [{"label": one, "value": ""} for one in themes]
