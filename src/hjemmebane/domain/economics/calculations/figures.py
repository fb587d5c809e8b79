"""The kinds of figures that can be typed, and how they are rounded."""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from hjemmebane.foundation.plain_text import plain_text

STRICT = ConfigDict(extra="forbid")
KRONE, HUNDRED, THOUSAND = Decimal(1), Decimal(100), Decimal(1000)
LONGEST = 300  # letters
MOST_LINES = 60
OWN_SOURCE = "Egen oplysning"
ROOMY = Context(prec=100)
LARGEST = Decimal(10) ** 12  # a figure beyond the state budget is a slip of the finger


def _told(text: str) -> str:
    line = " ".join(plain_text(text).split())
    if not line:
        raise PydanticCustomError("empty_text", "er tom")
    if len(line) > LONGEST:
        raise PydanticCustomError("long_text", "må højst have {most} tegn", {"most": LONGEST})
    if "\0" in line:
        raise PydanticCustomError("null_text", "har et tegn, som ikke kan gemmes. Slet det")
    return line


Text = Annotated[str, AfterValidator(_told)]
Kroner = Annotated[Decimal, Field(ge=0, le=LARGEST, allow_inf_nan=False)]
SignedNumber = Annotated[Decimal, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Hours = Annotated[Decimal, Field(ge=0, le=168, allow_inf_nan=False)]  # a week, of one person
TeamHours = Annotated[Decimal, Field(ge=0, le=100_000, allow_inf_nan=False)]  # a week, of all
Share = Annotated[Decimal, Field(ge=0, le=1, allow_inf_nan=False)]  # 0.2 is 20 %
Places = Annotated[Decimal, Field(gt=0, le=100_000, allow_inf_nan=False)]
PriceYear = Annotated[int, Field(ge=1990, le=2100, strict=True)]


class Rounding(StrEnum):
    """How results are told. Nothing is rounded on the way to them.

    REPORT: as the evaluation of 2022 does: an hour in whole kroner, totals in whole hundreds, and
    tables in whole thousands.
    """

    NONE = "NONE"
    REPORT = "REPORT"


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Halves go away from zero, as people round. However large it is: two figures that may be
    typed are more when they are multiplied than the usual context has room for.
    """
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, ROOMY)


def to_nearest(value: Decimal, unit: Decimal) -> Decimal:
    """As people round. `unit`: 1, 100 or 1,000 kroner."""
    return rounded(value / unit, 0) * unit


def told(value: Decimal, unit: Decimal, rounding: Rounding) -> Decimal:
    """As the result is told: to the øre, or as the report rounds it."""
    if rounding == Rounding.REPORT:
        return to_nearest(value, unit)
    return rounded(value, 2)
