"""When to remind of an appointment by text message, and what a word in answer is."""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.foundation.clock import COPENHAGEN, day_of

EVENING, MORNING, FALLBACK = dt.time(18), dt.time(8), dt.time(20)
QUIET_FROM, QUIET_UNTIL = dt.time(21), dt.time(8)
SHORT_BEFORE = dt.timedelta(hours=2)
# Later than this a reminder helps nobody; it goes the evening before instead.
LEAST_NOTICE = dt.timedelta(hours=1)
# A message on its way is given up this short before, and one about a moved time is not begun.
LAST_NOTICE = dt.timedelta(minutes=30)
MOVED_NOTICE = dt.timedelta(hours=3)
# Between trying again when the gateway is away; then it is given up.
PAUSES = tuple(dt.timedelta(seconds=s) for s in (5, 30, 120, 300, 600, 600, 600))


def is_quiet(moment: dt.datetime) -> bool:
    """Whether a telephone is to be silent then: 21 to 8, by the Danish clock."""
    time = moment.astimezone(COPENHAGEN).time()
    return time >= QUIET_FROM or time < QUIET_UNTIL


def quiet_ends(moment: dt.datetime) -> dt.datetime:
    """When the night in which a moment falls is over."""
    local = moment.astimezone(COPENHAGEN)
    day = local.date() + dt.timedelta(days=local.time() >= QUIET_FROM)
    return local_moment(day, QUIET_UNTIL)


def local_moment(day: dt.date, time: dt.time) -> dt.datetime:
    """A Danish day and time of day as a moment in UTC."""
    return dt.datetime.combine(day, time, COPENHAGEN).astimezone(dt.UTC)


def due_times(starts_at: dt.datetime, moments: Iterable[str]) -> dict[str, dt.datetime]:
    """When to remind of an appointment, by the code of the moment; the earliest first.

    Never at night, and never with less than an hour's notice: then the evening before. What would
    come twice on the same evening comes once.
    """
    wanted = sorted((_due(starts_at, moment), moment) for moment in set(moments))
    due: dict[str, dt.datetime] = {}
    before = day_of(starts_at) - dt.timedelta(days=1)
    for at, moment in wanted:
        if day_of(at) == before and any(day_of(other) == before for other in due.values()):
            continue
        if at not in due.values():
            due[moment] = at
    return due


def _due(starts_at: dt.datetime, moment: str) -> dt.datetime:
    day = day_of(starts_at)
    evening_before = day - dt.timedelta(days=1)
    if moment == "EVENING_BEFORE":
        return local_moment(evening_before, EVENING)
    wanted = local_moment(day, MORNING) if moment == "MORNING" else starts_at - SHORT_BEFORE
    if is_quiet(wanted):
        wanted = quiet_ends(wanted)
    if starts_at - wanted >= LEAST_NOTICE:
        return wanted.astimezone(dt.UTC)
    same_evening = local_moment(day, FALLBACK)
    if starts_at - same_evening >= LEAST_NOTICE:
        return same_evening
    return local_moment(evening_before, FALLBACK)


def next_try(attempts: int, at: dt.datetime) -> dt.datetime | None:
    """When to try again after so many attempts; None when it is enough."""
    return at + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def only_word(text: str) -> str:
    """The one word that somebody wrote, without signs and capitals; empty when it is not one."""
    words = "".join(sign if sign.isalpha() else " " for sign in text).split()
    return words[0].casefold() if len(words) == 1 else ""
