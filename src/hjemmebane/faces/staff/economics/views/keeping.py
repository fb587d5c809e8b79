"""Costings and scenarios that leave the list, and come back into it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.domain.economics.actions import put_away, take_up
from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.faces.staff.economics.pages.parts import COSTINGS, SCENARIOS
from hjemmebane.faces.staff.economics.views import costings, scenarios
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest

AWAY = "Det er lagt væk. Under “Lagt væk” kan det tages frem igen."
BACK = "Det er taget frem igen."


@require_POST
def put_away_costing(request: ActorRequest, costing_id: UUID) -> HttpResponse:
    saved = costings.saved_or_404(request, costing_id)
    return _moved(request, saved, put_away, AWAY, reverse(COSTINGS))


@require_POST
def take_up_costing(request: ActorRequest, costing_id: UUID) -> HttpResponse:
    saved = costings.saved_or_404(request, costing_id)
    return _moved(request, saved, take_up, BACK, _page_of(saved))


@require_POST
def put_away_scenario(request: ActorRequest, scenario_id: UUID) -> HttpResponse:
    saved = scenarios.saved_or_404(request, scenario_id)
    return _moved(request, saved, put_away, AWAY, reverse(SCENARIOS))


@require_POST
def take_up_scenario(request: ActorRequest, scenario_id: UUID) -> HttpResponse:
    saved = scenarios.saved_or_404(request, scenario_id)
    return _moved(request, saved, take_up, BACK, _page_of(saved))


def _page_of(saved: SavedCosting | SavedScenario) -> str:
    route = "scenario" if isinstance(saved, SavedScenario) else "costing"
    return reverse(f"staff:economics:{route}", args=[saved.pk])


def _moved(
    request: ActorRequest,
    saved: SavedCosting | SavedScenario,
    action: Callable[..., object],
    said: str,
    url: str,
) -> HttpResponse:
    """On to `url`; or back to the page with the reason, when it was not done."""
    form = RecordForm(request.POST, record=saved)
    if form.is_sent() and form.does(
        action, saved=saved, version=form.version_seen, by=request.actor, at=now()
    ):
        messages.success(request, said)
        return redirect(url)
    messages.warning(request, form.told)
    return redirect(_page_of(saved))
