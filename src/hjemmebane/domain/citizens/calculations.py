import datetime as dt


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Whole years lived on a day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
