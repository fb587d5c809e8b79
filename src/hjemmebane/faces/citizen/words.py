"""Days, places and people as one says them to the citizen: short words, short sentences."""

import datetime as dt
from collections.abc import Sequence

from django.utils.formats import date_format

from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.written import written_day, written_time

# Who comes, by where it is. {when}, {who}
MEETINGS = {
    "HOME": "{when} kommer {who} hjem til dig.",
    "OUTDOORS": "{when} ses du og {who} ude.",
    "DROP_IN": "{when} ses du og {who} på værestedet.",
    "SHELTER": "{when} kommer {who} der, hvor du bor.",
    "PARTNER": "{when} ses du og {who} hos dem, vi arbejder sammen med.",
    "OFFICE": "{when} ses du og {who} hos teamet.",
    "REMOTE": "{when} taler du og {who} i telefon.",
}


def first_name(name: str) -> str:
    """“Ida” of “Ida Holm”."""
    return next(iter(name.split()), name)


def coming(moment: dt.datetime, at: dt.datetime) -> str:
    """“I dag kl. 14.30”, “I morgen kl. 9.00”, “Torsdag 3. maj kl. 10.00”."""
    return f"{day_said(day_of(moment), day_of(at))} {written_time(moment)}"


def day_said(day: dt.date, today: dt.date) -> str:
    """“I dag”, “I morgen”, “I går”, “Torsdag 3. maj”; with the year where it is another one."""
    near = {0: "I dag", 1: "I morgen", -1: "I går"}.get((day - today).days)
    if near:
        return near
    return date_format(day, "l j. F" if day.year == today.year else "l j. F Y").capitalize()


def on_the(day: dt.date, today: dt.date) -> str:
    """“i dag”, “i går”, “3. maj 2026”: within a sentence."""
    return {0: "i dag", 1: "i går"}.get((today - day).days) or written_day(day)


def meeting_said(
    place: str, *, moment: dt.datetime, who: str, along: Sequence[str] = (), at: dt.datetime
) -> str:
    """Who comes and when: “I morgen kl. 10.00 kommer Ida og Bo hjem til dig”."""
    names = " og ".join([first_name(who), *along])
    return MEETINGS[place].format(when=coming(moment, at), who=names)


def until_said(ends_at: dt.datetime | None) -> str:
    """“Det varer til kl. 11.00.”; nothing where nobody knows."""
    return f"Det varer til {written_time(ends_at.astimezone(COPENHAGEN))}." if ends_at else ""
