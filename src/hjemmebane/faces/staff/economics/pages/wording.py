"""Kroner, hours and shares as Danes write them."""

from decimal import Decimal

from hjemmebane.design.charts.bars import written_figure
from hjemmebane.design.fields.numbers import danish_number
from hjemmebane.domain.economics.calculations.figures import KRONE, Rounding, rounded, told

NBSP = "\N{NO-BREAK SPACE}"
PERCENT = Decimal(100)
MINUS = "\N{MINUS SIGN}"
NOT_KNOWN = "–"


def kroner(
    value: Decimal | None, unit: Decimal = KRONE, rounding: Rounding = Rounding.REPORT
) -> str:
    """“1.356.900 kr.” as the report rounds, to the nearest `unit`; or else “1.356.900,00 kr.”.

    “–” where there is none.
    """
    if value is None:
        return NOT_KNOWN
    amount = told(value, unit, rounding) + 0  # a minus of nothing is nothing
    return f"{signed(amount) if rounding == Rounding.REPORT else in_oere(amount)}{NBSP}kr."


def in_oere(value: Decimal) -> str:
    """“1.356.900,00”: kroner with both decimals, to stand in a column."""
    whole, _, decimals = f"{value:,.2f}".partition(".")
    return f"{whole.replace(',', '.')},{decimals}".replace("-", MINUS)


def typed(value: Decimal | None) -> str:
    """“25.000 kr.”, “19.240,50 kr.”: kroner as they were written, with øre if there are any.

    “–” where there is none.
    """
    if value is None:
        return NOT_KNOWN
    return f"{signed(value) if value == value.to_integral_value() else in_oere(value)}{NBSP}kr."


def signed(value: Decimal) -> str:
    """With a minus that is as wide as a plus."""
    return danish_number(value).replace("-", MINUS)


def figure(value: Decimal | None, decimals: int = 1) -> str:
    """“6,3”, rounded as people do; “–” where there is none."""
    if value is None:
        return NOT_KNOWN
    return signed(rounded(value, decimals))


def percent(share: Decimal | None, decimals: int = 1) -> str:
    """“20 %” of 0.2."""
    return NOT_KNOWN if share is None else f"{figure(share * PERCENT, decimals)}{NBSP}%"


def typed_percent(share: Decimal) -> str:
    """“12,75 %” of 0.1275: a share as it was typed."""
    return f"{signed(share * PERCENT)}{NBSP}%"


def hundredths(value: Decimal) -> str:
    """“0,80 %” of 0.8 in a hundred: with as many decimals everywhere, to stand in a column."""
    return f"{written_figure(value, 2)}{NBSP}%"


def amount(
    value: Decimal | None, unit: Decimal = KRONE, rounding: Rounding = Rounding.REPORT
) -> tuple[str, str]:
    """“1.356.900” and “kr.”, for what stands in large letters."""
    told, _, kr = kroner(value, unit, rounding).partition(NBSP)
    return told, kr
