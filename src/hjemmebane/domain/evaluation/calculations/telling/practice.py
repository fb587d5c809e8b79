"""How the method is used: what the teams believe and log, the plan, and the core elements."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import mean

from hjemmebane.domain.evaluation.calculations.cases import Table as Cases
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.counting import (
    counts_table,
    is_yes,
    partition,
    shares,
)
from hjemmebane.domain.evaluation.calculations.measuring import MEAN_COLUMNS, mean_row
from hjemmebane.domain.evaluation.calculations.of_cases import PARTS, STANCES
from hjemmebane.domain.evaluation.calculations.of_teams import (
    ASKED,
    ELEMENTS,
    PRECONDITIONS,
    STANDINGS,
    USES,
    VALUES,
)
from hjemmebane.domain.evaluation.calculations.report import (
    Cell,
    Row,
    Section,
    Table,
    count_cell,
    nothing,
    number_cell,
)

TEAM_COLUMNS = ("Teams", "Selvvurdering", "Teams med log", "Log", "Forskel")
SELF_COLUMNS = ("Teams", "Selvvurdering")
PRECONDITIONS_TEXT = (
    "Metoden bygger på nogle forudsætninger i organisationen. Her står, hvad koordinatoren i hvert"
    " team sidst sagde om dem."
)
OF_TEAMS = "Gennemsnit af teamene, 1-5. Tallene er om teamene, ikke om borgerne."


def fidelity_section(teams: Cases) -> Section:
    # Figure B stands between those of the core elements.
    values = _believed(
        "BELIEVED_VALUES",
        "Kompetence til værdigrundlaget",
        {f"{one}_competence": told for one, told in VALUES.items()},
        teams,
        "Figur B",
    )
    tables: list[Table] = []
    for asked, (told, figure) in ASKED.items():
        lines = {f"{one}_{asked}": title for one, title in ELEMENTS.items()}
        if asked == "practice":
            tables.append(
                _beside("ELEMENTS_DONE", f"Kerneelementer: {told.lower()}", lines, teams, "Figur 1")
            )
            continue
        code = f"BELIEVED_{asked.upper()}"
        title = f"Kerneelementer: {told.lower()}"
        tables.append(_believed(code, title, lines, teams, f"Figur {figure}"))
    tables[1:1] = [values]
    tables.append(_beside("USES", "Én Plan og praksismodellen i brug", USES, teams, "Figur 2 og F"))
    return Section(
        code="FIDELITY", title="Det, teamene tror, og det, de logger", tables=tuple(tables)
    )


def preconditions_section(teams: Cases) -> Section | None:
    """What the coordinators say of the preconditions; None where nobody said anything."""
    told = {one: teams[f"precondition_{one}"] for one in PRECONDITIONS}
    if not any(word is not None for words in told.values() for word in words):
        return None
    rows = tuple(
        Row(
            code=one.upper(),
            title=PRECONDITIONS[one],
            cells=tuple(count_cell(words.count(word)) for word in (*STANDINGS, None)),
        )
        for one, words in told.items()
    )
    table = Table(
        code="PRECONDITIONS",
        title="Forudsætningerne, som koordinatorerne sidst vurderede dem",
        columns=(*STANDINGS.values(), "Ikke vurderet"),
        rows=rows,
        published="Afsnit 4.3",
        note="Antal teams. Tallene er om teamene, ikke om borgerne.",
    )
    return Section(
        code="PRECONDITIONS",
        title="Er forudsætningerne der?",
        tables=(table,),
        text=(PRECONDITIONS_TEXT,),
    )


def _believed(
    code: str, title: str, lines: Mapping[str, str], teams: Cases, published: str
) -> Table:
    rows = tuple(
        Row(code=one, title=told, cells=_of_teams(teams[f"believed_{one}"]))
        for one, told in lines.items()
    )
    return Table(
        code=code, title=title, columns=SELF_COLUMNS, rows=rows, published=published, note=OF_TEAMS
    )


def _beside(code: str, title: str, lines: Mapping[str, str], teams: Cases, published: str) -> Table:
    rows = tuple(Row(code=one, title=told, cells=_gap(teams, one)) for one, told in lines.items())
    return Table(
        code=code, title=title, columns=TEAM_COLUMNS, rows=rows, published=published, note=OF_TEAMS
    )


def _gap(teams: Cases, line: str) -> tuple[Cell, ...]:
    """The difference is of the teams that have both, so it may differ from that of the means."""
    believed, logged = teams[f"believed_{line}"], teams[f"logged_{line}"]
    apart = [
        one - other
        for one, other in zip(_exact(believed), _exact(logged), strict=True)
        if one is not None and other is not None
    ]
    difference = number_cell(float(mean(apart)), 2, len(apart)) if apart else nothing(0)
    return (*_of_teams(believed), *_of_teams(logged), difference)


def _exact(values: Sequence[Value | None]) -> list[Fraction | None]:
    return [Fraction(one) if isinstance(one, int | Decimal) else None for one in values]


def _of_teams(values: Sequence[Value | None]) -> tuple[Cell, Cell]:
    known = [one for one in _exact(values) if one is not None]
    told = number_cell(float(mean(known)), 2, len(known)) if known else nothing(0)
    return count_cell(len(known)), told


def plan_section(cases: Cases, least: int) -> Section:
    yes = {
        ("PLAN", "Har en plan"): is_yes(cases["plan"]),
        ("SHARED", "Planen er åbnet for en samarbejdspartner"): is_yes(cases["plan_shared"]),
        ("PARTNER_WROTE", "En partner har selv skrevet"): is_yes(cases["partner_wrote"]),
    }
    means = {
        "wishes": "Ønsker i planen",
        "goals": "Mål",
        "sub_goals": "Delmål",
        "sub_goals_reached": "Delmål, der er nået",
        "plan_meetings": "Planmøder",
        "network_meetings": "Netværksmøder",
        "moves": "Flytninger mellem praksismodellens dele",
    }
    tables = (
        counts_table(
            "PLAN",
            "Én Plan",
            shares(yes, least),
            published="Afsnit 4.2.3",
        ),
        counts_table(
            "STANCE",
            "Hvad borgerne sidst sagde til deres plan",
            partition(cases["stance"], STANCES, least),
        ),
        Table(
            code="IN_THE_PLAN",
            title="I gennemsnit for et forløb",
            columns=MEAN_COLUMNS,
            rows=tuple(mean_row(name, title, cases[name], least) for name, title in means.items()),
        ),
        counts_table(
            "PART",
            "Praksismodellens dele ved periodens slutning",
            partition(cases["part"], PARTS, least),
            published="Afsnit 4.2.4",
        ),
    )
    return Section(code="PLANS", title="Én Plan og praksismodellen", tables=tables)


def elements_section(cases: Cases, least: int) -> Section:
    """What the record itself shows of each core element, a course at a time."""
    weeks = cases["weeks"]
    found = {
        ("wishes", "Individuelt tilrettelagt: ønsker i planen"): cases["wishes"],
        ("met_a_week", "Intensiv: møder om ugen"): _over(cases["met"], weeks),
        ("minutes_a_week", "Intensiv: minutter sammen om ugen"): _over(cases["minutes"], weeks),
        ("changes", "Fleksibel: ændringer af, hvor tit I ses"): cases["intensity_changes"],
        ("outside", "Udgående: procent af møderne uden for kontoret"): _over(
            cases["met_outside"], cases["met"], times=100
        ),
        ("accompanied", "Udgående: gange fulgt et sted hen"): cases["accompanied"],
        ("tries", "Vedholdende: kontakter og forsøg for hvert møde"): _over(
            cases["contacts"], cases["met"]
        ),
        ("holds", "Vedholdende: gange i bero"): cases["holds"],
        ("staff", "Tværprofessionel: medarbejdere mødt"): cases["staff_met"],
        ("functions", "Tværprofessionel: kernefunktioner mødt (af tre)"): cases["functions_met"],
        ("network", "Koordineret: netværksmøder"): cases["network_meetings"],
    }
    table = Table(
        code="ELEMENTS",
        title="Kerneelementerne i praksis, i gennemsnit for et forløb",
        columns=MEAN_COLUMNS,
        rows=tuple(mean_row(code, title, values, least) for (code, title), values in found.items()),
        published="Afsnit 4.2.2 og 6.1.4",
    )
    return Section(code="ELEMENTS", title="Kerneelementerne i praksis", tables=(table,))


def _over(
    parts: Sequence[Value | None], wholes: Sequence[Value | None], *, times: int = 1
) -> list[Value | None]:
    """One by the other, a course at a time; nothing where there is nothing to divide by."""
    told = list(zip(parts, wholes, strict=True))
    shares = {one: _share(*one, times) for one in set(told)}
    return list(map(shares.__getitem__, told))


def _share(part: Value | None, whole: Value | None, times: int) -> Decimal | None:
    if isinstance(part, int | Decimal) and isinstance(whole, int | Decimal) and whole:
        return round(Decimal(part) * times / Decimal(whole), 6)
    return None
