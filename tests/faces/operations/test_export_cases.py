"""Cases taken out at the command line, and the report made of them again."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook
from pyarrow import int64, parquet

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.evaluation import jobs
from hjemmebane.domain.evaluation.actions import EVALUATION, EXPORT
from hjemmebane.domain.evaluation.calculations.kept import mark_of
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.teams.actions import add_municipality, add_team
from hjemmebane.faces.operations import case_export
from hjemmebane.faces.operations.management.commands import export_cases
from hjemmebane.foundation.actors import OPERATIONS, acting
from tests.factories.cast import start_case
from tests.factories.economics import keep_costing
from tests.factories.evaluating import AT, live_half_a_year, ordered

pytestmark = pytest.mark.django_db
NEIGHBOURS = ("Vera", "Egon", "Rosa", "Bent", "Inga", "Svend")


@pytest.fixture
def street(cast, monkeypatch):
    """Seven citizens in team one; it is early in July."""
    for module in (jobs, export_cases):
        monkeypatch.setattr(module, "now", lambda: AT)
    with acting(cast.ida.actor):
        live_half_a_year(cast.kim, cast.ida, cast.bo)
        for name in NEIGHBOURS:
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    return cast


def export(folder, *teams, first="2025-01", last="2025-06", **more):
    said = io.StringIO()
    given = ["--teams", *(teams or ["Team et"]), "--from", first, "--to", last]
    options = [f"--{name}={value}" for name, value in more.items()]
    call_command("export_cases", *given, f"--out={folder}", *options, stdout=said)
    return said.getvalue()


def accesses(by):
    with acting(by.actor):
        return Access.objects.filter(actor=EXPORT.key).count()


def test_cases_lie_in_a_folder_with_the_dictionary_beside(street, tmp_path):
    said = export(tmp_path / "ud")

    assert sorted(one.name for one in (tmp_path / "ud").iterdir()) == [
        "cases.csv",
        "data_dictionary.md",
        "teams.csv",
    ]
    assert "7 forløb, 1 teams" in said
    assert len((tmp_path / "ud/cases.csv").read_text().splitlines()) == 8
    assert accesses(street.ida) == 7


def test_nobody_stands_in_the_files(street, tmp_path):
    export(tmp_path / "ud")
    told = "".join(one.read_text() for one in (tmp_path / "ud").glob("*.csv"))

    for secret in ("Kim", "Krog", *NEIGHBOURS, "070761", str(street.kim.course.pk), "gerne ud"):
        assert secret not in told


def test_report_of_the_files_is_the_report_of_the_record(street, tmp_path):
    keep_costing(street, street.mette, team=street.team_one)
    report = ordered(street, street.mette)
    jobs.make(report.pk)
    export(tmp_path / "ud")
    said = io.StringIO()
    files = [f"--{name}={tmp_path / 'ud' / name}.csv" for name in ("cases", "teams")]
    call_command("evaluation_report", *files, "--json", stdout=said)

    with acting(EVALUATION):
        kept = EvaluationReport.objects.get()
    again = json.loads(said.getvalue())
    assert {**again, "digest": ""} == {**kept.content, "digest": ""}
    assert mark_of(again) == kept.content_hash
    assert "898.072" in said.getvalue()
    assert "898072,40000,2022,ACTUAL" in (tmp_path / "ud/teams.csv").read_text()


@pytest.mark.parametrize(
    ("teams", "months", "sentence"),
    [
        (["Team tre"], {}, "Intet team hedder Team tre"),
        ([], {"first": "2025-06", "last": "2025-01"}, "Byt om på de to måneder"),
        ([], {"last": "2025-07"}, "Vælg en måned, der er gået"),
        ([], {"first": "2024-01", "last": "2024-02"}, "ingen forløb"),
        ([], {"first": "januar"}, "er ikke en måned"),
    ],
    ids=["no such team", "reversed", "future", "nobody", "no month"],
)
def test_what_cannot_be_taken_out_is_refused_and_nothing_written(
    street, tmp_path, teams, months, sentence
):
    with pytest.raises(CommandError, match=sentence):
        export(tmp_path / "ud", *teams, **months)

    assert list(tmp_path.iterdir()) == []
    assert accesses(street.ida) == 0


def test_of_teams_of_one_name_one_municipalitys_is_taken_out(street, tmp_path):
    with acting(OPERATIONS):
        elsewhere = add_municipality(name="Byby", code="0902", by=OPERATIONS, at=AT)
        add_team(municipality=elsewhere, name="Team et", by=OPERATIONS, at=AT)
    with pytest.raises(CommandError, match="Flere teams hedder det samme"):
        export(tmp_path / "ud")

    assert "7 forløb, 1 teams" in export(tmp_path / "ud", municipality="Aabenby")


def test_folder_that_is_there_is_left_alone(street, tmp_path):
    with pytest.raises(CommandError, match="er der allerede"):
        export(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_broken_off_it_leaves_no_folder(street, tmp_path, monkeypatch):
    def struck(*_anything):
        raise OSError("no room")

    monkeypatch.setitem(case_export.FORMATS, "csv", struck)
    with pytest.raises(CommandError, match="kan ikke skrives: Det gik galt"):
        export(tmp_path / "ud")

    assert list(tmp_path.iterdir()) == []


def test_folder_that_somebody_else_writes_is_left_alone_and_nobody_is_taken_out(street, tmp_path):
    with case_export.new_folder(tmp_path / "ud") as theirs:
        (theirs / "cases.csv").write_text("deres")
        with pytest.raises(CommandError, match=r"ud skrives lige nu af en anden. Vent"):
            export(tmp_path / "ud")

    assert [one.name for one in (tmp_path / "ud").iterdir()] == ["cases.csv"]
    assert accesses(street.ida) == 0


def test_what_somebody_was_struck_down_while_writing_is_taken_over(street, tmp_path):
    left = tmp_path / ".ud.unfinished"
    left.mkdir(mode=0o755)
    (left / "cases.parquet").write_text("halvt")

    export(tmp_path / "ud")

    assert [one.name for one in tmp_path.iterdir()] == ["ud"]
    assert not (tmp_path / "ud/cases.parquet").exists()
    assert (tmp_path / "ud").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("make", ["symlink_to", "write_text"])
def test_what_nobody_left_while_writing_is_not_touched(street, tmp_path, make):
    others = tmp_path / "andet"
    others.mkdir()
    (others / "brev.txt").write_text("kære")
    getattr(tmp_path / ".ud.unfinished", make)(str(others))

    with pytest.raises(CommandError, match=r"\.ud\.unfinished"):
        export(tmp_path / "ud")

    assert (others / "brev.txt").read_text() == "kære"
    assert not (tmp_path / "ud").exists()
    assert accesses(street.ida) == 0


def test_folder_that_cannot_be_written_is_told_before_anybody_is_taken_out(street, tmp_path):
    (tmp_path / "fil").write_text("")
    with pytest.raises(CommandError, match="fil er der allerede"):
        export(tmp_path / "fil" / "ud")

    assert accesses(street.ida) == 0


def test_course_that_comes_while_cases_are_gathered_is_not_taken_out_unlogged(
    street, tmp_path, monkeypatch
):
    monkeypatch.setattr(export_cases, "take_cases_out", lambda **_given: 6)
    with pytest.raises(CommandError, match="kommet til imens"):
        export(tmp_path / "ud")

    assert list(tmp_path.iterdir()) == []


def test_parquet_holds_what_the_csv_does(street, tmp_path):
    export(tmp_path / "ud", format="parquet")
    cases = parquet.read_table(tmp_path / "ud/cases.parquet")

    assert (cases.num_rows, cases.schema.field("met").type) == (7, int64())
    assert sorted(cases["met"].to_pylist()) == [0] * 6 + [3]
    assert {one for one in cases["inspire_o_after"].to_pylist() if one} == {75.0}
    assert parquet.read_table(tmp_path / "ud/teams.parquet")["name"].to_pylist() == ["Team et"]


def test_spreadsheet_holds_both_tables(street, tmp_path):
    export(tmp_path / "ud", format="xlsx")
    book = load_workbook(tmp_path / "ud/cases.xlsx")
    head, *rows = book["cases"].values

    assert book.sheetnames == ["cases", "teams"]
    assert sorted(row[head.index("met")] for row in rows) == [0] * 6 + [3]
    assert {one for row in rows if (one := row[head.index("inspire_o_after")])} == {75}
