"""Days and times of day as Danes write them: on pages, on paper and in kept versions.

The formats themselves stand in `config/formats`, so a template's bare `|date` writes the same.
"""

import datetime as dt

from django.utils.formats import date_format

from hjemmebane.foundation.clock import COPENHAGEN, day_of


def written_day(day: dt.date | None) -> str:
    """“3. maj 2026”; nothing when there is no day."""
    return date_format(day, "DATE_FORMAT") if day else ""


def written_time(moment: dt.datetime) -> str:
    """“kl. 14.30” in Danish time; the two never stand on a line each."""
    return f"kl.\N{NO-BREAK SPACE}{date_format(moment.astimezone(COPENHAGEN), 'TIME_FORMAT')}"


def written_span(starts_at: dt.datetime, ends_at: dt.datetime | None) -> str:
    """“kl. 14.30–15.00” in Danish time; only the beginning where the end is open."""
    if ends_at is None:
        return written_time(starts_at)
    return f"{written_time(starts_at)}–{written_time(ends_at).split()[-1]}"


def coming_moment(moment: dt.datetime, now: dt.datetime) -> str:
    """“i dag kl. 14.30”, “i morgen kl. 9.00”, “torsdag 3. maj kl. 10.00”."""
    local, days = moment.astimezone(COPENHAGEN), (day_of(moment) - day_of(now)).days
    written = "l j. F" if local.year == day_of(now).year else "l j. F Y"
    word = {0: "i dag", 1: "i morgen"}.get(days) or date_format(local, written)
    return f"{word} {written_time(moment)}"


def written_moment(moment: dt.datetime) -> str:
    """“3. maj 2026 kl. 14.30” in Danish time."""
    return f"{written_day(moment.astimezone(COPENHAGEN).date())} {written_time(moment)}"
