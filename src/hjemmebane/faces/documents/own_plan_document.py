"""The plan on paper for the citizen who holds it: made of what they may read themselves."""

import datetime as dt

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.choices import GoalStatus, ReflectionKind
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.sharing.queries import (
    own_goals,
    own_reflections,
    own_team,
    own_wishes_as_said,
)
from hjemmebane.faces.documents.simple_plan_document import (
    LONGEST_LINE,
    LONGEST_QUOTE,
    MOST_ACTIVITIES,
    MOST_GOALS,
    MOST_PEOPLE,
    MOST_STEPS,
    MOST_WISHES,
    MOST_WORKS,
    SETTLED,
    short,
)
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

# By what the sheet is called in an address.
SHEETS = {"min-plan": "a4", "kort": "card", "stort-ark": "a3"}


def own_plan_pdf(course: Course, sheet: str, *, at: dt.datetime) -> bytes:
    """The citizen's page, card or large sheet as a tagged PDF."""
    return pdf("simple_plan.typ", document(course, sheet, on=day_of(at)), at=at)


def document(course: Course, sheet: str, *, on: dt.date) -> dict[str, object]:
    """The data of `simple_plan.typ`."""
    goals = [goal for goal in own_goals(course.pk) if goal.status == GoalStatus.OPEN]
    works = own_reflections(course.pk).filter(kind=ReflectionKind.WORKS)
    return {
        "title": f"Min plan – {course.citizen.given_name}",
        "team": course.team.name,
        "sheet": sheet,
        "footer": footer(course.team.name, written_day(on), is_demo=course.citizen.is_demo),
        "wishes": [short(words, LONGEST_QUOTE) for words in written_wishes(course)[:MOST_WISHES]],
        "goals": [goal_on_paper(goal) for goal in goals[:MOST_GOALS]],
        "activities": [
            {"who": who_does(row), "what": short(row.what, LONGEST_LINE)}
            for goal in goals
            for row in goal.activities.all()
            if row.status not in SETTLED
        ][:MOST_ACTIVITIES],
        "works": [short(row.text, LONGEST_LINE) for row in works[:MOST_WORKS]],
        "people": [
            {
                "name": one.member.name,
                "detail": ", ".join(filter(None, [one.profession.lower(), one.member.phone])),
            }
            for one in own_team(course)[:MOST_PEOPLE]
        ],
    }


def written_wishes(course: Course) -> list[str]:
    """The citizen's own words; the team's where there is but a voice."""
    wishes = own_wishes_as_said(course.pk)
    written = (wish.text or (wish.wording if wish.is_in_plan else "") for wish in wishes)
    return [words for words in written if words]


def goal_on_paper(goal: Goal) -> dict[str, object]:
    """A goal with its latest reached steps and the next ones."""
    steps = list(goal.sub_goals.all())
    reached = [step for step in steps if step.status == GoalStatus.REACHED]
    ahead = [step for step in steps if step.status == GoalStatus.OPEN]
    return {
        "text": short(goal.text, LONGEST_LINE),
        "sub_goals": [
            {
                "text": short(step.text, LONGEST_LINE),
                "status": "nået" if step.status == GoalStatus.REACHED else "",
            }
            for step in [*reached[-2:], *ahead][:MOST_STEPS]
        ],
    }


def who_does(row: PlanActivity) -> str:
    """Whom the citizen knows themselves has no name here: the team's list of them is not theirs."""
    if row.network_person_id:
        return "En, jeg kender"
    return row.responsible_name if row.responsible else "Jeg"
