"""What the plan's page shows, complete before it is rendered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.plans.choices import (
    AssessmentKind,
    ItemKind,
    ReflectionKind,
    Voice,
)
from hjemmebane.domain.plans.models import (
    Agreement,
    Plan,
    PlanActivity,
    PlanItem,
    PlanVersion,
    SubGoal,
)
from hjemmebane.domain.plans.models.goals import WithResponsible
from hjemmebane.domain.plans.queries import GoalView, WholePlan
from hjemmebane.faces.staff.plans.entries import Entry, Listing, Who
from hjemmebane.faces.staff.plans.forms.responsible import role_of
from hjemmebane.faces.staff.plans.parts import BY_KIND

LOOSE = "alt"
# Where the texts of the plan itself, the citizen's answer and a new version are written.
SINGLE_PLACES = ("formaal-tekst", "evaluering-tekst", "ny-enighed", "ny-version")
VOICES = dict(Voice.choices)


@dataclass(frozen=True)
class Purpose:
    """A guiding purpose of the method, chosen in this plan."""

    title: str
    text: str


@dataclass(frozen=True)
class LifeArea:
    """How one part of life is, as last told."""

    title: str
    text: str
    told_at: dt.datetime


@dataclass(frozen=True)
class PlanPage:
    """The whole plan as the page shows it."""

    plan: Plan
    wishes: Listing
    goals: Listing
    loose: Listing
    resources: Sequence[Listing]
    resource_list: Listing
    reflections: Sequence[Listing]
    purposes: Sequence[Purpose]
    contributions: Sequence[tuple[str, Sequence[Listing]]]
    life_areas: Sequence[LifeArea]
    other_plans: Listing
    other_efforts: Listing
    assessments: Listing
    unassessed: Sequence[Listing]
    meetings: Listing
    agreements: Sequence[Agreement]
    versions: Sequence[PlanVersion]

    @property
    def has_reflections(self) -> bool:
        return any(listing.entries for listing in self.reflections)

    @property
    def has_contributions(self) -> bool:
        return any(listing.entries for _, lines in self.contributions for listing in lines)

    @property
    def has_around(self) -> bool:
        listings = (self.assessments, self.other_efforts, self.other_plans)
        return any(listing.entries for listing in listings)

    @property
    def places(self) -> frozenset[str]:
        """Every place on the page where a form can stand."""
        listings = [
            self.wishes,
            self.goals,
            self.loose,
            self.resource_list,
            *self.reflections,
            *(line for _, lines in self.contributions for line in lines),
            self.other_plans,
            self.other_efforts,
            self.assessments,
            *self.unassessed,
            self.meetings,
        ]
        for goal in self.goals.entries:
            listings += [goal.steps, goal.activities, *(s.activities for s in goal.steps.entries)]
        entries = [entry.anchor for listing in listings for entry in listing.entries]
        return frozenset([*entries, *(listing.place for listing in listings), *SINGLE_PLACES])


def plan_page(whole: WholePlan, pack: MethodPack, citizen: Citizen) -> PlanPage:
    """Everything in its place: the citizen's words, what hangs on them, and what lies around."""
    kinds = _Kinds(citizen, _titles(pack))
    resources = kinds.listing(ItemKind.RESOURCE, whole.resources)
    return PlanPage(
        plan=whole.plan,
        wishes=kinds.listing(ItemKind.WISH, whole.wishes),
        goals=Listing(BY_KIND[ItemKind.GOAL], [kinds.goal(view) for view in whole.goals]),
        loose=kinds.listing(ItemKind.ACTIVITY, whole.loose_activities, under=LOOSE),
        resources=_by_area(resources, pack),
        resource_list=resources,
        reflections=_questions(kinds, whole, pack),
        purposes=_purposes(whole.plan, pack),
        contributions=_contributions(kinds, whole, pack),
        life_areas=_life(whole, pack),
        other_plans=kinds.listing(ItemKind.OTHER_PLAN, whole.other_plans),
        other_efforts=kinds.listing(ItemKind.OTHER_EFFORT, whole.other_efforts),
        assessments=kinds.listing(ItemKind.ASSESSMENT, whole.assessments),
        unassessed=_unassessed(kinds, whole),
        meetings=kinds.listing(ItemKind.MEETING, whole.meetings),
        agreements=whole.agreements,
        versions=whole.versions,
    )


