"""Instruments: whole as shipped, and every kind of damage refused with file, key and reason."""

import shutil

import pytest

from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.instrument_loader import (
    SHIPPED_INSTRUMENTS,
    read_instrument,
    read_instruments,
)
from hjemmebane.domain.method.content.loader import BrokenPack
from hjemmebane.domain.method.content.measuring import WordingStatus
from hjemmebane.domain.method.queries import current_pack, instrument, instruments

QUESTIONS = {
    "AUDIT": 10,
    "BRIEF_INSPIRE": 5,
    "BRIEF_INSPIRE_O": 5,
    "DUDIT": 11,
    "GSE": 10,
    "MOOD": 1,
    "PROGRESSION": 6,
    "VUM": 11,
    "WHO_5": 5,
}


def test_changes_are_published_to_matter_and_none_to_be_more_than_chance():
    assert {
        one.code: one.relevant_change.points for one in instruments() if one.relevant_change
    } == {
        "BRIEF_INSPIRE_O": 8,
        "WHO_5": 10,
    }
    assert not any(one.reliable_change for one in instruments())


def test_the_shipped_ones_have_their_questions():
    assert {one.code: len(one.items) for one in instruments()} == QUESTIONS


def test_words_that_may_not_ship_are_our_own_working_wording():
    for one in instruments():
        expected = WordingStatus.OWN if one.licence.words_may_ship else WordingStatus.WORKING
        assert one.wording.status is expected, one.code


def test_vum_has_the_dimensions_of_the_forms():
    assert [item.code for item in instrument("VUM").items] == [
        dimension.code for dimension in current_pack().functioning_dimensions
    ]


def test_an_unknown_one_says_so():
    with pytest.raises(UnknownCode, match="CANSAS"):
        instrument("CANSAS")


@pytest.fixture
def file(tmp_path):
    return shutil.copy(SHIPPED_INSTRUMENTS / "who_5.toml", tmp_path / "who_5.toml")


DAMAGE = {
    "answer left out": (
        '    { points = 2, text = "Knap halvdelen af tiden" },\n',
        "",
        "svarskala HOW_OFTEN: svarene har pointene 0, 1, 3, 4, 5, men skal have 0, 1, 2, 3, 4, 5",
    ),
    "answer twice": (
        "{ points = 2,",
        "{ points = 1,",
        "svarskala HOW_OFTEN: svarene har pointene 0, 1, 1, 3, 4, 5, men skal have",
    ),
    "answers in disorder": (
        "{ points = 0,",
        "{ points = 6,",
        "svarskala HOW_OFTEN: svarene har pointene",
    ),
    "question twice": ('code = "CALM"', 'code = "ACTIVE"', "spørgsmål ACTIVE står der to gange"),
    "scale unknown": (
        'scale = "HOW_OFTEN"',
        'scale = "OFTEN"',
        "spørgsmål CHEERFUL: svarskalaen OFTEN findes ikke",
    ),
    "limit wrong": (
        "highest = 100",
        "highest = 25",
        "scoring.highest: 25 passer ikke til spørgsmålene og svarene",
    ),
    "no answer needed": (
        "missing_allowed = 0",
        "missing_allowed = 5",
        "scoring.missing_allowed: mindst ét spørgsmål skal være besvaret",
    ),
    "band outside": ("at_least = 51", "at_least = 151", "band: 151 ligger uden for skalaen"),
    "positive answer unknown": (
        'title = "Ro"',
        'title = "Ro"\npositive = [5, 6]',
        "spørgsmål CALM: 6 er ikke et svar",
    ),
    "key unknown": ("factor = 4", "faktor = 4", "scoring.faktor: kendes ikke"),
    "key missing": ('respondent = "CITIZEN"\n', "", "respondent: mangler"),
    "points are a text": ("{ points = 2,", '{ points = "2",', "points: skal være et helt tal"),
    "far too many digits": ("factor = 4", f"factor = {'9' * 5000}", "kan ikke læses som TOML"),
    "no toml": ('code = "WHO_5"', "code = ", "kan ikke læses som TOML"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_refused(file, damage):
    old, new, said = DAMAGE[damage]
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenPack) as refusal:
        read_instrument(file)
    assert str(refusal.value).startswith("who_5.toml: ")
    assert said in str(refusal.value)


def test_letters_of_another_alphabet_are_refused(file):
    file.write_bytes(file.read_bytes().replace("ø".encode(), b"\xf8"))
    with pytest.raises(BrokenPack, match="ikke gemt som UTF-8"):
        read_instrument(file)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BrokenPack, match="kan ikke læses"):
        read_instrument(tmp_path / "nothing.toml")


def test_the_same_instrument_in_two_files_is_refused(file):
    shutil.copy(file, file.parent / "who_again.toml")
    with pytest.raises(BrokenPack, match="WHO_5 findes to gange"):
        read_instruments(file.parent)
