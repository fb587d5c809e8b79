import datetime as dt
from collections.abc import Sequence

from django.conf import settings

from hjemmebane.domain.evaluation.calculations.evaluation_report import FEWEST
from hjemmebane.domain.evaluation.calculations.months import ONE_DAY, months_between
from hjemmebane.domain.evaluation.choices import ReportRefusal
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.reports import is_too_near, teams_evaluated_by
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused

LONGEST = 120  # months: the ten years of the refusal


def check_teams(actor: Actor, teams: Sequence[Team], *, today: dt.date) -> None:
    """At least one, and all of them teams that the actor manages or coordinates today."""
    if not teams:
        raise Refused(ReportRefusal.NO_TEAM, field="teams")
    theirs = {team.pk for team in teams_evaluated_by(actor, today)}
    if any(team.pk not in theirs for team in teams):
        raise Refused(ReportRefusal.NOT_YOURS, field="teams")


def check_period(from_on: dt.date, until_on: dt.date, *, today: dt.date) -> None:
    """Whole months that are over: a period moved by a day would tell of one citizen."""
    if from_on > until_on:
        raise Refused(ReportRefusal.REVERSED, field="until_on")
    if from_on.day != 1 or (until_on + ONE_DAY).day != 1:
        raise Refused(ReportRefusal.PART_OF_A_MONTH, field="from_on")
    if until_on >= today:
        raise Refused(ReportRefusal.FUTURE, field="until_on")
    if months_between(f"{from_on:%Y-%m}", f"{until_on:%Y-%m}") >= LONGEST:
        raise Refused(ReportRefusal.TOO_LONG, field="from_on")


def check_not_too_near(teams: Sequence[Team], from_on: dt.date, until_on: dt.date) -> None:
    """No report is less than the fewest courses away from one there is, unless it has the same.

    Whoever reads both could take the one from the other.
    """
    least = max(settings.SMALLEST_GROUP, FEWEST)
    if is_too_near([team.pk for team in teams], from_on, until_on, least):
        raise Refused(ReportRefusal.TOO_NEAR)


def check_under_way(report: EvaluationReport) -> None:
    if not report.is_under_way:
        raise Refused(ReportRefusal.SETTLED)
