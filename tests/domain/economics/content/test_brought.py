"""Files that somebody brings: line, column, what and how to mend it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from hjemmebane.domain.economics.calculations.scenario import net_of
from hjemmebane.domain.economics.content.brought import read_costing, read_scenario
from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.economics.content.library_words import of_csv, of_file

ENGLISH = re.compile(r"\b(at|line|expected|invalid|value|cannot|document|end|of)\b", re.IGNORECASE)
TEAM = Path("docs/examples/kommune_1.toml").read_text()
SCENARIO = Path("docs/examples/scenarie.toml").read_text()


@pytest.fixture
def brought(tmp_path):
    def write(text, name="fil.toml"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


def faults(read, file):
    with pytest.raises(FaultyFile) as faulty:
        read(file)
    assert all(line.startswith(f"{file.name}: ") for line in str(faulty.value).splitlines())
    return faulty.value.faults


def test_examples_are_read():
    assert round(read_costing(Path("docs/examples/kommune_1.toml")).per_citizen) == 78_311
    assert net_of(read_scenario(Path("docs/examples/scenarie.toml"))).total > 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("places = 15", "places = 0", "linje 4, kolonne 1: places skal være større end 0."),
        (
            "overhead = 0.2",
            "overhead = 2",
            "linje 6, kolonne 1: overhead må ikke være over 1. Skriv 20 % som 0.2.",
        ),
        (
            "overhead = 0.2",
            "overhead = 0,2",
            "linje 6, kolonne 13: Skriv decimaltal med punktum (0.2), ikke komma.",
        ),
        (
            "hours = 2\n",
            "hours = -2\n",
            "linje 29, kolonne 1: staff[4].hours må ikke være under 0.",
        ),
        (
            "places = 15\n",
            "",
            "linje 1, kolonne 1: places mangler. Tilføj en linje med places.",
        ),
        ("places = 15", "plads = 15", "linje 4, kolonne 1: plads kendes ikke."),
        ('profession = "SOCIAL_WORKER"', 'profession = "PILOT"', "linje 28, kolonne 1: staff[4]:"),
        ("price_year = 2022", 'price_year = "i år"', "price_year skal være et helt tal."),
        ("places = 15", 'places = "femten"', "linje 4, kolonne 1: places er ikke et tal."),
        ("hours = 15", "hours = 5", "har flere timer til koordinering end timer i alt."),
        ("places = 15", "places = nan", "linje 4, kolonne 1: places skal være et tal"),
        ("[[staff]]", "[[staff]", "kan ikke læses som TOML"),
    ],
    ids=range(12),
)
def test_costing_that_is_wrong_is_told_where(brought, old, new, said):
    assert old in TEAM

    found = faults(read_costing, brought(TEAM.replace(old, new, 1)))

    assert any(said in one for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "success_rate = 0.25",
            "success_rate = 1.7",
            "linje 5, kolonne 1: success_rate må ikke være over 1.",
        ),
        (
            "price = 4100\nprice_year = 2022",
            "price = 4100",
            "linje 12, kolonne 1: consequences[1].price_year mangler.",
        ),
        ("price = 4100\n", "", "consequences[1] mangler change og price"),
        ("price = 4100", "price = 4100\npresent_value = 3", "ikke begge dele."),
        (
            'payer = "REGION"',
            'payer = "AMT"',
            "consequences[1].payer skal være en af 'MUNICIPALITY', 'REGION' eller 'STATE'.",
        ),
        (
            "price = 4100\nprice_year = 2022",
            "price = 4100\nprice_year = 2019",
            "linje 18, kolonne 1: consequences[1].price_year er 2019, men scenariet regner i 2022",
        ),
        ("cost = 104400", "cost = 104.400", "linje 4, kolonne 1: cost har punktum i tusinder"),
        ("price = 4100", "price = 4.100", "linje 17, kolonne 1: consequences[1].price har punktum"),
        ("cost = 104400", "cost = 1.104.400", "linje 4, kolonne 13: Skriv tusinder uden punktum"),
        ("cost = ", "published = 3\ncost = ", "published skal være en tabel med nøgler."),
        (
            "[[consequences]]",
            '[published]\nREGION = "x"\n\n[[consequences]]',
            "linje 13, kolonne 1: published.REGION er ikke et tal.",
        ),
        ("[[consequences]]", "[[følger]]", "Overskriften kan ikke læses."),
        ("years = 6", "years = 0", "years må ikke være under 1."),
    ],
    ids=range(13),
)
def test_scenario_that_is_wrong_is_told_where(brought, old, new, said):
    assert old in SCENARIO

    found = faults(read_scenario, brought(SCENARIO.replace(old, new, 1)))

    assert any(said in one for one in found), found


@pytest.mark.parametrize("read", [read_costing, read_scenario])
def test_file_that_is_no_text_is_told(brought, read):
    assert "UTF-8" in faults(read, brought("æ".encode("latin-1")))[0]
    assert "for stor" in faults(read, brought("#" * 5_000_001))[0]
    assert "mappen findes ikke." in faults(read, Path("findes/ikke.toml"))[0]
    assert "Det er en mappe." in faults(read, Path("docs"))[0]
    assert faults(read, brought("")) != []
    assert "TOML" in faults(read, brought("a = " + "[" * 5_000))[0]


def test_byte_order_mark_of_a_windows_editor_is_no_fault(brought):
    assert read_costing(brought("\ufeff" + TEAM)).costing.places == Decimal(15)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a = 1\na = 2", "linje 2: Det kan ikke læses som TOML: Det står der allerede"),
        ("[a]\n[a]", "Det står der allerede"),
        ("a = {b = 1, b = 2}", "Det står der allerede"),
        ("a = 1\n[a]", "Det står der allerede"),
        ("a: 1", "Der mangler et lighedstegn."),
        ("a = 1 b = 2", "Der står for meget på linjen."),
        ('a = "b', "Noget er ikke lukket."),
        ('a = "b\nc = 1', "Noget er ikke lukket."),
        ("a = [1", "Noget er ikke lukket."),
        ("a = {b = 1", "Noget er ikke lukket."),
        ("[a", "Overskriften kan ikke læses."),
        ("a = \x01", "Værdien kan ikke læses."),
        ("# \x01", "Der er et tegn, som ikke kan stå der."),
        ("!", "Linjen begynder ikke med en nøgle."),
        ("a.! = 1", "Her skal der stå en nøgle."),
        ("a = ja", "Værdien kan ikke læses."),
        ("a = ", "Værdien kan ikke læses."),
        (r'a = "C:\temp\x"', "En omvendt skråstreg skal stå to gange."),
        (r'a = "\udddd"', "En omvendt skråstreg skal stå to gange."),
        ("a = 2022-13-41", ""),
    ],
    ids=range(20),
)
def test_what_is_no_toml_is_told_in_danish(brought, line, said):
    [found] = faults(read_costing, brought(line))

    assert said in found
    assert not ENGLISH.search(found), found


def test_trouble_that_has_no_words_of_its_own_has_its_code():
    assert of_file(OSError(5, "Input/output error")).startswith("Det gik galt (EIO). Prøv igen")
    assert of_file(OSError("no room")).startswith("Det gik galt. Prøv igen")
    assert of_csv("bad delimiter value") == "Gem filen igen som CSV UTF-8"
