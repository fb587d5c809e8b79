"""Efterlevelse, logget: what the team's own logging tells of each core element, in words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.fidelity.calculations.readings import FORMULAS, Behind, Reading
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.method.content.entries import CoreElement
from hjemmebane.domain.method.content.fidelity import LEVELS, FidelityIndicator
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import rounded
from hjemmebane.faces.staff.switching import switch
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

PAGE = "staff:fidelity:logged"
TONES = {1: "bad", 2: "warn", 3: "note", 4: "good", 5: "good"}


@dataclass(frozen=True)
class CitizenRow:
    """A citizen behind a figure, and what theirs alone is."""

    name: str
    url: str
    told: str


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in words. figure: empty where nothing can be said, and then `level` says so."""

    title: str
    text: str
    figure: str
    level: str
    tone: str
    basis: str
    levels: str
    source: str
    citizens: Sequence[CitizenRow]


@dataclass(frozen=True)
class ElementRow:
    element: CoreElement
    indicators: Sequence[IndicatorRow]


@dataclass(frozen=True)
class LoggedPage:
    """Everything in words. citizen_ids: who is named on it."""

    team: Team
    switch: Sequence[Link]
    elements: Sequence[ElementRow]
    counts: Sequence[tuple[str, int]]
    read_on: str
    citizen_ids: Sequence[UUID]


def logged_page(team: Team, teams: Sequence[Team], *, at: dt.datetime) -> LoggedPage:
    found = readings_of(team, at=at)
    rows = visible_courses().filter(team_id=team.pk)
    names = {course.citizen_id: str(course.citizen) for course in rows}
    elements = [
        ElementRow(
            element=element,
            indicators=[
                indicator_row(one, names)
                for one in found
                if one.indicator.core_element == element.code
            ],
        )
        for element in pack(team.method_pack).core_elements
    ]
    return LoggedPage(
        team=team,
        switch=switch(team, teams, PAGE),
        elements=elements,
        counts=_counts(found),
        read_on=written_day(day_of(at)),
        citizen_ids=sorted({who.citizen_id for one in found for who in one.behind}),
    )


def indicator_row(told: Reading, names: Mapping[UUID, str]) -> IndicatorRow:
    one = told.indicator
    citizens = [_citizen_row(who, names[who.citizen_id], one) for who in told.behind]
    return IndicatorRow(
        title=one.title,
        text=one.text,
        figure="" if told.value is None else in_figures(told.value, one),
        level=level_in_words(told),
        tone=TONES[told.level] if told.level else "",
        basis=basis_in_words(told),
        levels=levels_in_words(one),
        source=one.source,
        citizens=sorted(citizens, key=lambda row: row.name),
    )


def level_in_words(told: Reading) -> str:
    if told.level is None:
        return f"Ikke nok data (n = {told.n})"
    return f"Niveau {told.level} af {LEVELS}"


def basis_in_words(told: Reading) -> str:
    """“De sidste 28 hele dage. n = 12, 3 mangler.”."""
    window = told.indicator.window
    over = f"De sidste {window} hele dage" if window else "Som det står i dag"
    missing = f", {told.missing} mangler" if told.missing else ", ingen mangler"
    return f"{over}. n = {told.n}{missing}."


def levels_in_words(indicator: FidelityIndicator) -> str:
    """Where each level begins: “2 fra 50, 3 fra 70, 4 fra 85 og 5 fra 95 % af målene”."""
    first, *between, last = [written_number(one) for one in indicator.thresholds]
    two, three = between
    word = "ved højst" if _less_is_better(indicator) else "fra"
    begins = f"2 {word} {first}, 3 {word} {two}, 4 {word} {three} og 5 {word} {last}"
    return f"{begins} {indicator.unit}"


def _less_is_better(indicator: FidelityIndicator) -> bool:
    return indicator.thresholds[0] > indicator.thresholds[-1]


def in_figures(value: Fraction, indicator: FidelityIndicator) -> str:
    """As fine as the thresholds, and never rounded across one towards the better level."""
    way = ROUND_CEILING if _less_is_better(indicator) else ROUND_FLOOR
    return f"{written_number(rounded(value, indicator.thresholds, way))} {indicator.unit}"


def _citizen_row(who: Behind, name: str, indicator: FidelityIndicator) -> CitizenRow:
    return CitizenRow(
        name=name,
        url=_overview(who.citizen_id),
        told=_of_citizen(who, indicator),
    )


# The same citizen stands behind many figures, and finding an address is slow.
@lru_cache(maxsize=1024)
def _overview(citizen_id: UUID) -> str:
    return reverse("staff:citizens:overview", args=[citizen_id])


def _of_citizen(who: Behind, indicator: FidelityIndicator) -> str:
    missing = f"{who.missing} mangler" if who.missing else ""
    if who.value is None:
        return missing
    told = f"{in_figures(who.value, indicator)} (n = {who.count})"
    if FORMULAS[indicator.formula].is_once and who.count == 1:
        told = "Ja" if who.value else "Nej"
    return f"{told}, {missing}" if missing else told


def _counts(found: Sequence[Reading]) -> list[tuple[str, int]]:
    levels = [one.level for one in found]
    told = [(f"Niveau {level}", levels.count(level)) for level in range(LEVELS, 0, -1)]
    return [*told, ("Ikke nok data", levels.count(None))]
