"""The plan on one page, in the citizen's words: wishes, steps, and who does what."""

import datetime as dt
from collections.abc import Iterable, Sequence

from hjemmebane.domain.plans.choices import ActivityStatus, GoalStatus, ReflectionKind
from hjemmebane.domain.plans.models import Plan, PlanActivity
from hjemmebane.domain.plans.queries import GoalView, WholePlan
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.faces.documents.plan_document import Source, source_of
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

# What one page carries in a type that can be read; the whole plan has the rest.
MOST_WISHES, MOST_GOALS, MOST_STEPS, MOST_ACTIVITIES, MOST_WORKS, MOST_PEOPLE = 3, 3, 3, 4, 3, 5
LONGEST_QUOTE, LONGEST_LINE = 200, 90
SETTLED = {ActivityStatus.DONE, ActivityStatus.DROPPED}


def simple_plan_pdf(plan: Plan, *, at: dt.datetime) -> bytes:
    """The citizen's page as a tagged PDF."""
    return pdf("simple_plan.typ", document(source_of(plan, on=day_of(at))), at=at)


def document(source: Source) -> dict[str, object]:
    """The data of `simple_plan.typ`."""
    whole, course = source.whole, source.course
    return {
        "title": f"Min plan – {course.citizen.given_name}",
        "team": course.team.name,
        "sheet": "a4",
        "footer": footer(course.team.name, written_day(source.on), is_demo=course.citizen.is_demo),
        "wishes": [short(wish.text, LONGEST_QUOTE) for wish in whole.wishes[:MOST_WISHES]],
        "goals": [goal(view) for view in open_goals(whole)[:MOST_GOALS]],
        "activities": activities(whole),
        "works": [
            short(row.text, LONGEST_LINE)
            for row in whole.reflections[ReflectionKind.WORKS][:MOST_WORKS]
        ],
        "people": [person(member) for member in source.members[:MOST_PEOPLE]],
    }


def short(text: str, length: int) -> str:
    """The text on one line, cut at a word when it is too long for the page."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1].rsplit(' ', 1)[0]} …"


def open_goals(whole: WholePlan) -> Sequence[GoalView]:
    return [view for view in whole.goals if view.goal.status == GoalStatus.OPEN]


def goal(view: GoalView) -> dict[str, object]:
    """A goal with its latest reached step and the next ones."""
    reached = [step for step in view.sub_goals if step.status == GoalStatus.REACHED]
    ahead = [step for step in view.sub_goals if step.status == GoalStatus.OPEN]
    shown = [*reached[-2:], *ahead][:MOST_STEPS]
    return {
        "text": short(view.goal.text, LONGEST_LINE),
        "sub_goals": [
            {
                "text": short(step.text, LONGEST_LINE),
                "status": "nået" if step.status == GoalStatus.REACHED else "",
            }
            for step in shown
        ],
    }


def activities(whole: WholePlan) -> list[dict[str, str]]:
    rows: Iterable[PlanActivity] = (
        row
        for rows in (*(view.activities for view in open_goals(whole)), whole.loose_activities)
        for row in rows
        if row.status not in SETTLED
    )
    return [{"who": who(row), "what": short(row.what, LONGEST_LINE)} for row in rows][
        :MOST_ACTIVITIES
    ]


def who(row: PlanActivity) -> str:
    return row.responsible_name if row.responsible else "Jeg"


def person(membership: TeamMembership) -> dict[str, str]:
    staff = membership.staff_member
    details = (membership.profession.lower(), staff.phone)
    return {"name": staff.name, "detail": ", ".join(part for part in details if part)}
