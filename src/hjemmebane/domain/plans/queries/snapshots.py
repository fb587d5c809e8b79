"""A plan in words: every label, name and choice written out, so that a version reads for ever."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import models

from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.plans.calculations import (
    FieldText,
    ItemText,
    LinkText,
    PartText,
    Snapshot,
)
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Assessment, Plan, PlanItem, PlanMeeting
from hjemmebane.domain.plans.models.goals import WithResponsible
from hjemmebane.domain.plans.queries.plan import method_of
from hjemmebane.domain.plans.queries.whole import GoalView, WholePlan
from hjemmebane.foundation.written import written_day

FORMAT = 1

# What is kept of each kind, the title first.
KEPT: dict[ItemKind, str] = {
    ItemKind.WISH: "text said_by said_on chime change_statement",
    ItemKind.RESOURCE: "text area",
    ItemKind.GOAL: "text measure attractive realistic life_area responsible due_on status"
    " settled_on settled_reason",
    ItemKind.SUB_GOAL: "text due_on status settled_on",
    ItemKind.ACTIVITY: "what how_often place life_area demand offer responsible due_on status"
    " closed_because",
    ItemKind.REFLECTION: "text kind said_by",
    ItemKind.OTHER_PLAN: "kind owner reference dated_on offered_on is_accepted is_coordinated note",
    ItemKind.OTHER_EFFORT: "what organisation who life_area demand",
    ItemKind.ASSESSMENT: "kind status needed_on ordered_on started_on done_on declined_on"
    " responsible barrier note",
    ItemKind.MEETING: "held_on place participants notes",
    ItemKind.CONTRIBUTION: "line text staff_member",
}
OF_THE_PLAN = "purpose guiding_purposes cross_professional_evaluation"
# Words for what is not a single column.
LABELS = {"responsible": "Ansvarlig", "participants": "Deltagere"}
SPRINGS_FROM, BELONGS_TO, LIFE_AREA = "Udspringer af", "Hører til", "Livsområde"


def snapshot_of(whole: WholePlan) -> Snapshot:
    """The plan as it stands. Agreements and versions are about it, not in it."""
    plan = whole.plan
    words = _Words(method_of(plan))
    return {
        "format": FORMAT,
        "method": f"{plan.method_pack} {plan.method_version}",
        "team": plan.course.team.name,
        "parts": [
            _part("PLAN", "Samlet for planen", [words.plan(plan)]),
            _part("LIFE_SITUATION", "Livssituation", words.life_situation(whole)),
            _items(words, ItemKind.WISH, whole.wishes),
            _items(words, ItemKind.RESOURCE, whole.resources),
            *_goals(words, whole),
            _reflections(words, whole),
            _items(words, ItemKind.OTHER_PLAN, whole.other_plans),
            _items(words, ItemKind.OTHER_EFFORT, whole.other_efforts),
            _items(words, ItemKind.ASSESSMENT, whole.assessments),
            _items(words, ItemKind.MEETING, whole.meetings),
            _items(words, ItemKind.CONTRIBUTION, whole.contributions),
        ],
    }


class _Words:
    """Says in Danish what a record holds, with the titles of the plan's own method pack."""

    def __init__(self, method: MethodPack) -> None:
        self.titles: dict[str, dict[str, str]] = {
            "guiding_purposes": {entry.code: entry.title for entry in method.guiding_purposes},
            "area": {entry.code: entry.title for entry in method.resource_areas},
            "line": {entry.code: entry.title for entry in method.contributions},
            "life_area": {entry.code: entry.title for entry in method.life_areas},
        }

    def plan(self, plan: Plan) -> ItemText:
        return _text(str(plan.pk), "Planen", self.fields(plan, OF_THE_PLAN))

    def life_situation(self, whole: WholePlan) -> list[ItemText]:
        """Each area that is described, titled by the area."""
        return [
            _text(
                area,
                LIFE_AREA,
                [
                    {"name": "area", "label": LIFE_AREA, "text": title},
                    {"name": "text", "label": "Beskrivelse", "text": situation.text},
                ],
            )
            for area, title in self.titles["life_area"].items()
            if (situation := whole.life_situation.get(area))
        ]

    def item(self, item: PlanItem, group: object = "", *links: LinkText) -> ItemText:
        fields = self.fields(item, KEPT[item.item_kind])
        return _text(str(item.pk), str(item.item_kind.label), fields, str(group), links)

    def fields(self, record: models.Model, names: str) -> list[FieldText]:
        return [
            {"name": name, "label": _label(record, name), "text": text}
            for name in names.split()
            if (text := self.text(record, name))
        ]

    def text(self, record: models.Model, name: str) -> str:
        if name == "responsible" and isinstance(record, WithResponsible | Assessment):
            return record.responsible_name
        if name == "participants" and isinstance(record, PlanMeeting):
            return "; ".join(map(str, record.participants.all()))
        value: object = getattr(record, name)
        if isinstance(value, list):
            return "; ".join(self.title(name, code) for code in value)
        if name in self.titles:
            return self.title(name, str(value))
        return _said(record, name, value)

    def title(self, name: str, code: str) -> str:
        return self.titles[name].get(code, code)


def _said(record: models.Model, name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, dt.date):
        return written_day(value)
    field = record._meta.get_field(name)
    choices = dict(field.flatchoices) if isinstance(field, models.CharField) else {}
    return str(choices.get(value, value))


def _label(record: models.Model, name: str) -> str:
    if name in LABELS:
        return LABELS[name]
    field = record._meta.get_field(name)
    return str(field.verbose_name) if isinstance(field, models.Field) else name


def _text(
    key: str,
    what: str,
    fields: list[FieldText],
    group: str = "",
    links: Iterable[LinkText] = (),
) -> ItemText:
    return {"id": key, "what": what, "group": group, "fields": fields, "links": list(links)}


def _part(key: str, label: str, items: Iterable[ItemText]) -> PartText:
    return {"key": key, "label": label, "items": list(items)}


def _items(words: _Words, kind: ItemKind, items: Iterable[PlanItem]) -> PartText:
    return _part(kind, str(kind.label), (words.item(item) for item in items))


def _reflections(words: _Words, whole: WholePlan) -> PartText:
    kind = ItemKind.REFLECTION
    said = (reflection for answers in whole.reflections.values() for reflection in answers)
    return _part(kind, str(kind.label), (words.item(each, each.kind) for each in said))


def _goals(words: _Words, whole: WholePlan) -> list[PartText]:
    """Goals, their sub-goals and all activities, each linked to what it hangs from."""
    activities = [a for view in whole.goals for a in view.activities] + [*whole.loose_activities]
    parts = {
        ItemKind.GOAL: [words.item(view.goal, "", _wishes(view)) for view in whole.goals],
        ItemKind.SUB_GOAL: [
            words.item(step, step.goal_id, _belongs_to(step.goal_id))
            for view in whole.goals
            for step in view.sub_goals
        ],
        ItemKind.ACTIVITY: [
            words.item(a, a.sub_goal_id or a.goal_id or "", _belongs_to(a.sub_goal_id or a.goal_id))
            for a in activities
        ],
    }
    return [_part(kind, str(kind.label), items) for kind, items in parts.items()]


def _wishes(view: GoalView) -> LinkText:
    return {"name": "wishes", "label": SPRINGS_FROM, "ids": [str(w.pk) for w in view.wishes]}


def _belongs_to(parent: UUID | None) -> LinkText:
    return {"name": "parent", "label": BELONGS_TO, "ids": [str(parent)] if parent else []}
