import pytest

from hjemmebane.foundation.telephones import NotANumber, grouped, looks_like_landline, number_of


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("20202020", "+4520202020"),
        ("20 20 20 20", "+4520202020"),
        ("+45 20 20 20 20", "+4520202020"),
        ("0045 20202020", "+4520202020"),
        ("(20) 20-20-20", "+4520202020"),
        ("+46 70 123 45 67", "+46701234567"),
        ("+4915112345678", "+4915112345678"),
    ],
)
def test_number_has_one_spelling(typed, number):
    assert number_of(typed) == number
    assert number_of(number) == number


@pytest.mark.parametrize(
    "typed",
    ["", "2020202", "202020202", "Kims nummer", "112", "+45 2020", "+999 20202020", "20202020x5"],
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(NotANumber):
        number_of(typed)
    assert grouped(typed) == typed


@pytest.mark.parametrize(
    ("typed", "is_landline"),
    [("33 12 34 56", True), ("20202020", False), ("+46701234567", False), ("86 12 34 56", True)],
)
def test_danish_landline_is_noticed(typed, is_landline):
    assert looks_like_landline(typed) is is_landline


def test_number_is_read_aloud_in_groups():
    assert grouped("+4520202020") == "20 20 20 20"
    assert grouped("+46701234567") == "+46 70 123 45 67"
