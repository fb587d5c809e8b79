"""The constructed cohort gives its known answers on the page, on paper, in the sheet and as data.

They are read as whoever gets the report reads them, and the report is kept as its job keeps it.
"""

import io
import json
import re
from itertools import chain

import pytest
from django.test.html import parse_html
from openpyxl import load_workbook

from hjemmebane.domain.evaluation.calculations.evaluation_report import report_of
from hjemmebane.domain.evaluation.content.case_files import read_dataset
from tests.domain.evaluation import constructed
from tests.faces.documents.tagged import tables_of
from tests.factories.browsing import browser, html
from tests.factories.evaluating import made

pytestmark = pytest.mark.django_db
ANSWERS = json.loads((constructed.FOLDER / "answers.json").read_text())
CASES, TEAMS = (constructed.FOLDER / name for name in ("cases.csv", "teams.csv"))
NUMBER = re.compile(r"(−?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?( %)?")
# What stands where a figure is hidden, or told so coarsely that it has no value.
HIDDEN_WORDS = {"skjult", "5 eller flere", "under 0,05"}
# Columns of whole numbers, of years, of shares and of one decimal; of p three, else two.
WHOLE = {
    *("Antal", "n", "n (parret)", "Mangler", "Før og efter", "Kun før", "Kun efter", "Ikke målt"),
    *("Teams", "Teams med log", "Ud af"),
}
YEARS, TENTHS, P = {"Prisniveau"}, {"Pladser", "Timer om ugen", "Andel"}, "p (Wilcoxon)"
NEAR_NOUGHT = "under 0,001"
# Of how many they are would tell of few, so they have one decimal.
COARSE = {("PROGRESSION", "progression_economy")}
EXACT = 2e-5


@pytest.fixture
def told(cast):
    """The report on its four ways, each as the tables that stand there, in order."""
    report = made(cast, cast.bo, told=report_of(read_dataset(CASES, TEAMS)))
    reader, url = browser(cast.mette), f"/teamet/evaluering/{report.pk}/"
    data = json.loads(reader.get(f"{url}data/").content)
    return {
        "data": list(of_data(data)),
        "page": list(of_page(reader, url)),
        "paper": tables_of(reader.get(f"{url}papir/").content),
        "sheet": list(of_sheet(reader.get(f"{url}regneark/").content, data)),
    }, list(codes_of(data))


def of_data(data):
    """Cells as (words, value)."""
    for table in tables_in(data):
        rows = [
            [row["title"], *((one["words"], one["value"]) for one in row["cells"])]
            for row in table["rows"]
        ]
        yield table["title"], [[HEADING, *table["columns"]], *rows]


HEADING = "Det, tallet er om"


def tables_in(data):
    return chain.from_iterable(section["tables"] for section in data["sections"])


def codes_of(data):
    """The code of each table, and of each of its rows."""
    for table in tables_in(data):
        yield table["code"], [row["code"] for row in table["rows"]]


def of_page(reader, url):
    """Section by section, as the links on the page lead."""
    links = [link.url for link in reader.get(url).context["page"].sections]
    for link in links:
        yield from of_html(parse_html(html(reader.get(link))))


def of_html(page):
    heading = ""
    for node in walked(page):
        if node.name == "h3":
            heading = text_in(node)
        elif node.name == "table" and heading:
            rows = [one for one in walked(node) if one.name == "tr"]
            yield (
                heading,
                [
                    [text_in(cell) for cell in walked(row) if cell.name in {"th", "td"}]
                    for row in rows
                ],
            )
            heading = ""  # what comes before the next heading is a picture's own table


def walked(node):
    for child in node.children:
        if not isinstance(child, str):
            yield child
            yield from walked(child)


def text_in(node):
    parts = (one if isinstance(one, str) else text_in(one) for one in node.children)
    return " ".join(" ".join(parts).split())


def of_sheet(content, data):
    """The tables of each sheet after the first, found by their titles; cells as values."""
    _, *sheets = load_workbook(io.BytesIO(content)).worksheets
    for section, sheet in zip(data["sections"], sheets, strict=True):
        rows = [
            [one for one in row if one is not None] for row in sheet.iter_rows(values_only=True)
        ]
        for table in section["tables"]:
            begun = rows.index([table["title"]])
            yield table["title"], rows[begun + 1 : begun + 2 + len(table["rows"])]


def plain(words):
    """Without what a narrow column does to a long word."""
    return words.replace(" ", "").replace("-", "")


def test_every_cell_is_the_same_on_all_four_ways(told):
    forms, _ = told
    for data, page, paper, sheet in zip(*forms.values(), strict=True):
        title, (heads, *rows) = data
        assert title == page[0] == sheet[0]
        assert plain(title) == plain(paper[0])
        assert heads == page[1][0] == [HEADING, *sheet[1][0]]
        assert list(map(plain, heads)) == list(map(plain, paper[1][0])), title
        for row, *others in zip(rows, page[1][1:], paper[1][1:], sheet[1][1:], strict=True):
            on_page, on_paper, in_sheet = others
            words = [one for one, _ in row[1:]]
            values = [one if value is None else value for one, value in row[1:]]
            assert on_page == [row[0], *words], title
            assert plain(on_paper[0]) == plain(row[0])
            assert on_paper[1:] == words, title
            assert in_sheet == [row[0], *values], title


def test_known_answers_are_given_on_all_four_ways(told):
    forms, codes = told
    for form, tables in forms.items():
        seen = set()
        for (table, rows), (_, (heads, *lines)) in zip(codes, tables, strict=True):
            columns = heads[1:] if heads[0] == HEADING else heads
            for row, line in zip(rows, lines, strict=True):
                answers = ANSWERS.get(table, {}).get(row, [])
                seen |= {(table, row)} if answers else set()
                for column, cell, answer in zip(columns, line[1:], answers, strict=False):
                    where = (table, row, column)
                    assert gives(cell, answer, *where), (form, *where, cell, answer)
        assert seen == {(table, row) for table, rows in ANSWERS.items() for row in rows}, form


def gives(cell, answer, table, row, column):
    """Whether a cell says what is known: as a value, or written as Danes write it."""
    words, value = cell if isinstance(cell, tuple) else (cell, cell)
    if answer == constructed.HIDDEN:
        return words in HIDDEN_WORDS and not isinstance(value, int | float)
    if not isinstance(value, str):
        return value == pytest.approx(answer, abs=EXACT)
    if words == NEAR_NOUGHT:
        return column == P and answer < 0.001
    decimals = 1 if (table, row) in COARSE else decimals_of(words, column)
    found = NUMBER.fullmatch(words)
    if not found or len(found[3] or "") != decimals or bool(found[4]) != is_share(table, column):
        return False
    is_grouped = column in YEARS or len(found[2]) <= 3 or "." in found[2]
    number = float(f"{found[1].replace('−', '-')}{found[2].replace('.', '')}.{found[3] or 0}")
    return is_grouped and abs(number - answer) <= 0.5 * 10**-decimals + EXACT


def is_share(table, column):
    return column == "Andel" or (table == "POSITIVE" and column in {"Før", "Efter"})


def decimals_of(words, column):
    if column in WHOLE | YEARS or column.endswith("kr."):
        return 0
    if column in TENTHS or words.endswith("%"):
        return 1
    return 3 if column == P else 2


def test_reader_of_danish_numbers_takes_no_others():
    where = ("COSTS", "a", "Drift om året, kr.")

    assert gives("1.200.000", 1_200_000, *where)
    for wrong in ("1200000", "1,200,000", "1.200.001", "1.200.000,0", "skjult"):
        assert not gives(wrong, 1_200_000, *where), wrong
