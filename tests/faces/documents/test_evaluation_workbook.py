"""The constructed cohort in docs/examples gives its answers in the spreadsheet too."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from hjemmebane.domain.evaluation.calculations.evaluation_report import report_of
from hjemmebane.domain.evaluation.content.case_files import read_dataset
from hjemmebane.faces.documents.evaluation_workbook import evaluation_workbook
from tests.domain.evaluation import constructed

AT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def report():
    return report_of(
        read_dataset(constructed.FOLDER / "cases.csv", constructed.FOLDER / "teams.csv")
    )


@pytest.fixture(scope="module")
def sheets(report):
    """The rows of each sheet after the first, as values."""
    content = evaluation_workbook(report, teams="A", period="B", mark="C", at=AT)
    _, *found = load_workbook(io.BytesIO(content)).worksheets
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in found]


def test_spreadsheet_gives_the_answers(report, sheets):
    answers = constructed.answers()
    for section, rows in zip(report.sections, sheets, strict=True):
        for table in section.tables:
            begun = next(at for at, row in enumerate(rows) if row[0] == table.title) + 2
            for row, told in zip(table.rows, rows[begun:], strict=False):
                expected = answers.get(table.code, {}).get(row.code, [])
                assert told[0] == row.title
                for cell, value in zip(told[1:], expected, strict=False):
                    if value == constructed.HIDDEN:
                        assert isinstance(cell, str), (table.code, row.code)
                    else:
                        assert cell == pytest.approx(value, abs=2e-5), (table.code, row.code)
