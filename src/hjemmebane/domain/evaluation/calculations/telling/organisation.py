"""The four organisational criteria of the evaluation (6.2.1), and the register columns."""

from collections.abc import Sequence
from decimal import Decimal

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.cases import Table as Cases
from hjemmebane.domain.evaluation.calculations.columns import YES_NO, Value
from hjemmebane.domain.evaluation.calculations.counting import (
    NUMBERS,
    counts_table,
    is_yes,
    partition,
    shares,
)
from hjemmebane.domain.evaluation.calculations.measuring import MEAN_COLUMNS, mean_row
from hjemmebane.domain.evaluation.calculations.of_cases import (
    CASE_COLUMNS,
    EDUCATIONS,
    INCOMES,
    VUM,
)
from hjemmebane.domain.evaluation.calculations.report import (
    Row,
    Section,
    Table,
    count_cell,
)

# From here on an area is at least a moderate problem.
MODERATE, SEVERAL_AREAS = 2, 3
CRITERIA_SOURCE = "Afsnit 6.2.1"


type Shares = dict[tuple[str, str], list[bool | None]]


def criteria_section(data: Dataset, least: int) -> Section:
    cases = data.cases
    across: Shares = {
        (
            "SEVERAL_AREAS",
            "Mindst tre områder, der er et moderat problem eller mere (VUM ved start)",
        ): _several_areas(cases)
    }
    varying: Shares = {
        ("CHANGED", "Aftalen om, hvor tit I ses, er ændret mindst én gang"): [
            None if one is None else one != 0 for one in cases["intensity_changes"]
        ],
        ("HELD", "Har været i bero mindst én gang"): [one != 0 for one in cases["holds"]],
    }
    planned: Shares = {
        ("PLAN", "Har en plan"): is_yes(cases["plan"]),
        ("SHARED", "Planen er åbnet for en samarbejdspartner"): is_yes(cases["plan_shared"]),
    }
    told = (
        ("ACROSS_GROUPS", "1. Teamet rummer borgere på tværs af udsatte grupper", across),
        (
            "VARYING_NEED",
            "2. Der er plads til, at behovet er stort i nogle perioder og mindre i andre",
            varying,
        ),
        ("ONE_PLAN", "3. Indsatserne er koordineret og beskrevet i én plan", planned),
    )
    tables = [
        counts_table(
            code,
            title,
            shares(values, least),
            published=CRITERIA_SOURCE,
        )
        for code, title, values in told
    ]
    return Section(
        code="CRITERIA",
        title="De fire organisatoriske kriterier",
        tables=(*tables, _composition(data.teams)),
    )


def _several_areas(cases: Cases) -> list[bool | None]:
    """Not known of those who were measured in none of the areas."""
    rows = zip(*(cases[one.before] for one in VUM), strict=True)
    return [_has_several(row) for row in rows]


def _has_several(row: Sequence[Value | None]) -> bool | None:
    known = [one for one in row if isinstance(one, Decimal)]
    return sum(one >= MODERATE for one in known) >= SEVERAL_AREAS if known else None


def _composition(teams: Cases) -> Table:
    told = {
        ("FUNCTIONS", "Alle tre kernefunktioner er dækket"): [
            None if one is None else one == 3 for one in teams["functions_covered"]
        ],
        ("COORDINATOR", "Har en teamkoordinator"): is_yes(teams["coordinator"]),
        ("AGREEMENTS", "Har mindst én samarbejdsaftale i kraft"): [
            None if one is None else one != 0 for one in teams["agreements"]
        ],
        ("STEERING", "Har en styregruppe, der mødes"): is_yes(teams["steering_group"]),
    }
    rows = tuple(
        Row(
            code=code,
            title=title,
            cells=(count_cell(sum(1 for one in known if one)), count_cell(_known(known))),
        )
        for (code, title), known in told.items()
    )
    return Table(
        code="COMPOSITION",
        title="4. Teamet har de rette fagligheder, eller der er adgang til dem",
        columns=("Teams", "Ud af"),
        rows=rows,
        published=CRITERIA_SOURCE,
        note="Tallene er om teamene, ikke om borgerne.",
    )


def _known(values: Sequence[bool | None]) -> int:
    return sum(1 for one in values if one is not None)


def register_section(cases: Cases, least: int) -> Section | None:
    """What somebody joined from a register; None where there is nothing of it."""
    if not any(cases.holds(one.name) for one in CASE_COLUMNS if one.register):
        return None
    means = {
        "register_income": "Indkomst i året før start, kr.",
        "register_gp_contacts": "Kontakter til egen læge",
        "register_hospital_contacts": "Kontakter til sygehuset",
        "register_psychiatric_contacts": "Heraf i psykiatrien",
    }
    told = {
        "register_shelter": ("Har boet på herberg i de to år før", YES_NO),
        "register_drug_treatment": ("Har været i stofmisbrugsbehandling før", YES_NO),
        "register_danish_origin": ("Dansk oprindelse", YES_NO),
        "register_education": ("Højeste fuldførte uddannelse", EDUCATIONS),
        "register_support": ("Forsørgelse ved start", INCOMES),
    }
    tables = [
        Table(
            code="REGISTER_MEANS",
            title="Før start, fra registre",
            columns=MEAN_COLUMNS,
            rows=tuple(
                mean_row(name, title, cases[name], least)
                for name, title in means.items()
                if cases.holds(name)
            ),
            published="Tabel 1",
            register=True,
        ),
        *(
            Table(
                code=name.upper(),
                title=title,
                columns=NUMBERS,
                rows=partition(cases[name], titles, least),
                published="Tabel 1",
                register=True,
            )
            for name, (title, titles) in told.items()
            if cases.holds(name)
        ),
    ]
    return Section(
        code="REGISTER",
        title="Fra registre",
        tables=tuple(tables),
        text=("Disse tal er lagt til fra registre. De er ikke fra borgernes journaler.",),
    )
