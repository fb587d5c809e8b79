"""The hours of teams unlike the pilots': alone, many, without hours, everybody away, nobody yet."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.teams.actions import add_team, join_team, register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.workload.calculations.caseload import Caseload
from hjemmebane.domain.workload.calculations.hours import WeekHours
from hjemmebane.faces.staff.workload.pages.wording import (
    caseload_in_words,
    days_left_in_words,
    left_in_words,
    sum_of_week,
    weight_in_words,
)
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import HIRED_ON, NOW, employ

URL = "/teamet/timer/"
ALL = list(CoreFunction)


@pytest.fixture
def found(cast):
    """A new team of the municipality with as many members as are asked for."""

    def found(*members, ceiling=Decimal(8)):
        with acting(OPERATIONS):
            team = add_team(
                municipality=cast.municipality,
                name="Et nyt team",
                max_caseload=ceiling,
                by=OPERATIONS,
                at=NOW,
            )
            employees = [employ(f"Ny{number:02}", "Peer") for number in range(len(members))]
            for employee, (functions, hours) in zip(employees, members, strict=True):
                join_team(
                    team=team,
                    staff_member=employee.staff_member,
                    core_functions=functions,
                    executing_hours=Decimal(hours),
                    from_on=HIRED_ON,
                    by=OPERATIONS,
                    at=NOW,
                )
        return employees

    return found


def shown(employee):
    response = browser(employee).get(URL)
    assert response.status_code == 200
    return response.context["page"], words(response)


def test_one_person_team_has_all_functions_and_no_citizens(found):
    (alone,) = found((ALL, 7))

    page, read = shown(alone)

    assert (page.figures.uncovered, page.needs, len(page.members)) == ([], [], 1)
    assert page.figures.caseload == "0"
    assert "Ingen borgere endnu" in read
    assert "Der er plads til 1 borger mere." in read


def test_team_without_hours_says_so(found):
    (idle,) = found((ALL, 0))

    page, read = shown(idle)

    assert page.figures.caseload == "–"
    assert "Teamet har ingen udførende timer" in read
    assert page.members[0].summary == "ingen timer tilbage"
    assert not page.members[0].is_short


def test_thirty_members_of_three_functions_each(found):
    members = found(*[(ALL[:3], 37)] * 30)

    page, _read = shown(members[0])

    assert len(page.members) == 30
    assert page.figures.uncovered == [CoreFunction.COORDINATION.label]
    assert page.figures.positions == "30"


def test_everybody_away_leaves_every_function_unattended(found):
    members = found((ALL[:2], 20), (ALL[2:], 17))
    for one in members:
        with acting(one.actor):
            register_absence(
                id=new_id(),
                staff_member=one.staff_member,
                values={"kind": "HOLIDAY", "from_on": today() - dt.timedelta(days=9)},
                by=one.actor,
                at=now(),
            )

    page, _read = shown(members[0])

    assert page.figures.unattended == [one.label for one in CoreFunction]
    assert (page.figures.available, page.figures.left) == ("0", "0")
    assert [one.summary for one in page.members] == ["ingen timer tilbage"] * 2


@pytest.mark.parametrize(
    ("left", "told"),
    [("14.3", "14,3 t. tilbage"), ("-0.3", "0,3 t. for meget"), ("-0.04", "ingen timer tilbage")],
)
def test_hours_are_never_told_below_zero(left, told):
    assert left_in_words(Decimal(left)).replace("\N{NO-BREAK SPACE}", " ") == told


def test_week_that_is_over_has_nothing_left():
    told = [left_in_words(Decimal(left), is_over=True) for left in ("14.3", "0", "-2")]

    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in told] == [
        "14,3 t. ikke brugt",
        "ingen timer tilbage",
        "2 t. for meget",
    ]


@pytest.mark.parametrize(
    ("week", "told"),
    [
        (WeekHours(Decimal(21)), "21 t."),
        (WeekHours(Decimal("16.8"), away=Decimal("4.2")), "21 t. − 4,2 t. fravær = 16,8 t."),
        (
            WeekHours(Decimal(10), Decimal("4.8"), holiday=Decimal("7.4"), away=Decimal("14.8")),
            "37 t. − 14,8 t. fravær − 7,4 t. helligdag = 14,8 t.",
        ),
        (WeekHours(holiday=Decimal("7.4")), "7,4 t. − 7,4 t. helligdag = 0 t."),
    ],
)
def test_what_took_hours_is_told_as_a_sum(week, told):
    assert sum_of_week(week).replace("\N{NO-BREAK SPACE}", " ") == told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "ugens arbejdsdage er gået"),
        (1, "1 arbejdsdag igen"),
        (4, "4 arbejdsdage igen"),
    ],
)
def test_days_left_are_told(days, told):
    assert days_left_in_words(days) == told


@pytest.mark.parametrize(("weight", "told"), [("15", False), ("14.9", True), ("15.5", True)])
def test_weight_is_explained_where_places_are_not_citizens(weight, told):
    caseload = Caseload(15, Decimal(weight), Decimal(73), Decimal(8))

    assert bool(weight_in_words(caseload)) == told


@given(
    st.integers(0, 200),
    st.decimals(0, 200, places=2),
    st.decimals(0, 5000, places=1),
    st.decimals(0, 99, places=1),
)
def test_every_caseload_has_its_sentence(citizens, weight, hours, ceiling):
    told = caseload_in_words(Caseload(citizens, weight, hours, ceiling))

    assert told.endswith(".")
    assert "-" not in told
