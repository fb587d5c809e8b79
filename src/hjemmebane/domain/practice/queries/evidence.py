"""The record in numbers, for one course or a whole board, in as many queries either way."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.queries import legal_basis_title, pack
from hjemmebane.domain.plans.queries import AssessmentState
from hjemmebane.domain.practice.calculations.facts import Assessments, Facts, Screening
from hjemmebane.domain.practice.queries.tallies import Tally, tallies_of

NOTHING = Tally()


def facts_of(
    courses: Iterable[Course],
    assessments: Mapping[UUID, Sequence[AssessmentState]],
    *,
    today: dt.date,
) -> dict[UUID, Facts]:
    """What the record of each course holds, by course; one query.

    `assessments` is what `plans.assessment_gaps` answers for the same courses.
    """
    courses = list(courses)
    counted = tallies_of(courses, today=today)
    return {
        course.pk: _facts(_Record(course, counted, today), assessments[course.pk])
        for course in courses
    }


@dataclass(frozen=True)
class _Record:
    """The tallies of one course: some are kept by the course, some by the citizen."""

    course: Course
    counted: Mapping[tuple[UUID | None, str], Tally]
    today: dt.date

    def tally(self, name: str) -> Tally:
        by_course = self.counted.get((self.course.pk, name))
        return by_course or self.counted.get((self.course.citizen_id, name), NOTHING)

    def age(self, name: str) -> int | None:
        day = self.tally(name).latest
        return None if day is None else (self.today - day).days


def _facts(record: _Record, assessments: Sequence[AssessmentState]) -> Facts:
    course, citizen = record.course, record.course.citizen
    method = pack(course.team.method_pack)
    years = age_on(citizen.born_on, record.today) if citizen.born_on else None
    goals, from_wishes, *_ = record.tally("goal").counts
    plans, version, *_ = record.tally("plan").counts
    citizen_does, partner_does, *_ = record.tally("activity").counts
    newest, second, third, _ = record.tally("sub_goal").counts
    met, met_before, acute, out_together = record.tally("contact").counts
    return Facts(
        course_age=(record.today - course.started_on).days,
        screening=_screening(record),
        legal_basis=legal_basis_title(course.legal_basis, method.code),
        years=years,
        is_of_age=years is None or years >= method.target_group.minimum_age,
        consent_age=record.age("consent"),
        partner_consents=record.tally("consent").first,
        life_areas=record.tally("life").first,
        life_areas_in_all=len(method.life_areas),
        network=record.tally("network").first,
        primary_contact_age=record.age("primary"),
        other_efforts=record.tally("effort").first,
        other_plans=record.tally("other_plan").first,
        wishes=record.tally("wish").first,
        goals=goals,
        goals_from_wishes=from_wishes,
        steps_reached=(newest, second, third),
        citizen_activities=citizen_does,
        partner_activities=partner_does,
        has_plan=plans > 0,
        plan_version=version,
        plan_version_age=record.age("plan"),
        plan_meeting_age=record.age("meeting"),
        met=met,
        met_before=met_before,
        acute=acute,
        out_together=out_together,
        assessments=_by_state(assessments),
    )


def _screening(record: _Record) -> Screening:
    attempts, met, *_ = record.tally("attempt").counts
    yes, no, unsure, _ = record.tally("criteria").counts
    gathered, risks, own_account, _ = record.tally("assessed").counts
    return Screening(
        spotted_age=record.age("spotted"),
        attempts=attempts,
        met=met,
        assessed_age=record.age("assessed"),
        yes=yes,
        no=no,
        unsure=unsure,
        is_gathered=bool(gathered),
        has_risks=bool(risks),
        has_own_account=bool(own_account),
        decided_age=record.age("decided"),
    )


def _by_state(states: Sequence[AssessmentState]) -> Assessments:
    names: dict[str, list[str]] = defaultdict(list)
    for state in states:
        names[_where(state)].append(state.kind.short_name)
    return Assessments(**{place: tuple(found) for place, found in names.items()})


def _where(state: AssessmentState) -> str:
    if state.status is None:
        return "not_considered"
    if not state.is_gap:
        return "settled"
    return "under_way" if state.is_under_way else "needed"
