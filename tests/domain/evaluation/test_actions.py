"""Ordering, stopping, taking up and settling a report."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, connections

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.evaluation.actions import (
    EVALUATION,
    EXPORT,
    MAKE,
    MOST_ATTEMPTS,
    begin_report,
    cancel_report,
    finish_report,
    move_report_on,
    refuse_report,
    take_cases_out,
)
from hjemmebane.domain.evaluation.choices import NotMade, ReportRefusal, ReportState, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.gathering import Scope
from hjemmebane.domain.evaluation.queries.reports import (
    SILENCE,
    reports_ordered,
    reports_to_make,
    teams_evaluated_by,
)
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, NotInserted, RecordRefusal
from tests.factories.evaluating import AT, FIRST, LAST, begun, ordered
from tests.factories.refusals import refused_as_not_yours

pytestmark = pytest.mark.django_db
LATER = AT + SILENCE + dt.timedelta(seconds=1)
TOLD = {"sections": []}
QUEUE = "SELECT args ->> 'key' FROM procrastinate_jobs WHERE task_name = %s"
CHANGES = "SELECT actor, verb FROM audit_change WHERE row_id = %s ORDER BY id"


@contextmanager
def refused(reason):
    with pytest.raises(Refused) as told:
        yield
    assert told.value.reason == reason


def asked_of_owner(sql, argument):
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, [argument])
        return cursor.fetchall()


def move(report, step=ReportStep.COURSES, at=AT):
    with acting(EVALUATION):
        return move_report_on(report=report, step=step, by=EVALUATION, at=at)


def finish(report, at=AT):
    with acting(EVALUATION):
        return finish_report(
            report=report, content=TOLD, content_hash="a" * 64, smallest=5, by=EVALUATION, at=at
        )


def begin(report, at=AT):
    with acting(EVALUATION):
        return begin_report(id=report.pk, by=EVALUATION, at=at)


def stop(report, by, at=AT):
    with acting(by.actor):
        return cancel_report(report=report, by=by.actor, at=at)


def stored(report):
    with acting(EVALUATION):
        return EvaluationReport.objects.get(pk=report.pk)


@pytest.mark.parametrize("who", ["mette", "bo"])
def test_manager_and_coordinator_order_a_report(cast, who):
    report = ordered(cast, getattr(cast, who))

    assert (report.state, report.team_ids) == (ReportState.WAITING, [cast.team_one.pk])


def test_ordered_report_is_in_the_queue_by_its_key_alone(committed_db, cast):
    report = ordered(cast, cast.bo)

    assert asked_of_owner(QUEUE, MAKE) == [(str(report.pk),)]
    assert asked_of_owner(CHANGES, str(report.pk)) == [
        (cast.bo.actor.key, "evaluation.order_report")
    ]


@pytest.mark.parametrize(
    ("who", "changes", "reason"),
    [
        ("ida", {}, ReportRefusal.NOT_YOURS),
        ("omar", {}, ReportRefusal.NOT_YOURS),
        ("bo", {"teams": []}, ReportRefusal.NO_TEAM),
        ("bo", {"from_on": LAST, "until_on": FIRST}, ReportRefusal.REVERSED),
        ("bo", {"from_on": dt.date(2025, 1, 2)}, ReportRefusal.PART_OF_A_MONTH),
        ("bo", {"until_on": dt.date(2025, 6, 29)}, ReportRefusal.PART_OF_A_MONTH),
        ("bo", {"until_on": dt.date(2025, 7, 31)}, ReportRefusal.FUTURE),
        ("bo", {"from_on": dt.date(2014, 1, 1)}, ReportRefusal.TOO_LONG),
        ("bo", {"from_on": dt.date(2015, 6, 1)}, ReportRefusal.TOO_LONG),
    ],
)
def test_report_is_refused(cast, who, changes, reason):
    with refused(reason):
        ordered(cast, getattr(cast, who), **changes)


def test_teams_that_are_not_all_ones_own_are_refused(cast):
    with refused(ReportRefusal.NOT_YOURS):
        ordered(cast, cast.mette, teams=[cast.team_one, cast.team_two])


def test_same_report_is_ordered_once_at_a_time(cast):
    first = ordered(cast, cast.bo)
    with refused(ReportRefusal.UNDER_WAY):
        ordered(cast, cast.mette)
    stop(first, cast.mette)

    assert ordered(cast, cast.mette).state == ReportState.WAITING


def test_orders_take_turns_so_that_two_at_once_are_judged_one_by_one(cast):
    ordered(cast, cast.bo)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid = pg_backend_pid() FROM pg_locks WHERE locktype = 'advisory'")

        assert (True,) in cursor.fetchall()


COUNTRY = """
    WITH teams AS (
        INSERT INTO teams_team (id, version, name, method_pack, host, meeting_rhythm, max_caseload,
                                own_criteria, municipality_id)
        SELECT gen_random_uuid(), 1, 'Team ' || n, method_pack, host, meeting_rhythm, max_caseload,
               '{}', municipality_id
          FROM teams_team, generate_series(1, 300) AS n WHERE name = 'Team et'
        RETURNING id)
    INSERT INTO teams_teammanager (id, version, from_on, staff_member_id, team_id)
    SELECT gen_random_uuid(), 1, '2024-01-01', %s, id FROM teams RETURNING team_id
