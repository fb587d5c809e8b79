"""What the citizens' records tell DACTS: how they were met, and what became of them."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from statistics import mean, median

from hjemmebane.domain.fidelity.calculations.dacts_log import (
    WEEK,
    DactsLog,
    Found,
    ServedLog,
    first_days,
    people,
    percent,
)
from hjemmebane.domain.fidelity.calculations.log import (
    OFFICE,
    REMOTE,
    ContactLog,
    Window,
)
from hjemmebane.domain.fidelity.calculations.of_keeping_on import NATURAL_ENDS
from hjemmebane.domain.method.content.dacts import DactsItem
from hjemmebane.domain.workload.calculations.hours import DAY

# Codes of contacts.choices: a kind of contact and an outcome; a kind and a place.
NETWORK, PARTNER = "NETWORK", "PARTNER"
GOALS_REACHED = "GOALS_REACHED"
# Neither is the team's doing.
GONE = NATURAL_ENDS - {GOALS_REACHED}


def shared(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Citizens whom more than one of the team met face to face."""
    active = log.active_in(window)
    by_two = sum(len(_faces(one, window)) > 1 for one in active)
    value = percent(by_two, len(active)) if log.contacts_in(window) else None
    return Found(value, len(active), citizens=people(active))


def _faces(course: ServedLog, window: Window) -> frozenset[object]:
    met = [one.staff for one in course.contacts_in(window) if one.is_face_to_face]
    return frozenset().union(*met)


def in_vivo(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Meetings face to face that were neither with the team nor in hospital."""
    told = [(one, course) for course in log.courses for one in _places(course, window)]
    return _share(told)


def _share(told: Sequence[tuple[bool, ServedLog]]) -> Found:
    """How many of these are so, and of how many citizens they tell."""
    n, yes = len(told), sum(is_so for is_so, _ in told)
    return Found(percent(yes, n), n, citizens=people(course for _, course in told))


def _places(course: ServedLog, window: Window) -> Iterator[bool]:
    for one in course.contacts_in(window):
        if one.is_face_to_face and one.place != REMOTE:
            in_hospital = one.place == PARTNER and any(stay.covers(one.on) for stay in course.stays)
            yield one.place != OFFICE and not in_hospital


def minutes(log: DactsLog, _item: DactsItem, window: Window, *, is_mean: bool) -> Found:
    """Minutes face to face in a week: the citizen in the middle, or the mean."""
    active = log.active_in(window)
    each = [
        Fraction(sum(one.minutes for one in _met(course, window)) * WEEK, window.length)
        for course in active
    ]
    return _summed_up(each, active, log, window, is_mean=is_mean)


def times(log: DactsLog, _item: DactsItem, window: Window, *, is_mean: bool) -> Found:
    """Meetings face to face in a week: the citizen in the middle, or the mean."""
    active = log.active_in(window)
    each = [Fraction(len(_met(course, window)) * WEEK, window.length) for course in active]
    return _summed_up(each, active, log, window, is_mean=is_mean)


def _met(course: ServedLog, window: Window) -> list[ContactLog]:
    return [one for one in course.contacts_in(window) if one.is_face_to_face]


def network(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Contacts with the citizen's own network, the mean over the citizens."""
    active = log.active_in(window)
    each = [
        Fraction(sum(_is_network(one) for one in course.contacts_in(window))) for course in active
    ]
    return _summed_up(each, active, log, window, is_mean=True)


def _is_network(one: ContactLog) -> bool:
    if one.kind == NETWORK:
        return one.is_touch
    return one.is_with_citizen and one.outcome == NETWORK


def _summed_up(
    each: Sequence[Fraction],
    of: Sequence[ServedLog],
    log: DactsLog,
    window: Window,
    *,
    is_mean: bool,
) -> Found:
    """Nothing is said where the team has logged no contact at all."""
    value = None
    if each and log.contacts_in(window):
        value = Fraction(mean(each) if is_mean else median(each))
    return Found(value, len(each), citizens=people(of))


def intake(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """The month in which most courses began."""
    months = first_days(window)
    begun = [one.started_on.replace(day=1) for one in log.courses]
    return Found(Fraction(max(begun.count(month) for month in months)), len(months))


def kept(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Of those who were there when the window began, who still was at its end."""
    asked = [
        one
        for one in log.running_on(window.first)
        if not (_has_ended(one, window) and one.ended_because in NATURAL_ENDS)
    ]
    return _of_ends(asked, window, lambda one: not _has_ended(one, window))


def finished(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Of those who were there when the window began, who ended because the goals were reached."""
    asked = [
        one
        for one in log.running_on(window.first)
        if not (_has_ended(one, window) and one.ended_because in GONE)
    ]
    return _of_ends(
        asked, window, lambda one: _has_ended(one, window) and one.ended_because == GOALS_REACHED
    )


def _has_ended(course: ServedLog, window: Window) -> bool:
    return course.ended_on is not None and course.ended_on <= window.last


def _of_ends(
    asked: Sequence[ServedLog], window: Window, counts: Callable[[ServedLog], bool]
) -> Found:
    known = [one for one in asked if one.ended_because or not _has_ended(one, window)]
    return Found(
        percent(sum(map(counts, known)), len(known)),
        len(known),
        len(asked) - len(known),
        citizens=people(known),
    )


def admissions(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Admissions around which somebody was met or spoken with."""
    told = []
    for course in log.courses:
        for stay in course.stays:
            around = Window(stay.from_on - DAY * item.limit, stay.from_on + DAY * item.limit)
            if window.holds(stay.from_on) and around.last < log.today:
                told.append((any(_reached(one) for one in course.contacts_in(around)), course))
    return _share(told)


def _reached(one: ContactLog) -> bool:
    return one.is_touch or _is_network(one)


def discharges(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Discharges before which a partner was spoken with, or the citizen met at a partner's."""
    told = []
    for course in log.courses:
        for day in (stay.until_on for stay in course.stays):
            if day and window.holds(day):
                before = Window(day - DAY * item.limit, day)
                told.append((any(_with_partner(one) for one in course.contacts_in(before)), course))
    return _share(told)


def _with_partner(one: ContactLog) -> bool:
    if one.kind == PARTNER:
        return one.is_touch
    return one.is_met and one.place == PARTNER
