"""Who they are when the course begins: the start form, and how they are measured then."""

from collections.abc import Sequence

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.columns import KNOWN
from hjemmebane.domain.evaluation.calculations.counting import (
    NOT_SAID,
    NOT_SAID_TITLE,
    Line,
    counted,
    counts_table,
    of_codes,
    partition,
    several,
)
from hjemmebane.domain.evaluation.calculations.measuring import (
    MEAN_COLUMNS,
    Pairs,
    mean_row,
    start_row,
)
from hjemmebane.domain.evaluation.calculations.of_cases import AGES, EFFORTS, GENDERS, HOUSING
from hjemmebane.domain.evaluation.calculations.report import Row, Section, Table

# As the evaluation groups them (chapter 5, note 15 and figure G).
OWN_HOME = frozenset({"PUBLIC_HOUSING", "YOUTH_HOUSING", "PRIVATE_RENT", "OWNED", "SHARED_HOUSING"})
HOMELESS = frozenset({"SHELTER", "STREET", "WITH_OTHERS"})


def section(data: Dataset, measured: Sequence[Pairs], least: int) -> Section:
    cases = data.cases
    tables = [
        counts_table(
            "GENDER", "Køn", partition(cases["gender"], GENDERS, least), published="Tabel 1"
        ),
        counts_table(
            "AGE", "Alder ved start", partition(cases["age"], AGES, least), published="Tabel 1"
        ),
        counts_table("HOUSING", "Bolig ved start", _housing(data, least), published="Figur G"),
        counts_table(
            "EARLIER",
            "Indsatser før",
            several(cases["earlier_efforts"], EFFORTS, least),
            published="Figur H",
            note="En borger kan have haft flere.",
        ),
        counts_table(
            "PRESENT",
            "Indsatser ved start",
            several(cases["present_efforts"], EFFORTS, least),
            published="Figur I",
            note="En borger kan have flere.",
        ),
        counts_table(
            "DIAGNOSIS",
            "Psykiatrisk diagnose ved start",
            partition(cases["diagnosis"], KNOWN, least),
            published="Figur J",
        ),
        Table(
            code="CRITERIA",
            title="Målgruppens kriterier",
            columns=MEAN_COLUMNS,
            rows=(mean_row("CRITERIA", "Kriterier svaret ja til", cases["criteria_met"], least),),
        ),
        Table(
            code="FUNCTIONING_AT_START",
            title="Funktionsevne ved start (VUM, 0 er intet problem, 4 er fuldstændigt)",
            columns=MEAN_COLUMNS,
            rows=tuple(start_row(one) for one in measured),
            published="Figur 3",
        ),
    ]
    return Section(code="PEOPLE", title="Borgerne ved start", tables=tuple(tables))


def _housing(data: Dataset, least: int) -> tuple[Row, ...]:
    """Each kind, and the two groups of kinds that the evaluation tells."""
    atoms = of_codes(data.cases["housing"], HOUSING)
    lines = [
        Line("OWN_HOME", "Egen bolig (de fem første)", OWN_HOME),
        Line("HOMELESS", "Funktionelt hjemløse (herberg, gaden, hos andre)", HOMELESS),
        *(Line(one, title, frozenset([one])) for one, title in HOUSING.items()),
    ]
    if atoms[NOT_SAID]:
        lines.append(Line(NOT_SAID, NOT_SAID_TITLE, frozenset([NOT_SAID])))
    found = counted(atoms, lines, least)
    return tuple(found.row(one) for one in lines)
