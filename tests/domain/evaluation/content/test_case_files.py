"""Case files: what is read, what is refused and in which words."""

from collections import Counter

import pytest

from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.evaluation.calculations import cells
from hjemmebane.domain.evaluation.calculations.cases import MOST_FAULTS, FaultyRows
from hjemmebane.domain.evaluation.content import case_files
from hjemmebane.domain.evaluation.content.case_files import (
    cases_csv,
    gathered,
    read_dataset,
    teams_csv,
)
from tests.domain.evaluation.rows import ONE, TEAM, cases


@pytest.fixture
def written(tmp_path):
    """A file with three cases, after each replacement of a text by another."""

    def write(*changes):
        text = cases_csv(gathered(cases(3, gse_before="20.5")))
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        file = tmp_path / "cases.csv"
        file.write_text(text)
        return file

    return write


def refused(file, teams=None):
    with pytest.raises(FaultyFile) as faulty:
        read_dataset(file, teams)
    return faulty.value.faults


def test_what_is_written_is_read_again(written, tmp_path):
    made = gathered(cases(3, gse_before="20.5"), [TEAM])
    teams = tmp_path / "teams.csv"
    teams.write_text(teams_csv(made))

    found = read_dataset(written(), teams)

    assert found.digest == made.digest
    assert found.cases["gse_before"] == made.cases["gse_before"]
    assert cases_csv(found) == cases_csv(made)


def test_hash_is_of_the_content_alone(tmp_path):
    rows = cases(12, gse_before=lambda place: 20 + place)
    made = gathered(rows)
    text = cases_csv(made)
    head, *lines = text.splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text(
        "\n".join(";".join(reversed(line.split(","))) for line in (head, *reversed(lines)))
    )

    assert gathered(reversed(rows)).digest == made.digest
    assert read_dataset(turned).digest == made.digest
    assert gathered(cases(12, gse_before=lambda place: 21 + place)).digest != made.digest
    assert gathered(cases(12, gse_after=lambda place: 20 + place)).digest != made.digest


def test_numbers_that_are_the_same_hash_the_same():
    assert (
        gathered(cases(1, gse_before="20")).digest == gathered(cases(1, gse_before="20.0")).digest
    )


def test_missing_column_is_named(written):
    unknown, missing = refused(written(("status,", "tilstand,")))

    assert unknown.endswith("kolonne 6: “tilstand” kendes ikke. Ret navnet, eller slet kolonnen.")
    assert missing.startswith("linje 1: Kolonnen “status” mangler (Hvor forløbet står")


def test_decimal_comma_is_told_how_to_be_mended(tmp_path, written):
    assert refused(written(("20.5", '"20,5"'))) == [
        "linje 2, kolonne 48 (gse_before): “20,5” har komma. Skriv punktum foran decimalerne (2.5)."
    ]
    (found,) = refused(written(("20.5", "20,5")))
    assert found.startswith("linje 2: Der er 88 felter, men 87 kolonner. Er der et komma i et tal?")


def test_double_case_is_told_with_both_lines(written):
    (found,) = refused(written(("\nf2,", "\nf0,")))
    assert found == (
        "linje 4, kolonne 1 (case): “f0” står der to gange. Slet den ene, eller ret den."
        " Den første er i linje 2."
    )


def test_dates_reversed(written):
    (found,) = refused(written(("2021-01,,ACTIVE", "2021-03,2021-02,ENDED")))
    assert found == (
        "linje 2, kolonne 5 (ended): 2021-02 ligger før started (2021-03)."
        " Byt om på de to, eller ret den ene."
    )


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param({"gse_before": "9"}, "“9” ligger uden for 10-40", id="out of range"),
        pytest.param({"gse_before": "nan"}, "“nan” er ikke et tal. Skriv kun cifre", id="nan"),
        pytest.param({"gse_before": "1e1"}, "“1e1” er ikke et tal", id="exponent"),
        pytest.param({"contacts": "-1"}, "“-1” ligger uden for 0-100000", id="negative"),
        pytest.param({"contacts": "100.5"}, "“100.5” skal være et helt tal", id="half"),
        pytest.param({"contacts": "15.000"}, "har punktum i tusinder", id="thousands"),
        pytest.param({"contacts": ""}, "er tom. Skriv en værdi", id="must be there"),
        pytest.param({"started": "2021-13"}, "skal være en måned, skrevet 2022-04", id="month"),
        pytest.param({"started": "2021-01-05"}, "skrevet 2022-04 uden dag", id="day"),
        pytest.param({"housing": "Villa"}, "“Villa” kendes ikke. Skriv en af", id="code"),
        pytest.param({"earlier_efforts": "SEL_85 SEL_9"}, "“SEL_9” kendes ikke", id="codes"),
        pytest.param({"earlier_efforts": "NONE SEL_85"}, "både NONE og noget andet", id="none"),
        pytest.param({"case": "Ib Holm"}, "skal være højst 64 bogstaver", id="name"),
        pytest.param({"met": "101"}, "101 er mere end contacts (100)", id="part above whole"),
        pytest.param({"ended": "2021-05"}, "er ikke ENDED, men ended er udfyldt", id="not ended"),
        pytest.param({"status": "ENDED"}, "er tom, men status er ENDED", id="ended when"),
        pytest.param({"ending_reason": "MOVED"}, "men status er ikke ENDED", id="reason"),
    ],
)
def test_bad_cell_is_refused_with_its_row_and_reason(said, reason):
    with pytest.raises(FaultyRows) as faulty:
        gathered([ONE, {**ONE, "case": "f2", **said}])

    assert [one.row for one in faulty.value.faults] == [1]
    assert reason in faulty.value.faults[0].reason


