"""What is gathered of a constructed record, cell by cell, and who may gather it."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.evaluation.actions import EVALUATION, EXPORT, cancel_report
from hjemmebane.domain.evaluation.calculations.of_cases import FUNCTIONING
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, Scope, gather
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import start_case
from tests.factories.courses import end_today
from tests.factories.evaluating import AT, begun, live_half_a_year, ordered, scope_of

pytestmark = pytest.mark.django_db
WOMAN = CitizenDetails(given_name="Vera", cpr="070761-4285")
HASHED = {"case", "citizen", "team"}
RATED = {
    f"vum_{one}_{when}": points
    for one in FUNCTIONING
    for when, points in (("before", "3"), ("after", "2"))
}


def all_of(scope: Scope, actor: Actor = EVALUATION) -> Gathering:
    gathering = Gathering(scope)
    with acting(actor, read_only=True):
        for step in STEPS:
            gather(gathering, step)
    return gathering


@pytest.fixture
def lived(cast):
    with acting(cast.ida.actor):
        live_half_a_year(cast.kim, cast.ida, cast.bo)
    return cast


def test_cells_of_a_course_are_what_was_recorded(lived):
    found = all_of(scope_of(begun(lived, lived.bo)))

    [row] = found.cases.values()
    assert {name: told for name, told in row.items() if told and name not in HASHED} == {
        "started": "2025-03",
        "status": "ON_HOLD",
        "holds": "1",
        "gender": "MAN",
        "age": "60_PLUS",
        "weeks": "17.1",
        "housing": "SHELTER",
        "earlier_efforts": "SEL_85 SEL_110",
        "present_efforts": "NONE",
        "diagnosis": "YES",
        "social_before": "NO",
        "health_before": "UNKNOWN",
        "social_during": "YES",
        "health_during": "NO",
        "intensity_changes": "0",
        "contacts": "4",
        "met": "3",
        "minutes": "180",
        "met_outside": "2",
        "accompanied": "1",
        "staff_met": "2",
        "functions_met": "1",
        "plan": "YES",
        "wishes": "1",
        "goals": "1",
        "sub_goals": "2",
        "sub_goals_reached": "0",
        "plan_meetings": "0",
        "plan_shared": "NO",
        "partner_wrote": "NO",
        "stance": "AGREES",
        "part": "GOAL_WORK",
        "moves": "1",
        "network_meetings": "0",
        "inspire_o_before": "25.00",
        "inspire_o_after": "75.00",
        "inspire_o_words": "WORKING",
        "inspire_before": "100.00",
        "inspire_words": "WORKING",
        "vum_before": "3.00",
        "vum_after": "2.00",
        **RATED,
    }


def test_cells_of_a_team_are_figures_alone(lived):
    found = all_of(scope_of(begun(lived, lived.bo)))

    [row] = found.teams.values()
    assert {name: told for name, told in row.items() if name not in HASHED} == {
        "name": "Team et",
        "method": "M_ACT",
        "from_month": "2025-01",
        "until_month": "2025-06",
        "agreements": "0",
        "referred": "0",
        "matched": "0",
        "lighter": "0",
        "not_now": "0",
        "functions_covered": "1",
        "coordinator": "YES",
        "steering_group": "NO",
        "places": "16.0",
        "hours": "74.0",
        "coordination_hours": "0.0",
    }


def test_gathered_rows_are_a_case_file(lived):
    dataset = all_of(scope_of(begun(lived, lived.bo))).dataset()

    assert (dataset.cases.count, dataset.teams.count) == (1, 1)
    assert dataset.cases["team"] == dataset.teams["team"]


def test_pseudonyms_are_new_each_time(cast):
    scope = scope_of(begun(cast, cast.bo))
    first, again = (next(iter(all_of(scope).cases.values())) for _ in range(2))

    assert {name for name in HASHED if first[name] == again[name]} == {"team"}


def test_nothing_that_names_anybody_is_gathered(lived):
    found = all_of(scope_of(begun(lived, lived.bo)))
    told = repr((list(found.cases.values()), list(found.teams.values())))

    for secret in ("Kim", "Krog", "070761", "1961", "gerne", str(lived.kim.course.pk), "Ida"):
        assert secret not in told


def test_course_that_ended_is_of_its_last_month(cast):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
    [row] = all_of(scope_of(begun(cast, cast.bo))).cases.values()

    assert (row["status"], row["ended"], row["ending_reason"]) == (
        "ENDED",
        "2025-06",
        "GOALS_REACHED",
    )


def test_courses_of_other_months_are_left_out(cast):
    months = {"from_on": dt.date(2025, 1, 1), "until_on": dt.date(2025, 2, 28)}

    assert all_of(scope_of(begun(cast, cast.bo, **months))).cases == {}


@pytest.mark.parametrize("more", [0, 2])
def test_gathering_asks_as_much_for_three_as_for_one(cast, more):
    with acting(cast.ida.actor):
        for _ in range(more):
            start_case(cast.team_one, cast.ida, replace(WOMAN, cpr=""))
    gathering = Gathering(scope_of(begun(cast, cast.bo)))
    with (
        acting(EVALUATION, read_only=True),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        for step in STEPS:
            gather(gathering, step)

    assert (len(gathering.cases), len(asked)) == (1 + more, 13)


def nothing(scope: Scope, actor: Actor) -> bool:
    found = all_of(scope, actor)
    return not found.cases and not found.teams


@pytest.mark.parametrize("who", ["ida", "bo", "mette", "omar"])
def test_nobody_reads_a_case_not_even_who_ordered_it(lived, who):
    scope = scope_of(begun(lived, lived.bo))

    assert nothing(scope, getattr(lived, who).actor)


def test_operations_read_no_case(lived):
    assert nothing(scope_of(begun(lived, lived.bo)), OPERATIONS)


def test_job_reads_nothing_that_nobody_ordered(lived):
    scope = scope_of(begun(lived, lived.bo))

    assert nothing(replace(scope, team_ids=[lived.team_two.pk]), EVALUATION)
    assert nothing(replace(scope, from_on=dt.date(2025, 2, 1)), EVALUATION)


def test_job_reads_nothing_before_it_has_begun_or_after_it_was_stopped(lived):
    waiting = ordered(lived, lived.bo)
    assert nothing(scope_of(waiting), EVALUATION)
    with acting(lived.bo.actor):
        cancel_report(report=waiting, by=lived.bo.actor, at=AT)

    assert nothing(scope_of(waiting), EVALUATION)


def test_other_team_is_not_in_a_report(lived):
    found = all_of(scope_of(begun(lived, lived.bo)))

    assert list(found.cases) == [lived.kim.course.pk]


def test_export_reads_what_operations_name(lived):
    scope = Scope([lived.team_two.pk], dt.date(2025, 1, 1), dt.date(2025, 6, 30))

    assert list(all_of(scope, EXPORT).cases) == [lived.noor.course.pk]
    assert new_id() not in all_of(scope, EXPORT).cases


def test_questions_that_read_all_contacts_keep_their_memory():
    """Whoever replaces one of these functions takes its settings away with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE 'work_mem=64MB' = ANY (proconfig)")
        found = {name for (name,) in cursor.fetchall()}
    assert found == {f"evaluation_{one}" for one in ("contacts", "faces", "measurements")}
