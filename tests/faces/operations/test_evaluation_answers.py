"""The constructed cohort in docs/examples gives the answers that were worked out beside it."""

import json

import pytest
from django.core.management import call_command
from scipy import stats

from tests.domain.evaluation import constructed

CASES, TEAMS = (constructed.FOLDER / name for name in ("cases.csv", "teams.csv"))
ANSWERS = [
    pytest.param(table, row, values, id=f"{table}-{row}")
    for table, rows in constructed.answers().items()
    for row, values in rows.items()
]


@pytest.fixture(scope="module")
def told():
    """Every row of the report, by the codes of its table and itself."""
    return rows_of(json.loads(report()))


def report(*options):
    from io import StringIO  # noqa: PLC0415 -- only here

    into = StringIO()
    files = ("--cases", str(CASES), "--teams", str(TEAMS))
    call_command("evaluation_report", *files, *options, "--json", stdout=into)
    return into.getvalue()


def rows_of(found):
    return {
        (table["code"], row["code"]): row["cells"]
        for section in found["sections"]
        for table in section["tables"]
        for row in table["rows"]
    }


@pytest.mark.parametrize("name", ["cases.csv", "teams.csv", "answers.json"])
def test_example_is_what_the_script_makes(name):
    assert (constructed.FOLDER / name).read_text() == constructed.files()[name]


@pytest.mark.parametrize(("table", "row", "values"), ANSWERS)
def test_answer(told, table, row, values):
    cells = told[table, row]

    for cell, value in zip(cells, values, strict=False):
        if value == constructed.HIDDEN:
            assert (cell["value"], cell["n"] in {None, 60}) == (None, True)
        else:
            assert cell["value"] == pytest.approx(value, abs=2e-5)


def test_statistics_are_scipys(told):
    """The same ten who answered twice."""
    before, after = [30] * 10, [30 + one for one in constructed.RECOVERED]
    test = stats.ttest_rel(after, before)
    low, high = test.confidence_interval(0.95)
    p = stats.wilcoxon(after, before).pvalue

    values = [one["value"] for one in told["RECOVERY", "inspire_o"]]
    assert values[5:8] == pytest.approx([low, high, p], abs=1e-6)


def test_nothing_told_is_of_few(told):
    for (table, row), cells in told.items():
        if table not in {
            "COMPOSITION",
            "USES",
            "ELEMENTS_DONE",
            "ASSUMPTIONS",
            "COSTS",
            "BY_PLACES",
        } | {code for code, _ in told if code.startswith("BELIEVED_")}:
            assert all(cell["n"] is None or cell["n"] >= 5 or cell["n"] == 0 for cell in cells), row
