"""What is to be measured, and how many did answer."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.measurements.calculations.due import MONTHS_BETWEEN, due_until, months_later
from hjemmebane.domain.measurements.calculations.slots import LEAD, Slot, Standing, slots, standing
from hjemmebane.domain.measurements.choices import ResponseStatus
from hjemmebane.domain.measurements.models import Postponement, Response
from hjemmebane.domain.measurements.queries.responses import postponements_of, standing_responses
from hjemmebane.domain.method.content.measuring import Instrument, Measurement, Occasion
from hjemmebane.domain.method.queries import instrument, pack

STOPPED, UNSAID = "STOPPED", "UNSAID"


@dataclass(frozen=True)
class ToMeasure:
    """An instrument in a course and its due day: how that stands, what was answered, and why it was
    put off, if it was.
    """

    course: Course
    measurement: Measurement
    instrument: Instrument
    slot: Slot
    standing: Standing
    answers: Sequence[Response]
    put_off: Postponement | None

    @property
    def due_on(self) -> dt.date:
        return self.slot.due.on

    @property
    def comes_again_on(self) -> dt.date | None:
        """The next due day; None for what is not measured again before the end, or is the end."""
        if self.slot.due.occasion is Occasion.END:
            return None
        coming = due_until(
            [self.measurement],
            started_on=self.course.started_on,
            ended_on=None,
            until=months_later(self.due_on, MONTHS_BETWEEN + 1),
        )
        return next((due.on for due in coming if due.on > self.due_on), None)

    @property
    def is_broken_off(self) -> bool:
        """Whether all that was answered was stopped too early for a figure."""
        return bool(self.answers) and all(
            one.status == ResponseStatus.STOPPED and one.score is None for one in self.answers
        )

    @property
    def is_wanted(self) -> bool:
        """Whether it is to be done by now."""
        return self.standing in {Standing.DUE, Standing.OVERDUE}


@dataclass(frozen=True)
class ResponseRate:
    """How many of the due measurements were answered, and why the others were not.

    waiting: due, and still to be reached. reasons: `NoneReason`, `STOPPED` or `UNSAID`.
    """

    answered: int
    waiting: int
    reasons: Mapping[str, int]

    @property
    def due(self) -> int:
        """All that had fallen due, but for what can still be reached."""
        return self.answered + sum(self.reasons.values())

    @property
    def percent(self) -> int | None:
        """None where nothing had fallen due: that is no rate of nought."""
        return round(100 * self.answered / self.due) if self.due else None


def to_measure(courses: Sequence[Course], *, today: dt.date) -> list[ToMeasure]:
    """What stands open in some courses, one for each instrument: due, late, put off or soon due.

    Nothing for citizens who have died and for courses that are over. Three queries.
    """
    return [
        one
        for one in all_slots([c for c in courses if c.is_open], today=today)
        if one.standing not in {Standing.ANSWERED, Standing.MISSED}
    ]


def to_measure_in_teams(team_ids: Iterable[UUID], *, today: dt.date) -> list[ToMeasure]:
    """The same for the open courses of some teams. Four queries."""
    open_now = visible_courses().filter(team_id__in=list(team_ids), ended_on__isnull=True)
    return to_measure(list(open_now), today=today)


def rate_of(measured: Iterable[ToMeasure]) -> ResponseRate:
    """How many of these were answered; each had fallen due."""
    reasons: Counter[str] = Counter()
    answered = waiting = 0
    for one in measured:
        if one.standing is Standing.ANSWERED:
            if one.is_broken_off:
                reasons[STOPPED] += 1
            else:
                answered += 1
        elif one.standing is Standing.MISSED or not one.course.is_open:
            reasons[one.put_off.reason if one.put_off else UNSAID] += 1
        elif one.put_off:
            reasons[one.put_off.reason] += 1
        else:
            waiting += 1
    return ResponseRate(answered, waiting, dict(reasons))


def wanted_of(
    course: Course,
    *,
    put_off_until: Mapping[tuple[str, dt.date], dt.date],
    ending_begun_on: dt.date | None,
    today: dt.date,
) -> set[str]:
    """The instruments that stand open in a course and are not put off, for who may not read why.

    One query.
    """
    answered = _answered([course.pk])
    held_back = {Standing.ANSWERED, Standing.MISSED, Standing.POSTPONED}
    return {
        measurement.instrument
        for measurement in pack(course.team.method_pack).measurements
        for slot in _slots(course, measurement, ending_begun_on, today)
        if standing(
            slot,
            is_answered=any(
                slot.holds(one.measured_on) for one in answered[course.pk, measurement.instrument]
            ),
            put_off_until=put_off_until.get((measurement.instrument, slot.due.on)),
            today=today,
        )
        not in held_back
    }


def all_slots(courses: Sequence[Course], *, today: dt.date) -> Iterator[ToMeasure]:
    """Every due day that has opened. Three queries."""
    ids = [course.pk for course in courses]
    answered = _answered(ids)
    put_off: dict[tuple[UUID, str, dt.date], Postponement] = {}
    for one in postponements_of(ids):
        put_off.setdefault((one.course_id, one.instrument, one.due_on), one)
    ends = dict(Ending.objects.filter(course_id__in=ids).values_list("course_id", "begun_on"))
    for course in courses:
        if course.citizen.died_on:
            continue
        for measurement in pack(course.team.method_pack).measurements:
            for slot in _slots(course, measurement, ends.get(course.pk), today):
                off = put_off.get((course.pk, measurement.instrument, slot.due.on))
                given = [
                    one
                    for one in answered[course.pk, measurement.instrument]
                    if slot.holds(one.measured_on)
                ]
                how = standing(
                    slot,
                    is_answered=bool(given),
                    put_off_until=off.until_on if off else None,
                    today=today,
                )
                asked = instrument(measurement.instrument)
                yield ToMeasure(course, measurement, asked, slot, how, given, off)


def _answered(course_ids: Iterable[UUID]) -> Mapping[tuple[UUID, str], list[Response]]:
    """Whether there are answers is all that is asked: nobody's words are read along."""
    answered: dict[tuple[UUID, str], list[Response]] = defaultdict(list)
    for response in standing_responses(course_ids).select_related(None):
        answered[response.course_id, response.instrument].append(response)
    return answered


def _slots(
    course: Course, measurement: Measurement, ending_begun_on: dt.date | None, today: dt.date
) -> Iterator[Slot]:
    """The end is measured when it is taken up: once the course is over it is too late."""
    ends_on = ending_begun_on or course.ended_on
    dues = due_until(
        [measurement], started_on=course.started_on, ended_on=ends_on, until=today + LEAD
    )
    return (slot for slot in slots(dues, started_on=course.started_on) if slot.opens_on <= today)
