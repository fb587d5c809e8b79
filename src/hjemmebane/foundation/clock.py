"""The clock. Read at the edges and passed inwards as `at`; nothing else asks what time it is."""

import datetime as dt
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)


def day_of(moment: dt.datetime) -> dt.date:
    """The Danish calendar day of a moment."""
    return moment.astimezone(COPENHAGEN).date()


def today() -> dt.date:
    """The present Danish calendar day."""
    return day_of(now())
