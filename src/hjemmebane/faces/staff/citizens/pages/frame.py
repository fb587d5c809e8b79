"""What every page about one citizen has in common: the name, a line of facts and the tabs."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import courses_of
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.written import written_day

TABS = (
    ("overview", "Overblik", "staff:citizens:overview"),
    ("plan", "Plan", "staff:plans:page"),
    ("contacts", "Kontakt", "staff:contacts:page"),
    ("timeline", "Tidslinje", "staff:citizens:timeline"),
    ("network", "Netværk og samtykke", "staff:citizens:network"),
)


@dataclass(frozen=True)
class CitizenFrame:
    """The citizen, the course the pages act on, and what the page's head shows."""

    citizen: Citizen
    course: Course
    facts: Sequence[str]
    tabs: Sequence[Link]

    @property
    def name(self) -> str:
        return str(self.citizen)


def citizen_frame(
    request: ActorRequest, citizen_id: UUID, tab: str = "", *, what: str
) -> CitizenFrame:
    """The frame of a citizen's page; the reading is noted as `what`. One query.

    Raises Http404 for a citizen who is not ours, whether or not they exist.
    """
    course = course_in_view(citizen_id)
    note_reading(request, [citizen_id], what=what)
    return CitizenFrame(
        citizen=course.citizen,
        course=course,
        facts=facts_about(course),
        tabs=[
            Link(label, reverse(route, args=[citizen_id]), current=key == tab)
            for key, label, route in TABS
        ],
    )


def course_in_view(citizen_id: UUID) -> Course:
    """The course a citizen's pages act on: the newest that is open, else the newest."""
    courses = list(courses_of(citizen_id))
    if not courses:
        raise Http404
    return next((course for course in courses if course.is_open), courses[0])


def facts_about(course: Course) -> list[str]:
    """Age, team, start and legal basis, each in a few words."""
    citizen, facts = course.citizen, []
    if citizen.born_on:
        about = "ca. " if citizen.birth_is_estimated else ""
        facts.append(f"{about}{age_on(citizen.born_on, today())} år")
    facts.append(course.team.name)
    facts.append(f"Forløb fra {written_day(course.started_on)}")
    facts.append(pack(course.team.method_pack).legal_basis(course.legal_basis).title)
    return facts
