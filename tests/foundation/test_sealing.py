import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.foundation.sealing import BrokenSeal, blind_index, keys, seal, unseal

PLACE = "citizens_citizen.cpr_sealed.1"
OLD = "old:" + base64.urlsafe_b64encode(b"o" * 32).decode()
NEW = "new:" + base64.urlsafe_b64encode(b"n" * 32).decode().rstrip("=")

# What PostgreSQL stores: any text without NUL and lone surrogates.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


@given(texts, texts)
def test_sealed_text_opens_in_its_place(text, place):
    assert unseal(seal(text, place=place), place=place) == text


@given(texts.filter(bool), texts, texts)
def test_sealed_text_opens_nowhere_else(text, place, other):
    sealed = seal(text, place=place)
    if place == other:
        return
    with pytest.raises(BrokenSeal):
        unseal(sealed, place=other)


def test_sealing_twice_shows_nothing_alike():
    one, other = seal("0707614285", place=PLACE), seal("0707614285", place=PLACE)

    assert one.split(".")[2:] != other.split(".")[2:]
    assert "0707614285" not in one


def test_empty_text_stays_empty():
    assert seal("", place=PLACE) == ""
    assert unseal("", place=PLACE) == ""


def test_new_key_seals_and_old_key_still_opens(settings):
    settings.SEALING_KEYS = OLD
    before = seal("hemmelig", place=PLACE)

    settings.SEALING_KEYS = f"{NEW}, {OLD}"

    assert unseal(before, place=PLACE) == "hemmelig"
    assert seal("hemmelig", place=PLACE).startswith("v1.new.")
    assert unseal(seal("hemmelig", place=PLACE), place=PLACE) == "hemmelig"


def test_value_of_a_key_that_is_gone_does_not_open(settings):
    settings.SEALING_KEYS = OLD
    before = seal("hemmelig", place=PLACE)
    settings.SEALING_KEYS = NEW

    with pytest.raises(BrokenSeal):
        unseal(before, place=PLACE)


def test_value_under_another_key_of_the_same_name_does_not_open(settings):
    settings.SEALING_KEYS = OLD
    before = seal("hemmelig", place=PLACE)
    settings.SEALING_KEYS = NEW.replace("new", "old")

    with pytest.raises(BrokenSeal):
        unseal(before, place=PLACE)


@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_tampered_value_does_not_open(part):
    parts = seal("hemmelig", place=PLACE).split(".")
    parts[part] = ("A" if parts[part][0] != "A" else "B") + parts[part][1:]

    with pytest.raises(BrokenSeal):
        unseal(".".join(parts), place=PLACE)


@pytest.mark.parametrize(
    "sealed", ["0707614285", "v1", "v1.a.b", "v1.a.b.c.d", "v1...", "....", "å"]
)
def test_what_was_never_sealed_does_not_open(sealed):
    with pytest.raises(BrokenSeal):
        unseal(sealed, place=PLACE)


@pytest.mark.parametrize("value", ["", "old", "old:", ":AAAA", "old:AAAA", f"{OLD},", "old:å"])
def test_malformed_keys_are_named(settings, value):
    settings.SEALING_KEYS = value

    with pytest.raises(ValueError, match="HJEMMEBANE_SEALING_KEYS"):
        keys()


def test_first_key_is_the_first_written(settings):
    settings.SEALING_KEYS = f"{NEW},{OLD}"

    assert list(keys()) == ["new", "old"]


def test_blind_index_is_stable_keyed_and_silent(settings):
    index = blind_index("0707614285")

    assert index == blind_index("0707614285") != blind_index("0707614286")
    assert len(index) == 64
    assert blind_index("") == ""
    settings.INDEX_KEY = "d4" * 32
    assert blind_index("0707614285") != index
