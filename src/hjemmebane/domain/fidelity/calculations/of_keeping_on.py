"""What tells whether a team is there when it burns, and keeps at it when it is quiet."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction

from hjemmebane.domain.fidelity.calculations.log import LOW, CourseLog, Window
from hjemmebane.domain.workload.calculations.hours import DAY

WEEK = 7
# Of courses.choices.EndingReason: none of these is a citizen whom the team let go.
NATURAL_ENDS = frozenset({"GOALS_REACHED", "MOVED", "DIED"})


def calls_same_day(course: CourseLog, window: Window, _limit: int) -> Iterator[bool | None]:
    """Of each call for help, whether the citizen was reached the day it came.

    Missing where it was closed in words, without anybody reaching them.
    """
    for call in course.calls:
        if window.holds(call.on):
            unknown = call.reached_on is None and call.is_closed
            yield None if unknown else call.reached_on == call.on


def red_same_day(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Of each day on which the light was said to be red, whether the citizen was met."""
    met = {one.on for one in course.contacts if one.is_met}
    return (day in met for day in sorted(course.red_days) if window.holds(day))


def missed_followed(course: CourseLog, window: Window, limit: int) -> Iterator[bool]:
    """Of each appointment missed, whether somebody tried again within so many days.

    What was logged of the appointment itself is not a new attempt.
    """
    for missed in course.missed:
        until = missed.on + DAY * limit
        if window.holds(missed.on) and window.holds(until):
            yield any(
                one.is_with_citizen and one.of != missed.key
                for one in course.contacts
                if one.at >= missed.at and one.on <= until
            )


def tried_when_withdrawn(course: CourseLog, window: Window, limit: int) -> Iterator[Fraction]:
    """Of each time the citizen was not met for so many days, attempts a week."""
    for period in _withdrawn(course, window, limit):
        tried = sum(1 for one in course.contacts_in(period) if one.is_attempt)
        yield Fraction(tried * WEEK, period.length)


def faces_when_withdrawn(course: CourseLog, window: Window, limit: int) -> Iterator[bool]:
    """Of each such time with two attempts or more, whether more than one of the team tried."""
    for period in _withdrawn(course, window, limit):
        tried = [one.staff for one in course.contacts_in(period) if one.is_attempt]
        if len(tried) > 1:
            yield len(frozenset[object]().union(*tried)) > 1


def holds_with_contact(course: CourseLog, window: Window, limit: int) -> Iterator[bool]:
    """Of each hold of at least so many days, whether no longer went without word.

    A call to the network or a partner is word of the citizen.
    """
    for hold in course.holds:
        last = window.last if hold.until_on is None else min(window.last, hold.until_on - DAY)
        pause = Window(max(window.first, hold.from_on), last)
        if pause.length >= limit:
            touched = {one.on for one in course.contacts_in(pause) if one.is_touch}
            yield max(one.length for one in _between(pause, touched)) <= limit


def retained(course: CourseLog, window: Window, _limit: int) -> Iterator[bool | None]:
    """Of each course that was there when the window began, whether it still is.

    Not asked of who was finished, moved away or died. Missing where nobody said why it ended.
    """
    if course.started_on > window.first or course.ended_because in NATURAL_ENDS:
        return
    if course.ended_on is None or course.ended_on > window.last:
        yield True
    else:
        yield False if course.ended_because else None


def _withdrawn(course: CourseLog, window: Window, limit: int) -> Iterator[Window]:
    """The times of at least so many days in which the citizen was not met.

    None that touches a hold, or days on which little contact was agreed on purpose.
    """
    seen = Window(max(window.first, course.started_on), window.last)
    met = {one.on for one in course.contacts_in(seen) if one.is_met}
    for quiet in _between(seen, met):
        if quiet.length >= limit and not any(_is_meant(course, day) for day in quiet.days):
            yield quiet


def _is_meant(course: CourseLog, day: dt.date) -> bool:
    agreed = course.agreed_on(day)
    return course.is_on_hold(day) or (agreed is not None and agreed.level == LOW)


def _between(window: Window, days: Iterable[dt.date]) -> Iterator[Window]:
    """The stretches of a window that lie before, between and after some of its days."""
    first = window.first
    for day in sorted(days):
        yield Window(first, day - DAY)
        first = day + DAY
    yield Window(first, window.last)
