"""Costings and scenarios in and out as files: all of a file is taken, or nothing of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hjemmebane.domain.economics.actions import save_costing, save_scenario
from hjemmebane.domain.economics.calculations.costing import Costing
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.content.brought import costing_brought, scenario_brought
from hjemmebane.domain.economics.content.taken_along import as_toml, as_xlsx
from hjemmebane.domain.economics.queries import as_costing, as_scenario
from hjemmebane.faces.staff.economics.forms.bringing import BringForm
from hjemmebane.faces.staff.economics.pages.parts import COSTINGS, SCENARIOS
from hjemmebane.faces.staff.economics.views import costings, scenarios
from hjemmebane.faces.staff.economics.views.who import economy_teams
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITERS = {"xlsx": (as_xlsx, XLSX), "toml": (as_toml, "application/toml; charset=utf-8")}


@require_safe
def costing(request: ActorRequest, costing_id: UUID, form: str) -> HttpResponse:
    return _file(as_costing(costings.saved_or_404(request, costing_id)), form)


@require_safe
def scenario(request: ActorRequest, scenario_id: UUID, form: str) -> HttpResponse:
    return _file(as_scenario(scenarios.saved_or_404(request, scenario_id)), form)


@require_safe
def published(request: ActorRequest, code: str, form: str) -> HttpResponse:
    return _file(scenarios.published_or_404(request, code), form)


def _file(record: Costing | Scenario, form: str) -> HttpResponse:
    if form not in WRITERS:
        raise Http404
    write, kind = WRITERS[form]
    answer = HttpResponse(write(record), content_type=kind)
    name = f"{slugify(record.title) or 'regnestykke'}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_form
def bring_costing(request: ActorRequest) -> HttpResponse:
    teams = economy_teams(request)
    form = BringForm(sent(request), files=request.FILES, read=costing_brought)
    if form.is_sent() and form.does(
        save_costing,
        id=form.row_id,
        municipality=chosen_team(request, teams).municipality,
        team=None,
        costing=form.found,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Filen er læst, og regnestykket er gemt.")
        return redirect("staff:economics:costing", form.result.pk)
    return _asked(request, form, back=COSTINGS, title="Et regnestykke fra en fil")


@require_form
def bring_scenario(request: ActorRequest) -> HttpResponse:
    teams = economy_teams(request)
    form = BringForm(sent(request), files=request.FILES, read=scenario_brought)
    if form.is_sent() and form.does(
        save_scenario,
        id=form.row_id,
        municipality=chosen_team(request, teams).municipality,
        scenario=form.found,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Filen er læst, og scenariet er gemt.")
        return redirect("staff:economics:scenario", form.result.pk)
    return _asked(request, form, back=SCENARIOS, title="Et scenarie fra en fil")


def _asked(request: ActorRequest, form: BringForm, *, back: str, title: str) -> HttpResponse:
    context = {"form": form, "back": reverse(back), "title": title}
    return render(request, "staff/economics/bring.html", context, status=form.status)
