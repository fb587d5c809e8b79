"""Everybody on the board with what the rooms know of them, in as many queries for all."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import (
    LastContact,
    LightNow,
    days_to_do,
    days_to_follow_up,
    last_contacts,
    light_of,
    next_appointments,
)
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement, PrimaryContact
from hjemmebane.domain.courses.queries import (
    intensities_now,
    present_holds,
    primary_contacts_now,
)
from hjemmebane.domain.meetings.queries import ReasonNow, courses_on_board, reason_now
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.plans.models import Wish
from hjemmebane.domain.plans.queries import AssessmentState, assessment_gaps, first_wishes
from hjemmebane.domain.practice.calculations.standings import Point
from hjemmebane.domain.practice.queries import placements_now, points_in_parts
from hjemmebane.domain.sharing.queries import AtTheDoors, at_the_doors, with_doors
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.faces.staff.board.pages.doors import LATELY
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class Line:
    """One citizen of the team. What no chosen column shows was not asked for, and is empty."""

    course: Course
    at: dt.datetime
    light: LightNow | None
    part: PracticePart | None
    primary: PrimaryContact | None
    entry: ReasonNow | None
    hold: Hold | None
    intensity: IntensityAgreement | None
    contact: LastContact | None
    appointment: Appointment | None
    gaps: Sequence[AssessmentState]
    points: Sequence[Point]
    tasks: Sequence[dt.date | None]
    follow_ups: Sequence[dt.date]
    wish: Wish | None
    doors: AtTheDoors

    @property
    def name(self) -> str:
        return str(self.course.citizen)

    @property
    def citizen_id(self) -> UUID:
        citizen_id: UUID = self.course.citizen_id
        return citizen_id

    @property
    def today(self) -> dt.date:
        return day_of(self.at)


@dataclass(frozen=True)
class _Asked:
    """What only some columns show, by course."""

    contacts: Mapping[UUID, LastContact]
    appointments: Mapping[UUID, Appointment]
    gaps: Mapping[UUID, Sequence[AssessmentState]]
    points: Mapping[UUID, Mapping[str, Sequence[Point]]]
    tasks: Mapping[UUID, Sequence[dt.date | None]]
    follow_ups: Mapping[UUID, Sequence[dt.date]]
    wishes: Mapping[UUID, Wish]


def everybody(team_id: UUID, *, at: dt.datetime) -> list[Course]:
    """The courses of a team as `lines_of` needs them, in one query."""
    return list(with_doors(courses_on_board(team_id), since=at - LATELY))


def lines_of(courses: Sequence[Course], columns: Collection[str], *, at: dt.datetime) -> list[Line]:
    """A line for each of `everybody`.

    What the board is filtered and grouped by is asked for always, the rest for the columns shown.
    """
    ids = [course.pk for course in courses]
    placed = {key: part_of(placement) for key, placement in placements_now(ids).items()}
    primary, holds = primary_contacts_now(ids), present_holds(ids)
    intensities = intensities_now(ids)
    asked = _ask(courses, placed, columns, at)
    return [
        Line(
            course=course,
            at=at,
            light=light_of(course),
            part=(part := placed.get(course.pk)),
            primary=primary.get(course.pk),
            entry=reason_now(course),
            hold=holds.get(course.pk),
            intensity=intensities.get(course.pk),
            contact=asked.contacts.get(course.pk),
            appointment=asked.appointments.get(course.pk),
            gaps=asked.gaps.get(course.pk, ()),
            points=asked.points.get(course.pk, {}).get(part.code, ()) if part else (),
            tasks=asked.tasks.get(course.pk, ()),
            follow_ups=asked.follow_ups.get(course.pk, ()),
            wish=asked.wishes.get(course.pk),
            doors=at_the_doors(course),
        )
        for course in courses
    ]


def _ask(
    courses: Sequence[Course],
    placed: Mapping[UUID, PracticePart],
    columns: Collection[str],
    at: dt.datetime,
) -> _Asked:
    ids = [course.pk for course in courses]
    shows_part = BoardColumn.PART in columns
    gaps = assessment_gaps(ids) if shows_part or BoardColumn.ASSESSMENT in columns else {}
    parts = {course: [placed[course.pk]] for course in courses if course.pk in placed}
    has_tasks = BoardColumn.TASKS in columns
    return _Asked(
        contacts=last_contacts(ids) if BoardColumn.LAST_MET in columns else {},
        appointments=next_appointments(ids, at) if BoardColumn.NEXT in columns else {},
        gaps=gaps,
        points=points_in_parts(parts, gaps, today=day_of(at)) if shows_part else {},
        tasks=days_to_do(ids) if has_tasks else {},
        follow_ups=days_to_follow_up(ids) if has_tasks else {},
        wishes=first_wishes(ids) if BoardColumn.WISH in columns else {},
    )
