"""What a column of the case file may hold. The tables of columns are in `of_cases`, `of_teams`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

type Value = str | int | Decimal | tuple[str, ...]

# Raised when a file of before can no longer be read as it was meant.
EDITION = "1"
YES_NO = {"YES": "Ja", "NO": "Nej"}
KNOWN = {**YES_NO, "UNKNOWN": "Ved ikke"}
# In a cell that may hold several codes: it was asked, and there were none.
NONE = "NONE"
LARGEST = 10**9


class Kind(StrEnum):
    """How a cell is written."""

    PSEUDONYM = "PSEUDONYM"  # letters, digits, - and _
    TEXT = "TEXT"
    MONTH = "MONTH"  # 2022-04
    CODE = "CODE"  # one of `values`
    CODES = "CODES"  # any of `values` with a space between, or NONE
    COUNT = "COUNT"  # a whole number
    NUMBER = "NUMBER"  # with a point before the decimals


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. empty: what an empty cell means; it may not be empty where that is not said.

    optional: the whole column may be left out. register: from a register, not from the record.
    """

    name: str
    kind: Kind
    told: str
    values: Mapping[str, str] = field(default_factory=dict)
    lowest: Decimal = Decimal(0)
    highest: Decimal = Decimal(LARGEST)
    unit: str = ""
    empty: str = ""
    optional: bool = False
    register: bool = False


def pseudonym(name: str, told: str) -> Column:
    return Column(name=name, kind=Kind.PSEUDONYM, told=told)


def month(name: str, told: str, *, empty: str = "") -> Column:
    return Column(name=name, kind=Kind.MONTH, told=told, empty=empty)


def code(name: str, told: str, values: Mapping[str, str], *, empty: str = "ikke oplyst") -> Column:
    return Column(name=name, kind=Kind.CODE, told=told, values=values, empty=empty)


def codes(name: str, told: str, values: Mapping[str, str], *, empty: str) -> Column:
    return Column(name=name, kind=Kind.CODES, told=told, values=values, empty=empty)


def count(
    name: str, told: str, *, unit: str = "", highest: int = LARGEST, empty: str = "ikke oplyst"
) -> Column:
    limit = Decimal(highest)
    return Column(name=name, kind=Kind.COUNT, told=told, unit=unit, highest=limit, empty=empty)


def number(
    name: str, told: str, *, limits: tuple[int, int], unit: str = "", empty: str = "ikke oplyst"
) -> Column:
    low, high = map(Decimal, limits)
    return Column(
        name=name, kind=Kind.NUMBER, told=told, lowest=low, highest=high, unit=unit, empty=empty
    )
