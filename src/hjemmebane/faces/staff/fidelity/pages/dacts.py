"""DACTS: every item in words, what is computed apart from what the team has judged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.fidelity.calculations.dacts import How, Measured, Scored, Total, level
from hjemmebane.domain.fidelity.calculations.dacts_log import window_of
from hjemmebane.domain.fidelity.choices import DactsAverage
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet
from hjemmebane.domain.fidelity.queries.dacts_sheets import (
    DactsReading,
    dacts_of,
    of_sheet,
    sheets_of,
)
from hjemmebane.domain.method.content.dacts import Better, DactsItem, Dimension
from hjemmebane.domain.method.content.fidelity import LEVELS
from hjemmebane.domain.method.queries import dacts
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.faces.staff.fidelity.pages.logged import TONES
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import rounded
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.written import written_day

PAGE = "staff:fidelity:dacts"
DIMENSIONS = {
    Dimension.HUMAN: ("Mennesker i teamet", "Hvem teamet er, og hvordan I arbejder sammen."),
    Dimension.ORGANISATION: (
        "Rammer",
        "Hvem teamet er for, hvad det har ansvar for, og hvor længe.",
    ),
    Dimension.SERVICES: (
        "Det, borgeren møder",
        "Hvor, hvor tit og hvordan I er sammen med borgerne.",
    ),
}
# What a kept sheet says where telling how many would tell of somebody.
OF_FEW = "For få borgere til, at det kan vises"
# label, icon
HOWS = {How.COMPUTED: ("Regnet ud", "list-check"), How.BY_HAND: ("Vurderes af teamet", "edit")}


@dataclass(frozen=True)
class Said:
    """A judgement by hand."""

    level: int
    note: str
    by: str
    rated_on: str


@dataclass(frozen=True)
class ItemRow:
    """An item in words. figure, basis, rule, limits: only of what is computed.

    url: where the team judges it. exception: what the method says of it.
    """

    item: DactsItem
    how: str
    icon: str
    is_computed: bool
    is_relevant: bool
    level: str
    tone: str
    figure: str
    number: str
    count: str
    missing: str
    basis: str
    limits: str
    exception: str
    said: Said | None
    earlier: Sequence[Said]
    url: str


@dataclass(frozen=True)
class Part:
    title: str
    lead: str
    rows: Sequence[ItemRow]


@dataclass(frozen=True)
class SheetRow:
    """A kept sheet."""

    title: str
    url: str
    current: bool


@dataclass(frozen=True)
class DactsPage:
    """Everything in words. reading: None for a manager whose team has kept nothing."""

    team: Team
    switch: Sequence[Link]
    averages: Sequence[Link]
    parts: Sequence[Part]
    sums: Sequence[tuple[str, str]]
    band: str
    read_on: str
    is_kept: bool
    is_member: bool
    sheets: Sequence[SheetRow]
    keep_url: str
    csv_url: str
    source: str

    @property
    def rows(self) -> list[ItemRow]:
        return [row for part in self.parts for row in part.rows]


def dacts_page(
    team: Team,
    teams: Sequence[Team],
    *,
    is_member: bool,
    average: str,
    wanted: str,
    at: dt.datetime,
) -> DactsPage | None:
    """As it stands for who works in the team; a kept sheet for its manager, or where it is wanted.

    None for a sheet that is not there.
    """
    sheets = sheets_of(team.pk)
    shown = next((one for one in sheets if str(one.pk) == wanted), None)
    if wanted and shown is None:
        return None
    if shown is None and not is_member:
        shown = sheets[0] if sheets else None
    if shown:
        reading: DactsReading | None = of_sheet(shown)
    else:
        reading = dacts_of(team, average, at=at) if is_member else None
    desk = _Desk(team, reading, can_rate=is_member and shown is None)
    return DactsPage(
        team=team,
        switch=switch(team, teams, PAGE),
        averages=_averages(team, reading) if is_member and shown is None else (),
        parts=desk.parts(),
        sums=_sums(reading.total) if reading else (),
        band=_band(reading.total) if reading else "",
        read_on=written_day(reading.read_on) if reading else "",
        is_kept=shown is not None,
        is_member=is_member,
        sheets=[_sheet(one, team, shown) for one in sheets],
        keep_url=address_in(team, "staff:fidelity:keep") if is_member else "",
        csv_url=_csv_url(team, reading, shown),
        source=dacts().source,
    )


@dataclass(frozen=True)
class _Desk:
    team: Team
    reading: DactsReading | None
    can_rate: bool

    def parts(self) -> list[Part]:
        if self.reading is None:
            return []
        return [
            Part(
                title,
                lead,
                [self.row(one) for one in self.reading.items if one.item.dimension is dimension],
            )
            for dimension, (title, lead) in DIMENSIONS.items()
        ]

    def row(self, one: Scored) -> ItemRow:
        said = [_said(rating) for rating in self.ratings(one)]
        is_relevant = one.how is not How.NOT_RELEVANT
        how, icon = HOWS.get(one.how, ("", ""))
        value = one.measured.value if one.measured else None
        return ItemRow(
            item=one.item,
            how=how,
            icon=icon,
            is_computed=one.how is How.COMPUTED,
            is_relevant=is_relevant,
            level=self.level(one),
            tone=TONES[one.level] if one.level else "",
            figure="" if value is None else f"{in_figures(value, one.item)} {one.item.unit}",
            number="" if value is None else in_figures(value, one.item),
            count=str(one.measured.n) if one.measured else "",
            missing=str(one.measured.missing) if one.measured else "",
            basis=self.basis(one.item, one.measured) if one.measured else "",
            limits=limits_in_words(one.item) if one.item.formula else "",
            exception=self.exception(one),
            said=said[0] if said else None,
            earlier=said[1:],
            url=self.rate_url(one.item) if self.can_rate and one.how is How.BY_HAND else "",
        )

    def ratings(self, one: Scored) -> Sequence[DactsRating]:
        return self.reading.ratings.get(one.item.code, ()) if self.reading else ()

    def level(self, one: Scored) -> str:
        if one.how is How.NOT_RELEVANT:
            return f"Ikke relevant ({self.method})"
        if one.level:
            return f"Niveau {one.level} af {LEVELS}"
        if one.measured:
            return f"Ikke nok data (n = {one.measured.n})"
        if one.how is How.COMPUTED:
            return OF_FEW
        return "Ikke vurderet endnu"

    def basis(self, item: DactsItem, told: Measured) -> str:
        """“4 hele uger til og med søndag 29. marts 2026. n = 12 borgere, ingen mangler.”."""
        day = self.reading.read_on if self.reading else dt.date.min
        last = written_day(window_of(item, day).last)
        over = f"Som det stod {last}"
        if item.weeks or item.months:
            units = f"{item.weeks} hele uger" if item.weeks else f"{item.months} hele måneder"
            over = f"{units} til og med {last}"
        missing = f"{told.missing} mangler" if told.missing else "ingen mangler"
        return f"{over}. n = {told.n} {item.counted}, {missing}."

    def exception(self, one: Scored) -> str:
        if one.exception is None:
            return ""
        beyond = one.exception.highest and f"Over niveau {one.exception.highest}: ikke relevant"
        return (
            f"{beyond} ({self.method}). {one.exception.reason}" if beyond else one.exception.reason
        )

    def rate_url(self, item: DactsItem) -> str:
        return f"{reverse('staff:fidelity:rate', args=[item.code.lower()])}?team={self.team.pk}"

    @property
    def method(self) -> str:
        return self.reading.method.title if self.reading else ""


def in_figures(value: Fraction, item: DactsItem) -> str:
    """As fine as the thresholds, rounded towards the worse, and never into another level's band."""
    ways = (ROUND_FLOOR, ROUND_CEILING)
    worse_first = ways if item.better is Better.MORE else ways[::-1]
    told = [rounded(value, item.thresholds, way) for way in worse_first]
    own = [one for one in told if level(Fraction(one), item) == level(value, item)]
    return written_number((own or told)[0])


