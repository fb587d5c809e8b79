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
    ("mangler", "Mangler", lambda state: state.is_missing),
    ("i-gang", "I gang", lambda state: state.is_under_way),
    ("hindret", "Noget står i vejen", lambda state: state.is_hindered),
    ("alle", "Alle", lambda _state: True),
)


@dataclass(frozen=True)
class AssessmentRow:
    """One kind of assessment of one citizen, in words."""

    citizen_id: UUID
    name: str
    url: str
    kind: str
    write_url: str
    status: str
    tone: str
    since: str
    who: str
    barrier: str


@dataclass(frozen=True)
class AssessmentsPage:
    team: Team
    rows: Sequence[AssessmentRow]
    filters: Sequence[Link]
    switch: Sequence[Link]

    @property
    def citizen_ids(self) -> set[UUID]:
        return {row.citizen_id for row in self.rows}


def assessments_page(
    team: Team, teams: Sequence[Team], *, chosen: str, today: dt.date
) -> AssessmentsPage:
    """The rows that the filter leaves; an unknown filter is the first one. Two queries."""
    courses = list(open_courses(team.pk))
    states = assessment_gaps([course.pk for course in courses])
    known = [(course, state) for course in courses for state in states[course.pk]]
    key, keeps = next(
        ((key, keeps) for key, _, keeps in FILTERS if key == chosen),
        (FILTERS[0][0], FILTERS[0][2]),
    )
    return AssessmentsPage(
        team=team,
        rows=[row_of(course, state, today) for course, state in known if keeps(state)],
        filters=list(filter_links(team, key, [state for _, state in known])),
        switch=switch(team, teams, ROUTE, shows=key),
    )


def filter_links(team: Team, chosen: str, states: Sequence[AssessmentState]) -> Iterable[Link]:
    """Each filter with how many it leaves."""
    for key, label, keeps in FILTERS:
        count = sum(keeps(state) for state in states)
        url = address_in(team, ROUTE, shows=key)
        yield Link(f"{label} ({count})", url, current=key == chosen)


def status_in_words(state: AssessmentState) -> str:
    return str(state.status.label) if state.status else NOT_CONSIDERED


def row_of(course: Course, state: AssessmentState, today: dt.date) -> AssessmentRow:
    assessment, citizen_id = state.assessment, course.citizen_id
    return AssessmentRow(
        citizen_id=citizen_id,
        name=str(course.citizen),
        url=reverse("staff:citizens:overview", args=[citizen_id]),
        kind=state.kind.label,
        write_url=reverse("staff:assessments:write", args=[citizen_id, state.kind.lower()]),
        status=status_in_words(state),
        tone=TONES.get(state.status, ""),
        since=ago(state.since, today) if state.since else "",
        who=assessment.responsible_name if assessment else "",
        barrier=assessment.barrier if assessment else "",
    )
