"""What stands in a cell, read and written."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from hjemmebane.domain.evaluation.calculations.columns import NONE, Column, Kind, Value
from hjemmebane.foundation.plain_text import plain_text

PSEUDONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
KRONER, THOUSANDS = "kr.", re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
DANISH_NUMBER = re.compile(r"-?[\d.]*\d,\d+")
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
LONGEST_TEXT = 100
# A spreadsheet takes what begins with one of these for a formula.
FORMULA = "=+-@\t\r"


class FaultyCell(ValueError):
    """What is wrong with a cell and how to mend it, in Danish."""


def value_of(text: str, column: Column) -> Value | None:
    """What a cell says; None where it is empty and may be. Raises FaultyCell."""
    bare = plain_text(text).strip()
    if not bare:
        if column.empty:
            return None
        raise FaultyCell("er tom. Skriv en værdi")
    return READERS[column.kind](bare, column)


def text_of(value: Value | None) -> str:
    """A value as it stands in a file. What is the same value is the same text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return " ".join(value) or NONE
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return str(value)


def _pseudonym(text: str, column: Column) -> str:
    if PSEUDONYM.fullmatch(text):
        return text
    raise FaultyCell(f"“{text[:40]}” skal være højst 64 bogstaver (a-z), tal, - eller _")


def _text(text: str, column: Column) -> str:
    if len(text) > LONGEST_TEXT:
        raise FaultyCell(f"er for lang. Skriv højst {LONGEST_TEXT} tegn")
    if text[0] in FORMULA:
        raise FaultyCell("må ikke begynde med =, +, - eller @. Begynd med et bogstav")
    return " ".join(text.split())


def _month(text: str, column: Column) -> str:
    if MONTH.fullmatch(text):
        return text
    mend = " uden dag" if DATE.fullmatch(text) else ""
    raise FaultyCell(f"“{text[:40]}” skal være en måned, skrevet 2022-04{mend}")


def _code(text: str, column: Column) -> str:
    if text in column.values:
        return text
    raise FaultyCell(f"“{text[:40]}” kendes ikke. Skriv en af {', '.join(column.values)}")


def _codes(text: str, column: Column) -> tuple[str, ...]:
    found = set(text.split())
    unknown = sorted(found - column.values.keys() - {NONE})
    if unknown:
        known = ", ".join(column.values)
        raise FaultyCell(
            f"“{unknown[0][:40]}” kendes ikke. Skriv en eller flere af {known} med mellemrum"
        )
    if NONE in found and len(found) > 1:
        raise FaultyCell("siger både NONE og noget andet. Skriv NONE alene, eller slet det")
    return tuple(sorted(found - {NONE}))


def _count(text: str, column: Column) -> int:
    found = _number(text, column)
    if found != found.to_integral_value():
        raise FaultyCell(f"“{text}” skal være et helt tal")
    return int(found)


def _number(text: str, column: Column) -> Decimal:
    if (column.kind is Kind.COUNT or column.unit == KRONER) and THOUSANDS.fullmatch(text):
        raise FaultyCell(f"“{text}” har punktum i tusinder. Skriv det uden (15000)")
    if DANISH_NUMBER.fullmatch(text):
        raise FaultyCell(f"“{text[:40]}” har komma. Skriv punktum foran decimalerne (2.5)")
    if not NUMBER.fullmatch(text):
        raise FaultyCell(f"“{text[:40]}” er ikke et tal. Skriv kun cifre, intet hvis det mangler")
    found = Decimal(text)
    if not column.lowest <= found <= column.highest:
        raise FaultyCell(
            f"“{text}” ligger uden for {text_of(column.lowest)}-{text_of(column.highest)}"
        )
    return found


READERS: Mapping[Kind, Callable[[str, Column], Value]] = {
    Kind.PSEUDONYM: _pseudonym,
    Kind.TEXT: _text,
    Kind.MONTH: _month,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.COUNT: _count,
    Kind.NUMBER: _number,
}
