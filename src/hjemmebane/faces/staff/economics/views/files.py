"""Costings and scenarios in and out as files: all of a file is taken, or nothing of it."""

from collections.abc import Sequence
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
from hjemmebane.faces.documents.economics_document import Part, economics_pdf
from hjemmebane.faces.staff.documents.views import SPREADSHEET, as_file, as_pdf
from hjemmebane.faces.staff.economics.forms.bringing import BringForm
from hjemmebane.faces.staff.economics.pages.costing import costing_page
from hjemmebane.faces.staff.economics.pages.paper import costing_paper, scenario_paper
from hjemmebane.faces.staff.economics.pages.parts import COSTINGS, SCENARIOS
from hjemmebane.faces.staff.economics.pages.scenario import scenario_page
from hjemmebane.faces.staff.economics.views import costings, scenarios
from hjemmebane.faces.staff.economics.views.who import economy_teams
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent

PDF, PUBLISHED_BY = "pdf", "Evalueringen af M-ACT 2022"
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
WRITERS = {"xlsx": (as_xlsx, SPREADSHEET), "toml": (as_toml, "application/toml; charset=utf-8")}


@require_safe
def costing(request: ActorRequest, costing_id: UUID, form: str) -> HttpResponse:
    saved = costings.saved_or_404(request, costing_id)
    if form == PDF:
        page = costing_page(saved, today=today())
        owner = saved.team.name if saved.team else saved.municipality.name
        return _paper(request, page.title, page.meta, owner, costing_paper(page))
    return _file(as_costing(saved), form)


@require_safe
def scenario(request: ActorRequest, scenario_id: UUID, form: str) -> HttpResponse:
    saved = scenarios.saved_or_404(request, scenario_id)
    return _of_scenario(request, as_scenario(saved), saved.municipality.name, form)


@require_safe
def published(request: ActorRequest, code: str, form: str) -> HttpResponse:
    return _of_scenario(request, scenarios.published_or_404(request, code), PUBLISHED_BY, form)


def _of_scenario(request: ActorRequest, found: Scenario, owner: str, form: str) -> HttpResponse:
    if form != PDF:
        return _file(found, form)
    page = scenario_page(found)
    lead = (page.target_group, *page.meta)
    return _paper(request, page.title, lead, owner, scenario_paper(page))


def _paper(
    request: ActorRequest, title: str, lead: Sequence[str], owner: str, parts: Sequence[Part]
) -> HttpResponse:
    document = economics_pdf(
        title=title,
        lead=lead,
        owner=owner,
        parts=parts,
        is_demo=request.user.is_demo,
        at=now(),
    )
    return as_pdf(document, named(title, PDF))


def named(title: str, form: str) -> str:
    """A file's name: “faerre-naetter.pdf”."""
    return f"{slugify(title.casefold().translate(LETTERS)) or 'regnestykke'}.{form}"


def _file(record: Costing | Scenario, form: str) -> HttpResponse:
    if form not in WRITERS:
        raise Http404
    write, kind = WRITERS[form]
    return as_file(write(record), kind, named(record.title, form))


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
