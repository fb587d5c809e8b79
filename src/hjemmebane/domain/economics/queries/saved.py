from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Prefetch

from hjemmebane.domain.economics.calculations import figures
from hjemmebane.domain.economics.calculations.costing import Amount, Costing, Post
from hjemmebane.domain.economics.calculations.scenario import Consequence, Kind, Payer, Scenario
from hjemmebane.domain.economics.choices import AmountKind
from hjemmebane.domain.economics.models import (
    SavedAmount,
    SavedConsequence,
    SavedCosting,
    SavedPost,
    SavedScenario,
)

IN_ORDER = (
    Prefetch("posts", SavedPost.objects.order_by("place")),
    Prefetch("amounts", SavedAmount.objects.order_by("place")),
)
CONSEQUENCES = Prefetch("consequences", SavedConsequence.objects.order_by("place"))


def costings_in(municipality_ids: Iterable[UUID]) -> Sequence[SavedCosting]:
    """The costings of these municipalities with all their lines, the newest first."""
    found = SavedCosting.objects.filter(municipality_id__in=list(municipality_ids))
    return list(
        found.select_related("team", "municipality")
        .prefetch_related(*IN_ORDER)
        .order_by("-recorded_at", "pk")
    )


def costing(costing_id: UUID) -> SavedCosting | None:
    """One costing that the acting person sees, with all its lines."""
    found = SavedCosting.objects.filter(pk=costing_id)
    return (
        found.select_related("team", "municipality", "recorded_by")
        .prefetch_related(*IN_ORDER)
        .first()
    )


def as_costing(saved: SavedCosting) -> Costing:
    """As it is reckoned with. Its lines are there already, or two queries."""
    amounts: dict[str, list[Amount]] = {kind: [] for kind in AmountKind.values}
    for one in saved.amounts.all():
        amounts[one.kind].append(Amount(what=one.what, kroner=one.kroner))
    return Costing(
        title=saved.title,
        places=saved.places,
        staff=tuple(_post(one) for one in saved.posts.all()),
        known_total=saved.known_total,
        known_hours=saved.known_hours,
        other=tuple(amounts[AmountKind.OTHER]),
        start_up=tuple(amounts[AmountKind.START_UP]),
        avoided=tuple(amounts[AmountKind.AVOIDED]),
        count_avoided=saved.count_avoided,
        overhead=saved.overhead,
        weeks=saved.weeks,
        hours_a_year=saved.hours_a_year,
        price_year=saved.price_year,
        source=saved.source,
        rounding=figures.Rounding(saved.rounding),
    )


def _post(one: SavedPost) -> Post:
    return Post(
        title=one.title,
        profession=one.profession,
        people=one.people,
        hours=one.hours,
        coordination_hours=one.coordination_hours,
        monthly_pay=one.monthly_pay,
        source=one.source,
    )


def scenarios_in(municipality_ids: Iterable[UUID]) -> Sequence[SavedScenario]:
    """The scenarios of these municipalities with their consequences, the newest first."""
    found = SavedScenario.objects.filter(municipality_id__in=list(municipality_ids))
    return list(
        found.select_related("municipality")
        .prefetch_related(CONSEQUENCES)
        .order_by("-recorded_at", "pk")
    )


def scenario(scenario_id: UUID) -> SavedScenario | None:
    """One scenario that the acting person sees, with its consequences."""
    found = SavedScenario.objects.filter(pk=scenario_id)
    return (
        found.select_related("municipality", "recorded_by").prefetch_related(CONSEQUENCES).first()
    )


def as_scenario(saved: SavedScenario) -> Scenario:
    """As it is reckoned with. Its consequences are there already, or one query."""
    published = {
        Payer.MUNICIPALITY: saved.published_municipality,
        Payer.REGION: saved.published_region,
        Payer.STATE: saved.published_state,
    }
    told = {payer: value for payer, value in published.items() if value is not None}
    return Scenario(
        title=saved.title,
        target_group=saved.target_group,
        cost=saved.cost,
        cost_payer=Payer(saved.cost_payer),
        success_rate=saved.success_rate,
        counterfactual_rate=saved.counterfactual_rate,
        discount_rate=saved.discount_rate,
        first_year=saved.first_year,
        years=saved.years,
        price_year=saved.price_year,
        consequences=tuple(_consequence(one) for one in saved.consequences.all()),
        published=told or None,
        source=saved.source,
        rounding=figures.Rounding(saved.rounding),
    )


def _consequence(one: SavedConsequence) -> Consequence:
    return Consequence(
        what=one.what,
        payer=Payer(one.payer),
        kind=Kind(one.kind),
        unit=one.unit,
        change=one.change,
        price=one.price,
        present_value=one.present_value,
        price_year=one.price_year,
        first_year=one.first_year,
        years=one.years,
        source=one.source,
    )
