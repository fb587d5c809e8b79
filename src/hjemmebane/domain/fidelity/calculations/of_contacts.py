"""What contacts tell: how much, how, where, and by whom. Each formula answers for one course."""

from collections.abc import Iterator
from fractions import Fraction

from hjemmebane.domain.fidelity.calculations.log import (
    ACCOMPANIMENT,
    OFFICE,
    REMOTE,
    VISIT,
    WAYS,
    ContactLog,
    CourseLog,
    IntensityLog,
    WaysLog,
    Window,
)
from hjemmebane.domain.workload.calculations.hours import DAY

WEEK = 7


def contacts_on_steps(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Of each meeting, whether a sub-goal was worked on."""
    return (one.on_steps for one in course.contacts_in(window) if one.is_met)


def minutes_a_week(course: CourseLog, window: Window, _limit: int) -> Iterator[Fraction]:
    """Minutes face to face."""
    minutes = sum(one.minutes for one in course.contacts_in(window) if one.is_face_to_face)
    yield Fraction(minutes * WEEK, window.length)


def contacts_a_week(course: CourseLog, window: Window, _limit: int) -> Iterator[Fraction]:
    """Meetings face to face."""
    times = sum(1 for one in course.contacts_in(window) if one.is_face_to_face)
    yield Fraction(times * WEEK, window.length)


def intensity_as_agreed(course: CourseLog, window: Window, limit: int) -> Iterator[bool | None]:
    """Whether so many percent was given of what was agreed, both on the days on which it was.

    By contacts where they were agreed, else by minutes. Missing where nothing was agreed.
    """
    agreed = {day: one for day in window.days if (one := course.agreed_on(day))}
    contacts = {day: one.contacts for day, one in agreed.items() if one.contacts is not None}
    minutes = {day: one.minutes for day, one in agreed.items() if one.minutes is not None}
    met = [one for one in course.contacts if one.is_met]
    if contacts:
        asked, given = Fraction(sum(contacts.values())), sum(one.on in contacts for one in met)
    elif minutes:
        asked = Fraction(sum(minutes.values()))
        given = sum(one.minutes for one in met if one.on in minutes)
    else:
        yield None
        return
    yield given * 100 >= asked / WEEK * limit


def intensity_follows_need(course: CourseLog, window: Window, limit: int) -> Iterator[bool]:
    """Of each time more was agreed than before, whether as much was given in the first days."""
    for before, after in zip(course.agreed, course.agreed[1:], strict=False):
        start = Window(after.from_on, after.from_on + DAY * (limit - 1))
        lasted = after.until_on is None or after.until_on > start.last
        inside = window.holds(start.first) and window.holds(start.last)
        if inside and lasted and (asked := _raised_to(before, after)):
            measure, amount = asked
            met = [one for one in course.contacts_in(start) if one.is_met]
            given = len(met) if measure == "contacts" else sum(one.minutes for one in met)
            yield given >= amount * limit / WEEK


def _raised_to(before: IntensityLog, after: IntensityLog) -> tuple[str, Fraction] | None:
    """In which measure more was agreed, and how much a week; contacts go before minutes."""
    if before.contacts is not None and after.contacts is not None:
        return ("contacts", Fraction(after.contacts)) if after.contacts > before.contacts else None
    if before.minutes is not None and after.minutes is not None:
        return ("minutes", Fraction(after.minutes)) if after.minutes > before.minutes else None
    return None


def days_since_met(course: CourseLog, window: Window, _limit: int) -> Iterator[Fraction]:
    """Days since the last meeting; who was not met in the window has waited a day more than it."""
    met = [one.on for one in course.contacts_in(window) if one.is_met]
    yield Fraction((window.last + DAY - max(met, default=window.first - DAY)).days)


def outside_office(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Of each meeting face to face, whether it was somewhere else than with the team."""
    for one in course.contacts_in(window):
        if one.is_face_to_face and one.place != REMOTE:
            yield one.place != OFFICE


def as_wanted(course: CourseLog, window: Window, _limit: int) -> Iterator[bool | None]:
    """Of each meeting, whether it was how and where the citizen had said they would rather be met.

    Missing where they had said neither. The place is asked of visits alone: where somebody
    went along is where the citizen had to be.
    """
    for one in course.contacts_in(window):
        if one.is_met:
            ways = course.ways_on(one.on)
            yield _is_wanted(one, ways) if ways and (ways.channels or ways.places) else None


def _is_wanted(one: ContactLog, ways: WaysLog) -> bool:
    kinds = frozenset[str]().union(*(WAYS[channel] for channel in ways.channels))
    is_the_way = not ways.channels or one.kind in kinds
    has_a_place = one.kind == VISIT and one.place != REMOTE
    return is_the_way and (not ways.places or not has_a_place or one.place in ways.places)


def accompanied(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether somebody went along with the citizen to something."""
    yield any(one.is_met and one.kind == ACCOMPANIMENT for one in course.contacts_in(window))


def met_by_two(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether two of the team met the citizen; one, where the citizen can take no more."""
    met = [one.staff for one in course.contacts_in(window) if one.is_face_to_face]
    yield len(frozenset[object]().union(*met)) >= course.people_needed(2, window.last)


def all_functions(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether all core functions met the citizen; as many as the people that they can take."""
    met = [one.functions for one in course.contacts_in(window) if one.is_face_to_face]
    covered = course.core_functions.intersection(frozenset[str]().union(*met))
    yield len(covered) >= course.people_needed(len(course.core_functions), window.last)


def two_together(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether two came together. Not asked of who can take only one."""
    if course.people_needed(2, window.last) > 1:
        met = [one for one in course.contacts_in(window) if one.is_face_to_face]
        yield any(len(one.staff) > 1 for one in met)
