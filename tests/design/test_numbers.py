"""Numbers as Danes type them."""

from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from hjemmebane.design.fields.numbers import DanishNumber, danish_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0,2", "0.2"),
        ("41.390", "41390"),
        ("41.390,50", "41390.50"),
        ("1.356.900", "1356900"),
        ("1 356 900", "1356900"),
        ("37.5", "37.5"),
        ("-7,5", "-7.5"),
        ("12", "12"),
    ],
)
def test_number_is_read_as_danes_write_it(typed, meant):
    assert DanishNumber().clean(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["tyve", "1,2,3", "NaN", "Infinity", "--1"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError):
        DanishNumber().clean(typed)


@pytest.mark.parametrize(
    ("value", "written"),
    [("41390.00", "41.390"), ("0.5", "0,5"), ("1356900.25", "1.356.900,25"), ("-7", "-7")],
)
def test_number_is_shown_as_it_is_typed(value, written):
    assert danish_number(Decimal(value)) == written
    assert DanishNumber().clean(written) == Decimal(value)


def test_field_shows_a_stored_number_in_danish():
    class OneForm(forms.Form):
        pay = DanishNumber()

    assert 'value="41.390,5"' in str(OneForm(initial={"pay": Decimal("41390.50")})["pay"])
