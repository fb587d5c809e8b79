"""The evaluation's figures, over the team's own answers; for a manager over what was kept."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.charts.bars import Bar, BarChart, written_figure
from hjemmebane.design.navigation import Link
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.choices import FigureKind
from hjemmebane.domain.fidelity.models import QuarterFigure
from hjemmebane.domain.fidelity.queries.believed import (
    kept_figures,
    method_of_quarter,
    opened_assessments,
    spreads,
    talk_of,
    with_method,
)
from hjemmebane.domain.fidelity.queries.quarter import QUARTERS
from hjemmebane.domain.method.content.believing import AssessmentTheme
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.charting import Section
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import (
    HIGHEST,
    LOWEST,
    TICKS,
    bar_of,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.listing import listed

PAGE = "staff:fidelity:figures"
# The figure of the evaluation, its name, what it shows.
FIGURES = (
    ("1", "Sådan gør vi", AssessmentTheme.ELEMENT_PRACTICE),
    ("2", "Brugen af planen", AssessmentTheme.PLAN_USE),
    ("A", "Vi ved, hvorfor kerneelementerne er vigtige", AssessmentTheme.ELEMENT_WHY),
    ("B", "Kompetencer til værdierne", AssessmentTheme.VALUE_COMPETENCE),
    ("C", "Kompetencer til kerneelementerne", AssessmentTheme.ELEMENT_COMPETENCE),
    ("D", "Metoder og redskaber", AssessmentTheme.ELEMENT_TOOLS),
    ("F", "Brugen af praksismodellen", AssessmentTheme.PRACTICE_MODEL),
)
SOURCE = "Svarer til figur {} i evalueringen fra 2022, som spurgte om det samme med andre ord."
FOR_MEMBERS = (
    "Det, I selv har svaret i kvartalet. 1 er slet ikke, 5 er i meget høj grad. Af ét svar alene"
    " siges der ikke noget, og de andres svar er med, når du selv har svaret."
)
FOR_MANAGERS = (
    "Tallene er gemt, da teamet afsluttede kvartalets samtale. Hvor for få har svaret, eller for"
    " få borgere er bag, står der “for få”. Her er ingen navne."
)


@dataclass(frozen=True)
class FiguresPage:
    """Charts in sections. lead: what the reader should know first."""

    title: str
    teams: str
    lead: str
    quarters: Sequence[Link]
    switch: Sequence[Link]
    query: str
    sections: Sequence[Section]


def figures_of_team(team: Team, quarter: Quarter, *, today: dt.date) -> list[Section]:
    """One section for each figure, as the acting member may see it."""
    given = opened_assessments(team.pk, [quarter]).get(quarter.first, [])
    method = method_of_quarter(
        team,
        quarter,
        kept=kept_figures([team.pk], [quarter])[:1],
        talk=talk_of(team.pk, quarter),
        given=given,
        today=today,
    )
    told = spreads(method, with_method(method, given))
    bars = {
        line.code: [bar_of(told[line.code], method.name_of(line), team.name)]
        for line in method.self_assessments
    }
    return _believed(method, [team.name], bars)


def figures_of_managed(teams: Sequence[Team], quarter: Quarter) -> list[Section]:
    """The teams beside each other, those of one method at a time: sums alone, of enough people.

    A team's method is that of its figures; where none were kept, the one it works by.
    """
    kept: dict[tuple[str, str], dict[object, QuarterFigure]] = defaultdict(dict)
    kept_by: dict[object, MethodPack] = {}
    for one in kept_figures([team.pk for team in teams], [quarter]):
        kept[one.kind, one.code][one.team_id] = one
        kept_by[one.team_id] = pack(one.method_pack, one.method_version)
    by_method: dict[tuple[str, str], list[Team]] = defaultdict(list)
    for team in teams:
        method = kept_by.get(team.pk) or pack(team.method_pack)
        by_method[method.code, method.version].append(team)
    sections: list[Section] = []
    for (code, version), own in by_method.items():
        method = pack(code, version)
        bars = {
            line.code: [
                _kept_bar(
                    kept[FigureKind.BELIEVED, line.code].get(team.pk), method.name_of(line), team
                )
                for team in own
            ]
            for line in method.self_assessments
        }
        names = [team.name for team in own]
        sections += [*_believed(method, names, bars), *_logged(method, own, kept)]
    return sections


def _believed(
    method: MethodPack, names: Sequence[str], bars: Mapping[str, Sequence[Bar]]
) -> list[Section]:
    sections = []
    for number, title, theme in FIGURES:
        lines = [one for one in method.self_assessments if one.theme is theme]
        own = [bar for line in lines for bar in bars[line.code]]
        name = f"figur-{number.lower()}-{_named(method)}"
        drawn = _chart(name, title, [method.name_of(one) for one in lines], names, own)
        sections.append(Section(f"Figur {number}: {title}", SOURCE.format(number), [drawn]))
    return sections


def _logged(
    method: MethodPack,
    teams: Sequence[Team],
    kept: Mapping[tuple[str, str], Mapping[object, QuarterFigure]],
) -> list[Section]:
    """What each indicator was worth from 1 to 5, with the figure itself in the table."""
    sections = []
    for element in method.core_elements:
        own = [one for one in method.fidelity_indicators if one.core_element == element.code]
        bars = [
            _kept_bar(
                kept.get((FigureKind.LOGGED, one.code), {}).get(team.pk),
                one.title,
                team,
                unit=one.unit,
            )
            for one in own
            for team in teams
        ]
        name = f"logget-{element.anchor}-{_named(method)}"
        categories = [one.title for one in own]
        drawn = _chart(name, element.title, categories, [team.name for team in teams], bars)
        text = "Hvad teamets egen logning viser. Niveauerne går fra 1 til 5."
        sections.append(Section(f"Logget: {element.title}", text, [drawn]))
    return sections


def _named(method: MethodPack) -> str:
    return f"{method.code}-{method.version}"


def _kept_bar(kept: QuarterFigure | None, category: str, team: Team, *, unit: str = "") -> Bar:
    if kept is None:
        return Bar(category, team.name, None, None)
    note = ""
    if unit and kept.value is not None:
        note = f"{written_figure(kept.value)} {unit}, {kept.missing} mangler"
    return Bar(category, team.name, kept.rating, kept.n, note)


def _chart(
    name: str, title: str, categories: Sequence[str], names: Sequence[str], bars: Sequence[Bar]
) -> BarChart:
    return BarChart(
        name=name,
        title=title,
        summary=summary_of(bars, names),
        heading="Linje",
        categories=categories,
        series=names,
        bars=bars,
        lowest=LOWEST,
        highest=HIGHEST,
        ticks=TICKS,
    )


def summary_of(bars: Sequence[Bar], names: Sequence[str]) -> str:
    """“Team et: fra 3,0 til 4,5. Team to: ikke nok data.”."""
    told = []
    for name in names:
        values = [bar.value for bar in bars if bar.series == name and bar.value is not None]
        if values:
            least, most = written_figure(min(values)), written_figure(max(values))
            told.append(f"{name}: fra {least} til {most}.")
        else:
            told.append(f"{name}: ikke nok data.")
    return " ".join(told)


def newest_kept(teams: Iterable[Team]) -> Quarter | None:
    """The last quarter of which a manager is told anything."""
    last = kept_figures([team.pk for team in teams]).last()
    return quarter_of(last.quarter_on) if last else None


def figures_page(
    shown: Team,
    managed: Sequence[Team],
    quarter: Quarter,
    *,
    is_member: bool,
    switch: Sequence[Link],
    at: dt.datetime,
) -> FiguresPage:
    """A member's own team; else all the teams that the reader answers for."""
    teams = [shown] if is_member else managed
    this = quarter_of(day_of(at))
    query = f"?team={shown.pk}&kvartal="
    offered = sorted({*this.back(QUARTERS), quarter}, reverse=True)
    return FiguresPage(
        title=quarter.title,
        teams=listed([team.name for team in teams]),
        lead=FOR_MEMBERS if is_member else FOR_MANAGERS,
        quarters=[
            Link(one.title, f"{reverse(PAGE)}{query}{one}", current=one == quarter)
            for one in offered
        ],
        switch=switch,
        query=f"{query}{quarter}",
        sections=figures_of_team(shown, quarter, today=day_of(at))
        if is_member
        else figures_of_managed(managed, quarter),
    )
