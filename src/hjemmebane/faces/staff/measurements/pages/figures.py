"""Tal for teamet: each instrument's figures in words, and the figures of the evaluation."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.measurements.calculations.cohort import InWords, Part, Summary
from hjemmebane.domain.measurements.queries import (
    InstrumentFigures,
    TeamFigures,
    team_figures,
    team_sums,
)
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.charting import Section
from hjemmebane.faces.documents.measured_figures import LEAD, measured_sections, sums_lead
from hjemmebane.faces.documents.measured_words import (
    change_in_words,
    mean_in_words,
    scale_in_words,
)
from hjemmebane.faces.staff.measurements.pages.team import FIGURES, PAGE
from hjemmebane.faces.staff.measurements.pages.words import written_figure
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.listing import listed

PAPER = "staff:documents:figures"


@dataclass(frozen=True)
class WordingRow:
    """The figures in one wording: facts in words, and how the latest lie on the scale."""

    wording: str
    facts: Sequence[tuple[str, str]]
    spread: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class InstrumentRow:
    """One instrument that somebody has answered. whole: how many have a figure."""

    title: str
    anchor: str
    rule: str
    whole: str
    is_mixed: bool
    rows: Sequence[WordingRow]


@dataclass(frozen=True)
class FiguresPage:
    """A team's figures.

    sums_lead: what is said to who answers for the team and does not work in it.
    nothing: which instruments there are no figures of.
    """

    team: Team
    switch: Sequence[Link]
    back: Link
    paper_url: str
    lead: str
    sums_lead: str
    instruments: Sequence[InstrumentRow]
    nothing: str
    sections: Sequence[Section]


def figures_page(team: Team, teams: Sequence[Team], *, is_member: bool) -> FiguresPage:
    """At most two queries, however many are in the team."""
    figures = figures_of(team, is_member=is_member)
    return FiguresPage(
        team=team,
        switch=switch(team, teams, FIGURES),
        back=Link("Målinger i teamet", address_in(team, PAGE))
        if is_member
        else Link("Teamet", reverse("staff:teams:page")),
        paper_url=address_in(team, PAPER),
        lead=LEAD,
        sums_lead=sums_lead(figures) if figures.is_sums else "",
        instruments=[_instrument_row(one, figures) for one in figures.instruments if _is_told(one)],
        nothing=_nothing_in_words(figures),
        sections=measured_sections(figures),
    )


def figures_of(team: Team, *, is_member: bool) -> TeamFigures:
    """What the reader may have of the team."""
    return team_figures(team) if is_member else team_sums(team)


def _instrument_row(one: InstrumentFigures, figures: TeamFigures) -> InstrumentRow:
    hidden = f"færre end {figures.smallest}"
    return InstrumentRow(
        title=one.instrument.title,
        anchor=f"tal-{one.instrument.anchor}",
        rule=scale_in_words(one.instrument),
        whole=_whole_in_words(one, figures),
        is_mixed=one.is_mixed,
        rows=[_wording_row(each, hidden) for each in one.in_words],
    )


def _is_told(one: InstrumentFigures) -> bool:
    return bool(one.in_words or one.waiting or one.refused)


def _nothing_in_words(figures: TeamFigures) -> str:
    """“Ikke nok data (n = 0): AUDIT – alkohol og GSE.”; empty where all have figures."""
    without = [one.instrument.title for one in figures.instruments if not _is_told(one)]
    count = f"færre end {figures.smallest}" if figures.is_sums else "n = 0"
    return f"Ikke nok data ({count}): {listed(without)}." if without else ""


def _whole_in_words(one: InstrumentFigures, figures: TeamFigures) -> str:
    """“Tal fra 12 af 15 forløb. 2 svar venter på, at borgeren siger, om de passer.”."""
    if one.courses is None or figures.courses is None:
        return ""
    told = [f"Tal fra {one.courses} af {figures.courses} forløb."]
    if one.waiting:
        told.append(f"{one.waiting} svar venter på, at borgeren siger, om det passer.")
    if one.refused:
        told.append(f"{one.refused} svar passer ikke, siger borgeren, og tæller ikke med.")
    return " ".join(told)


def _wording_row(one: InWords, hidden: str) -> WordingRow:
    return WordingRow(
        wording=one.wording,
        facts=[
            ("Ved start", mean_in_words(one.whole.start, hidden)),
            ("Senest", mean_in_words(one.whole.latest, hidden)),
            ("Fra første til seneste", change_in_words(one.whole.change, hidden)),
        ],
        spread=[
            (_part_in_words(part, is_last=part is one.spread[-1]), part.count)
            for part in one.spread
        ]
        if _is_enough(one.whole.latest)
        else [],
    )


def _is_enough(latest: Summary) -> bool:
    return latest.mean is not None


def _part_in_words(part: Part, *, is_last: bool) -> str:
    """“20 til under 40”; the last part holds the end of the scale too."""
    word = "til" if is_last else "til under"
    return f"{written_figure(part.at_least)} {word} {written_figure(part.up_to)}"
