"""Reports that could be taken from one another so that few are left."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart, start_course_for_new_citizen
from hjemmebane.domain.evaluation.actions import cancel_report, order_report
from hjemmebane.domain.evaluation.choices import ReportRefusal
from hjemmebane.domain.evaluation.queries.reports import is_too_near
from hjemmebane.domain.teams.actions import add_team, appoint_manager
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.evaluating import AT, FIRST, LAST, made, ordered

pytestmark = pytest.mark.django_db
IN_MAY, IN_APRIL = dt.date(2025, 5, 5), dt.date(2025, 4, 30)
LEAST = 5
ORDER_QUERIES = 12


def move_in(cast, count, *, on=STARTED_ON):
    for number in range(count):
        with acting(cast.ida.actor):
            start_course_for_new_citizen(
                citizen_id=new_id(),
                course_id=new_id(),
                details=CitizenDetails(given_name=f"Nabo {number} {on}"),
                team=cast.team_one,
                start=CourseStart(started_on=on, consent_how_given=HowGiven.ORALLY),
                by=cast.ida.actor,
                at=max(NOW, dt.datetime.combine(on, NOW.timetz())),
            )


def answer(cast, **changes):
    """Why an order is refused; None where it is not."""
    try:
        ordered(cast, cast.bo, **changes)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("newcomers", "reason"),
    [
        (0, None),
        (1, ReportRefusal.TOO_NEAR),
        (LEAST - 1, ReportRefusal.TOO_NEAR),
        (LEAST, None),
    ],
)
def test_report_that_few_are_between_is_refused(cast, newcomers, reason):
    move_in(cast, LEAST)
    made(cast, cast.mette, until_on=IN_APRIL)
    move_in(cast, newcomers, on=IN_MAY)

    assert answer(cast) == reason


def test_it_is_so_the_other_way_round_and_of_one_that_waits(cast):
    move_in(cast, LEAST)
    move_in(cast, 1, on=IN_MAY)
    longer = ordered(cast, cast.mette)

    assert answer(cast, until_on=IN_APRIL) == ReportRefusal.TOO_NEAR
    with acting(cast.mette.actor):
        cancel_report(report=longer, by=cast.mette.actor, at=AT)
    assert answer(cast, until_on=IN_APRIL) is None


def test_report_of_fewer_than_the_least_counts_neither_way(cast):
    made(cast, cast.mette, until_on=IN_APRIL)
    move_in(cast, LEAST - 1, on=IN_MAY)

    assert answer(cast) is None


def test_setting_of_the_least_is_the_least(cast, settings):
    settings.SMALLEST_GROUP = 10
    move_in(cast, 10)
    made(cast, cast.mette, until_on=IN_APRIL)
    move_in(cast, LEAST, on=IN_MAY)

    assert answer(cast) == ReportRefusal.TOO_NEAR


def test_nobody_asks_about_others_teams(cast):
    move_in(cast, LEAST)
    made(cast, cast.mette, until_on=IN_APRIL)
    move_in(cast, 1, on=IN_MAY)
    told = {}
    for name in ("bo", "ida", "omar"):
        with acting(getattr(cast, name).actor):
            told[name] = is_too_near([cast.team_one.pk], FIRST, LAST, LEAST)

    assert told == {"bo": True, "ida": False, "omar": False}


@pytest.mark.parametrize("count", [1, 3])
def test_order_asks_as_much_for_three_teams_as_for_one(cast, count, django_assert_num_queries):
    with acting(OPERATIONS):
        who = {"by": OPERATIONS, "at": NOW}
        more = [
            add_team(municipality=cast.municipality, name=f"Team {number}", **who)
            for number in range(count - 1)
        ]
        for team in more:
            appoint_manager(
                team=team, staff_member=cast.mette.staff_member, from_on=STARTED_ON, **who
            )
    for number in range(count):
        made(cast, cast.mette, from_on=dt.date(2024, number + 1, 1))

    with acting(cast.mette.actor), django_assert_num_queries(ORDER_QUERIES):
        order_report(
            id=new_id(),
            teams=[cast.team_one, *more],
            from_on=FIRST,
            until_on=LAST,
            by=cast.mette.actor,
            at=AT,
        )


def test_same_report_may_be_made_as_often_as_one_likes(cast):
    move_in(cast, LEAST)
    for _ in range(2):
        made(cast, cast.mette)

    assert answer(cast) is None
