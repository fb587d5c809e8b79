"""CPR numbers as pure arithmetic (cpr.dk: the seventh digit tells the century)."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

MODULUS_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DASH = r"\s?[-\u2010-\u2015\u2212]\s?"
# With dots in it, a date and a number after a space may be a day and a time.
CPR_LIKE = re.compile(
    rf"(?<![0-9])(?:[0-9]{{6}}(?:{DASH}|\s{{0,2}})|(?:[0-9]{{2}}\.){{2}}[0-9]{{2}}(?:{DASH}|\.?))"
    r"[0-9]{4}(?![0-9])"
)
FORMATTING = "Cf"  # Unicode's category of what takes no room, as a zero-width space
REPLACEMENT_DAY = 60  # administrative numbers have 60 added to the day


class CprFlaw(Enum):
    """What keeps a text from being a CPR number."""

    FORMAT = "FORMAT"
    DATE = "DATE"
    FUTURE = "FUTURE"


class NotCpr(ValueError):
    """The text is no CPR number; `flaw` says why."""

    def __init__(self, flaw: CprFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True)
class Cpr:
    """A well-formed CPR number.

    passes_modulus_11 is a hint only: numbers without it have been issued since October 2007.
    """

    digits: str
    born_on: dt.date
    is_male: bool
    passes_modulus_11: bool

    def __str__(self) -> str:
        return spelled_cpr(self.digits)


def spelled_cpr(digits: str) -> str:
    """The ten digits as one writes them, DDMMYY-NNNN; empty when there are none."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def century(year: int, seventh: int) -> int:
    """The full year of birth from the two-digit year and the seventh digit."""
    if seventh <= 3:
        return 1900 + year
    if seventh in {4, 9}:
        return (2000 if year <= 36 else 1900) + year
    return (2000 if year <= 57 else 1800) + year


def parse_cpr(text: str, *, today: dt.date) -> Cpr:
    """Read `DDMMYY-NNNN` with or without the hyphen and spaces. Raises NotCpr."""
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise NotCpr(CprFlaw.FORMAT)
    day, month, year, seventh = (int(digits[a:b]) for a, b in ((0, 2), (2, 4), (4, 6), (6, 7)))
    if day > REPLACEMENT_DAY:
        day -= REPLACEMENT_DAY
    try:
        born_on = dt.date(century(year, seventh), month, day)
    except ValueError as error:
        raise NotCpr(CprFlaw.DATE) from error
    if born_on > today:
        raise NotCpr(CprFlaw.FUTURE)
    total = sum(w * int(d) for w, d in zip(MODULUS_WEIGHTS, digits, strict=True))
    return Cpr(digits, born_on, is_male=int(digits[9]) % 2 == 1, passes_modulus_11=total % 11 == 0)


def holds_cpr(text: str, *, today: dt.date) -> bool:
    """Whether a CPR number stands in a text; ten digits that begin with no date are none."""
    for found in CPR_LIKE.findall(_plain(text)):
        try:
            parse_cpr(re.sub(r"[^0-9]", "", found), today=today)
        except NotCpr:
            continue
        return True
    return False


def _plain(text: str) -> str:
    """As a reader sees it: wide digits are digits, and what takes no room is not there."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in wide if unicodedata.category(sign) != FORMATTING)
