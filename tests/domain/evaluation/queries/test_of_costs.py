"""What a team costs in a report from the record: of its own hours, else as planned, else not."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from hjemmebane.domain.economics.actions import put_away
from hjemmebane.domain.economics.calculations.costing import Amount
from hjemmebane.domain.evaluation.actions import EVALUATION, EXPORT
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, gather
from hjemmebane.domain.evaluation.queries.of_costs import CostingFact, StaffFact, cost_row
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import employ, let_join
from tests.factories.economics import a_costing, keep_costing
from tests.factories.evaluating import begun, scope_of

HEALTH = CoreFunction.HEALTH
COSTS = ("places", "hours", "coordination_hours", "cost", "start_up_cost", "price_year")


def row_of(scope, actor=EVALUATION):
    """What is gathered of team one's costs."""
    gathering = Gathering(scope)
    with acting(actor, read_only=True):
        for step in STEPS:
            gather(gathering, step)
    [row] = gathering.teams.values()
    return {name: row[name] for name in (*COSTS, "cost_basis") if name in row}


def planned(**changes):
    """Ten places, a nurse of 37 hours and 39,925 kr. a month; 25,000 kr. for driving."""
    post = (
        '[{"title": "Sygeplejerske", "profession": "NURSE", "people": 1, "hours": 37.000000,'
        ' "coordination_hours": 7.000000, "monthly_pay": null}]'
    )
    return replace(
        CostingFact(
            team_id=new_id(),
            places=Decimal(10),
            known_total=None,
            overhead=Decimal("0.2"),
            weeks=Decimal(52),
            hours_a_year=Decimal(1924),
            price_year=2022,
            other=Decimal(25000),
            start_up=Decimal(40000),
            posts=post,
        ),
        **changes,
    )


def staff(title="Sygeplejerske", people=1, hours=37, coordination=0):
    return StaffFact(new_id(), title, people, Decimal(hours), Decimal(coordination))


def test_cost_is_of_the_hours_there_were_in_the_plans_prices():
    """Two nurses: 2 x 37 x 52 x 39,925 x 12 / 1,924 x 1.2 + 25,000."""
    row = cost_row(planned(), [staff(people=2)], Decimal(16))

    assert row == {
        "cost": "1174840.00",
        "cost_basis": "ACTUAL",
        "price_year": "2022",
        "start_up_cost": "40000.00",
    }


def test_pay_that_nobody_knows_is_said_to_be_guessed():
    row = cost_row(planned(), [staff(), staff("Fisker")], Decimal(16))

    assert (row["cost"], row["cost_basis"]) == ("1174840.00", "ESTIMATED")


@pytest.mark.parametrize(
    ("plan", "there", "places"),
    [
        (planned(), [], None),
        (planned(), [staff(hours=5, coordination=5)], Decimal(0)),
    ],
    ids=["nobody", "nobody who meets citizens"],
)
def test_without_hours_it_is_as_planned_places_and_all(plan, there, places):
    assert cost_row(plan, there, places) == {
        "cost": "599920.00",
        "cost_basis": "PLANNED",
        "places": "10.00",
        "hours": "37.00",
        "coordination_hours": "7.00",
        "price_year": "2022",
        "start_up_cost": "40000.00",
    }


def test_known_sum_is_told_as_it_is_known():
    plan = planned(known_total=Decimal(966000), posts=None, other=None, start_up=None)

    assert cost_row(plan, [staff(people=3)], Decimal(24)) == {
        "cost": "966000.00",
        "cost_basis": "PLANNED",
        "places": "10.00",
        "price_year": "2022",
    }


def test_team_without_a_costing_says_nothing_of_costs():
    assert cost_row(None, [staff()], Decimal(8)) == {}


def test_cost_that_no_file_can_hold_is_left_out():
    assert cost_row(planned(other=Decimal(10**10)), [staff()], Decimal(8)) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("actor", [EVALUATION, EXPORT], ids=["job", "export"])
