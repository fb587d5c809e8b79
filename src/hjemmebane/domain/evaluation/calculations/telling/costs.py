"""What the teams cost (chapter 7): what it rests on, a year, and with fewer or more places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean

from hjemmebane.domain.economics.calculations.costing import FULL_TIME
from hjemmebane.domain.evaluation.calculations.cases import Table as Cases
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.of_teams import BASES
from hjemmebane.domain.evaluation.calculations.report import (
    Cell,
    Row,
    Section,
    Table,
    nothing,
    number_cell,
    said,
)
from hjemmebane.domain.evaluation.calculations.telling.cohort import team_names
from hjemmebane.foundation.listing import listed_shortly

COST_COLUMNS = (
    "Drift om året, kr.",
    "Pladser",
    "Pr. plads, kr.",
    "Timer om ugen",
    "Opstart, kr.",
    "Prisniveau",
    "Regnet af",
)
ASSUMED_COLUMNS = ("Pladser", "Timer om ugen", "Heraf koordinerende", "Borgere pr. fuldtid")
PLACE_COLUMNS = ("Pladser", "Pr. plads, kr.")
# As many teams are named in a sentence; the table names them all.
MOST_NAMED = 10
MEAN_NOTE = (
    "Gennemsnittet pr. plads er gennemsnitlig udgift delt med gennemsnitligt antal pladser, som i"
    " evalueringen. Det kræver, at begge er kendt, og at prisniveauet er ens."
)
INTRODUCTION = (
    "Udgiften er til drift i et år. Det, der spares andre steder, er ikke trukket fra. Tallene er"
    " om teamene, ikke om borgerne."
)


@dataclass(frozen=True)
class Team:
    """What is known of what one team costs. executing: hours a week that are not coordination."""

    code: str
    title: str
    cost: Decimal | None
    places: Decimal | None
    hours: Decimal | None
    coordination: Decimal | None
    start_up: Decimal | None
    year: Value | None
    basis: str

    @property
    def executing(self) -> Decimal | None:
        if self.hours is None or self.coordination is None:
            return None
        return self.hours - self.coordination

    @property
    def is_costed(self) -> bool:
        return self.cost is not None and bool(self.places)


def section(table: Cases) -> Section:
    teams = _teams(table)
    tables = [_assumed(teams), _costs(teams)]
    whole = _comparable(teams)
    if len({one.places for one in whole}) > 1:
        tables.append(_by_places(whole))
    return Section(
        code="COSTS",
        title="Hvad det koster",
        tables=tuple(tables),
        text=(INTRODUCTION, *_bases(teams)),
    )


def _teams(table: Cases) -> list[Team]:
    names = team_names(table)
    return [
        Team(
            code=str(team),
            title=names[str(team)],
            cost=_number(table["cost"][place]),
            places=_number(table["places"][place]),
            hours=_number(table["hours"][place]),
            coordination=_number(table["coordination_hours"][place]),
            start_up=_number(table["start_up_cost"][place]),
            year=table["price_year"][place],
            basis=str(table["cost_basis"][place] or ""),
        )
        for place, team in enumerate(table["team"])
    ]


def _bases(teams: Sequence[Team]) -> Iterator[str]:
    """Which costs are of the hours there were, which are plans, and which are not known."""
    of_hours = [one for one in teams if one.basis in {"ACTUAL", "ESTIMATED"}]
    if of_hours:
        yield (
            f"Regnet af de timer, teamet havde på periodens sidste dag, med lønnen og de andre"
            f" udgifter fra det regnestykke, kommunen har gemt: {_named(of_hours)}."
        )
    if guessed := [one for one in teams if one.basis == "ESTIMATED"]:
        yield (
            "Her kender vi ikke lønnen for alle faggrupper og har brugt gennemsnittet af de andre:"
            f" {_named(guessed)}."
        )
    if planned := [one for one in teams if one.basis == "PLANNED"]:
        yield (
            "Her er udgiften, som den er planlagt eller oplyst i regnestykket, og ikke regnet af"
            f" teamets egne timer: {_named(planned)}."
        )
    if missing := [one for one in teams if one.cost is None]:
        yield (
            "Her mangler udgiften, fordi der ikke er et regnestykke, der kan bruges. De er ikke med"
            f" i gennemsnittet: {_named(missing)}."
        )


def _named(teams: Sequence[Team]) -> str:
    return listed_shortly([one.title for one in teams], MOST_NAMED)


def _assumed(teams: Sequence[Team]) -> Table:
    """What the costs rest on. A full-time employee has 37 hours that are not coordination."""
    rows = [
        Row(
            code=one.code,
            title=one.title,
            cells=(
                _figure(one.places),
                _figure(one.hours),
                _figure(one.coordination),
                _figure(_caseload(one.places, one.executing)),
            ),
        )
        for one in teams
    ]
    known = [one for one in teams if one.places is not None and one.executing is not None]
    if len(teams) > 1 and known:
        places, hours = _mean([one.places for one in known]), _mean([one.hours for one in known])
        coordination = _mean([one.coordination for one in known])
        n = len(known)
        cells = (
            _figure(places, n),
            _figure(hours, n),
            _figure(coordination, n),
            _figure(_caseload(places, hours - coordination), n),
        )
        rows.append(Row(code="MEAN", title=_mean_of(n), cells=cells))
    return Table(
        code="ASSUMPTIONS",
        title="Det, udgiften hviler på",
        columns=ASSUMED_COLUMNS,
        rows=tuple(rows),
        published="Figur 6",
        note="Fuldtid er 37 timer om ugen, koordinerende timer fraregnet.",
    )


def _costs(teams: Sequence[Team]) -> Table:
    rows = [
        Row(
            code=one.code,
            title=one.title,
            cells=(
                _kroner(one.cost),
                _figure(one.places),
                _kroner(one.cost / one.places if one.cost is not None and one.places else None),
                _figure(one.hours),
                _kroner(one.start_up),
                nothing() if one.year is None else _year(one.year),
                said(BASES[one.basis]) if one.basis else nothing(),
            ),
        )
        for one in teams
    ]
    if len(rows) > 1:
        rows.append(_mean_row(_comparable(teams)))
    return Table(
        code="COSTS",
        title="Hvad teamene koster",
        columns=COST_COLUMNS,
        rows=tuple(rows),
        published="Tabel 2",
        note=MEAN_NOTE,
    )


def _comparable(teams: Sequence[Team]) -> list[Team]:
    """Those whose costs and places are known; none where they are in prices of several years."""
    known = [one for one in teams if one.is_costed]
    return known if len({one.year for one in known}) == 1 else []


def _mean_row(known: Sequence[Team]) -> Row:
    if not known:
        return Row(code="MEAN", title="Gennemsnit", cells=tuple(nothing() for _ in COST_COLUMNS))
    n, year = len(known), known[0].year
    cost, places = _mean([one.cost for one in known]), _mean([one.places for one in known])
    cells = (
        _kroner(cost, n),
        _figure(places, n),
        _kroner(cost / places, n),
        nothing(),
        nothing(),
        nothing() if year is None else _year(year),
        nothing(),
    )
    return Row(code="MEAN", title=_mean_of(n), cells=cells)


def _by_places(known: Sequence[Team]) -> Table:
    """The mean cost, had it been of as few places as the smallest team has, or as the largest."""
    cost, places = _mean([one.cost for one in known]), [one.places or Decimal(0) for one in known]
    told = {
        ("FEWEST", "Som i teamet med færrest pladser"): min(places),
        ("MEAN", "Gennemsnit"): _mean(places),
        ("MOST", "Som i teamet med flest pladser"): max(places),
    }
    return Table(
        code="BY_PLACES",
        title="Hvis der var færre eller flere pladser for de samme penge",
        columns=PLACE_COLUMNS,
        rows=tuple(
            Row(
                code=code,
                title=title,
                cells=(_figure(one, len(known)), _kroner(cost / one, len(known))),
            )
            for (code, title), one in told.items()
        ),
        published="Tabel 4",
        note="Den gennemsnitlige udgift delt med et andet antal pladser. Andre følsomheder: se"
        " regnestykket under Økonomi.",
    )


def _caseload(places: Decimal | None, hours: Decimal | None) -> Decimal | None:
    return places * FULL_TIME / hours if places is not None and hours else None


def _mean(values: Sequence[Decimal | None]) -> Decimal:
    return mean(one for one in values if one is not None)


def _number(value: Value | None) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _kroner(value: Decimal | None, n: int | None = None) -> Cell:
    return nothing(n) if value is None else number_cell(float(value), 0, n)


def _figure(value: Decimal | None, n: int | None = None) -> Cell:
    return nothing(n) if value is None else number_cell(float(value), 1, n)


def _year(value: Value) -> Cell:
    return Cell(words=str(value), value=int(str(value)))


def _mean_of(n: int) -> str:
    return f"Gennemsnit af {n} team{'' if n == 1 else 's'}"
