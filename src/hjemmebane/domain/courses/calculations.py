"""Names in one piece and refund days: no database."""

import datetime as dt


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
