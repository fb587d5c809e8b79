"""When a light may be seen, and when an agreement on it is whole."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.contacts.choices import Light, LightRefusal
from hjemmebane.domain.contacts.models import (
    LightLine,
    TrafficLightAgreement,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.models.lights import LONGEST_LINE
from hjemmebane.domain.contacts.queries import agreement_now
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_days_in_course, check_is_open
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused

MOST_LINES = 12


def check_can_see_light(course: Course, *, observed_at: dt.datetime, now: dt.datetime) -> None:
    """The course goes on, at rest or not; the citizen lives; it was seen in it and not ahead."""
    _check_goes_on(course)
    if observed_at > now:
        raise Refused(LightRefusal.FUTURE, field="observed_at")
    if day_of(observed_at) < course.started_on:
        raise Refused(LightRefusal.BEFORE_COURSE, field="observed_at")


def check_lines(
    found: Collection[LightLine], named: Collection[UUID], *, colour: str, field: str
) -> None:
    """Every line that is named is there, under the colour that was seen."""
    if len(found) != len(set(named)) or any(line.colour != colour for line in found):
        raise Refused(LightRefusal.FOREIGN_LINE, field=field)


def check_one_agreement(lines: Collection[LightLine]) -> None:
    """What was seen is told by one agreement."""
    if len({line.agreement_id for line in lines}) > 1:
        raise Refused(LightRefusal.FOREIGN_LINE, field="signs")


def check_can_replace(course: Course, replaced: TrafficLightObservation | None) -> None:
    """What is put right is this citizen's, and was not put right before."""
    if replaced is None:
        return
    if replaced.course_id != course.pk:
        raise Refused(LightRefusal.FOREIGN_LIGHT)
    if TrafficLightObservation.objects.filter(replaces=replaced).exists():
        raise Refused(LightRefusal.REPLACED)


def check_can_agree_light(
    course: Course, agreement: TrafficLightAgreement, *, former: UUID | None, today: dt.date
) -> None:
    """The course goes on, the day is in it, and nobody agreed on something else meanwhile."""
    _check_goes_on(course)
    check_days_in_course(course, today=today, field="made_on", day=agreement.made_on)
    if not agreement.made_with_citizen and not agreement.without_why:
        raise Refused(LightRefusal.WHY_MISSING, field="without_why")
    holds = agreement_now(course.pk)
    if (holds.pk if holds else None) != former:
        raise Refused(LightRefusal.NEWER_MADE)


def check_light_lines(
    signs: Mapping[Light, Sequence[str]], actions: Mapping[Light, Sequence[str]]
) -> None:
    """At least one sign; as many and as long lines as one can take in."""
    if not any(signs.values()):
        raise Refused(LightRefusal.NO_SIGN, field="green_signs")
    for name, lines_by_colour in (("signs", signs), ("actions", actions)):
        for colour, lines in lines_by_colour.items():
            field = f"{colour.value.lower()}_{name}"
            if len(lines) > MOST_LINES:
                raise Refused(LightRefusal.TOO_MANY_LINES, field=field)
            if any(len(line) > LONGEST_LINE for line in lines):
                raise Refused(LightRefusal.LINE_TOO_LONG, field=field)


def check_can_end_light_agreement(agreement: TrafficLightAgreement, *, why: str) -> None:
    """The one that holds, with a reason."""
    if agreement_now(agreement.course_id) != agreement:
        raise Refused(LightRefusal.NOT_CURRENT)
    if not why.strip():
        raise Refused(LightRefusal.END_WHY_MISSING, field="why")


def _check_goes_on(course: Course) -> None:
    if course.citizen.died_on:
        raise Refused(LightRefusal.CITIZEN_DIED)
    check_is_open(course)
