"""How long the meeting has lasted, and how long there is for each. Said, never insisted on."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.meetings.calculations import current_of
from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk

MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Clock:
    """Minutes since the meeting began, and since the team came to the citizen it is at.

    each: minutes for each citizen not taken up yet; 0 when there is nobody, or no time left.
    began, current_since: moments in ISO 8601, for the page that goes on counting.
    """

    began: str
    gone: int
    planned: int
    taken_up: int
    citizens: int
    each: int
    current: MeetingItem | None
    current_since: str
    current_gone: int


def clock_of(desk: MeetingDesk) -> Clock:
    meeting, items = desk.meeting, desk.items
    gone = minutes_between(meeting.opened_at, meeting.closed_at or desk.at)
    taken = [item for item in items if item.taken_up_at]
    current = current_of(items)
    return Clock(
        began=meeting.opened_at.isoformat(),
        gone=gone,
        planned=meeting.planned_minutes,
        taken_up=len(taken),
        citizens=len(items),
        each=for_each(meeting.planned_minutes - gone, len(items) - len(taken)),
        current=current if meeting.is_open else None,
        current_since=current.taken_up_at.isoformat() if current else "",
        current_gone=minutes_between(current.taken_up_at, desk.at) if current else 0,
    )


def minutes_between(start: dt.datetime, end: dt.datetime) -> int:
    return max(0, int((end - start) / MINUTE))


def for_each(left: int, citizens: int) -> int:
    return max(0, left // citizens) if citizens else 0
