"""What a report says of costs: the published figures from their inputs, and what is missing."""

import pytest

from hjemmebane.domain.evaluation.calculations.telling import costs
from hjemmebane.domain.evaluation.content.case_files import gathered
from tests.domain.evaluation.rows import TEAM, cases

# The three municipalities: hours a week, of them coordination, and citizens. Their sum is the
# published mean of 1,356,900 kr. times three.
PILOTS = {
    "k1": ("80", "7", "15", "1174667"),
    "k2": ("123", "12", "16", "1929573"),
    "k3": ("62", "15", "8", "966460"),
}


def told(*teams):
    """The rows of each table of the section, and what it says."""
    data = gathered(cases(5, team=teams[0]["team"]), teams)
    section = costs.section(data.teams)
    rows = {
        table.code: {row.code: [cell.value for cell in row.cells] for row in table.rows}
        for table in section.tables
    }
    return rows, " ".join(section.text)


def team(code, **said):
    return {**TEAM, "team": code, "name": f"Team {code}", **said}


def costed(code, **said):
    given = {"cost": "1000000", "places": "10", "price_year": "2022", "cost_basis": "ACTUAL"}
    return team(code, **{**given, **said})


@pytest.fixture(scope="module")
def pilots():
    rows, _ = told(
        *(
            costed(code, hours=hours, coordination_hours=rest, places=places, cost=cost)
            for code, (hours, rest, places, cost) in PILOTS.items()
        )
    )
    return rows


def test_assumptions_are_those_of_the_pilots(pilots):
    """Published: 88 hours, 77 without coordination, 13 citizens, 8, 5, 6 and 6 to a full time."""
    rows = pilots["ASSUMPTIONS"]

    assert rows["MEAN"] == pytest.approx([13, 88.3, 11.3, 6.2], abs=0.06)
    assert [round(rows[one][3]) for one in (*PILOTS, "MEAN")] == [8, 5, 6, 6]


def test_costs_are_those_of_the_pilots(pilots):
    """Published: 78,000 and 121,000 a citizen, 1,356,900 and 104,400 in the mean."""
    rows = pilots["COSTS"]

    assert [round(rows[one][2], -3) for one in ("k1", "k2")] == [78_000, 121_000]
    assert [round(one, -2) for one in (rows["MEAN"][0], rows["MEAN"][2])] == [1_356_900, 104_400]


def test_fewer_and_more_places_are_those_of_table_4(pilots):
    """Published, in thousands: 170 of 8 places, 104 of 13, 85 of 16."""
    assert {
        code: (places, round(cost, -3)) for code, (places, cost) in pilots["BY_PLACES"].items()
    } == {"FEWEST": (8, 170_000), "MEAN": (13, 104_000), "MOST": (16, 85_000)}


@pytest.mark.parametrize(
    "teams",
    [
        [costed("a")],
        [costed("a"), costed("b")],
        [costed("a"), costed("b", places="5", price_year="2023")],
        [costed("a"), team("b", places="5")],
    ],
    ids=["one", "as many places", "other prices", "one unknown"],
)
def test_nothing_is_said_of_other_places_where_none_can_be_compared(teams):
    rows, _ = told(*teams)

    assert "BY_PLACES" not in rows


def test_means_of_several_prices_are_not_taken():
    rows, _ = told(costed("a"), costed("b", price_year="2023"))

    assert set(rows["COSTS"]["MEAN"]) == {None}


def test_team_without_costs_is_named_and_not_in_the_mean():
    rows, text = told(costed("a"), team("b"), team("c"))

    assert rows["COSTS"]["MEAN"][:3] == [1_000_000, 10, 100_000]
    assert "Her mangler udgiften" in text
    assert "Team b og Team c" in text


def test_what_the_costs_are_made_of_is_said_of_each():
    _, text = told(
        costed("a"), costed("b", cost_basis="ESTIMATED"), costed("c", cost_basis="PLANNED")
    )

    assert "det regnestykke, kommunen har gemt: Team a og Team b." in text
    assert "brugt gennemsnittet af de andre: Team b." in text
    assert "ikke regnet af teamets egne timer: Team c." in text
    assert "mangler" not in text


def test_file_that_does_not_say_what_costs_are_made_of_says_nothing_of_it():
    _, text = told(costed("a", cost_basis=""))

    assert text == costs.INTRODUCTION


def test_many_teams_are_not_all_named():
    _, text = told(*(team(f"t{place:02}") for place in range(13)))

    assert "Team t09 og 3 til" in text
    assert "Team t10" not in text
