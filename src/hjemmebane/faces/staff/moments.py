"""Days and moments as people say them to each other, seen from now."""

import datetime as dt

from django.utils.formats import date_format

from hjemmebane.foundation import spans
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.written import coming_moment, written_moment, written_time

__all__ = [
    "ago",
    "coming_moment",
    "minutes",
    "recent_moment",
    "short_moment",
    "week_in_words",
    "week_number",
]

DAYS_IN_A_WEEK = 7


def ago(day: dt.date, today: dt.date) -> str:
    """How long since a day: “i dag”, “i går”, “for 12 dage siden”, “for 4 måneder siden”."""
    return spans.ago((today - day).days)


def recent_moment(moment: dt.datetime, now: dt.datetime) -> str:
    """“i dag kl. 9.15”, “i går kl. 14.30”, and the date before that."""
    days = (day_of(now) - day_of(moment)).days
    if days not in {0, 1}:
        return written_moment(moment)
    word = "i dag" if days == 0 else "i går"
    return f"{word} {written_time(moment)}"


def short_moment(moment: dt.datetime, now: dt.datetime) -> str:
    """“i dag 14.30”, “tor 09.00”, “3/5 10.00”: where there is little room."""
    local, days = moment.astimezone(COPENHAGEN), (day_of(moment) - day_of(now)).days
    word = {0: "i dag", 1: "i morgen"}.get(days)
    if word is None:
        word = date_format(local, "D" if 0 < days < DAYS_IN_A_WEEK else "j/n")
    return f"{word} {date_format(local, 'TIME_FORMAT')}"


def week_number(day: dt.date) -> str:
    """“uge 47”: the ISO week of a day."""
    return f"uge {day.isocalendar().week}"


def week_in_words(monday: dt.date, today: dt.date) -> str:
    """“uge 47, 16.–22. november”; with the year where it is not the present one."""
    last = monday + dt.timedelta(days=DAYS_IN_A_WEEK - 1)
    if monday.year != last.year:
        first, until = date_format(monday, "j. F Y – "), date_format(last, "j. F Y")
    else:
        first = date_format(monday, "j.–" if monday.month == last.month else "j. F – ")
        until = date_format(last, "j. F" if last.year == today.year else "j. F Y")
    return f"{week_number(monday)}, {first}{until}"


def minutes(count: int) -> str:
    """“45 min.”, “1 t. 15 min.”."""
    hours, rest = divmod(count, 60)
    parts = [f"{hours} t." if hours else "", f"{rest} min." if rest or not hours else ""]
    return " ".join(filter(None, parts))
