"""Names that are typed in many ways, and codes that are tried first."""

import pytest

from hjemmebane.domain.sharing.calculations import (
    is_easily_guessed,
    is_login_name,
    is_pin,
    login_name,
    tidy_login_name,
)


@pytest.mark.parametrize("typed", ["birk-kano-47", "Birk Kano 47", " BIRK,kano47 "])
def test_name_is_the_same_however_it_is_typed(typed):
    assert tidy_login_name(typed) == "birk-kano-47"


def test_made_name_is_one():
    assert is_login_name(login_name("ab" * 32))
    assert not is_login_name("borger1")


@pytest.mark.parametrize(
    "pin",
    ["111111", "121212", "123123", "123456", "654321", "890123", "246802", "12341234", "1231231"],
)
def test_code_that_all_try_first_is_known(pin):
    assert is_easily_guessed(pin)


@pytest.mark.parametrize("pin", ["482913", "112358", "198204", "123654"])
def test_other_code_is_good(pin):
    assert is_pin(pin)
    assert not is_easily_guessed(pin)


@pytest.mark.parametrize("pin", ["", "12345", "48291a", "48 2913", "٤٨٢٩١٣", "4829134829134"])
def test_code_is_six_to_twelve_figures(pin):
    assert not is_pin(pin)
