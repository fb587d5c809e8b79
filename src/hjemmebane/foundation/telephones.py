"""Telephone numbers: read as people write them, kept in one spelling, and written in groups."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

HOME = "DK"
HOME_CODE = 45
# The series that the Danish numbering plan gives to mobile telephones alone. Some of the others
# hold mobile numbers here and there, so a number outside them is a question and not a fault.
SERIES = "2 30 31 40 41 42 50 51 52 53 60 61 71 81 91 92 93"
MOBILE_SERIES = tuple(SERIES.split())


class NotANumber(ValueError):
    """What was typed is no telephone number that there is."""


def number_of(typed: str) -> str:
    """The number in the spelling that is kept: +4520202020. Raises NotANumber."""
    return phonenumbers.format_number(_read(typed), PhoneNumberFormat.E164)


def looks_like_landline(typed: str) -> bool:
    """Whether a Danish number is outside the mobile series. Raises NotANumber."""
    number = _read(typed)
    own = str(number.national_number)
    return number.country_code == HOME_CODE and not own.startswith(MOBILE_SERIES)


def grouped(number: str) -> str:
    """As one reads it aloud, “20 20 20 20”. What is no number stays as it is."""
    try:
        read = _read(number)
    except NotANumber:
        return number
    is_home = read.country_code == HOME_CODE
    form = PhoneNumberFormat.NATIONAL if is_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(read, form)


def _read(typed: str) -> phonenumbers.PhoneNumber:
    try:
        number = phonenumbers.parse(typed, HOME)
    except NumberParseException as error:
        raise NotANumber("no number") from error
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise NotANumber("no such number")
    return number
