"""How long a yes is asked for again."""

import datetime as dt


def a_year_on(day: dt.date) -> dt.date:
    """The same day next year: long enough to work with, short enough to be asked again."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the leap day
        return day.replace(year=day.year + 1, day=28)
