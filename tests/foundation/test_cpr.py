import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.foundation.cpr import (
    CprFlaw,
    NotCpr,
    century,
    holds_cpr,
    parse_cpr,
)

TODAY = dt.date(2025, 6, 2)
# The seventh digit that cpr.dk gives for a year of birth.
SEVENTH_DIGITS = {
    range(1858, 1900): "5678",
    range(1900, 1937): "0123",
    range(1937, 2000): "012349",
    range(2000, 2037): "456789",
    range(2037, 2058): "5678",
}


def sevenths(year):
    return next(digits for years, digits in SEVENTH_DIGITS.items() if year in years)


born = st.dates(dt.date(1858, 1, 1), TODAY)


@given(born, st.data(), st.integers(0, 999), st.sampled_from(["", "-", " ", " - "]))
def test_every_birth_date_is_read_back(born_on, data, serial, gap):
    seventh = data.draw(st.sampled_from(sevenths(born_on.year)))
    text = f"{born_on:%d%m%y}{gap}{seventh}{serial:03}"

    cpr = parse_cpr(text, today=TODAY)

    assert cpr.born_on == born_on
    assert cpr.is_male == (serial % 2 == 1)
    assert str(cpr) == f"{born_on:%d%m%y}-{seventh}{serial:03}"
    assert parse_cpr(str(cpr), today=TODAY) == cpr


@given(born, st.data(), st.integers(0, 999))
def test_replacement_number_is_read_as_its_birth_date(born_on, data, serial):
    seventh = data.draw(st.sampled_from(sevenths(born_on.year)))
    text = f"{born_on.day + 60:02}{born_on:%m%y}{seventh}{serial:03}"

    assert parse_cpr(text, today=TODAY).born_on == born_on


@given(st.text() | st.from_regex(r"[0-9]{6}-?[0-9]{4}", fullmatch=True))
def test_whatever_is_typed_is_a_number_or_refused(text):
    try:
        cpr = parse_cpr(text, today=TODAY)
    except NotCpr:
        return
    assert cpr.born_on <= TODAY
    assert parse_cpr(str(cpr), today=TODAY) == cpr


@given(st.integers(0, 99), st.integers(0, 9))
def test_century_keeps_the_two_digits(year, seventh):
    full = century(year, seventh)

    assert full % 100 == year
    assert str(seventh) in sevenths(full)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", CprFlaw.FORMAT),
        ("010190", CprFlaw.FORMAT),
        ("010190-123", CprFlaw.FORMAT),
        ("010190-12345", CprFlaw.FORMAT),
        ("010190/1234", CprFlaw.FORMAT),
        ("o10190-1234", CprFlaw.FORMAT),
        ("٠١٠١٩٠١٢٣٤", CprFlaw.FORMAT),
        ("000190-1234", CprFlaw.DATE),
        ("310290-1234", CprFlaw.DATE),
        ("290201-1234", CprFlaw.DATE),
        ("011390-1234", CprFlaw.DATE),
        ("600190-1234", CprFlaw.DATE),
        ("030625-4234", CprFlaw.FUTURE),
        ("010157-5234", CprFlaw.FUTURE),
    ],
)
def test_flaw_is_named(text, flaw):
    with pytest.raises(NotCpr) as error:
        parse_cpr(text, today=TODAY)

    assert error.value.flaw == flaw


def test_leap_day_needs_the_right_century():
    assert parse_cpr("290200-4234", today=TODAY).born_on == dt.date(2000, 2, 29)
    with pytest.raises(NotCpr):
        parse_cpr("290200-1234", today=TODAY)


def test_modulus_11_is_a_hint_only():
    assert parse_cpr("070761-4285", today=TODAY).passes_modulus_11
    assert not parse_cpr("070761-4284", today=TODAY).passes_modulus_11


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ring om 070761-4285 i morgen", True),
        ("0707614285", True),
        ("070761 – 4285, siger jobcentret", True),
        ("Administrativt nummer 670761-4285", True),
        ("\uff10\uff17\uff10\uff17\uff16\uff11-\uff14\uff12\uff18\uff15", True),
        ("07.07.61-4285", True),
        ("07.07.61.4285", True),
        ("07.07.614285", True),
        ("0707\u200b61-42\u200b85", True),
        ("070761\u00ad4285", True),
        ("070761\u22124285", True),
        ("Fristen er 070761", False),
        ("Fra 07.07.1961 til 01.01.2025", False),
        ("01.02.25-03.02.25", False),
        ("Vi ses 01.03.25 1430", False),
        ("Tlf. 20.20.20.20", False),
        ("I 2024-2025 og 1.000.000 kr.", False),
        ("Konto 0400 12345678901", False),
        ("991399-1234", False),
        ("Ring på 20 20 20 20", False),
        ("", False),
    ],
)
def test_cpr_number_is_found_in_a_text(text, holds):
    assert holds_cpr(text, today=TODAY) is holds
