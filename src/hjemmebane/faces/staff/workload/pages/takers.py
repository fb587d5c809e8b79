"""Who might take over what stands with somebody: what speaks for each, and for whom most does."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.contacts.queries import Booking, Clashes, clashes_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.workload.queries import MemberWeek, Stranded, team_week, who_knows
from hjemmebane.faces.staff.workload.pages.wording import functions_in_words, left_in_words
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.listing import listed

BY_AND_LARGE = ""
NOBODY = "Ingen er foreslået: af dem, der er her i dag, har ingen mødt {whom} det sidste halve år."

type Known = Mapping[UUID, Mapping[UUID, dt.datetime]]


@dataclass(frozen=True)
class Takers:
    """The colleagues, those who know most of the citizens first.

    known_by: by the key of an item, who knows the citizen it is about, in words.
    words: what speaks for and against each, (key, words), by the key of an item; under BY_AND_LARGE
    for all of it. proposed: a key, only where there is a reason, which `why` tells.
    """

    staff: Sequence[StaffMember]
    words: Mapping[str, Sequence[tuple[str, str]]]
    known_by: Mapping[str, str]
    proposed: str
    why: str


def takers_of(stranded: Stranded, team: Team, *, at: dt.datetime) -> Takers:
    """Nine queries, whatever there is to take over."""
    courses = {one.course.pk: one.course for one in stranded.records if one.course}
    known, today = who_knows(courses, at=at), day_of(at)
    others = [
        one for one in team_week(team, at=at).members if one.staff_member != stranded.staff_member
    ]
    ranked = sorted(others, key=lambda one: _rank(one, known, today))
    first = next(iter(ranked), None)
    has_reason = first and _count(first, known) and not first.is_away(today)
    return Takers(
        staff=[one.staff_member for one in ranked],
        words={
            BY_AND_LARGE: [
                _choice(one, _by_and_large(one, courses, known, today)) for one in ranked
            ],
            **_by_item(stranded, ranked, known, today),
        },
        known_by={str(one.pk): _known_by(one.course, ranked, known) for one in stranded.records},
        proposed=str(first.staff_member.pk) if first and has_reason else "",
        why=_why(first if has_reason else None, [*courses.values()]),
    )


def _rank(member: MemberWeek, known: Known, today: dt.date) -> tuple[bool, int, Decimal]:
    return (member.is_away(today), -_count(member, known), -member.left)


def _count(member: MemberWeek, known: Known) -> int:
    """How many of the citizens they know."""
    return sum(member.staff_member.pk in who for who in known.values())


def _why(first: MemberWeek | None, courses: Sequence[Course]) -> str:
    """Why the first is proposed, or that nobody is; nothing where no citizen is in it."""
    if not courses:
        return ""
    whom = courses[0].citizen.given_name if len(courses) == 1 else "borgerne"
    if first is None:
        return NOBODY.format(whom=whom)
    most = whom if len(courses) == 1 else "flest af borgerne"
    return f"Foreslået er {first.staff_member.name}, som af dem, der er her i dag, kender {most}."


def _by_and_large(
    member: MemberWeek, courses: Mapping[UUID, Course], known: Known, today: dt.date
) -> list[str]:
    told = [functions_in_words(member.membership), left_in_words(member.left)]
    if len(courses) == 1:
        told.append(_knows(member, next(iter(courses.values())), known))
    elif courses:
        told.append(f"kender {_count(member, known)} af {len(courses)} borgere")
    return [*told, "væk i dag"] if member.is_away(today) else told


def _by_item(
    stranded: Stranded, members: Sequence[MemberWeek], known: Known, today: dt.date
) -> dict[str, list[tuple[str, str]]]:
    pairs = [(one, member) for one in stranded.appointments for member in members]
    met = clashes_of([Booking(member.staff_member, one.slot) for one, member in pairs])
    then = {
        (one.pk, member.staff_member.pk): clashes
        for (one, member), clashes in zip(pairs, met, strict=True)
    }
    return {
        str(one.pk): [
            _choice(
                member,
                _about(one, member, then.get((one.pk, member.staff_member.pk)), known, today),
            )
            for member in members
        ]
        for one in stranded.records
    }


def _about(
    record: Task | FollowUp | Appointment,
    member: MemberWeek,
    clashes: Clashes | None,
    known: Known,
    today: dt.date,
) -> list[str]:
    told = [left_in_words(member.left)]
    if record.course:
        told.append(_knows(member, record.course, known))
    if clashes and (clashes.of_staff or clashes.elsewhere):
        told.append("har en anden aftale da")
    if clashes and clashes.absence:
        told.append("væk den dag")
    if not clashes and member.is_away(today):
        told.append("væk i dag")
    return told


def _known_by(course: Course | None, members: Sequence[MemberWeek], known: Known) -> str:
    """“Jonas kender Anna og Pia.”; nothing where it is about no citizen."""
    if course is None:
        return ""
    names = [
        one.staff_member.name for one in members if one.staff_member.pk in known.get(course.pk, ())
    ]
    return f"{course.citizen.given_name} kender {listed(names) if names else 'ingen af dem'}."


def _knows(member: MemberWeek, course: Course, known: Known) -> str:
    knows = member.staff_member.pk in known.get(course.pk, ())
    return f"{'kender' if knows else 'kender ikke'} {course.citizen.given_name}"


def _choice(member: MemberWeek, told: Sequence[str]) -> tuple[str, str]:
    """“Ida – social støtte, 12,3 t. tilbage, kender Kim”."""
    return str(member.staff_member.pk), f"{member.staff_member.name} – {', '.join(told)}"
