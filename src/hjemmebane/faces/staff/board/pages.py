"""The board: one row for each citizen, asked for in as many queries whatever the number of rows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import (
    LastContact,
    last_contacts,
    light_of,
    next_appointments,
    with_light,
)
from hjemmebane.domain.courses.choices import DraftKind
from hjemmebane.domain.courses.models import (
    Course,
    Hold,
    IntensityAgreement,
    PrimaryContact,
)
from hjemmebane.domain.courses.queries import (
    drafts_of,
    intensities_now,
    open_courses,
    present_holds,
    primary_contacts_now,
)
from hjemmebane.domain.plans.queries import AssessmentState, assessment_gaps
from hjemmebane.domain.practice.calculations.standings import Point, what_is_missing
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_now, points_in_parts
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.consents.pages import asked_again
from hjemmebane.faces.staff.courses.pages.standing import Standing, standing
from hjemmebane.faces.staff.drafts import link_to_draft
from hjemmebane.faces.staff.light import LightTag, tag_of
from hjemmebane.faces.staff.moments import ago, coming_moment
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.faces.staff.switching import switch
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class BoardRow:
    """One citizen, everything in words."""

    citizen_id: UUID
    name: str
    url: str
    standing: Standing
    light: LightTag | None
    part: str
    part_lacks: str
    practice_url: str
    last_met: str
    attempts: str
    appointment: str
    with_whom: str
    primary_contact: str
    missing: str
    under_way: str


@dataclass(frozen=True)
class BoardPage:
    """citizen_ids: everybody who is named, also one whose course has ended without an end form."""

    team: Team
    rows: Sequence[BoardRow]
    drafts: Sequence[Link]
    asked_again: Sequence[Link]
    switch: Sequence[Link]
    citizen_ids: AbstractSet[UUID]


@dataclass(frozen=True)
class _Around:
    """What the rooms know of the courses on the board."""

    placements: Mapping[UUID, Placement]
    contacts: Mapping[UUID, LastContact]
    appointments: Mapping[UUID, Appointment]
    primary: Mapping[UUID, PrimaryContact]
    gaps: Mapping[UUID, Sequence[AssessmentState]]
    holds: Mapping[UUID, Hold]
    intensities: Mapping[UUID, IntensityAgreement]
    points: Mapping[UUID, Mapping[str, Sequence[Point]]]


def board_page(team: Team, teams: Sequence[Team], *, at: dt.datetime) -> BoardPage:
    """The team's board; `teams` are those the reader can switch between."""
    courses, drafts = list(with_light(open_courses(team.pk))), drafts_of(team.pk)
    ids = [course.pk for course in courses]
    placements, gaps = placements_now(ids), assessment_gaps(ids)
    parts = {c: [part_of(placements[c.pk])] for c in courses if c.pk in placements}
    around = _Around(
        placements=placements,
        contacts=last_contacts(ids),
        appointments=next_appointments(ids, at),
        primary=primary_contacts_now(ids),
        gaps=gaps,
        holds=present_holds(ids),
        intensities=intensities_now(ids),
        points=points_in_parts(parts, gaps, today=day_of(at)),
    )
    return BoardPage(
        team=team,
        rows=[_row(course, around, at) for course in courses],
        drafts=[link_to_draft(draft, at) for draft in drafts],
        asked_again=asked_again([course.citizen_id for course in courses], day_of(at)),
        switch=switch(team, teams, "staff:board:page"),
        citizen_ids={
            *(course.citizen_id for course in courses),
            *(one.subject_id for one in drafts if one.kind != DraftKind.ASSESSMENT),
        },
    )


def _row(course: Course, around: _Around, at: dt.datetime) -> BoardRow:
    placement = around.placements.get(course.pk)
    appointment = around.appointments.get(course.pk)
    gaps = around.gaps[course.pk]
    primary = around.primary.get(course.pk)
    contact = around.contacts.get(course.pk)
    return BoardRow(
        citizen_id=course.citizen_id,
        name=str(course.citizen),
        url=reverse("staff:citizens:overview", args=[course.citizen_id]),
        standing=standing(
            course, around.holds.get(course.pk), around.intensities.get(course.pk), day_of(at)
        ),
        light=tag_of(light_of(course), day_of(at)),
        part=part_of(placement).short_title if placement else "",
        part_lacks=lacks(around.points[course.pk][placement.part]) if placement else "",
        practice_url=reverse("staff:practice:page", args=[course.citizen_id]),
        last_met=last_met(contact, at),
        attempts=attempts(contact),
        appointment=coming_moment(appointment.starts_at, at) if appointment else "",
        with_whom=appointment.staff_member.name if appointment else "",
        primary_contact=primary.staff_member.name if primary else "",
        missing=kinds_among(gaps, [state for state in gaps if state.is_missing]),
        under_way=kinds_among(gaps, [state for state in gaps if state.is_under_way]),
    )


def lacks(points: Sequence[Point]) -> str:
    """“3 åbne punkter”: what of the present part is neither done nor met; empty for nothing."""
    missing = len(what_is_missing(points))
    noun = "åbent punkt" if missing == 1 else "åbne punkter"
    return f"{missing} {noun}" if missing else ""


def last_met(contact: LastContact | None, at: dt.datetime) -> str:
    """“i går”, “for 12 dage siden”; empty when the citizen has not been met."""
    if contact is None or contact.last_met_at is None:
        return ""
    return ago(day_of(contact.last_met_at), day_of(at))


def attempts(contact: LastContact | None) -> str:
    """“2 forsøg derefter”; empty when there were none."""
    if contact is None or not contact.attempts_since_met:
        return ""
    after = " derefter" if contact.last_met_at else ""
    return f"{contact.attempts_since_met} forsøg{after}"


def kinds_among(states: Sequence[AssessmentState], some: Sequence[AssessmentState]) -> str:
    """“somatisk, rusmidler”: the kinds of `some` assessments; “alt” when they are all."""
    if len(some) == len(states):
        return "alt"
    return ", ".join(state.kind.short_name for state in some)
