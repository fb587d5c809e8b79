"""The scenarios: all of them, one of one's own, a published one, a new one, one that is mended."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.domain.economics.actions import change_scenario, save_scenario
from hjemmebane.domain.economics.calculations.figures import MOST_LINES
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import SavedScenario
from hjemmebane.domain.economics.queries import as_scenario, scenario, scenarios_in
from hjemmebane.faces.staff.economics.forms.lines import counted
from hjemmebane.faces.staff.economics.forms.scenario import (
    KINDS,
    LINES,
    ScenarioForm,
    counts_of_scenario,
    first_of_scenario,
    nothing_yet,
)
from hjemmebane.faces.staff.economics.pages.costing import FORMATS
from hjemmebane.faces.staff.economics.pages.parts import SCENARIOS, keeping_of, parts_of_economy
from hjemmebane.faces.staff.economics.pages.scenario import (
    LEAD,
    NO_CONSEQUENCES,
    NO_YEARS,
    scenario_page,
)
from hjemmebane.faces.staff.economics.pages.scenarios import published_by_code, scenarios_page
from hjemmebane.faces.staff.economics.views.costings import (
    MORE_LINES,
    municipalities,
    uuid_or_404,
    wants_lines,
)
from hjemmebane.faces.staff.economics.views.who import economy_teams
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

EMPTY_LINES = {LINES: 3}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    found = scenarios_in(municipalities(economy_teams(request)))
    context = {"page": scenarios_page(found), "parts": parts_of_economy(SCENARIOS)}
    return render(request, "staff/economics/scenarios.html", context)


@require_safe
def one(request: ActorRequest, scenario_id: UUID) -> HttpResponse:
    saved = saved_or_404(request, scenario_id)
    return _shown(
        request,
        as_scenario(saved),
        route="staff:economics:scenario_file",
        key=saved.pk,
        copy=f"kopi={saved.pk}",
        saved=saved,
    )


@require_safe
def published(request: ActorRequest, code: str) -> HttpResponse:
    """One of the six: what is printed and what is worked out from it stand apart."""
    return _shown(
        request,
        published_or_404(request, code),
        route="staff:economics:published_file",
        key=code,
        copy=f"som={code}",
    )


def _shown(
    request: ActorRequest,
    found: Scenario,
    *,
    route: str,
    key: object,
    copy: str,
    saved: SavedScenario | None = None,
) -> HttpResponse:
    stands = saved is not None and saved.put_away_at is None
    context = {
        "page": scenario_page(found),
        "said": {"lead": LEAD, "no_years": NO_YEARS, "no_consequences": NO_CONSEQUENCES},
        "keeping": keeping_of(saved) if saved else None,
        "edit_url": reverse("staff:economics:scenario_edit", args=[key]) if stands else "",
        "copy_url": f"{reverse('staff:economics:scenario_new')}?{copy}",
        "files": [(label, reverse(route, args=[key, form])) for form, label in FORMATS],
    }
    return render(request, "staff/economics/scenario.html", context)


@require_form
def new(request: ActorRequest) -> HttpResponse:
    """A new one, from another or from nothing."""
    teams = economy_teams(request)
    first, counts = _begun(request)
    form = _form(request, first=first, counts=counts)
    if (
        not wants_lines(request)
        and form.is_sent()
        and form.does(
            save_scenario,
            id=form.row_id,
            municipality=chosen_team(request, teams).municipality,
            **form.values(),
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Scenariet er gemt.")
        return redirect("staff:economics:scenario", form.result.pk)
    context = {"form": form, "back": reverse(SCENARIOS), "title": "Et nyt scenarie"}
    return render(request, "staff/economics/scenario_form.html", context, status=form.status)


@require_form
def edit(request: ActorRequest, scenario_id: UUID) -> HttpResponse:
    saved = saved_or_404(request, scenario_id)
    form = _form(request, record=saved, counts=counts_of_scenario(as_scenario(saved)))
    if (
        not wants_lines(request)
        and form.is_sent()
        and form.does(
            change_scenario,
            saved=saved,
            **form.values(),
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Scenariet er rettet.")
        return redirect("staff:economics:scenario", saved.pk)
    back = reverse("staff:economics:scenario", args=[saved.pk])
    context = {"form": form, "back": back, "title": saved.title}
    return render(request, "staff/economics/scenario_form.html", context, status=form.status)


def _form(
    request: ActorRequest,
    *,
    counts: Mapping[str, int],
    record: SavedScenario | None = None,
    first: Mapping[str, object] | None = None,
) -> ScenarioForm:
    """As it was sent; or as it was sent with more lines, and not judged yet."""
    posted = sent(request)
    if posted is None:
        return ScenarioForm(None, record=record, first=first, counts=counts)
    counts = counted(posted, KINDS)
    if not wants_lines(request):
        return ScenarioForm(posted, record=record, counts=counts)
    more = {LINES: min(MOST_LINES, counts[LINES] + MORE_LINES)}
    return ScenarioForm(None, record=record, first=posted.dict(), counts=more)


def _begun(request: ActorRequest) -> tuple[dict[str, object], dict[str, int]]:
    """What a new form shows first, and how many lines."""
    copied, example = request.GET.get("kopi"), request.GET.get("som")
    if copied:
        found = as_scenario(saved_or_404(request, uuid_or_404(copied)))
    elif example:
        found = published_or_404(request, example)
    else:
        return nothing_yet(published_pay().price_year), EMPTY_LINES
    first = {**first_of_scenario(found), "title": f"{found.title}, kopi"}
    return first, counts_of_scenario(found)


def saved_or_404(request: ActorRequest, scenario_id: UUID) -> SavedScenario:
    economy_teams(request)
    found = scenario(scenario_id)
    if found is None:
        raise Http404
    return found


def published_or_404(request: ActorRequest, code: str) -> Scenario:
    economy_teams(request)
    found = published_by_code().get(code)
    if found is None:
        raise Http404
    return found
