"""A costing and a scenario whose results are known, and how they are kept."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.economics.actions import save_costing, save_scenario
from hjemmebane.domain.economics.calculations.costing import Amount, Costing, Post
from hjemmebane.domain.economics.calculations.scenario import Consequence, Payer, Scenario
from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Cast, Employee


def a_costing(**changes: object) -> Costing:
    """Two people, 37 hours a week, 7 of them coordination, for ten citizens."""
    return Costing(
        **{
            "title": "Team Vest",
            "places": Decimal(10),
            "staff": (
                Post(title="Bostøtte", hours=Decimal(10), monthly_pay=Decimal(19240)),
                Post(
                    title="Sygeplejerske",
                    profession="NURSE",
                    hours=Decimal(27),
                    coordination_hours=Decimal(7),
                ),
            ),
            "other": (Amount(what="Kørsel", kroner=Decimal(25000)),),
            "start_up": (Amount(what="Kursus", kroner=Decimal(40000)),),
            "avoided": (Amount(what="Herberg", kroner=Decimal(90000)),),
            "price_year": 2022,
            **changes,
        }
    )


def keep_costing(
    cast: Cast,
    by: Employee,
    costing: Costing | None = None,
    *,
    id: UUID | None = None,  # noqa: A002 -- the record's own word for its key
    team: Team | None = None,
    at: dt.datetime | None = None,
) -> SavedCosting:
    with acting(by.actor):
        return save_costing(
            id=id or new_id(),
            municipality=cast.municipality,
            team=team,
            costing=costing or a_costing(),
            by=by.actor,
            at=at or now(),
        )


def a_scenario(**changes: object) -> Scenario:
    """A success is worth 2 x 10,000 kroner to the municipality in year 2 and costs 1,000 once."""
    return Scenario(
        **{
            "title": "Færre nætter på herberg",
            "target_group": "Hjemløse",
            "cost": Decimal(1000),
            "success_rate": Decimal("0.3"),
            "counterfactual_rate": Decimal("0.1"),
            "discount_rate": Decimal(0),
            "first_year": 2,
            "years": 1,
            "price_year": 2022,
            "consequences": (
                Consequence(
                    what="Nætter på herberg",
                    payer=Payer.MUNICIPALITY,
                    unit="nat",
                    change=Decimal(-2),
                    price=Decimal(10000),
                    price_year=2022,
                ),
                Consequence(
                    what="Indlæggelser",
                    payer=Payer.REGION,
                    present_value=Decimal(500),
                    price_year=2022,
                ),
            ),
            **changes,
        }
    )


def keep_scenario(
    cast: Cast,
    by: Employee,
    scenario: Scenario | None = None,
    *,
    id: UUID | None = None,  # noqa: A002 -- the record's own word for its key
) -> SavedScenario:
    with acting(by.actor):
        return save_scenario(
            id=id or new_id(),
            municipality=cast.municipality,
            scenario=scenario or a_scenario(),
            by=by.actor,
            at=now(),
        )