def test_costing_of_the_team_is_joined(cast, actor):
    """Two of 37 hours, paid as in the plan and as in the table: 60,630 x 12 x 1.2 + 25,000."""
    costing = a_costing(count_avoided=True)
    keep_costing(cast, cast.mette, costing, team=cast.team_one)

    assert row_of(scope_of(begun(cast, cast.bo)), actor) == {
        "places": "16.0",
        "hours": "74.0",
        "coordination_hours": "0.0",
        "cost": "898072.00",
        "cost_basis": "ACTUAL",
        "price_year": "2022",
        "start_up_cost": "40000.00",
    }


@pytest.mark.django_db
def test_newest_in_prices_of_the_months_counts(cast):
    """Of 2025 before 2024 and 2026, and of two of that year the one that was made last."""
    for year, kroner in ((2024, 1), (2025, 2), (2025, 3), (2026, 4)):
        other = (Amount(what="Kørsel", kroner=Decimal(kroner * 10**7)),)
        keep_costing(cast, cast.mette, a_costing(price_year=year, other=other), team=cast.team_one)
    row = row_of(scope_of(begun(cast, cast.bo)))

    assert (row["price_year"], row["cost"][0]) == ("2025", "3")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("years", "counts"), [((2022, 2023, 2026), "2023"), ((2027, 2026), "2026")]
)
def test_year_before_goes_before_the_year_after(cast, years, counts):
    for year in years:
        keep_costing(cast, cast.mette, a_costing(price_year=year), team=cast.team_one)

    assert row_of(scope_of(begun(cast, cast.bo)))["price_year"] == counts


@pytest.mark.django_db
@pytest.mark.parametrize("of_other_team", [False, True], ids=["of no team", "of team two"])
def test_costing_of_others_is_left_out(cast, of_other_team):
    keep_costing(cast, cast.mette, team=cast.team_two if of_other_team else None)

    assert "cost" not in row_of(scope_of(begun(cast, cast.bo)))


@pytest.mark.django_db
def test_costing_that_is_put_away_does_not_count(cast):
    keep_costing(cast, cast.mette, a_costing(price_year=2024), team=cast.team_one)
    newest = keep_costing(cast, cast.mette, a_costing(price_year=2025), team=cast.team_one)
    scope = scope_of(begun(cast, cast.bo))
    assert row_of(scope)["price_year"] == "2025"

    with acting(cast.mette.actor):
        put_away(saved=newest, version=1, by=cast.mette.actor, at=now())

    assert row_of(scope)["price_year"] == "2024"


@pytest.mark.django_db
def test_staff_of_the_last_day_alone_counts(cast):
    keep_costing(cast, cast.mette, team=cast.team_one)
    scope = scope_of(begun(cast, cast.bo))
    before = row_of(scope)
    with acting(OPERATIONS):
        for name, from_on in (("Sent", dt.date(2025, 7, 1)), ("Snart", scope.until_on)):
            assert row_of(scope) == before
            let_join(cast.team_one, employ(name, "Sygeplejerske"), HEALTH, from_on=from_on)

    assert row_of(scope)["cost_basis"] == before["cost_basis"]
    assert row_of(scope)["hours"] == "111.0"
    assert row_of(scope)["cost"] == "1472992.00"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["ida", "bo", "mette", "omar"])
@pytest.mark.parametrize("facts", [("staff", StaffFact), ("costings", CostingFact)])
def test_nobody_asks_the_jobs_questions(cast, who, facts):
    keep_costing(cast, cast.mette, team=cast.team_one)
    scope = scope_of(begun(cast, cast.bo))

    with acting(getattr(cast, who).actor):
        assert scope.ask(*facts) == []
    with acting(EVALUATION):
        assert scope.ask(*facts) != []
        assert replace(scope, team_ids=[cast.team_two.pk]).ask(*facts) == []
