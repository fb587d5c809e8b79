"""Things of every kind made into entries of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.plans.choices import ItemKind, Voice
from hjemmebane.domain.plans.models import PlanActivity, PlanItem, SubGoal
from hjemmebane.domain.plans.models.goals import WithResponsible
from hjemmebane.domain.plans.queries import GoalView
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.staff.plans.forms.responsible import role_of
from hjemmebane.faces.staff.plans.pages.entries import Entry, Listing, Who
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND
from hjemmebane.faces.staff.standpoints import StandpointOnPage

VOICES = dict(Voice.choices)


@dataclass(frozen=True)
class Kinds:
    """Makes entries; the citizen is called by name.

    said: their answers, by the item's key. own: what they themselves said of their wishes.
    standpoints: the partners' and the team's to what the other does.
    """

    citizen: Citizen
    areas: Mapping[str, str]
    said: Mapping[UUID, str]
    own: Mapping[UUID, Suggestion]
    standpoints: Mapping[UUID, Sequence[StandpointOnPage]]

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
            said=self.said.get(item.pk, ""),
            own=self.own.get(item.pk),
            standpoints=self.standpoints.get(item.pk, ()),
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
            said=self.said.get(view.goal.pk, ""),
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
        said = self.said.get(step.pk, "")
        return Entry(BY_KIND[ItemKind.SUB_GOAL], step, said=said, activities=listing)
