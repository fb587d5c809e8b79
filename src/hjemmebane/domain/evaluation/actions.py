"""A report's way: ordered, taken up, moved on from step to step, and settled once."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.evaluation.choices import NotMade, ReportRefusal, ReportState, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.gathering import Scope
from hjemmebane.domain.evaluation.queries.reports import (
    SILENCE,
    is_under_way,
    report_to_change,
)
from hjemmebane.domain.evaluation.rules import (
    check_not_too_near,
    check_period,
    check_teams,
    check_under_way,
)
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import rows_of, take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.queue import put_in
from hjemmebane.foundation.records import RecordRefusal

EVALUATION = Actor.system("evaluation")
EXPORT = Actor.system("evaluation-export")
MAKE = "evaluation.make_report"
MOST_ATTEMPTS = 3


@action
def order_report(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    teams: Sequence[Team],
    from_on: dt.date,
    until_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> EvaluationReport:
    """Order a report over teams that one manages or coordinates; a job makes it.

    Refuses others' teams, a period that is not of whole months that are over, a report that is on
    its way already, and one from which another could be taken so that few are left.
    """
    check_teams(by, teams, today=day_of(at))
    check_period(from_on, until_on, today=day_of(at))
    report = EvaluationReport(
        id=id,
        team_ids=sorted({team.pk for team in teams}),
        from_on=from_on,
        until_on=until_on,
        ordered_by_id=by.user_id,
        ordered_at=at,
    )
    take_turns("evaluation.order_report")
    report.check_unsent()
    if is_under_way(report.team_ids, from_on, until_on):
        raise Refused(ReportRefusal.UNDER_WAY)
    check_not_too_near(teams, from_on, until_on)
    report.insert()
    put_in(MAKE, key=report.pk)
    return report


@action
def cancel_report(*, report: EvaluationReport, by: Actor, at: dt.datetime) -> EvaluationReport:
    """Stop a report on its way; the job leaves off before its next step.

    Refuses what is settled already, and what is not one's own.
    """
    held = report_to_change(report.pk)
    if held is None:
        raise Refused(RecordRefusal.NOT_YOURS)
    check_under_way(held)
    return _settle(held, at, state=ReportState.CANCELLED)


@action
def begin_report(*, id: UUID, by: Actor, at: dt.datetime) -> EvaluationReport | None:  # noqa: A002 -- the record's own word for its key
    """Take a report up, when it waits or whoever had it is not seen any more; None otherwise.

    One that broke down too often is given up, and says so.
    """
    report = report_to_change(id)
    if report is None or not report.is_under_way:
        return None
    if report.moved_at and report.moved_at > at - SILENCE:
        return None
    if report.attempts >= MOST_ATTEMPTS:
        _settle(report, at, state=ReportState.REFUSED, why=NotMade.BROKE_DOWN)
        return None
    begun = {
        "state": ReportState.RUNNING,
        "attempts": report.attempts + 1,
        "step": "",
        "begun_at": at,
        "moved_at": at,
    }
    return report.save_changes(begun, version=report.version)


@action
def move_report_on(
    *, report: EvaluationReport, step: ReportStep, by: Actor, at: dt.datetime
) -> EvaluationReport | None:
    """Say what is being done now; None when it was stopped, or somebody else has taken it up."""
    held = _still_ours(report)
    if held is None:
        return None
    return held.save_changes({"step": step, "moved_at": at}, version=held.version)


@action
def finish_report(
    *,
    report: EvaluationReport,
    content: Mapping[str, object],
    content_hash: str,
    smallest: int,
    by: Actor,
    at: dt.datetime,
) -> EvaluationReport | None:
    """Keep what the report tells; None when it was stopped, or somebody else has taken it up."""
    held = _still_ours(report)
    if held is None:
        return None
    told = {"content": dict(content), "content_hash": content_hash, "smallest": smallest}
    return _settle(held, at, state=ReportState.DONE, **told)


@action
def refuse_report(
    *, report: EvaluationReport, why: NotMade, by: Actor, at: dt.datetime
) -> EvaluationReport | None:
    """Settle a report that cannot be made; None as when it is finished."""
    held = _still_ours(report)
    return None if held is None else _settle(held, at, state=ReportState.REFUSED, why=why)


@action
def take_cases_out(*, scope: Scope, why: str, by: Actor, at: dt.datetime) -> int:
    """Write in the access log of each citizen that their case leaves the house; how many.

    Done before anything is gathered, and only by the command that takes cases out.
    """
    check_period(scope.from_on, scope.until_on, today=day_of(at))
    teams = list(scope.team_ids)
    function = "guard.log_cases_taken_out"
    [count] = rows_of(function, teams, scope.from_on, scope.until_on, why, into=int)
    return count


def _still_ours(report: EvaluationReport) -> EvaluationReport | None:
    held = report_to_change(report.pk)
    is_ours = held and held.state == ReportState.RUNNING and held.attempts == report.attempts
    return held if is_ours else None


def _settle(report: EvaluationReport, at: dt.datetime, **values: object) -> EvaluationReport:
    return report.save_changes({**values, "settled_at": at}, version=report.version)
