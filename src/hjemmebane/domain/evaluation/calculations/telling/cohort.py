"""Who was in it, where they stand, and how they came."""

from collections import Counter
from collections.abc import Mapping

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.cases import Table as Cases
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.counting import (
    Line,
    counted,
    counts_table,
    partition,
)
from hjemmebane.domain.evaluation.calculations.of_cases import STATUSES
from hjemmebane.domain.evaluation.calculations.report import Row, Section, Table, count_cell

FLOW = {
    "matched": "Indsatsen passer",
    "lighter": "En lettere hjælp passer bedre",
    "not_now": "Ikke nu",
}
PENDING = "Ikke afgjort endnu"


def section(data: Dataset, least: int) -> Section:
    cases = data.cases
    tables = [_sizes(cases, least), _status(cases, least), _years(cases, least)]
    tables.append(_by_team(data, least))
    if any(data.teams.holds(name) for name in ("referred", *FLOW)):
        tables.append(_flow(data.teams, least))
    return Section(code="COHORT", title="Hvem rapporten handler om", tables=tuple(tables))


def _sizes(cases: Cases, least: int) -> Table:
    citizens = len(set(cases["citizen"]))
    atoms = {"FIRST": citizens, "AGAIN": cases.count - citizens}
    lines = [
        Line("CITIZENS", "Borgere", frozenset(["FIRST"])),
        Line("AGAIN", "Forløb med en borger, der havde et i forvejen", frozenset(["AGAIN"])),
    ]
    found = counted(atoms, lines, least)
    every = Row(code="CASES", title="Forløb", cells=(count_cell(cases.count, cases.count),))
    rows = [every, *(_number_only(found.row(one)) for one in lines)]
    return Table(
        code="SIZES",
        title="Forløb og borgere",
        columns=("Antal",),
        rows=tuple(rows),
        published="Afsnit 5.1",
    )


def _status(cases: Cases, least: int) -> Table:
    return counts_table(
        "STATUS",
        "Hvor forløbene står ved periodens slutning",
        partition(cases["status"], STATUSES, least),
        published="Afsnit 6.1.3",
    )


def _years(cases: Cases, least: int) -> Table:
    years = [None if one is None else str(one)[:4] for one in cases["started"]]
    known = {one: one for one in sorted({one for one in years if one})}
    return counts_table(
        "STARTED",
        "Året, hvor forløbet begyndte",
        partition(years, known, least),
    )


def _by_team(data: Dataset, least: int) -> Table:
    names = team_names(data.teams)
    titles = {
        str(one): names.get(str(one), str(one)) for one in sorted(set(map(str, data.cases["team"])))
    }
    return counts_table(
        "BY_TEAM",
        "Forløb i hvert team",
        partition(data.cases["team"], titles, least),
    )


def team_names(teams: Cases) -> Mapping[str, str]:
    """By mark. Teams of one name, of which a country may have several, are called by both."""
    often = Counter(teams["name"])
    return {
        str(team): str(name) if often[name] == 1 else f"{name} ({team})"
        for team, name in zip(teams["team"], teams["name"], strict=True)
    }


def _flow(teams: Cases, least: int) -> Table:
    """Those who were pointed out to the teams; of some no decision was made in the period."""
    sums = {name: _sum(teams[name]) for name in FLOW}
    referred = max(_sum(teams["referred"]), sum(sums.values()))
    atoms = {**sums, "pending": referred - sum(sums.values())}
    lines = [
        Line(code.upper(), title, frozenset([code]))
        for code, title in {**FLOW, "pending": PENDING}.items()
    ]
    every = Line("REFERRED", "Henvisninger i alt", frozenset(atoms))
    if 0 < referred < least:
        lines, atoms = [], {}
    found = counted(atoms, lines, least)
    rows = [found.row(one) for one in ([every, *lines] if atoms else [])]
    return counts_table(
        "FLOW",
        "Fra henvisning til beslutning",
        tuple(rows),
        note="Tallene er henvisninger, ikke forløb, og teamene har talt dem."
        if rows
        else "Der er for få henvisninger til at vise tallene.",
    )


def _sum(values: tuple[Value | None, ...]) -> int:
    return sum(one for one in values if isinstance(one, int))


def _number_only(row: Row) -> Row:
    return Row(code=row.code, title=row.title, cells=row.cells[:1])
