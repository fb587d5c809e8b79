"""What every page about one citizen has in common: the name, a line of facts and the tabs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.contacts.queries import light_of, with_light
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import courses_of
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.method.queries import legal_basis_title
from hjemmebane.faces.staff.light import LightTag, tag_of
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.written import written_day

TABS = (
    ("overview", "Overblik", "staff:citizens:overview"),
    ("plan", "Plan", "staff:plans:page"),
    ("contacts", "Kontakt", "staff:contacts:page"),
    ("measurements", "Målinger", "staff:measurements:page"),
    ("timeline", "Tidslinje", "staff:citizens:timeline"),
    ("network", "Netværk og samtykke", "staff:citizens:network"),
)


# The part of an address that asks for a course other than the one the pages act on by themselves.
COURSE = "forloeb"


@dataclass(frozen=True)
class CitizenFrame:
    """The citizen, the course the pages act on, and what the page's head shows.

    others: the citizen's other courses that we may see, the newest first.
    asked: what an address ends in to stay with this course; empty where that goes by itself.
    """

    citizen: Citizen
    course: Course
    facts: Sequence[str]
    tabs: Sequence[Link]
    light: LightTag | None = None
    others: Sequence[Course] = ()
    asked: str = ""

    @property
    def name(self) -> str:
        return str(self.citizen)

    @property
    def period(self) -> str:
        return period_of(self.course)

    @property
    def other_courses(self) -> list[Link]:
        """The way to each of the others."""
        url = reverse("staff:citizens:overview", args=[self.citizen.pk])
        return [Link(period_of(one), f"{url}?{COURSE}={one.pk}") for one in self.others]

    def while_open[R](self, action: Callable[..., R]) -> Callable[..., R]:
        """The action, refused once the course has ended: rooms below courses cannot know that."""

        @wraps(action)
        def act(**arguments: object) -> R:
            check_is_open(self.course)
            return action(**arguments)

        return act

    def url(self, route: str, *args: object) -> str:
        """The address of another page about this citizen, in the same course."""
        url = reverse(route, args=[self.citizen.pk, *args])
        return f"{url}?{self.asked}" if self.asked else url


def citizen_frame(
    request: ActorRequest, citizen_id: UUID, tab: str = "", *, what: str
) -> CitizenFrame:
    """The frame of a citizen's page; the reading is noted as `what`. One query.

    Raises Http404 for a citizen who is not ours, whether or not they exist.
    """
    course, *others = courses_in_view(request, citizen_id)
    note_reading(request, [citizen_id], what=what)
    asked = f"{COURSE}={course.pk}" if COURSE in request.GET else ""
    after = f"?{asked}" if asked else ""
    return CitizenFrame(
        citizen=course.citizen,
        course=course,
        facts=facts_about(course),
        tabs=[
            Link(label, reverse(route, args=[citizen_id]) + after, current=key == tab)
            for key, label, route in TABS
        ],
        light=tag_of(light_of(course), today()) if course.is_open else None,
        others=others,
        asked=asked,
    )


def courses_in_view(request: ActorRequest, citizen_id: UUID) -> list[Course]:
    """A citizen's courses, first the one the pages act on: the one that the address asks for,
    else the newest that is open, else the newest.

    Raises Http404 when there is none of ours, or not the one that is asked for.
    """
    courses = list(with_light(courses_of(citizen_id)))
    if wanted := request.GET.get(COURSE):
        chosen = [course for course in courses if str(course.pk) == wanted]
    else:
        chosen = [course for course in courses if course.is_open] or courses
    if not chosen:
        raise Http404
    return [chosen[0], *(course for course in courses if course != chosen[0])]


def period_of(course: Course) -> str:
    """“Team Havnen, 3. marts 2025 – 1. juni 2026”."""
    until = written_day(course.ended_on) or "nu"
    return f"{course.team.name}, {written_day(course.started_on)} – {until}"


def facts_about(course: Course) -> list[str]:
    """Age, team, start and legal basis, each in a few words."""
    citizen, facts = course.citizen, []
    if citizen.born_on:
        about = "ca. " if citizen.birth_is_estimated else ""
        facts.append(f"{about}{age_on(citizen.born_on, citizen.died_on or today())} år")
    if citizen.died_on:
        facts.append(f"Død {written_day(citizen.died_on)}")
    facts.append(course.team.name)
    facts.append(f"Forløb fra {written_day(course.started_on)}")
    if course.ended_on and not citizen.died_on:
        facts.append(f"Afsluttet {written_day(course.ended_on)}")
    facts.append(legal_basis_title(course.legal_basis, course.team.method_pack))
    return facts
