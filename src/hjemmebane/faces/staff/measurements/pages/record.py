"""What the picture over time is made of: everything a course tells between two days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.contacts.queries import DayOfContacts, contacts_by_day, lights_of
from hjemmebane.domain.courses.models import Course, Hold, LifeEvent
from hjemmebane.domain.courses.queries import holds_of, life_events_of
from hjemmebane.domain.measurements.calculations.series import Figure, Point, series_of
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import standing_responses, wording_said
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.method.queries import instruments
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_of
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_lights_of
from hjemmebane.foundation.clock import COPENHAGEN

# The word in the address: the label, and how many days; None is all there is.
PERIODS = {
    "hele": ("Hele forløbet", None),
    "aar": ("Det seneste år", 365),
    "kvartal": ("De seneste tre måneder", 91),
}


@dataclass(frozen=True)
class Shown:
    """Finished answers, and their figure beside the first in the picture, if they count."""

    response: Response
    point: Point | None


@dataclass(frozen=True)
class Measured:
    """One instrument between the days, oldest first."""

    instrument: Instrument
    shown: Sequence[Shown]

    @property
    def points(self) -> list[Point]:
        return [one.point for one in self.shown if one.point]

    @property
    def wordings(self) -> list[str]:
        """Whose words the figures were asked for in, in the order of their first use."""
        return list(dict.fromkeys(point.figure.wording for point in self.points))


@dataclass(frozen=True)
class RecordOverTime:
    """All of it, oldest first; both days included. placements: also the one that held before."""

    label: str
    first: dt.date
    last: dt.date
    measured: Sequence[Measured]
    contacts: Sequence[DayOfContacts]
    placements: Sequence[Placement]
    events: Sequence[LifeEvent]
    holds: Sequence[Hold]
    lights: Sequence[TrafficLightObservation]
    own_lights: Sequence[OwnLight]

    @property
    def times_met(self) -> int:
        return sum(day.met for day in self.contacts)

    @property
    def times_tried(self) -> int:
        return sum(day.tried for day in self.contacts)


def record_over_time(course: Course, period: str, *, today: dt.date) -> RecordOverTime:
    """Seven queries, however much there is. An unknown period is the whole course.

    A course that is over ends on its last day. Answers from before its first day, which has been
    put right since, widen it: nothing disappears.
    """
    label, days = PERIODS.get(period, PERIODS["hele"])
    responses = list(standing_responses([course.pk]))[::-1]
    last = min(course.ended_on or today, today)
    begun = min([course.started_on, last, *(one.measured_on for one in responses)])
    first = begun if days is None else max(begun, last - dt.timedelta(days=days - 1))
    within = (
        dt.datetime.combine(first, dt.time.min, COPENHAGEN),
        dt.datetime.combine(last, dt.time.max, COPENHAGEN),
    )
    return RecordOverTime(
        label=label,
        first=first,
        last=last,
        measured=_measured([one for one in responses if first <= one.measured_on <= last]),
        contacts=contacts_by_day(course.pk, from_on=first, until_on=last),
        placements=_held(list(placements_of(course.pk)), first, last),
        events=[
            one
            for one in list(life_events_of(course.pk))[::-1]
            if one.from_on <= last and (one.until_on or one.from_on) >= first
        ],
        holds=[
            one
            for one in list(holds_of(course.pk))[::-1]
            if one.from_on <= last and (one.until_on or last) >= first
        ],
        lights=list(lights_of(course.pk).filter(observed_at__range=within))[::-1],
        own_lights=list(own_lights_of(course.pk).filter(recorded_at__range=within))[::-1],
    )


def _measured(responses: Sequence[Response]) -> list[Measured]:
    """By instrument, in the order of the method; what is not known any more is left out."""
    return [
        _one(known, [one for one in responses if one.instrument == known.code])
        for known in instruments()
        if any(one.instrument == known.code for one in responses)
    ]


def _one(asked: Instrument, responses: Sequence[Response]) -> Measured:
    counting = [one for one in responses if one.counts]
    figures = [
        Figure(one.measured_on, one.score, wording_said(one))
        for one in counting
        if one.score is not None
    ]
    points = dict(zip(counting, series_of(asked, figures).points, strict=True))
    return Measured(asked, [Shown(one, points.get(one)) for one in responses])


def _held(placements: Sequence[Placement], first: dt.date, last: dt.date) -> list[Placement]:
    there = [one for one in reversed(placements) if one.from_on <= last]
    before = [one for one in there if one.from_on <= first]
    return [*before[-1:], *(one for one in there if one.from_on > first)]
