"""Numbers as Danes type them: “41.390,50” is forty-one thousand and a half."""

import re
from decimal import Decimal

from django import forms

# “1.356.900”: points that only part the thousands. “37.5” is what it looks like.
WITH_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
SPACES = re.compile(r"\s")


class DanishNumber(forms.DecimalField):
    """A decimal number with a comma, and with points or spaces between the thousands or without.

    What it shows is written the same way. Django's own reading of separators would take the point
    of “41.390” for a comma.
    """

    def clean(self, value: object) -> object:
        return super().clean(plain_number(value) if isinstance(value, str) else value)

    def prepare_value(self, value: object) -> object:
        return danish_number(value) if isinstance(value, Decimal) else value


def plain_number(typed: str) -> str:
    """What was typed with a point before the decimals; what is no number stays as it is."""
    bare = SPACES.sub("", typed)
    whole, comma, decimals = bare.partition(",")
    if comma or WITH_THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    return f"{whole}.{decimals}" if comma else whole


def danish_number(value: Decimal) -> str:
    """“41.390,5”: no more decimals than it has."""
    whole, _, decimals = f"{value:,f}".partition(".")
    kept = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{kept}" if kept else "")