def limits_in_words(item: DactsItem) -> str:
    """Where each level begins: “2 fra 10, 3 fra 37, 4 fra 64 og 5 fra 90 % af borgerne”."""
    levels = (2, 3, 4, 5) if item.better is Better.MORE else (4, 3, 2, 1)
    told = [
        f"{level} {'over' if item.above and place == LEVELS - 2 else 'fra'} {written_number(limit)}"
        for place, (level, limit) in enumerate(zip(levels, item.thresholds, strict=True))
    ]
    return f"{', '.join(told[:-1])} og {told[-1]} {item.unit}"


def _said(rating: DactsRating) -> Said:
    by, rated_on = str(rating.recorded_by), written_day(rating.rated_on)
    return Said(rating.level, rating.note, by, rated_on)


def _sums(came_to: Total) -> list[tuple[str, str]]:
    mean = came_to.mean
    told = (
        "–"
        if mean is None
        else written_number(round(Decimal(mean.numerator) / mean.denominator, 1))
    )
    return [
        ("Relevante punkter", f"{came_to.relevant} af {len(dacts().items)}"),
        ("Regnet ud af det loggede", str(came_to.computed)),
        ("Vurderet af teamet", str(came_to.by_hand)),
        ("Sum af dem med et niveau", f"{came_to.points} af højst {came_to.most}"),
        ("Gennemsnit", told),
    ]


def _band(came_to: Total) -> str:
    if came_to.band:
        return f"{came_to.points} point: {came_to.band.title}."
    whole = len(dacts().items)
    return (
        f"Skalaens ord for summen gælder kun, når alle {whole} punkter har et niveau. Her er"
        f" {came_to.relevant} relevante, og {came_to.scored} har et niveau."
    )


def _averages(team: Team, reading: DactsReading | None) -> list[Link]:
    chosen = reading.average.value if reading else ""
    return [
        Link(label, f"{address_in(team, PAGE)}&tal={code}", current=code == chosen)
        for code, label in DactsAverage.choices
    ]


def _sheet(one: DactsSheet, team: Team, shown: DactsSheet | None) -> SheetRow:
    return SheetRow(
        title=f"{written_day(one.read_on)}, gemt af {one.recorded_by}",
        url=f"{address_in(team, PAGE)}&skema={one.pk}",
        current=one == shown,
    )


def _csv_url(team: Team, reading: DactsReading | None, shown: DactsSheet | None) -> str:
    if reading is None:
        return ""
    chosen = f"&skema={shown.pk}" if shown else f"&tal={reading.average.value}"
    return f"{address_in(team, 'staff:fidelity:dacts_csv')}{chosen}"
