"""Orders reports, shows how far they are and what they tell, and stops them."""

import datetime as dt
import json
from itertools import islice
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.evaluation.actions import cancel_report, order_report
from hjemmebane.domain.evaluation.calculations.months import months_before
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.reports import report as ordered_report
from hjemmebane.domain.evaluation.queries.reports import teams_evaluated_by
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.evaluation_document import evaluation_pdf
from hjemmebane.faces.documents.evaluation_workbook import evaluation_workbook
from hjemmebane.faces.staff.documents.views import SPREADSHEET, as_file, as_pdf
from hjemmebane.faces.staff.evaluation.forms import OrderForm
from hjemmebane.faces.staff.evaluation.pages.reports import (
    ReportPage,
    evaluation_page,
    report_page,
)
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, answer, require_form, sent

USUAL_MONTHS = 24


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = teams_of(request)
    return render(request, "staff/evaluation/reports.html", {"page": evaluation_page(teams)})


@require_form
def order(request: ActorRequest) -> HttpResponse:
    teams, day = teams_of(request), today()
    form = OrderForm(sent(request), first=usual(teams, day), teams=teams, today=day)
    if form.is_sent() and form.does(
        order_report, id=form.row_id, **form.values(), by=request.actor, at=now()
    ):
        return redirect("staff:evaluation:report", form.result.pk)
    context = {"form": form}
    return render(request, "staff/evaluation/order.html", context, status=form.status)


def usual(teams: list[Team], day: dt.date) -> dict[str, object]:
    """All of one's teams, over the last two years."""
    months = list(islice(months_before(day), USUAL_MONTHS))
    return {
        "teams": [str(team.pk) for team in teams],
        "from_on": f"{months[-1]:%Y-%m}",
        "until_on": f"{months[0]:%Y-%m}",
    }


@require_safe
def report(request: ActorRequest, report_id: UUID) -> HttpResponse:
    """While it is on its way the page asks for itself, and without JavaScript is loaded anew."""
    shown = report_page(report_of(report_id), request.GET.get("afsnit", ""))
    if shown is None:
        raise Http404
    return answer(request, "staff/evaluation/report.html", "rapport", {"page": shown})


@require_POST
def cancel(request: ActorRequest, report_id: UUID) -> HttpResponse:
    found = report_of(report_id)
    try:
        cancel_report(report=found, by=request.actor, at=now())
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "Rapporten er stoppet, og der er ikke gemt noget af den.")
    return redirect("staff:evaluation:report", found.pk)


@require_safe
def paper(request: ActorRequest, report_id: UUID) -> HttpResponse:
    found, shown = finished(report_id)
    document = evaluation_pdf(
        shown.told,
        teams=shown.row.teams,
        period=shown.row.period,
        mark=shown.mark,
        is_demo=request.user.is_demo,
        at=found.settled_at,
    )
    return as_pdf(document, f"{name_of(found)}.pdf")


@require_safe
def spreadsheet(request: ActorRequest, report_id: UUID) -> HttpResponse:
    found, shown = finished(report_id)
    content = evaluation_workbook(
        shown.told.report,
        teams=shown.row.teams,
        period=shown.row.period,
        mark=shown.mark,
        at=found.settled_at,
    )
    return as_file(content, SPREADSHEET, f"{name_of(found)}.xlsx")


@require_safe
def data(request: ActorRequest, report_id: UUID) -> HttpResponse:
    """All that the report tells, and its mark."""
    found, _ = finished(report_id)
    told = {"hash": found.content_hash, **found.content}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return as_file(text.encode(), "application/json", f"{name_of(found)}.json")


def finished(report_id: UUID) -> tuple[EvaluationReport, ReportPage]:
    """A report that tells something, and what it does; of another there is nothing to send."""
    found = report_of(report_id)
    shown = report_page(found)
    if found.content is None or shown is None:
        raise Http404
    return found, shown


def name_of(report: EvaluationReport) -> str:
    return f"evaluering-{report.from_on:%Y-%m}-{report.until_on:%Y-%m}"


def teams_of(request: ActorRequest) -> list[Team]:
    """Those one manages or coordinates today; nothing is here for who does neither."""
    teams = list(teams_evaluated_by(request.actor, today()))
    if not teams:
        raise Http404
    return teams


def report_of(report_id: UUID) -> EvaluationReport:
    found = ordered_report(report_id)
    if found is None:
        raise Http404
    return found
