"""Making a report: gathered and worked out step by step, and kept whole or not at all.

Each step is a transaction of its own, so that a page can show how far it is and a person can stop
it. What is gathered lies in memory alone; killed anywhere, the report is begun again.
"""

from uuid import UUID

from django.conf import settings

from hjemmebane.domain.evaluation.actions import (
    EVALUATION,
    MAKE,
    begin_report,
    finish_report,
    move_report_on,
    refuse_report,
)
from hjemmebane.domain.evaluation.calculations.evaluation_report import TooFew, report_of
from hjemmebane.domain.evaluation.calculations.kept import mark_of, plain
from hjemmebane.domain.evaluation.calculations.report import Report
from hjemmebane.domain.evaluation.choices import NotMade, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, Scope, gather
from hjemmebane.domain.evaluation.queries.reports import reports_to_make
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.queue import put_in

RESUME = "evaluation.resume_reports"
logger = log(__name__)


def resume() -> int:
    """Ask for every report that waits or was left in the middle; how many."""
    with acting(EVALUATION):
        waiting = reports_to_make(now())
    return sum(put_in(MAKE, key=key) for key in waiting)


def make(key: UUID) -> None:
    """Make one report, if it is to be made now. Stopped, it leaves off before its next step."""
    with acting(EVALUATION):
        report = begin_report(id=key, by=EVALUATION, at=now())
    if report is None:
        return
    gathering = Gathering(Scope(report.team_ids, report.from_on, report.until_on))
    for step in STEPS:
        if not _moves_on(report, step):
            return
        with acting(EVALUATION, read_only=True):
            gather(gathering, step)
    if _moves_on(report, ReportStep.SUMS):
        _keep(report, gathering)


def _moves_on(report: EvaluationReport, step: ReportStep) -> bool:
    with acting(EVALUATION):
        moved = move_report_on(report=report, step=step, by=EVALUATION, at=now())
    return moved is not None


def _keep(report: EvaluationReport, gathering: Gathering) -> None:
    told = _told(gathering)
    if told is None:
        with acting(EVALUATION):
            refuse_report(report=report, why=NotMade.TOO_FEW, by=EVALUATION, at=now())
        return
    content = plain(told)
    with acting(EVALUATION):
        finish_report(
            report=report,
            content=content,
            content_hash=mark_of(content),
            smallest=told.least,
            by=EVALUATION,
            at=now(),
        )
    logger.info("report_made", report=str(report.pk), courses=len(gathering.cases))


def _told(gathering: Gathering) -> Report | None:
    """None where there are too few for anything to be told."""
    if not gathering.cases:
        return None
    try:
        return report_of(gathering.dataset(), settings.SMALLEST_GROUP)
    except TooFew:
        return None
