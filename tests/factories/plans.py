"""Plans as Ida would write them: every row made through the room's own actions."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart, start_course_for_new_citizen
from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.actions import add_item, change_item, open_plan
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import ITEM_MODELS, Plan, PlanItem
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import Record
from tests.factories.cast import NOW, STARTED_ON, Cast

TODAY = NOW.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)

# The least that each kind asks for, apart from a sub-goal's goal.
LEAST: dict[ItemKind, dict[str, object]] = {
    ItemKind.WISH: {"text": "Se min søn igen"},
    ItemKind.RESOURCE: {"text": "Laver god mad"},
    ItemKind.GOAL: {"text": "Kaffe med min søn hver måned"},
    ItemKind.SUB_GOAL: {"text": "Finde hans nummer"},
    ItemKind.ACTIVITY: {"what": "Ringe sammen"},
    ItemKind.REFLECTION: {"kind": "WORRY", "text": "Huslejen"},
    ItemKind.OTHER_PLAN: {"kind": "JOB_PLAN"},
    ItemKind.OTHER_EFFORT: {"who": "Nabo", "what": "Handler ind"},
    ItemKind.ASSESSMENT: {"kind": "SOMATIC"},
    ItemKind.MEETING: {"held_on": TODAY},
    ItemKind.CONTRIBUTION: {"line": "NURSE", "text": "Sår på benet"},
}


@dataclass(frozen=True)
class Writing:
    """A plan and the one who writes in it."""

    plan: Plan
    by: Actor

    def add(self, which: ItemKind, item_id: UUID | None = None, **values: object) -> PlanItem:
        """An item of a kind with the least that it needs, and `values` on top."""
        if which == ItemKind.SUB_GOAL and "goal" not in values:
            values["goal"] = self.add(ItemKind.GOAL)
        return add_item(
            id=item_id or new_id(),
            plan=self.plan,
            kind=which,
            values={**LEAST[which], **values},
            by=self.by,
            at=NOW,
        )

    def change(self, item: PlanItem, **values: object) -> PlanItem:
        """The item written anew from the version at hand."""
        return change_item(item=item, values=values, version=item.version, by=self.by, at=NOW)

    def refuses(self, which: ItemKind, **values: object) -> tuple[object, str | None]:
        """Why an item cannot be added, and the field it belongs to; nothing was written."""
        rows = ITEM_MODELS[which].objects.all()
        before = rows.count()
        refusal = refusal_of(self.add, which=which, **values)
        assert rows.count() == before
        return refusal


def begin_course(cast: Cast) -> Course:
    """A course of Ask's in team one that has no plan yet; Ida acts."""
    return start_course_for_new_citizen(
        citizen_id=new_id(),
        course_id=new_id(),
        details=CitizenDetails(given_name="Ask"),
        team=cast.team_one,
        start=CourseStart(started_on=STARTED_ON, consent_how_given=HowGiven.ORALLY),
        by=cast.ida.actor,
        at=NOW,
    )


def start_writing(cast: Cast) -> Writing:
    """Ask's plan, new and empty, with Ida writing; Ida acts."""
    plan = open_plan(id=new_id(), course=begin_course(cast), by=cast.ida.actor, at=NOW)
    return Writing(plan, cast.ida.actor)


def end_course(course: Course) -> None:
    """Close a course as its ending will. There is no action for it yet."""
    Course.objects.filter(pk=course.pk).update(status=CourseStatus.ENDED, ended_on=TODAY)


def refusal_of(action: Callable[..., object], **arguments: object) -> tuple[object, str | None]:
    """Call an action that must refuse; answers the reason and the field it belongs to."""
    with pytest.raises(Refused) as refused:
        action(**arguments)
    return refused.value.reason, refused.value.field


def changes_of(record: Record) -> list[tuple[str, str, str]]:
    """What the change history tells of a row, oldest first: operation, verb, actor."""
    rows = Change.objects.filter(table_name=record._meta.db_table, row_id=str(record.pk))
    return list(rows.order_by("id").values_list("operation", "verb", "actor"))