@dataclass(frozen=True)
class _Kinds:
    """Makes entries; the citizen is called by name."""

    citizen: Citizen
    areas: Mapping[str, str]

    def listing(
        self,
        kind: ItemKind,
        items: Iterable[PlanItem],
        *,
        under: str = "",
        title: str = "",
        lead: str = "",
    ) -> Listing:
        return Listing(BY_KIND[kind], [self.entry(item) for item in items], under, title, lead)

    def entry(self, item: PlanItem) -> Entry:
        return Entry(
            BY_KIND[item.item_kind],
            item,
            who=self.who(item) if isinstance(item, WithResponsible) else None,
            area=self.areas.get(getattr(item, "area", ""), ""),
            voice=self.voice(getattr(item, "said_by", "")),
        )

    def voice(self, said_by: str) -> str:
        """Whose words they are; the citizen's under their own name."""
        return self.citizen.given_name if said_by == Voice.CITIZEN else VOICES.get(said_by, "")

    def who(self, item: WithResponsible) -> Who:
        if person := item.responsible:
            return Who(str(person), role_of(person))
        return Who(str(self.citizen), "Borgeren selv")

    def goal(self, view: GoalView) -> Entry:
        return Entry(
            BY_KIND[ItemKind.GOAL],
            view.goal,
            who=self.who(view.goal),
            wishes=view.wishes,
            steps=Listing(
                BY_KIND[ItemKind.SUB_GOAL],
                [self.step(step, view.activities) for step in view.sub_goals],
                under=str(view.goal.pk),
                of=str(view.goal),
            ),
            activities=Listing(
                BY_KIND[ItemKind.ACTIVITY],
                [self.entry(a) for a in view.activities if not a.sub_goal_id],
                under=str(view.goal.pk),
                of=str(view.goal),
            ),
        )

    def step(self, step: SubGoal, activities: Iterable[PlanActivity]) -> Entry:
        mine = [activity for activity in activities if activity.sub_goal_id == step.pk]
        listing = self.listing(ItemKind.ACTIVITY, mine, under=str(step.pk))
        return Entry(BY_KIND[ItemKind.SUB_GOAL], step, activities=listing)


def _titles(pack: MethodPack) -> dict[str, str]:
    return {area.code: area.title for area in pack.resource_areas}


def _by_area(resources: Listing, pack: MethodPack) -> list[Listing]:
    """The resources under the areas of the template, in its order; the others last."""
    codes = [area.code for area in pack.resource_areas]
    titles = {**_titles(pack), "": "Andet"}
    order = sorted(
        resources.entries, key=lambda e: codes.index(e.item.area) if e.item.area else len(codes)
    )
    return [
        Listing(resources.part, list(entries), area, titles[area])
        for area, entries in groupby(order, key=lambda e: e.item.area)
    ]


def _questions(kinds: _Kinds, whole: WholePlan, pack: MethodPack) -> list[Listing]:
    """Worry, works and next step, asked as the method asks."""
    return [
        kinds.listing(
            ItemKind.REFLECTION,
            whole.reflections[ReflectionKind(question.code)],
            under=question.code,
            title=question.title,
            lead=question.text,
        )
        for question in pack.plain_questions
    ]


def _purposes(plan: Plan, pack: MethodPack) -> list[Purpose]:
    return [
        Purpose(purpose.title, purpose.text)
        for purpose in pack.guiding_purposes
        if purpose.code in plan.guiding_purposes
    ]


def _contributions(
    kinds: _Kinds, whole: WholePlan, pack: MethodPack
) -> list[tuple[str, list[Listing]]]:
    """The template's seven lines in its three groups, whether written or not."""
    written = {contribution.line: contribution for contribution in whole.contributions}
    return [
        (
            group,
            [
                kinds.listing(
                    ItemKind.CONTRIBUTION,
                    [written[line.code]] if line.code in written else [],
                    under=line.code,
                    title=line.title,
                    lead=line.text,
                )
                for line in lines
            ],
        )
        for group, lines in groupby(pack.contributions, key=lambda line: line.group)
    ]


def _life(whole: WholePlan, pack: MethodPack) -> list[LifeArea]:
    told = whole.life_situation
    return [
        LifeArea(area.title, told[area.code].text, told[area.code].recorded_at)
        for area in pack.life_areas
        if area.code in told
    ]


def _unassessed(kinds: _Kinds, whole: WholePlan) -> list[Listing]:
    """The kinds of assessment that nobody has written anything about."""
    known = {assessment.kind for assessment in whole.assessments}
    return [
        kinds.listing(ItemKind.ASSESSMENT, [], under=kind, title=str(kind.label))
        for kind in AssessmentKind
        if kind not in known
    ]
