"""What the team itself tells DACTS: who is in it, for how long, and how it meets."""

from fractions import Fraction

from hjemmebane.domain.fidelity.calculations.dacts_log import (
    FULL_TIME,
    WEEK,
    DactsLog,
    Found,
    first_days,
    full_time,
    people,
    percent,
)
from hjemmebane.domain.fidelity.calculations.log import Window
from hjemmebane.domain.method.content.dacts import DactsItem
from hjemmebane.domain.method.content.fidelity import LEVELS
from hjemmebane.domain.workload.calculations.hours import MINUTES_IN_AN_HOUR


def caseload(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Citizens for each full-time post, without the professions that the item leaves out."""
    citizens = len(log.running_on(window.last))
    staff = [one for one in log.members_on(window.last) if not one.has_one_of(item.words)]
    posts = full_time(staff)
    return Found(citizens / posts if posts else None, citizens)


def specialists(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Full-time posts of a profession for each hundred citizens."""
    citizens, staff = len(log.running_on(window.last)), log.members_on(window.last)
    if not citizens or not staff:
        return Found(None, citizens)
    posts = full_time(one for one in staff if one.has_one_of(item.words))
    return Found(posts * 100 / citizens, citizens)


def team_size(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Full-time posts, without the professions that the item leaves out."""
    staff = [one for one in log.members_on(window.last) if not one.has_one_of(item.words)]
    return Found(full_time(staff) if staff else None, len(staff))


def turnover(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Those who were there and are not on the last day, against the most there were at once."""
    days = {
        window.first,
        *(one.from_on for one in log.members if window.holds(one.from_on)),
    }
    places = max(len({one.staff_id for one in log.members_on(day)}) for day in days)
    there = {
        one.staff_id
        for one in log.members
        if one.from_on <= window.last and (one.until_on is None or one.until_on >= window.first)
    }
    left = there - {one.staff_id for one in log.members_on(window.last)}
    return Found(percent(len(left), places), places)


def staffed(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """Of the places there were on the first of each month, how many had somebody in them.

    A place is there from the first of these days on which it is filled.
    """
    months = first_days(window)
    filled = [len({one.staff_id for one in log.members_on(day)}) for day in months]
    places = [max(filled[: number + 1]) for number in range(len(filled))]
    return Found(percent(sum(filled), sum(places)), len(months))


def meeting_days(log: DactsLog, item: DactsItem, window: Window) -> Found:
    """Days with a meeting about citizens in a week; the top only where all were taken up.

    None at all is said of a team that has logged contacts; of one that has logged nothing, nothing.
    """
    held = [one for one in log.meetings if window.holds(one.on)]
    days = {one.on for one in held}
    everybody = all(
        {one.key for one in log.courses if one.is_active_on(day)}
        <= frozenset().union(*(one.seen for one in held if one.on == day))
        for day in days
    )
    if not days and not log.contacts_in(window):
        return Found(None, 0)
    value = Fraction(len(days) * WEEK, window.length)
    return Found(value, item.weeks, highest=LEVELS if everybody else LEVELS - 1)


def leader_share(log: DactsLog, _item: DactsItem, window: Window) -> Found:
    """The coordinator's minutes with citizens, against the hours they had in the days.

    Behind it are those they met; where they met nobody, all those with a contact.
    """
    logged = [(one, course) for course in log.courses for one in course.contacts_in(window)]
    led = {day: [one for one in log.members_on(day) if one.leads] for day in window.days}
    met = [
        (one.minutes, course)
        for one, course in logged
        for who in led[one.on]
        if one.is_met and who.staff_id in one.staff
    ]
    had = sum(map(full_time, led.values()), Fraction(0)) * FULL_TIME * MINUTES_IN_AN_HOUR / WEEK
    given = sum(minutes for minutes, _ in met)
    return Found(
        given * 100 / had if had and logged else None,
        len(logged),
        citizens=people(course for _, course in met or logged),
    )
