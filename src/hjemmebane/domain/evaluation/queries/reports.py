"""The reports that were ordered; row-level security leaves out those of others' teams."""

import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.evaluation.choices import UNDER_WAY, ReportState
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team, TeamManager, TeamMembership
from hjemmebane.domain.teams.queries import in_force
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.database import rows_of

# A report of which the job has not been seen for so long was killed with its worker.
SILENCE = dt.timedelta(minutes=2)


def teams_evaluated_by(actor: Actor, day: dt.date) -> QuerySet[Team]:
    """The teams that the actor manages or coordinates on a day, by name."""
    theirs = Q(staff_member__user_id=actor.user_id)
    managed = TeamManager.objects.filter(in_force(day), theirs)
    coordinated = TeamMembership.objects.filter(
        in_force(day), theirs, core_functions__contains=[CoreFunction.COORDINATION]
    )
    which = Q(pk__in=managed.values("team_id")) | Q(pk__in=coordinated.values("team_id"))
    return Team.objects.filter(which).order_by(alphabetical("name"), "pk")


def reports_ordered() -> QuerySet[EvaluationReport]:
    """The newest first, without what they tell."""
    return (
        EvaluationReport.objects.defer("content")
        .select_related("ordered_by")
        .order_by("-ordered_at", "-pk")
    )


def report(report_id: UUID) -> EvaluationReport | None:
    return EvaluationReport.objects.select_related("ordered_by").filter(pk=report_id).first()


def report_to_change(report_id: UUID) -> EvaluationReport | None:
    """Held until the transaction ends, so that nobody stops it while it is moved on."""
    rows = EvaluationReport.objects.select_for_update(no_key=True)
    return rows.filter(pk=report_id).first()


def is_under_way(team_ids: Iterable[UUID], from_on: dt.date, until_on: dt.date) -> bool:
    rows = EvaluationReport.objects.filter(state__in=UNDER_WAY, team_ids=list(team_ids))
    return rows.filter(from_on=from_on, until_on=until_on).exists()


def is_too_near(team_ids: Sequence[UUID], from_on: dt.date, until_on: dt.date, least: int) -> bool:
    """Whether one to nearly `least` courses are in just one of this report and one there is.

    Of all reports that have a team in common, whoever ordered them.
    """
    function = "guard.evaluation_is_too_near"
    [found] = rows_of(function, list(team_ids), from_on, until_on, least, into=bool)
    return found


def reports_to_make(at: dt.datetime) -> list[UUID]:
    """For the job: what waits, and what nobody is seen at any more, the longest waiting first."""
    silent = Q(state=ReportState.RUNNING, moved_at__lt=at - SILENCE)
    rows = EvaluationReport.objects.filter(Q(state=ReportState.WAITING) | silent)
    return list(rows.order_by("ordered_at", "pk").values_list("pk", flat=True))


def team_names(team_ids: Iterable[UUID]) -> dict[UUID, str]:
    """By key, as the teams are called today, in the order of the alphabet."""
    rows = Team.objects.filter(pk__in=set(team_ids)).order_by(alphabetical("name"), "pk")
    return dict(rows.values_list("pk", "name"))


def teams_called(names: Iterable[str], municipality: str = "") -> QuerySet[Team]:
    """The teams of these names, of all municipalities or of one; operations see them all."""
    rows = Team.objects.filter(name__in=list(names))
    return (rows.filter(municipality__name=municipality) if municipality else rows).order_by("pk")
