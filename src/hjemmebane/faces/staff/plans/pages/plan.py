"""What the plan's page shows, complete before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Agreement, Plan, PlanVersion
from hjemmebane.domain.plans.queries import WholePlan
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.staff.plans.pages.entries import Listing
from hjemmebane.faces.staff.plans.pages.kinds import Kinds
from hjemmebane.faces.staff.plans.pages.lists import (
    LifeArea,
    Purpose,
    area_titles,
    by_area,
    contributions,
    life_areas,
    purposes,
    questions,
    unassessed,
)
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND
from hjemmebane.faces.staff.standpoints import StandpointOnPage

LOOSE = "alt"
# Where the texts of the plan itself, the citizen's answer and a new version are written.
SINGLE_PLACES = ("formaal-tekst", "evaluering-tekst", "ny-enighed", "ny-version")


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


def plan_page(
    whole: WholePlan,
    pack: MethodPack,
    citizen: Citizen,
    *,
    said: Mapping[UUID, str],
    own: Mapping[UUID, Suggestion],
    standpoints: Mapping[UUID, Sequence[StandpointOnPage]],
) -> PlanPage:
    """Everything in its place: the citizen's words, what hangs on them, and what lies around.

    said: what the citizen last answered to each thing, by its key. own: what they themselves said
    of their wishes. standpoints: whether partners and the team agree with an activity, by its key.
    """
    kinds = Kinds(citizen, area_titles(pack), said, own, standpoints)
    resources = kinds.listing(ItemKind.RESOURCE, whole.resources)
    return PlanPage(
        plan=whole.plan,
        wishes=kinds.listing(ItemKind.WISH, whole.wishes),
        goals=Listing(BY_KIND[ItemKind.GOAL], [kinds.goal(view) for view in whole.goals]),
        loose=kinds.listing(ItemKind.ACTIVITY, whole.loose_activities, under=LOOSE),
        resources=by_area(resources, pack),
        resource_list=resources,
        reflections=questions(kinds, whole, pack),
        purposes=purposes(whole.plan, pack),
        contributions=contributions(kinds, whole, pack),
        life_areas=life_areas(whole, pack),
        other_plans=kinds.listing(ItemKind.OTHER_PLAN, whole.other_plans),
        other_efforts=kinds.listing(ItemKind.OTHER_EFFORT, whole.other_efforts),
        assessments=kinds.listing(ItemKind.ASSESSMENT, whole.assessments),
        unassessed=unassessed(kinds, whole),
        meetings=kinds.listing(ItemKind.MEETING, whole.meetings),
        agreements=whole.agreements,
        versions=whole.versions,
    )
