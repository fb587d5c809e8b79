"""The evaluation report from the command line, without a database."""

import json

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from hjemmebane.domain.evaluation.calculations.kept import mark_of
from hjemmebane.domain.evaluation.content.case_files import cases_csv, gathered, teams_csv
from tests.domain.evaluation.rows import TEAM, cases


@pytest.fixture
def files(tmp_path):
    """Twenty cases, half of them measured twice, and their team."""

    def write(number=20, **said):
        data = gathered(cases(number, **said), [TEAM])
        for name, text in (("cases", cases_csv(data)), ("teams", teams_csv(data))):
            (tmp_path / f"{name}.csv").write_text(text)
        return "--cases", str(tmp_path / "cases.csv"), "--teams", str(tmp_path / "teams.csv")

    return write


def said(capsys, *arguments):
    call_command("evaluation_report", *arguments)
    return capsys.readouterr().out


def test_json_has_every_section_in_the_published_order(capsys, files):
    found = json.loads(said(capsys, *files(gender="MAN", register_income="1"), "--json"))

    assert [one["code"] for one in found["sections"]] == [
        "COHORT",
        "FIDELITY",
        "INSPIRE",
        "PLANS",
        "PEOPLE",
        "REGISTER",
        "RESULTS",
        "ASSESSMENTS",
        "ENDINGS",
        "ELEMENTS",
        "CRITERIA",
        "COSTS",
    ]
    assert (found["from_month"], found["until_month"]) == ("2020-10", "2022-06")
    assert len(found["digest"]) == 64


def test_same_content_is_the_same_report_to_the_byte(capsys, files, tmp_path):
    arguments = files(gse_before=lambda place: 20 + place % 7, gse_after="22")
    first = said(capsys, *arguments, "--json")
    head, *lines = (tmp_path / "cases.csv").read_text().splitlines()
    (tmp_path / "cases.csv").write_text("\n".join([head, *reversed(lines)]))

    assert said(capsys, *arguments, "--json") == first


def test_text_says_what_the_json_says(capsys, files):
    arguments = files(gender=lambda place: "MAN" if place < 13 else "WOMAN")
    text = said(capsys, *arguments)
    found = json.loads(said(capsys, *arguments, "--json"))

    assert found["digest"] in text
    for section in found["sections"]:
        for table in section["tables"]:
            assert table["title"] in text
            for row in table["rows"]:
                assert all(cell["words"] in text for cell in row["cells"])


def test_workbook_holds_the_same_numbers(capsys, files, tmp_path):
    arguments = files(gender=lambda place: "MAN" if place < 13 else "WOMAN")
    text = said(capsys, *arguments, "--json", "--xlsx", str(tmp_path / "ud.xlsx"))
    found = json.loads(text)
    assert not list(tmp_path.glob(".*"))
    first, *sheets = load_workbook(tmp_path / "ud.xlsx").worksheets

    assert text == said(capsys, *arguments, "--json")
    overview = [row[0] for row in first.values]
    assert {"Nordlys", "2020-10 til 2022-06", f"Aftryk (SHA-256): {mark_of(found)}"} < set(overview)
    for sheet, section in zip(sheets, found["sections"], strict=True):
        told = {cell for row in sheet.values for cell in row}
        for row in (row for table in section["tables"] for row in table["rows"]):
            assert {
                cell["words" if cell["value"] is None else "value"] for cell in row["cells"]
            } <= (told)


def test_workbook_that_cannot_be_written_is_told(files, tmp_path):
    with pytest.raises(CommandError, match="kan ikke skrives: Filen eller mappen findes ikke"):
        call_command("evaluation_report", *files(), "--xlsx", str(tmp_path / "nej/ud.xlsx"))


def test_bad_file_is_refused_whole(files, tmp_path):
    arguments = files()
    (tmp_path / "cases.csv").write_text("case\nx")

    with pytest.raises(CommandError, match="Kolonnen “status” mangler"):
        call_command("evaluation_report", *arguments)


def test_too_few_cases_and_too_low_a_threshold(files):
    with pytest.raises(CommandError, match="Der er færre end 5 forløb"):
        call_command("evaluation_report", *files(4))
    with pytest.raises(CommandError, match="--least skal være 5 eller mere"):
        call_command("evaluation_report", *files(), "--least", "4")
    with pytest.raises(CommandError, match="Der er færre end 30 forløb"):
        call_command("evaluation_report", *files(), "--least", "30")
