import datetime as dt
from uuid import UUID

from hjemmebane.domain.economics.calculations.scenario import Payer, Scenario
from hjemmebane.domain.economics.models import SavedConsequence, SavedScenario
from hjemmebane.domain.economics.queries import as_scenario
from hjemmebane.domain.economics.rules import (
    check_can_reckon,
    check_names_nobody,
    check_stands,
)
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal

OWN = (
    "title",
    "price_year",
    "source",
    "target_group",
    "cost",
    "success_rate",
    "counterfactual_rate",
    "discount_rate",
    "first_year",
    "years",
)
OF_CONSEQUENCE = (
    "what",
    "unit",
    "change",
    "price",
    "present_value",
    "price_year",
    "first_year",
    "years",
    "source",
)


@action
def save_scenario(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    municipality: Municipality,
    scenario: Scenario,
    by: Actor,
    at: dt.datetime,
) -> SavedScenario:
    """Keep a scenario for the municipality, all its consequences or nothing.

    Refuses who coordinates no team of the municipality and answers for none, and a CPR number.
    """
    saved = SavedScenario(
        id=id,
        municipality=municipality,
        **_values(scenario),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    _check(municipality.pk, scenario, by=by, at=at)
    try:
        saved.check_unsent()
    except AlreadySaved as already:
        # The same head with other consequences is something else.
        if as_scenario(SavedScenario.objects.get(pk=id)) != scenario:
            raise Refused(RecordRefusal.SAVED_OTHERWISE) from already
        raise
    saved.insert()
    _write_consequences(saved, scenario)
    return saved


@action
def change_scenario(
    *, saved: SavedScenario, scenario: Scenario, version: int, by: Actor, at: dt.datetime
) -> SavedScenario:
    """Save a scenario anew; the history keeps what it was.

    Refuses as `save_scenario` does, and what is put away.
    """
    _check(saved.municipality_id, scenario, by=by, at=at)
    check_stands(saved)
    saved.save_changes(_values(scenario), version=version)
    SavedConsequence.objects.filter(scenario=saved).delete()
    _write_consequences(saved, scenario)
    return saved


def _check(municipality_id: UUID, scenario: Scenario, *, by: Actor, at: dt.datetime) -> None:
    check_can_reckon(by, municipality_id, today=day_of(at))
    told = [text for one in scenario.consequences for text in (one.what, one.unit, one.source)]
    texts = (scenario.title, scenario.target_group, scenario.source, *told)
    check_names_nobody(texts, today=day_of(at))


def _values(scenario: Scenario) -> dict[str, object]:
    published = scenario.published or {}
    return {
        **{name: getattr(scenario, name) for name in OWN},
        "cost_payer": scenario.cost_payer.value,
        "rounding": scenario.rounding.value,
        "published_municipality": published.get(Payer.MUNICIPALITY),
        "published_region": published.get(Payer.REGION),
        "published_state": published.get(Payer.STATE),
    }


def _write_consequences(saved: SavedScenario, scenario: Scenario) -> None:
    for place, one in enumerate(scenario.consequences):
        SavedConsequence(
            scenario=saved,
            place=place,
            payer=one.payer.value,
            kind=one.kind.value,
            **{name: getattr(one, name) for name in OF_CONSEQUENCE},
        ).insert()
