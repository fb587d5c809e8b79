"""What a coordinator has reckoned: this year's costing and last year's, and one imagined future."""

import datetime as dt
from decimal import Decimal

from hjemmebane.domain.economics.actions import save_costing, save_scenario
from hjemmebane.domain.economics.calculations.costing import Amount, Costing, Post
from hjemmebane.domain.economics.calculations.scenario import Consequence, Payer, Scenario
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.foundation.actors import acting

TEAM = 1
A_WEEK = dt.timedelta(days=7)
PRICES = 2022
BUDGET = "Teamets budget"
# title, code in the pay table, people, hours a week each, of them coordination
STAFF = (
    ("Psykiatrisk sygeplejerske", "NURSE", 1, 15, 7),
    ("Bostøtte, socialpædagog", "SOCIAL_EDUCATOR", 2, 21, 0),
    ("Social- og sundhedsassistent", "CARE_ASSISTANT", 1, 21, 0),
    ("Socialrådgiver", "SOCIAL_WORKER", 1, 4, 0),
)
OTHER = (("Kørsel og telefoner", 48_000), ("Aktiviteter med borgerne", 25_000))
START_UP = (("Grunduddannelse i metoden", 85_000), ("To cykler", 14_000))
AVOIDED = (("Færre nætter på herberg", 160_000),)


def fill_economy(house: HouseEntry, teams: dict[int, TeamHouse], days: Days) -> None:
    [entry] = [one for one in house.team if one.number == TEAM]
    [name, *_] = [one.username for one in entry.staff if CoreFunction.COORDINATION in one.functions]
    team = teams[TEAM]
    by = team.actors[name]
    with acting(by):
        who = {"municipality": team.team.municipality, "by": by}
        for year, places, started in ((-1, 13, True), (0, 16, False)):
            title = f"{team.team.name}, budget {days.today.year + year}"
            save_costing(
                id=key(days.now, "costing", title),
                team=team.team,
                costing=_costing(title, places, is_new=started),
                at=days.now + year * A_WEEK,
                **who,
            )
        save_scenario(id=key(days.now, "scenario"), scenario=_scenario(), at=days.now, **who)


def _costing(title: str, places: int, *, is_new: bool) -> Costing:
    """is_new: the team's first year, in which it was started up."""
    return Costing(
        title=title,
        places=Decimal(places),
        staff=tuple(
            Post(
                title=post,
                profession=profession,
                people=people,
                hours=Decimal(hours),
                coordination_hours=Decimal(coordination),
            )
            for post, profession, people, hours, coordination in STAFF
        ),
        other=_amounts(OTHER),
        start_up=_amounts(START_UP) if is_new else (),
        avoided=_amounts(AVOIDED),
        price_year=PRICES,
        source=BUDGET,
    )


def _amounts(told: tuple[tuple[str, int], ...]) -> tuple[Amount, ...]:
    return tuple(Amount(what=what, kroner=Decimal(kroner)) for what, kroner in told)


def _scenario() -> Scenario:
    return Scenario(
        title="Færre nætter på herberg",
        target_group="Borgere i hjemløshed, som teamet har fulgt i et år",
        cost=Decimal(95_000),
        success_rate=Decimal("0.35"),
        counterfactual_rate=Decimal("0.1"),
        price_year=PRICES,
        consequences=(
            _consequence("Nætter på herberg", Payer.MUNICIPALITY, "nætter", -90, 1_100),
            _consequence("Dage på psykiatrisk afdeling", Payer.REGION, "dage", -12, 4_200),
            _consequence("Nætter i arrest", Payer.STATE, "nætter", -3, 2_000),
        ),
        source="Eksempel i demoen, opdigtede tal",
    )


def _consequence(what: str, payer: Payer, unit: str, change: int, price: int) -> Consequence:
    return Consequence(
        what=what,
        payer=payer,
        unit=unit,
        change=Decimal(change),
        price=Decimal(price),
        price_year=PRICES,
        source="Eksempel i demoen",
    )