@pytest.mark.parametrize("begun", ["=", "+", "-", "@"])
def test_name_that_a_spreadsheet_would_take_for_a_formula_is_refused(begun):
    with pytest.raises(FaultyRows, match="må ikke begynde med"):
        gathered([ONE], [{**TEAM, "name": f"{begun}SUM(A1)"}])


@pytest.mark.parametrize("cost", ["356.900", "1.356.900"])
def test_thousands_with_a_point_in_kroner_are_told(cost):
    with pytest.raises(FaultyRows, match=f"“{cost}” har punktum i tusinder"):
        gathered([ONE], [{**TEAM, "cost": cost}])


def test_signs_that_nobody_sees_are_left_out_of_a_name_and_hide_no_formula():
    found = gathered([ONE], [{**TEAM, "name": "Havn\x08en \u202etæt\u202c"}])
    assert found.teams["name"] == ("Havnen tæt",)

    with pytest.raises(FaultyRows, match="må ikke begynde med"):
        gathered([ONE], [{**TEAM, "name": "\u202e=SUM(A1)"}])
    with pytest.raises(FaultyRows, match="er tom"):
        gathered([ONE], [{**TEAM, "name": "\u202e"}])


def test_team_that_is_not_there_is_named():
    with pytest.raises(FaultyRows, match="t1 står ikke i filen om teams"):
        gathered([ONE], [{**TEAM, "team": "t2"}])


def test_before_without_after_and_after_without_before_are_kept():
    found = gathered([{**ONE, "gse_before": "20"}, {**ONE, "case": "f2", "gse_after": "30"}])

    assert [str(one) for one in found.cases["gse_before"]] == ["20", "None"]
    assert [str(one) for one in found.cases["gse_after"]] == ["None", "30"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "Filen er tom.", id="empty"),
        pytest.param("case\nÆ".encode("latin-1"), "Filen er ikke gemt som UTF-8.", id="latin"),
        pytest.param(b'case\n"f1', "Et anførselstegn er ikke lukket", id="open quote"),
        pytest.param(b'case\n"f1"x', "Der står noget efter et anførsel", id="after quote"),
        pytest.param(b"case\n" + b"x" * 140_000, "Et felt er alt for langt", id="long"),
        pytest.param(b"case\tteam\n1\t2", "ikke delt med komma eller semikolon", id="tabs"),
        pytest.param(b"PK\x03\x04", "ikke delt med komma eller semikolon", id="workbook"),
        pytest.param(b"\xef\xbb\xbfcase,case\n1,2", "“case” står der 2 gange.", id="twice"),
    ],
)
def test_file_that_cannot_be_read(tmp_path, content, reason):
    file = tmp_path / "cases.csv"
    file.write_bytes(content)

    assert reason in refused(file)[0]


def test_headings_alone_are_refused(written):
    file = written()
    file.write_text(file.read_text().splitlines()[0])

    assert refused(file) == ["Der er ingen rækker under overskrifterne. Tilføj mindst én."]


def test_file_that_is_not_there(tmp_path):
    assert refused(tmp_path / "x.csv") == [
        "Filen kan ikke læses: Filen eller mappen findes ikke. Se efter, om stien er rigtig."
    ]
    assert refused(tmp_path) == [
        "Filen kan ikke læses: Det er en mappe. Skriv også navnet på en fil i den."
    ]


def wrong(file, count, told="99"):
    """A file whose every row has the same fault."""
    head, line, *_ = file.read_text().splitlines()
    rows = [line.replace("20.5", told.format(row)).replace("f0", f"f{row}") for row in range(count)]
    file.write_text("\n".join([head, *rows]))
    return file


def test_file_with_many_faults_tells_some(written):
    assert len(refused(wrong(written(), 49))) == 49

    found = refused(wrong(written(), 60))
    assert (len(found), found[-1]) == (51, "… og flere fejl. Ret disse, og læs filen igen.")
    assert found[49].startswith("linje 51, kolonne 48 (gse_before)")


def test_sentences_are_made_of_what_is_shown(written, monkeypatch):
    made = []
    monkeypatch.setattr(case_files, "_sentence", lambda *given: made.append(given) or "")
    monkeypatch.setattr(cells, "text_of", lambda value: made.append(value) or "")

    refused(wrong(written(), 600, "9{}.5"))

    assert len(made) == 50 * 3  # the sentence, and both ends of what is allowed


def test_many_rows_of_a_wrong_length_tell_some(written):
    found = refused(wrong(written(), 60, "9,5"))

    assert (len(found), found[-1]) == (51, "… og 10 fejl mere.")


@pytest.mark.parametrize(
    "said",
    [{"case": "f1"}, {"met": "101"}, {"ended": "2020-01"}],
    ids=["twice", "part", "reversed"],
)
def test_rows_that_contradict_themselves_are_told_up_to_a_number(said):
    with pytest.raises(FaultyRows) as faulty:
        gathered([{**ONE, "case": f"f{place}", **said} for place in range(200)])

    counted = Counter(one.column for one in faulty.value.faults)
    assert max(counted.values()) == MOST_FAULTS
