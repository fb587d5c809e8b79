"""What becomes of a team's courses and functions when it goes over to another method."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.method.content.moving import Move
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack, packs
from hjemmebane.domain.practice.queries.placements import placements_now
from hjemmebane.domain.teams.models import Team, TeamMembership
from hjemmebane.domain.teams.queries import memberships_from


@dataclass(frozen=True)
class Moving:
    """Where a team would go, as its new method reads what it has.

    placed: the courses it has a part for. left: those it has none for, or that are in none.
    functions: the memberships that change, with the codes they would have.
    """

    to: MethodPack
    move: Move | None
    placed: Sequence[tuple[Course, PracticePart]]
    left: Sequence[Course]
    functions: Sequence[tuple[TeamMembership, list[str]]]


def methods() -> list[MethodPack]:
    """The newest version of every method that is installed, by title."""
    newest = {one.code: one for one in packs()}
    return sorted(newest.values(), key=lambda one: one.title)


def moving_of(team: Team, to: str, *, today: dt.date) -> Moving:
    """What would happen today; three queries, whatever the number of citizens."""
    new = pack(to)
    move = new.move_from(team.method_pack)
    courses = list(open_courses(team.pk))
    now = placements_now(course.pk for course in courses)
    placed, left = [], []
    for course in courses:
        there = now.get(course.pk)
        is_of_now = there is not None and there.method_pack == team.method_pack
        becomes = move.parts.get(there.part) if move and there and is_of_now else None
        if becomes:
            placed.append((course, new.practice_part(becomes)))
        elif there is None or there.method_pack != to:
            left.append(course)
    members = memberships_from([team.pk], today)
    changed = [(one, _functions(one, move)) for one in members]
    return Moving(
        to=new,
        move=move,
        placed=placed,
        left=left,
        functions=[(one, codes) for one, codes in changed if codes != one.core_functions],
    )


def _functions(membership: TeamMembership, move: Move | None) -> list[str]:
    """The codes as the new method reads them; what it has no word for stays as it is."""
    read = move.core_functions if move else {}
    return list(dict.fromkeys(read.get(code, code) for code in membership.core_functions))
