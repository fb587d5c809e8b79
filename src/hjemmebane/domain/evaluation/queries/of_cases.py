"""What the record tells of a course, written as the case file has it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.evaluation.calculations.columns import NONE
from hjemmebane.domain.evaluation.calculations.of_cases import (
    EFFORTS,
    HOUSING,
    NEXT_SUPPORT,
    PARTS,
)

DAYS_OF_A_WEEK = 7
# From which age each group is, the oldest first.
AGE_GROUPS = ((60, "60_PLUS"), (50, "50_59"), (40, "40_49"), (30, "30_39"), (0, "18_29"))
YES, NO, OTHER = "YES", "NO", "OTHER"


@dataclass(frozen=True)
class CourseFacts:
    """A course as the database tells it, in the order of the function's columns.

    criteria_met: None where nobody assessed it here. days: of the period, in which it went on.
    """

    course_id: UUID
    citizen_id: UUID
    team_id: UUID
    started_on: dt.date
    ended_on: dt.date | None
    is_held: bool
    reason: str | None
    holds: int
    gender: str
    years: int | None
    criteria_met: int | None
    days: int
    intensity_changes: int


def course_row(found: CourseFacts) -> dict[str, str]:
    going_on = "ON_HOLD" if found.is_held else "ACTIVE"
    return {
        "started": f"{found.started_on:%Y-%m}",
        "ended": f"{found.ended_on:%Y-%m}" if found.ended_on else "",
        "status": "ENDED" if found.ended_on else going_on,
        "ending_reason": found.reason or "",
        "holds": str(found.holds),
        "gender": found.gender,
        "age": age_group(found.years),
        "criteria_met": counted(found.criteria_met),
        "weeks": f"{found.days / DAYS_OF_A_WEEK:.1f}",
        "intensity_changes": str(found.intensity_changes),
        # Of a course without contacts or a plan the database tells nothing more.
        **dict.fromkeys(("contacts", "met", "minutes", "met_outside", "accompanied"), "0"),
        **dict.fromkeys(("staff_met", "functions_met"), "0"),
        "plan": NO,
    }


def age_group(years: int | None) -> str:
    if years is None:
        return ""
    return next(code for least, code in AGE_GROUPS if years >= least)


@dataclass(frozen=True)
class FormFacts:
    """The form at one end of a course, as far as codes go."""

    course_id: UUID
    is_end: bool
    housing: str
    social: str
    health: str
    diagnosis: str
    earlier: Sequence[str]
    present: Sequence[str]
    next_support: Sequence[str]


def form_row(form: FormFacts) -> dict[str, str]:
    if form.is_end:
        return {
            "housing_after": known(form.housing, HOUSING),
            "next_support": listed(form.next_support, NEXT_SUPPORT),
            "social_during": form.social,
            "health_during": form.health,
        }
    return {
        "housing": known(form.housing, HOUSING),
        "earlier_efforts": listed(form.earlier, EFFORTS),
        "present_efforts": listed(form.present, EFFORTS),
        "diagnosis": form.diagnosis,
        "social_before": form.social,
        "health_before": form.health,
    }


@dataclass(frozen=True)
class AssessmentFacts:
    """Whether an assessment of a kind was done in a course where one was noted."""

    course_id: UUID
    is_social: bool
    is_done: bool


def assessment_row(found: AssessmentFacts) -> dict[str, str]:
    """What the plan says of an assessment goes before the end form, which may be from memory."""
    kind = "social_during" if found.is_social else "health_during"
    return {kind: YES if found.is_done else NO}


@dataclass(frozen=True)
class ContactFacts:
    """The contacts of a course in the months. met and minutes: face to face."""

    course_id: UUID
    contacts: int
    met: int
    minutes: int
    met_outside: int
    accompanied: int


@dataclass(frozen=True)
class FacesFacts:
    """How many different people met the citizen, and of how many functions."""

    course_id: UUID
    staff_met: int
    functions_met: int


def counts_row(found: ContactFacts | FacesFacts) -> dict[str, str]:
    """The figures under their own names."""
    return {name: str(value) for name, value in vars(found).items() if name != "course_id"}


@dataclass(frozen=True)
class PlanFacts:
    """A plan as the database tells it, in the order of the function's columns."""

    course_id: UUID
    wishes: int
    goals: int
    sub_goals: int
    reached: int
    meetings: int
    is_shared: bool
    partner_wrote: bool
    stance: str | None


def plan_row(plan: PlanFacts) -> dict[str, str]:
    return {
        "plan": YES,
        "wishes": str(plan.wishes),
        "goals": str(plan.goals),
        "sub_goals": str(plan.sub_goals),
        "sub_goals_reached": str(plan.reached),
        "plan_meetings": str(plan.meetings),
        "plan_shared": YES if plan.is_shared else NO,
        "partner_wrote": YES if plan.partner_wrote else NO,
        "stance": plan.stance or "",
    }


@dataclass(frozen=True)
class PracticeFacts:
    """Where a course stands in the practice model, and the network meetings that were held."""

    course_id: UUID
    part: str | None
    placements: int
    meetings: int


def practice_row(found: PracticeFacts) -> dict[str, str]:
    return {
        "part": found.part if found.part in PARTS else "",
        "moves": str(max(found.placements - 1, 0)),
        "network_meetings": str(found.meetings),
    }


def counted(value: int | None) -> str:
    return "" if value is None else str(value)


def known(code: str, codes: Mapping[str, str]) -> str:
    """A code of the case file; what a municipality has added is something else."""
    return code if code in codes or not code else OTHER


def listed(found: Sequence[str], codes: Mapping[str, str]) -> str:
    """What was ticked; NONE where it was asked and there was nothing."""
    told = dict.fromkeys(known(one, codes) for one in found if one != NONE)
    return " ".join(told) or NONE
