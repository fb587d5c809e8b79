"""A team's log from the database: whose it is, in how many queries, and the same as by hand."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import ContactKind, Outcome, Progress
from hjemmebane.domain.courses.actions import agree_on_contact, agree_on_intensity
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.practice.actions import judge_indicator, place_course, set_activity
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.domain.fidelity.by_definition import expected
from tests.domain.fidelity.tables_of_a_team import tables_of
from tests.factories.cast import NOW, start_case
from tests.factories.plans import TODAY, Writing

QUERIES = 28
DAY = dt.timedelta(days=1)


def read(cast, *, at=NOW, team=None):
    found = readings_of(team or cast.team_one, at=at)
    return {one.indicator.code: one for one in found}


def log(cast, case, by, *, days, staff=(), steps=(), **changes):
    details = {
        "kind": ContactKind.VISIT,
        "outcome": Outcome.MET,
        "place": Place.HOME,
        "started_at": NOW - days * DAY,
        "direct_minutes": 60,
        **changes,
    }
    return log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(**details),
        staff=[one.staff_member for one in (by, *staff)],
        sub_goals={step.pk: Progress.STEP for step in steps},
        by=by.actor,
        at=NOW,
    )


def test_contacts_are_read_with_who_was_there_and_for_what(as_ida):
    kim, ida, bo = as_ida.kim, as_ida.ida, as_ida.bo
    log(as_ida, kim, ida, days=1, staff=[bo], steps=[kim.first_step])
    log(as_ida, kim, ida, days=2, place=Place.OFFICE, kind=ContactKind.ACCOMPANIMENT)
    log(as_ida, kim, ida, days=0)

    told = read(as_ida)

    assert {
        code: [(one.count, one.value) for one in told[code].behind]
        for code in ("CONTACTS_ON_STEPS", "OUTSIDE_OFFICE", "MET_BY_TWO", "ALL_FUNCTIONS")
    } == {
        "CONTACTS_ON_STEPS": [(2, 50)],
        "OUTSIDE_OFFICE": [(2, 50)],
        "MET_BY_TWO": [(1, 100)],
        "ALL_FUNCTIONS": [(1, 0)],
    }
    assert [(one.value, one.level, one.n) for one in (told["OUTSIDE_OFFICE"],)] == [(None, None, 2)]


def test_agreements_are_measured_against(as_ida):
    kim, ida = as_ida.kim, as_ida.ida
    agree_on_contact(
        id=new_id(),
        course=kim.course,
        values={"channels": ["PHONE"], "most_people": 1, "talked_on": TODAY - 60 * DAY},
        by=ida.actor,
        at=NOW,
    )
    agree_on_intensity(
        id=new_id(),
        course=kim.course,
        values={
            "level": "ORDINARY",
            "contacts_per_week": Decimal(1),
            "from_on": TODAY - 28 * DAY,
            "caseload_weight": Decimal(1),
        },
        by=ida.actor,
        at=NOW,
    )
    for days in (1, 8, 15):
        log(as_ida, kim, ida, days=days)

    told = read(as_ida)

    assert {
        code: [(one.count, one.value) for one in told[code].behind]
        for code in ("AS_WANTED", "INTENSITY_AS_AGREED", "MET_BY_TWO", "TWO_TOGETHER")
    } == {
        "AS_WANTED": [(3, 0)],
        "INTENSITY_AS_AGREED": [(1, 100)],
        "MET_BY_TWO": [(1, 100)],
        "TWO_TOGETHER": [],
    }


def test_plan_is_read_with_its_wishes(as_ida):
    Writing(as_ida.kim.plan, as_ida.ida.actor).add(ItemKind.GOAL)

    told = read(as_ida)

    assert [(one.count, one.value) for one in told["GOALS_FROM_WISHES"].behind] == [(2, 50)]
    assert [(one.count, one.missing) for one in told["AGREES_ON_PLAN"].behind] == [(0, 1)]
    assert [(one.count, one.value) for one in told["OWN_WISHES"].behind] == [(1, 100)]


WAYS_TO_USE_THE_MODEL = {
    "placed": (place_course, "from_on", {"part": "GOAL_WORK", "reason": "Sådan er det"}),
    "activity": (set_activity, "on", {"code": "SCREENING_SPOT", "status": "DONE"}),
    "indicator": (judge_indicator, "on", {"code": "SCREENING_WILLING", "judgement": "MET"}),
}


@pytest.mark.parametrize("way", WAYS_TO_USE_THE_MODEL)
@pytest.mark.parametrize(("days", "counts"), [(1, 100), (0, 0)], ids=["yesterday", "today"])
def test_what_is_said_in_the_practice_model_is_read(as_ida, way, days, counts):
    says, on, values = WAYS_TO_USE_THE_MODEL[way]
    who = {"by": as_ida.ida.actor, "at": NOW}
    says(id=new_id(), course=as_ida.kim.course, **{on: TODAY - days * DAY}, **values, **who)

    told = read(as_ida)["PRACTICE_MODEL_USED"]
    assert [(one.count, one.value) for one in told.behind] == [(1, counts)]


@pytest.mark.parametrize("who", ["omar", "mette"])
def test_nobody_but_the_team_is_told_of_anybody(cast, who):
    with acting(getattr(cast, who).actor):
        found = readings_of(cast.team_one, at=NOW)

    assert [(one.value, one.n, one.missing, one.behind) for one in found] == [
        (None, 0, 0, ())
    ] * len(found)


@pytest.mark.parametrize("others", [0, 2])
def test_number_of_queries_does_not_grow(as_ida, django_assert_num_queries, others):
    cases = [
        start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=name))
        for name in ("Ask", "Bea")[:others]
    ]
    for case in (as_ida.kim, *cases):
        log(as_ida, case, as_ida.ida, days=1, steps=[case.first_step])

    with django_assert_num_queries(QUERIES):
        found = readings_of(as_ida.team_one, at=NOW)

    assert len(found[0].behind) == 1 + others


def test_every_indicator_equals_its_definition_over_the_demo_data(demo_db):
    told = 0
    with acting(OPERATIONS):
        teams = {
            team: members_of([team.pk], today())[0].staff_member.user.actor
            for team in Team.objects.all()
        }
    for team, actor in teams.items():
        with acting(actor):
            tables = tables_of(team, today())
            for one in readings_of(team, at=now()):
                behind = {who.citizen_id: (who.count, who.missing, who.value) for who in one.behind}
                result = (one.value, one.level, one.n, one.missing, behind)
                assert result == expected(one.indicator, tables, today()), one.indicator.code
                told += one.value is not None
    assert len(teams) == 4
    assert told > 50
