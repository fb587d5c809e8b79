"""The overview: the citizen's own wishes first, then where everything stands."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.design.faces import DayFace
from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.contacts.queries import next_appointments
from hjemmebane.domain.courses.models import Course, EarlyContact, Ending, PrimaryContact
from hjemmebane.domain.courses.queries import (
    early_contact_of_course,
    ending_of,
    primary_contacts_of,
)
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.plans.models import Wish
from hjemmebane.domain.plans.queries import AssessmentState, assessment_gaps, wishes_of
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_of
from hjemmebane.domain.sharing.queries import partner_appointments_to_come, said_wishes
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.assessments.pages import TONES, status_in_words
from hjemmebane.faces.staff.citizens.forms.overview import PrimaryContactForm
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.citizens.pages.life import AreaOnPage, areas_on_page
from hjemmebane.faces.staff.citizens.pages.next_steps import NextStep, next_steps
from hjemmebane.faces.staff.contacts.pages.contacts import summary
from hjemmebane.faces.staff.courses.pages.brief import CourseInBrief, course_in_brief
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.moments import coming_moment
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.faces.staff.voices.pages import Heard, faces_of, heard_since
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.written import written_day

MOST_WITH_OTHERS = 3  # the others come closer by themselves

LATELY = dt.timedelta(days=28)  # how long a citizen's no stands on the overview
# The failed forms of a request, by the region they stand in.
type Failed = Mapping[str, RecordForm]


@dataclass(frozen=True)
class PlacementOnPage:
    part: PracticePart
    since: str
    reason: str
    by: str


@dataclass(frozen=True)
class AssessmentOnPage:
    kind: str
    status: str
    since: str
    tone: str


@dataclass(frozen=True)
class OverviewPage:
    wishes: Sequence[tuple[Wish, str]]
    course: CourseInBrief
    primary: Sequence[PrimaryContact]
    primary_form: PrimaryContactForm
    placements: Sequence[PlacementOnPage]
    areas: Sequence[AreaOnPage]
    assessments: Sequence[AssessmentOnPage]
    meetings: Sequence[tuple[str, str]]
    next_steps: Sequence[NextStep]
    before: EarlyContact | None
    address: str | None
    facts: Sequence[tuple[str, str]]
    ending: Ending | None
    ending_url: str
    heard: Sequence[Heard]
    faces: Sequence[DayFace]
    voices_url: str


def overview_page(frame: CitizenFrame, *, at: dt.datetime, failed: Failed) -> OverviewPage:
    """Everything on the overview, with the forms of `failed` as they were typed."""
    course, citizen = frame.course, frame.citizen
    staff = staff_of(course.team_id, day_of(at))
    states = assessment_gaps([course.pk])[course.pk]
    primary = list(primary_contacts_of(course.pk))
    brief = course_in_brief(course, today=day_of(at))
    return OverviewPage(
        wishes=in_own_words(course),
        course=brief,
        primary=primary,
        primary_form=failed.get("primary") or PrimaryContactForm(staff=staff),
        placements=[placement_on_page(placed) for placed in placements_of(course.pk)],
        areas=areas_on_page(course, at, failed),
        assessments=[assessment_on_page(state) for state in states],
        meetings=[*summary(course, at), next_meeting(course, at), *with_others(course, at)],
        next_steps=next_steps(course, primary, has_agreement=brief.agreement is not None),
        before=early_contact_of_course(course.pk),
        address=shown_address(citizen),
        facts=facts_of(frame),
        ending=ending_of(course.pk),
        ending_url=frame.url("staff:endings:page"),
        heard=heard_since([course.pk], at - LATELY),
        faces=faces_of(course.pk, at),
        voices_url=frame.url("staff:voices:page"),
    )


def in_own_words(course: Course) -> list[tuple[Wish, str]]:
    """The wishes as the citizen said them, or as they were heard; two queries or three."""
    own = {key: one.text for key, one in said_wishes(course.pk).items()}
    return [(wish, own.get(wish.pk) or wish.text) for wish in wishes_of(course.pk)]


def next_meeting(course: Course, at: dt.datetime) -> tuple[str, str]:
    appointment = next_appointments([course.pk], at).get(course.pk)
    if appointment is None:
        return ("Næste aftale", "Ingen")
    when = coming_moment(appointment.starts_at, at)
    return ("Næste aftale", f"{when} – {appointment.what}, {appointment.staff_member.name}")


def with_others(course: Course, at: dt.datetime) -> list[tuple[str, str]]:
    """What partners have agreed with the citizen themselves, the nearest first."""
    return [
        (
            f"Med {one.partner_person.name}, {one.partner_person.organisation.name}",
            " – ".join(filter(None, (coming_moment(one.starts_at, at), one.what, one.place))),
        )
        for one in partner_appointments_to_come(course.pk, after=at)[:MOST_WITH_OTHERS]
    ]


def placement_on_page(placement: Placement) -> PlacementOnPage:
    return PlacementOnPage(
        part=part_of(placement),
        since=written_day(placement.from_on),
        reason=placement.reason,
        by=str(placement.recorded_by),
    )


def assessment_on_page(state: AssessmentState) -> AssessmentOnPage:
    return AssessmentOnPage(
        kind=state.kind.label,
        status=status_in_words(state),
        since=written_day(state.since) if state.since else "",
        tone=TONES.get(state.status, ""),
    )


def facts_of(frame: CitizenFrame) -> list[tuple[str, str]]:
    """The master data that may stand on a page."""
    citizen = frame.citizen
    facts = [
        ("Telefon", citizen.phone),
        ("E-mail", citizen.email),
        ("Helst", citizen.get_preferred_channel_display()),
        ("Sprog", citizen.language),
        ("Læsning og skrivning", citizen.reading_needs),
        ("Født", written_day(citizen.born_on) if citizen.born_on else ""),
        ("Kom fra", frame.course.origin),
    ]
    return stated(facts)
