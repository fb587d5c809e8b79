"""Receipt codes, names in one piece and refund days: no database."""

import datetime as dt

# Without letters and digits that look or sound alike when read over the telephone.
ALPHABET = "ACDEFHJKLMNPRTUVWXY34679"
CODE_LENGTH = 12
GROUP = 4


def spelled_code(digest: str) -> str:
    """A receipt code of about 55 bits from a hexadecimal digest: `ACDE-FHJK-LMNP`."""
    number, letters = int(digest, 16), ""
    while len(letters) < CODE_LENGTH:
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def bare_code(code: str) -> str:
    """A code as it is compared: however it was spaced and whatever its case."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def given_and_family(name: str) -> tuple[str, str]:
    """A name written in one piece, as the two it is kept in; a single one is the given name."""
    given, _, family = name.strip().rpartition(" ")
    return (given, family) if given else (family, "")


def refund_until(left_on: dt.date, years: int) -> dt.date:
    """The last day the state refunds, counted from the day the citizen left (SEL § 176 a)."""
    try:
        after = left_on.replace(year=left_on.year + years)
    except ValueError:  # 29 February
        after = dt.date(left_on.year + years, 3, 1)
    return after - dt.timedelta(days=1)
