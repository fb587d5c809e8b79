"""What of mine is at the same time, and what is on a day I am away: told, whoever agreed on it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from uuid import UUID

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.teams.models import Absence
from hjemmebane.faces.staff.clashes import days_away
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_time

type Planned = Appointment | NetworkMeeting


def clashes_among(
    planned: Sequence[Planned], absences: Sequence[Absence], *, at: dt.datetime
) -> Mapping[UUID, Sequence[str]]:
    """By appointment or meeting, in sentences. What is settled or over troubles nobody."""
    told: dict[UUID, list[str]] = defaultdict(list)
    waiting = [one for one in planned if _stands(one) and _slot(one).over_at > at]
    for one, other in combinations(waiting, 2):
        if _slot(one).overlaps(_slot(other)):
            told[one.pk].append(f"På samme tid: {_named(other)}.")
            told[other.pk].append(f"På samme tid: {_named(one)}.")
    for one in waiting:
        day = day_of(one.starts_at)
        told[one.pk] += [
            f"Du er registreret væk {days_away(absence)}."
            for absence in absences
            if absence.is_whole_on(day)
        ]
    return told


def _stands(planned: Planned) -> bool:
    if isinstance(planned, NetworkMeeting):
        return planned.is_planned
    return planned.status == AppointmentStatus.PLANNED


def _slot(planned: Planned) -> Slot:
    return Slot(planned.starts_at, getattr(planned, "ends_at", None))


def _named(planned: Planned) -> str:
    what = planned.what if isinstance(planned, Appointment) else "Netværksmøde"
    return f"{what} med {planned.course.citizen} {written_time(planned.starts_at)}"
