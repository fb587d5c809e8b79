"""Each citizen's agreed and given contact, and who of the team can step in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.workload.calculations.intensity import Intensity, Match
from hjemmebane.domain.workload.queries import CitizenNeed, MemberWeek, TeamWeek
from hjemmebane.faces.staff.moments import ago, minutes
from hjemmebane.faces.staff.workload.pages.wording import functions_in_words, hours, tenths
from hjemmebane.foundation.clock import day_of

# word, tone
MATCHES = {
    Match.NOT_AGREED: ("Ikke aftalt", ""),
    Match.PAUSED: ("I bero", "warn"),
    Match.BELOW: ("Mindre end aftalt", "bad"),
    Match.AS_AGREED: ("Som aftalt", "good"),
    Match.ABOVE: ("Mere end aftalt", "note"),
}


@dataclass(frozen=True)
class Stepper:
    """Somebody who might step in, everything in words."""

    staff_id: UUID
    name: str
    functions: str
    left: str
    known: str
    knows: bool
    is_away: bool


@dataclass(frozen=True)
class NeedRow:
    """One citizen."""

    name: str
    url: str
    agreed: str
    given: str
    attempts: str
    match: str
    tone: str
    steppers: Sequence[Stepper]
    steppers_label: str


def need_row(need: CitizenNeed, week: TeamWeek, *, at: dt.datetime) -> NeedRow:
    course = need.course
    match, tone = MATCHES[need.intensity.match]
    able = steppers(week, need.known, on=day_of(at), at=at)
    return NeedRow(
        name=str(course.citizen),
        url=reverse("staff:citizens:overview", args=[course.citizen_id]),
        agreed=_agreed(need.intensity),
        given=_given(need.intensity),
        attempts=_attempts(need.intensity.given.attempts),
        match=match,
        tone=tone,
        steppers=able,
        steppers_label=_known_in_words(course.citizen.given_name, able),
    )


def _known_in_words(name: str, able: Sequence[Stepper]) -> str:
    """“3 i teamet kender Kim”: how many could step in without being strangers."""
    count = sum(one.knows and not one.is_away for one in able)
    return f"{count or 'Ingen'} i teamet kender {name}"


def steppers(
    week: TeamWeek, known: Mapping[UUID, dt.datetime], *, on: dt.date, at: dt.datetime
) -> list[Stepper]:
    """The team's members: first who are there that day, who know the citizen, who have most hours.

    A team may be without anybody who knows them, so nobody is left out.
    """
    ordered = sorted(week.members, key=lambda one: _rank(one, known, on))
    return [_stepper(one, known.get(one.staff_member.pk), on=on, at=at) for one in ordered]


def _rank(
    member: MemberWeek, known: Mapping[UUID, dt.datetime], on: dt.date
) -> tuple[bool, bool, Decimal]:
    return (member.is_away(on), member.staff_member.pk not in known, -member.left)


def _stepper(
    member: MemberWeek, met: dt.datetime | None, *, on: dt.date, at: dt.datetime
) -> Stepper:
    return Stepper(
        staff_id=member.staff_member.pk,
        name=member.staff_member.name,
        functions=functions_in_words(member.membership.core_functions),
        left=f"{hours(member.left)} tilbage" if member.left > 0 else "Ingen timer tilbage",
        known=(
            f"Kender borgeren, sidst {ago(day_of(met), day_of(at))}"
            if met
            else "Har ikke mødt borgeren det sidste halve år"
        ),
        knows=met is not None,
        is_away=member.is_away(on),
    )


def _agreed(intensity: Intensity) -> str:
    """“8 kontakter”, “480 min.”; what was agreed for four weeks."""
    parts = []
    if intensity.contacts is not None:
        parts.append(_contacts(tenths(intensity.contacts)))
    if intensity.minutes is not None:
        parts.append(minutes(round(intensity.minutes)))
    return " og ".join(parts)


def _given(intensity: Intensity) -> str:
    given = intensity.given
    return f"{_contacts(str(given.contacts))}, {minutes(given.minutes)}"


def _contacts(number: str) -> str:
    return f"{number} kontakt" if number == "1" else f"{number} kontakter"


def _attempts(count: int) -> str:
    return f"{count} forsøg uden at mødes" if count else ""
