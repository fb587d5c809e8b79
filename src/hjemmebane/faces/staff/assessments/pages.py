"""The team's assessments: a row for each citizen and kind, in as many queries for any number."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.plans.choices import AssessmentStatus
from hjemmebane.domain.plans.queries import AssessmentState, assessment_gaps
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.moments import ago
from hjemmebane.faces.staff.switching import address_in, switch

ROUTE = "staff:assessments:page"
NOT_CONSIDERED = "Ikke taget op"
TONES = {
    None: "warn",
    AssessmentStatus.NEEDED: "warn",
    AssessmentStatus.ORDERED: "note",
    AssessmentStatus.UNDER_WAY: "note",
    AssessmentStatus.DONE: "good",
}


# What the address says, what the reader sees, and which it leaves.
FILTERS: Sequence[tuple[str, str, Callable[[AssessmentState], bool]]] = (
    ("", "Udestår", lambda state: state.is_gap),
    ("mangler", "Ikke bestilt", lambda state: state.is_missing),
    ("i-gang", "Bestilt eller i gang", lambda state: state.is_under_way),
    ("hindret", "Noget står i vejen", lambda state: state.is_hindered),
    ("alle", "Alle", lambda _state: True),
)
# What a citizen's rows come to, in the words that stand beside the rows, and in that order.
IN_SHORT: Sequence[tuple[str, Callable[[AssessmentState], bool]]] = (
    ("ikke taget op", lambda state: state.status is None),
    ("mangler", lambda state: state.status == AssessmentStatus.NEEDED),
    ("bestilt", lambda state: state.status == AssessmentStatus.ORDERED),
    ("i gang", lambda state: state.status == AssessmentStatus.UNDER_WAY),
    ("afklaret", lambda state: not state.is_gap),
)
MOST_UNFOLDED = 12  # rows on the page


@dataclass(frozen=True)
class AssessmentRow:
    """One kind of assessment of one citizen, in words."""

    name: str
    kind: str
    write_url: str
    status: str
    tone: str
    since: str
    who: str
    barrier: str

    @property
    def about(self) -> str:
        """“For 4 uger siden · Distriktspsykiatrien”."""
        return " · ".join(filter(None, (self.since[:1].upper() + self.since[1:], self.who)))


@dataclass(frozen=True)
class CitizenOnPage:
    """One citizen's rows, folded up under what they come to."""

    citizen_id: UUID
    name: str
    url: str
    label: str
    rows: Sequence[AssessmentRow]


@dataclass(frozen=True)
class AssessmentsPage:
    """lead: how the whole team stands, whatever the filter leaves."""

    team: Team
    lead: str
    citizens: Sequence[CitizenOnPage]
    filters: Sequence[Link]
    switch: Sequence[Link]

    @property
    def board_url(self) -> str:
        return address_in(self.team, "staff:board:page")

    @property
    def rows(self) -> list[AssessmentRow]:
        return [row for citizen in self.citizens for row in citizen.rows]

    @property
    def is_open(self) -> bool:
        """A few rows are shown at once; many are folded up, or nobody reads any of them."""
        return len(self.rows) <= MOST_UNFOLDED

    @property
    def citizen_ids(self) -> set[UUID]:
        return {citizen.citizen_id for citizen in self.citizens}


def assessments_page(
    team: Team, teams: Sequence[Team], *, chosen: str, today: dt.date
) -> AssessmentsPage:
    """The rows that the filter leaves; an unknown filter is the first one. Two queries."""
    courses = list(open_courses(team.pk))
    states = assessment_gaps([course.pk for course in courses])
    key, keeps = next(
        ((key, keeps) for key, _, keeps in FILTERS if key == chosen),
        (FILTERS[0][0], FILTERS[0][2]),
    )
    return AssessmentsPage(
        team=team,
        lead=lead_of([states[course.pk] for course in courses]),
        citizens=[
            citizen_on_page(course, kept, today)
            for course in courses
            if (kept := [state for state in states[course.pk] if keeps(state)])
        ],
        filters=list(filter_links(team, key, [one for of in states.values() for one in of])),
        switch=switch(team, teams, ROUTE, shows=key),
    )


def lead_of(states: Sequence[Sequence[AssessmentState]]) -> str:
    """How many wait, and for how many something is in the way, in a sentence or two."""
    everybody = len(states)
    waiting = sum(any(state.is_gap for state in of_one) for of_one in states)
    hindered = sum(any(state.is_hindered for state in of_one) for of_one in states)
    if not waiting:
        return "Ingen udredninger udestår."
    who = f"{waiting} af {everybody} borgere" if waiting < everybody else _all_of(everybody)
    told = f"{who} har en udredning, der udestår."
    if not hindered:
        return told
    if waiting == 1:
        return f"{told} Noget står i vejen."
    return f"{told} For {hindered} af dem står noget i vejen."


def _all_of(everybody: int) -> str:
    return "Den ene borger" if everybody == 1 else f"Alle {everybody} borgere"


def citizen_on_page(
    course: Course, states: Sequence[AssessmentState], today: dt.date
) -> CitizenOnPage:
    return CitizenOnPage(
        citizen_id=course.citizen_id,
        name=str(course.citizen),
        url=reverse("staff:citizens:overview", args=[course.citizen_id]),
        label=f"{course.citizen}: {in_short(states)}",
        rows=[row_of(course, state, today) for state in states],
    )


def in_short(states: Sequence[AssessmentState]) -> str:
    """“2 ikke taget op, 1 mangler, 2 i gang – noget står i vejen”."""
    counted = [(sum(belongs(state) for state in states), label) for label, belongs in IN_SHORT]
    told = ", ".join(f"{count} {label}" for count, label in counted if count)
    return f"{told} – noget står i vejen" if any(one.is_hindered for one in states) else told


def filter_links(team: Team, chosen: str, states: Sequence[AssessmentState]) -> Iterable[Link]:
    """Each filter with how many it leaves."""
    for key, label, keeps in FILTERS:
        count = sum(keeps(state) for state in states)
        url = address_in(team, ROUTE, shows=key)
        yield Link(f"{label} ({count})", url, current=key == chosen)


def status_in_words(state: AssessmentState) -> str:
    return str(state.status.label) if state.status else NOT_CONSIDERED


def row_of(course: Course, state: AssessmentState, today: dt.date) -> AssessmentRow:
    assessment = state.assessment
    return AssessmentRow(
        name=str(course.citizen),
        kind=state.kind.label,
        write_url=reverse("staff:assessments:write", args=[course.citizen_id, state.kind.lower()]),
        status=status_in_words(state),
        tone=TONES.get(state.status, ""),
        since=ago(state.since, today) if state.since else "",
        who=assessment.responsible_name if assessment else "",
        barrier=assessment.barrier if assessment else "",
    )
