"""The steps of a plan, in the order in which it would have been written."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from hjemmebane.domain.plans.actions import (
    add_item,
    change_item,
    change_plan,
    open_plan,
    reach_sub_goal,
    record_agreement,
    reopen_sub_goal,
    settle_goal,
    take_version,
)
from hjemmebane.domain.plans.choices import AssessmentStatus, ItemKind
from hjemmebane.domain.plans.models import Assessment, Goal, PlanItem, SubGoal
from hjemmebane.domain.plans.queries import item_of
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.entries import (
    ActivityEntry,
    AgreementEntry,
    AssessmentEntry,
    Dated,
    GoalEntry,
    PlanEntry,
    SubGoalEntry,
    VersionEntry,
)
from hjemmebane.foundation.actors import Actor

type Values = Mapping[str, object]
type Do = Callable[[Actor, dt.datetime], object]

# Each status on the way, and the field that has its day.
PROGRESS = {
    AssessmentStatus.ORDERED: "ordered_on",
    AssessmentStatus.UNDER_WAY: "started_on",
    AssessmentStatus.DONE: "done_on",
    AssessmentStatus.DECLINED: "declined_on",
    AssessmentStatus.NOT_RELEVANT: "",
}


def plan_steps(case: Case) -> Iterator[Step]:
    """Nothing for a story without a plan, and only the opening for one whose plan is empty."""
    if entry := case.story.plan:
        yield from _Planning(case, entry).steps()


class _Planning:
    """One plan's steps. Parts written on the same day follow each other by the minute."""

    def __init__(self, case: Case, entry: PlanEntry) -> None:
        self.case = case
        self.entry = entry
        self.count = 0

    def steps(self) -> Iterator[Step]:
        entry = self.entry
        yield self.step(entry.opened, self.opened)
        if entry.purpose:
            yield self.step(entry.opened, self.described)
        yield from self.words()
        for goal in entry.goal:
            yield from self.goal(goal)
        for activity in entry.activity:
            yield self.activity(activity, None, entry.opened)
        yield from self.surroundings()
        for agreement in entry.agreement:
            yield self.step(agreement.ago, partial(self.agreed, agreement), hour=16)
        for version in entry.version:
            yield self.step(version.ago, partial(self.kept, version), hour=15)

    # ------------------------------------------------------------ how steps are made

    def step(self, ago: str, do: Do, *, hour: int = 9) -> Step:
        self.count += 1
        at = self.case.days.moment(ago, hour) + dt.timedelta(seconds=20 * self.count)
        return Step(at, self.case.usual(at), do)

    def item(
        self,
        entry: Dated,
        kind: ItemKind,
        code: str,
        values: Values | Callable[[], Values],
        ago: str = "",
    ) -> Step:
        """Add one part of the plan. Values that point at other parts are asked for when those
        are there.
        """
        when = entry.ago or ago or self.entry.opened
        return self.step(when, partial(self.add, kind, code, values))

    def add(
        self,
        kind: ItemKind,
        code: str,
        values: Values | Callable[[], Values],
        by: Actor,
        at: dt.datetime,
    ) -> None:
        made = add_item(
            id=self.case.key(at, kind, code),
            plan=self.case.plan,
            kind=kind,
            values=values() if callable(values) else values,
            by=by,
            at=at,
        )
        self.case.keep(made, code)

    def day(self, span: str | None) -> dt.date | None:
        return self.case.days.ago(span) if span else None

    def due(self, span: str | None) -> dt.date | None:
        return self.case.days.ahead(span) if span else None

    # ------------------------------------------------------------ the plan itself

    def opened(self, by: Actor, at: dt.datetime) -> None:
        case = self.case
        case.keep(open_plan(id=case.key(at, "plan"), course=case.course, by=by, at=at))

    def described(self, by: Actor, at: dt.datetime) -> None:
        changes = {
            "purpose": self.entry.purpose,
            "guiding_purposes": list(self.entry.guiding),
            "cross_professional_evaluation": self.entry.evaluation,
        }
        plan = self.case.plan
        change_plan(plan=plan, changes=changes, version=plan.version, by=by, at=at)

    def agreed(self, entry: AgreementEntry, by: Actor, at: dt.datetime) -> None:
        record_agreement(
            id=self.case.key(at, "agreement"),
            plan=self.case.plan,
            stance=entry.stance,
            reason=entry.reason,
            said_on=self.case.days.ago(entry.ago),
            by=by,
            at=at,
        )

    def kept(self, entry: VersionEntry, by: Actor, at: dt.datetime) -> None:
        take_version(
            id=self.case.key(at, "version"),
            plan=self.case.plan,
            reason=entry.reason,
            by=by,
            at=at,
        )

    # ------------------------------------------------------------ what is said

    def words(self) -> Iterator[Step]:
        for wish in self.entry.wish:
            values = {
                "text": wish.text,
                "chime": wish.chime,
                "change_statement": wish.change,
                "said_on": self.day(wish.ago or self.entry.opened),
            }
            yield self.item(wish, ItemKind.WISH, wish.code, values)
        for place, resource in enumerate(self.entry.resource):
            values = {"area": resource.area, "text": resource.text}
            yield self.item(resource, ItemKind.RESOURCE, str(place), values)
        for place, reflection in enumerate(self.entry.reflection):
            values = {"kind": reflection.kind, "text": reflection.text, "said_by": reflection.by}
            yield self.item(reflection, ItemKind.REFLECTION, str(place), values)

    # ------------------------------------------------------------ what is aimed at

    def goal(self, entry: GoalEntry) -> Iterator[Step]:
        yield self.item(entry, ItemKind.GOAL, entry.code, partial(self.goal_values, entry))
        ago = entry.ago or self.entry.opened
        for sub_goal in entry.sub_goal:
            yield from self.sub_goal(sub_goal, entry.code, ago)
        for activity in entry.activity:
            yield self.activity(activity, entry.code, ago)
        if entry.settled:
            yield self.step(entry.settled, partial(self.settle, entry), hour=14)

    def goal_values(self, entry: GoalEntry) -> Mapping[str, object]:
        return {
            "text": entry.text,
            "measure": entry.measure,
            "attractive": entry.attractive,
            "realistic": entry.realistic,
            "due_on": self.due(entry.due),
            "life_area": entry.area,
            "wishes": [self.case.wish(code) for code in entry.wishes],
            **self.case.responsible(entry.who),
        }

    def settle(self, entry: GoalEntry, by: Actor, at: dt.datetime) -> None:
        goal = self.present(ItemKind.GOAL, self.case.goal(entry.code), Goal)
        settle_goal(
            goal=goal,
            status=entry.settled_as,
            reason=entry.settled_reason,
            on=self.case.days.ago(entry.settled or ""),
            version=goal.version,
            by=by,
            at=at,
        )

    def sub_goal(self, entry: SubGoalEntry, goal: str, ago: str) -> Iterator[Step]:
        def values() -> Mapping[str, object]:
            due = self.due(entry.due)
            return {"goal": self.case.goal(goal), "text": entry.text, "due_on": due}

        yield self.item(entry, ItemKind.SUB_GOAL, entry.code, values, ago)
        if entry.reopened:
            yield self.step(entry.reopened, partial(self.reopen, entry), hour=14)
        if entry.reached_again:
            yield self.step(entry.reached_again, partial(self.reach, entry), hour=14)

    def reopen(self, entry: SubGoalEntry, by: Actor, at: dt.datetime) -> None:
        sub_goal = self.present(ItemKind.SUB_GOAL, self.case.sub_goal(entry.code), SubGoal)
        reopen_sub_goal(sub_goal=sub_goal, version=sub_goal.version, by=by, at=at)

    def reach(self, entry: SubGoalEntry, by: Actor, at: dt.datetime) -> None:
        sub_goal = self.present(ItemKind.SUB_GOAL, self.case.sub_goal(entry.code), SubGoal)
        on = self.case.days.ago(entry.reached_again or "")
        reach_sub_goal(sub_goal=sub_goal, on=on, version=sub_goal.version, by=by, at=at)

    def present[M: PlanItem](self, kind: ItemKind, item: PlanItem, model: type[M]) -> M:
        """The item as it stands now: a contact may have moved it."""
        found = item_of(self.case.plan, kind, item.pk)
        if not isinstance(found, model):
            raise TypeError(f"{kind} {item.pk} is no {model.__name__}")
        return found

    def activity(self, entry: ActivityEntry, goal: str | None, ago: str) -> Step:
        def values() -> Mapping[str, object]:
            return {
                "goal": self.case.goal(goal) if goal else None,
                "what": entry.what,
                "how_often": entry.often,
                "place": entry.place,
                "due_on": self.due(entry.due),
                "life_area": entry.area,
                "demand": entry.demand,
                "status": entry.status,
                **self.case.responsible(entry.who),
            }

        return self.item(entry, ItemKind.ACTIVITY, entry.what, values, ago)

    # ------------------------------------------------------------ what lies around

    def surroundings(self) -> Iterator[Step]:
        for assessment in self.entry.assessment:
            yield from self.assessment(assessment)
        for place, plan in enumerate(self.entry.other_plan):
            values = {
                "kind": plan.kind,
                "owner": plan.owner,
                "reference": plan.reference,
                "dated_on": self.day(plan.dated),
                "offered_on": self.day(plan.offered),
                "is_accepted": plan.accepted,
                "is_coordinated": plan.is_coordinated,
                "note": plan.note,
            }
            yield self.item(plan, ItemKind.OTHER_PLAN, str(place), values)
        for place, effort in enumerate(self.entry.other_effort):
            values = {
                "organisation": self.case.house.organisations.get(effort.partner),
                "who": effort.who,
                "what": effort.what,
                "life_area": effort.area,
                "demand": effort.demand,
            }
            yield self.item(effort, ItemKind.OTHER_EFFORT, str(place), values)
        yield from self.togetherness()

    def togetherness(self) -> Iterator[Step]:
        for place, meeting in enumerate(self.entry.meeting):
            values = {
                "held_on": self.day(meeting.ago),
                "place": meeting.place,
                "notes": meeting.notes,
                "participants": [(one.name, one.role) for one in meeting.participants],
            }
            dated = Dated(ago=meeting.ago)
            yield self.item(dated, ItemKind.MEETING, str(place), values)
        for contribution in self.entry.contribution:
            values = {
                "line": contribution.line,
                "text": contribution.text,
                "staff_member": self.case.house.staff[contribution.staff],
            }
            yield self.item(
                contribution,
                ItemKind.CONTRIBUTION,
                contribution.line,
                values,
            )

    def assessment(self, entry: AssessmentEntry) -> Iterator[Step]:
        """Needed first, as soon as there is a plan to write it in; then each status in its time."""
        values = {
            "kind": entry.kind,
            "status": AssessmentStatus.NEEDED,
            "needed_on": self.day(entry.needed),
            "note": entry.note,
            "barrier": entry.barrier,
            "staff_member": self.case.house.staff.get(entry.who),
            "who": "" if entry.who in self.case.house.staff else entry.who,
        }
        seen = min(entry.needed, self.entry.opened, key=self.days_ago)
        yield self.item(Dated(ago=seen), ItemKind.ASSESSMENT, entry.kind, values)
        for status, field in PROGRESS.items():
            if since := getattr(entry, status.lower()):
                when = min(since, self.entry.opened, key=self.days_ago)
                changes = {"status": status} | ({field: self.day(since)} if field else {})
                yield self.step(when, partial(self.move_on, entry, changes), hour=13)

    def move_on(
        self, entry: AssessmentEntry, changes: Mapping[str, object], by: Actor, at: dt.datetime
    ) -> None:
        assessment = self.case.found(Assessment, entry.kind)
        change_item(item=assessment, values=changes, version=assessment.version, by=by, at=at)

    @staticmethod
    def days_ago(span: str) -> int:
        return int(span[:-1]) * (7 if span.endswith("w") else 1)