"""


def test_whole_country_is_ordered_at_once(committed_db, cast):
    found = asked_of_owner(COUNTRY, cast.mette.staff_member.pk)
    with acting(cast.mette.actor):
        teams = list(teams_evaluated_by(cast.mette.actor, AT.date()))
    report = ordered(cast, cast.mette, teams=teams)

    assert len(report.team_ids) == len(found) + 1
    with refused(ReportRefusal.UNDER_WAY):
        ordered(cast, cast.mette, teams=teams)


def test_double_submit_is_one_report(cast):
    key = new_id()
    ordered(cast, cast.bo, id=key)
    with pytest.raises(AlreadySaved):
        ordered(cast, cast.bo, id=key)
    with pytest.raises(Refused) as told:
        ordered(cast, cast.bo, id=key, until_on=dt.date(2025, 5, 31))

    assert told.value.reason == RecordRefusal.SAVED_OTHERWISE


def test_reports_are_seen_by_who_answers_for_all_their_teams(cast):
    report = ordered(cast, cast.bo)
    seen = {}
    for name in ("ida", "bo", "mette", "omar"):
        with acting(getattr(cast, name).actor):
            seen[name] = [one.pk for one in reports_ordered()]
    with acting(OPERATIONS):
        seen["operations"] = list(reports_ordered())

    assert seen == {
        "ida": [],
        "bo": [report.pk],
        "mette": [report.pk],
        "omar": [],
        "operations": [],
    }


def test_waiting_report_is_taken_up_once(cast):
    report = ordered(cast, cast.bo)
    taken = begin(report)

    assert (taken.state, taken.attempts) == (ReportState.RUNNING, 1)
    assert begin(report) is None


def test_report_of_a_silent_worker_is_taken_up_again_and_the_first_is_shut_out(cast):
    first = begun(cast, cast.bo)
    again = begin(first, at=LATER)

    assert (again.attempts, move(first, at=LATER), finish(first, at=LATER)) == (2, None, None)
    assert finish(again, at=LATER).state == ReportState.DONE


def test_report_that_breaks_down_again_and_again_is_given_up(cast):
    report = begun(cast, cast.bo)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        begin(report, at=AT + attempt * (LATER - AT))

    last = stored(report)
    assert (last.state, last.why) == (ReportState.REFUSED, NotMade.BROKE_DOWN)


def test_step_is_told_as_it_goes(cast):
    report = begun(cast, cast.bo)
    move(report, ReportStep.TEAMS, at=LATER)

    assert (stored(report).step, stored(report).moved_at) == (ReportStep.TEAMS, LATER)


def test_stopped_report_does_not_go_on(cast):
    report = begun(cast, cast.bo)
    stop(report, cast.mette)

    assert (move(report), finish(report)) == (None, None)
    assert (stored(report).state, stored(report).content) == (ReportState.CANCELLED, None)


def test_settled_report_is_not_stopped(cast):
    report = begun(cast, cast.bo)
    finish(report)
    with refused(ReportRefusal.SETTLED):
        stop(report, cast.bo)


def test_report_of_others_is_not_stopped(cast):
    report = begun(cast, cast.bo)
    with refused_as_not_yours():
        stop(report, cast.omar)

    assert stored(report).state == ReportState.RUNNING


def test_report_that_cannot_be_made_says_why(cast):
    report = begun(cast, cast.bo)
    with acting(EVALUATION):
        refuse_report(report=report, why=NotMade.TOO_FEW, by=EVALUATION, at=AT)

    assert (stored(report).state, stored(report).why) == (ReportState.REFUSED, NotMade.TOO_FEW)


@pytest.mark.parametrize(
    "changes",
    [
        {"state": ReportState.DONE, "content": TOLD, "smallest": 1, "settled_at": AT},
        {"state": ReportState.RUNNING},
        {"step": ReportStep.SUMS},
    ],
    ids=["filled in", "begun", "moved"],
)
def test_person_may_stop_a_report_and_nothing_else(cast, changes):
    report = begun(cast, cast.bo)
    with pytest.raises(DatabaseError, match="not yours"), acting(cast.bo.actor):
        EvaluationReport.objects.filter(pk=report.pk).update(**changes)


def test_settled_report_stays_as_it_is_for_the_job_too(cast):
    report = finish(begun(cast, cast.bo))
    with pytest.raises(DatabaseError, match="settled"), acting(EVALUATION):
        EvaluationReport.objects.filter(pk=report.pk).update(content={})


def test_nobody_inserts_a_report_over_others_teams(cast):
    with pytest.raises(NotInserted), acting(cast.bo.actor):
        EvaluationReport(
            team_ids=[cast.team_one.pk, cast.team_two.pk],
            from_on=FIRST,
            until_on=LAST,
            ordered_by_id=cast.bo.user.pk,
            ordered_at=AT,
        ).insert()


def test_job_is_asked_for_what_waits_and_what_was_left(cast):
    report = ordered(cast, cast.bo)
    with acting(EVALUATION):
        assert reports_to_make(AT) == [report.pk]
    begin(report)
    with acting(EVALUATION):
        assert reports_to_make(AT) == []
        assert reports_to_make(LATER) == [report.pk]
    finish(begin(report, at=LATER), at=LATER)
    with acting(EVALUATION):
        assert reports_to_make(LATER + SILENCE * 2) == []


def accesses(by, citizen):
    with acting(by.actor):
        rows = Access.objects.filter(citizen_id=citizen.pk, actor=EXPORT.key)
        return [(one.what, one.reason) for one in rows]


def test_taking_cases_out_is_in_each_citizens_access_log(cast):
    scope = Scope([cast.team_one.pk], FIRST, LAST)
    with acting(EXPORT):
        count = take_cases_out(scope=scope, why="Forskning", by=EXPORT, at=AT)

    assert count == 1
    assert accesses(cast.ida, cast.kim.citizen) == [
        ("Pseudonymiseret udtræk til evaluering", "Forskning")
    ]
    assert accesses(cast.omar, cast.noor.citizen) == []


@pytest.mark.parametrize("who", ["bo", "mette"])
def test_nobody_else_takes_cases_out(cast, who):
    actor = getattr(cast, who).actor
    scope = Scope([cast.team_one.pk], FIRST, LAST)
    with acting(actor):
        assert take_cases_out(scope=scope, why="", by=actor, at=AT) == 0
    assert accesses(cast.ida, cast.kim.citizen) == []
