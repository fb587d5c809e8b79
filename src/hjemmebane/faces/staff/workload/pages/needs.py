"""Each citizen's agreed and given contact, and who of the team can step in."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.workload.calculations.hours import Spent
from hjemmebane.domain.workload.calculations.intensity import Intensity, Match
from hjemmebane.domain.workload.queries import CitizenNeed, MemberWeek, TeamWeek
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.moments import ago, minutes, week_number
from hjemmebane.faces.staff.workload.pages.wording import (
    functions_in_words,
    hours_spent,
    left_in_week,
    spent_in_words,
    tenths,
)
from hjemmebane.foundation.clock import day_of

STEPPERS_SHOWN = 5
# word, tone
MATCHES = {
    Match.NOT_AGREED: ("Ikke aftalt", ""),
    Match.PAUSED: ("I bero", "warn"),
    Match.BELOW: ("Mindre end aftalt", "bad"),
    Match.NEAR: ("Tæt på aftalt", "good"),
    Match.AS_AGREED: ("Som aftalt", "good"),
    Match.ABOVE: ("Mere end aftalt", "note"),
}


@dataclass(frozen=True)
class Stepper:
    """Somebody who might step in, everything in words.

    warnings: what they have to do at the time in question, where it is known.
    """

    staff_id: UUID
    name: str
    functions: str
    left: str
    known: str
    knows: bool
    is_away: bool
    warnings: Sequence[str] = ()


@dataclass(frozen=True)
class NeedRow:
    """One citizen. `facts` are (name, words): what was agreed and given, and this week's time.

    steppers: those who fit best; `more` is how many others there are.
    """

    name: str
    url: str
    summary: str
    facts: Sequence[tuple[str, str]]
    match: str
    tone: str
    is_below: bool
    steppers: Sequence[Stepper]
    steppers_label: str
    more: int


def need_row(need: CitizenNeed, week: TeamWeek, *, at: dt.datetime) -> NeedRow:
    course, spending = need.course, week.spending
    match, tone = MATCHES[need.intensity.match]
    able = steppers(week, need.known, on=day_of(at), at=at)
    spent = spending.on_course.get(course.pk, Spent())
    return NeedRow(
        name=str(course.citizen),
        url=reverse("staff:citizens:overview", args=[course.citizen_id]),
        summary=_summary(need.intensity),
        facts=stated(
            _facts(need.intensity, week, spent, spending.agreed_on_course.get(course.pk, 0))
        ),
        match=match,
        tone=tone,
        is_below=need.intensity.match is Match.BELOW,
        steppers=able[:STEPPERS_SHOWN],
        more=max(len(able) - STEPPERS_SHOWN, 0),
        steppers_label=_known_in_words(course.citizen.given_name, able),
    )


def _summary(intensity: Intensity) -> str:
    """“3 af 8 kontakter”, “200 af 480 min.”, “4 kontakter”."""
    given, contacts = intensity.given, intensity.contacts
    if contacts is not None:
        return f"{given.contacts} af {_contacts(tenths(contacts))}"
    if intensity.minutes is not None:
        return f"{given.minutes} af {tenths(intensity.minutes)} min."
    return _contacts(str(given.contacts))


def _facts(
    intensity: Intensity, week: TeamWeek, spent: Spent, ahead: int
) -> Iterator[tuple[str, str]]:
    number = week_number(week.monday)
    yield "Aftalt i fire uger", _agreed(intensity) or "Intet"
    yield "Givet i fire uger", _given(intensity)
    yield "Forgæves", _attempts(intensity.given.attempts)
    yield f"Brugt i {number}", spent_in_words(spent) or "Intet endnu"
    yield f"Aftaler resten af {number}", hours_spent(ahead) if ahead else "Ingen"


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
    return [_stepper(one, week, known.get(one.staff_member.pk), on=on, at=at) for one in ordered]


def _rank(
    member: MemberWeek, known: Mapping[UUID, dt.datetime], on: dt.date
) -> tuple[bool, bool, Decimal]:
    return (member.is_away(on), member.staff_member.pk not in known, -member.left)


def _stepper(
    member: MemberWeek, week: TeamWeek, met: dt.datetime | None, *, on: dt.date, at: dt.datetime
) -> Stepper:
    return Stepper(
        staff_id=member.staff_member.pk,
        name=member.staff_member.name,
        functions=functions_in_words(member.membership),
        left=left_in_week(member, week),
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
