"""The report's figures in the published order, and what is said in words of them."""

import re

import pytest

from hjemmebane.domain.evaluation.calculations.evaluation_report import report_of
from hjemmebane.domain.evaluation.content.case_files import gathered
from tests.domain.evaluation.rows import TEAM, cases

# As they stand in the chapters; E is in 4.2 with figure 1, which our E is a section after.
PUBLISHED = ["A", "B", "C", "D", "1", "2", "F", "E", "G", "H", "I", "J", "3", "4", "L", "5"]
LATER = ["K", "N", "O", "M", "P", "6"]
FIGURE = re.compile(r"\b(?:[A-Z]|\d)\b(?!\.)")


def report(number=20, *teams, **said):
    return report_of(gathered(cases(number, **said), teams or [TEAM]))


def section(report, code):
    return next((one for one in report.sections if one.code == code), None)


def figures(report):
    """The figures named by its tables, each where it is first named."""
    named = [
        letter
        for one in report.sections
        for table in one.tables
        if table.published.startswith("Figur")
        for letter in FIGURE.findall(table.published)
    ]
    return list(dict.fromkeys(named))


def test_figures_stand_in_the_published_order():
    found = figures(
        report(status="ENDED", ended="2022-01", next_support="NONE", social_before="YES")
    )

    assert [one for one in found if one in PUBLISHED] == PUBLISHED
    assert [one for one in found if one not in PUBLISHED] == LATER


def repeated(words):
    return {one for one in words if words.count(one) > 1}


def test_rows_of_a_table_are_told_apart():
    """Two instruments ask of the same in the same words, and two teams have one name."""
    found = report(
        20, TEAM, {**TEAM, "team": "t2"}, team=lambda place: f"t{1 + place % 2}", gse_before="20"
    )

    tables = [table for one in found.sections for table in one.tables]
    assert {table.code: repeated([row.title for row in table.rows]) for table in tables} == {
        table.code: set() for table in tables
    }
    assert repeated([(table.code, row.code) for table in tables for row in table.rows]) == set()


def changed(before, after, name="inspire_o", number=20, **said):
    """What is said in words of those who changed so."""
    measured = {f"{name}_before": before, f"{name}_after": after}
    [*words, _] = section(report(number, **measured, **said), "RESULTS").text
    return words


@pytest.mark.parametrize(
    ("name", "before", "after", "way"),
    [
        ("inspire_o", 30, 50, "Det er gået frem"),
        ("inspire_o", 50, 30, "Det er gået tilbage"),
        ("vum", 3, 1, "Det er gået frem"),
        ("vum", 1, 3, "Det er gået tilbage"),
    ],
    ids=["more is better", "less is worse", "less is better", "more is worse"],
)
def test_change_is_told_with_its_direction(name, before, after, way):
    [words] = changed(str(before), lambda place: after + place % 2, name)

    assert way in words
    assert f"i gennemsnit {before},00 før og {after},50 efter i 20 forløb." in words


def test_change_within_its_uncertainty_is_not_called_a_change():
    [words] = changed("30", lambda place: 30 + (-1) ** place)

    assert "kan være tilfældig" in words
    assert "gået" not in words


@pytest.mark.parametrize("measured", [0, 4])
def test_nothing_is_said_of_few(measured):
    assert changed(lambda p: 30 if p < measured else "", lambda p: 40 if p < measured else "") == []


def test_how_many_is_not_said_where_it_is_hidden():
    [words] = changed(
        lambda place: 30 + place % 3, lambda place: 40 if place < 18 else "", number=20
    )

    assert "i 5 eller flere forløb" in words
    assert "18" not in words


def test_preconditions_are_counted_in_teams():
    teams = [
        {**TEAM, "team": team, "name": team, "precondition_size_hours": word}
        for team, word in (("t1", "MET"), ("t2", "MET"), ("t3", "NOT_YET"), ("t4", ""))
    ]
    [table] = section(report(20, *teams), "PRECONDITIONS").tables
    rows = {row.code: [cell.value for cell in row.cells] for row in table.rows}

    assert table.columns == ("Opfyldt", "Delvist", "Ikke endnu", "Ikke vurderet")
    assert rows.pop("SIZE_HOURS") == [2, 0, 1, 1]
    assert (len(rows), set(map(tuple, rows.values()))) == (6, {(0, 0, 0, 4)})


def test_preconditions_that_nobody_judged_are_left_out():
    assert section(report(), "PRECONDITIONS") is None
