"""The costings: all of them, one, a new one, one that is mended, and two beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.domain.economics.actions import change_costing, save_costing
from hjemmebane.domain.economics.calculations.figures import MOST_LINES
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import (
    ActualTeam,
    actual_team,
    as_costing,
    costing,
    costings_in,
)
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.economics.forms.costing import (
    KINDS,
    NOTHING,
    STAFF,
    CostingForm,
    counts_of,
    first_of,
)
from hjemmebane.faces.staff.economics.forms.lines import SPARE, counted
from hjemmebane.faces.staff.economics.pages.costing import costing_page
from hjemmebane.faces.staff.economics.pages.costings import compare_page, costings_page
from hjemmebane.faces.staff.economics.pages.parts import (
    COSTINGS,
    in_the_list,
    keeping_of,
    parts_of_economy,
)
from hjemmebane.faces.staff.economics.views.who import economy_teams
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.written import written_day

MORE, MORE_LINES = "flere", 3
EMPTY_LINES = {STAFF: 3}


@dataclass(frozen=True)
class Begun:
    """What a new form shows first, and how many lines of each kind.

    unknown: the lines that lack a pay, and the field it is typed in.
    """

    first: Mapping[str, object]
    counts: Mapping[str, int]
    unknown: Sequence[tuple[str, str]] = ()


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = economy_teams(request)
    shown = costings_page(costings_in(municipalities(teams)), teams)
    context = {"page": shown, "parts": parts_of_economy(COSTINGS)}
    return render(request, "staff/economics/costings.html", context)


@require_safe
def one(request: ActorRequest, costing_id: UUID) -> HttpResponse:
    saved = saved_or_404(request, costing_id)
    context = {"page": costing_page(saved, today=today()), "keeping": keeping_of(saved)}
    return render(request, "staff/economics/costing.html", context)


@require_safe
def compare(request: ActorRequest) -> HttpResponse:
    teams = economy_teams(request)
    found = in_the_list(costings_in(municipalities(teams)))
    keys = {str(saved.pk) for saved in found}
    chosen = [request.GET.get(name, "") for name in ("a", "b")]
    if any(key and key not in keys for key in chosen):
        raise Http404
    context = {"page": compare_page(found, *chosen), "parts": parts_of_economy(COSTINGS)}
    return render(request, "staff/economics/compare.html", context)


@require_form
def new(request: ActorRequest) -> HttpResponse:
    """A new one, from a team's real hours and citizens, from another costing, or from nothing."""
    teams = economy_teams(request)
    team = chosen_team(request, teams)
    begun = _begun(request, team)
    form = _form(request, teams, first=begun.first, counts=begun.counts)
    if not wants_lines(request) and form.is_sent():
        given = form.values()
        if form.does(
            save_costing,
            id=form.row_id,
            municipality=(given["team"] or team).municipality,
            **given,
            by=request.actor,
            at=now(),
        ):
            messages.success(request, "Regnestykket er gemt.")
            return redirect("staff:economics:costing", form.result.pk)
    context = {
        "form": form,
        "back": reverse(COSTINGS),
        "title": "Hvad koster et team?",
        "unknown": () if request.method == "POST" else begun.unknown,
    }
    return render(request, "staff/economics/costing_form.html", context, status=form.status)


@require_form
def edit(request: ActorRequest, costing_id: UUID) -> HttpResponse:
    teams = economy_teams(request)
    saved = saved_or_404(request, costing_id)
    form = _form(request, teams, record=saved, counts=counts_of(as_costing(saved)))
    if (
        not wants_lines(request)
        and form.is_sent()
        and form.does(
            change_costing,
            saved=saved,
            **form.values(),
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Regnestykket er rettet.")
        return redirect("staff:economics:costing", saved.pk)
    context = {
        "form": form,
        "back": reverse("staff:economics:costing", args=[saved.pk]),
        "title": saved.title,
    }
    return render(request, "staff/economics/costing_form.html", context, status=form.status)


def _form(
    request: ActorRequest,
    teams: tuple[Team, ...],
    *,
    counts: Mapping[str, int],
    record: SavedCosting | None = None,
    first: Mapping[str, object] | None = None,
) -> CostingForm:
    """As it was sent; or as it was sent with more lines, and not judged yet."""
    posted = sent(request)
    if posted is None:
        return CostingForm(None, record=record, first=first, teams=teams, counts=counts)
    counts = counted(posted, KINDS)
    if not wants_lines(request):
        return CostingForm(posted, record=record, teams=teams, counts=counts)
    more = str(posted[MORE])
    counts |= {more: min(MOST_LINES, counts[more] + MORE_LINES)} if more in KINDS else {}
    return CostingForm(None, record=record, first=posted.dict(), teams=teams, counts=counts)


def wants_lines(request: ActorRequest) -> bool:
    """Whether the form was sent for more lines alone."""
    return MORE in request.POST


def _begun(request: ActorRequest, team: Team) -> Begun:
    spare = {kind: EMPTY_LINES.get(kind, SPARE) for kind in KINDS}
    nothing = {**NOTHING, "price_year": published_pay().price_year}
    if copied := request.GET.get("kopi"):
        original = saved_or_404(request, uuid_or_404(copied))
        found = as_costing(original)
        title = f"{original.title}, kopi"
        return Begun({**first_of(found, team=original.team), "title": title}, counts_of(found))
    if request.GET.get("tom"):
        return Begun(nothing, spare)
    there = actual_team(team, today=today())
    counts = {**spare, STAFF: len(there.posts) + SPARE}
    unknown = [
        (f"Stilling {number}: {post.title}", f"id_{STAFF}-{number - 1}-monthly_pay")
        for number, post in enumerate(there.posts, start=1)
        if not post.profession
    ]
    return Begun({**nothing, **_of_team(there)}, counts, unknown)


def _of_team(there: ActualTeam) -> dict[str, object]:
    """The team's real hours and citizens, as the form shows them."""
    found: dict[str, object] = {
        "title": f"{there.team.name} {today().year}",
        "team": str(there.team.pk),
        "places": there.citizens or None,
        "source": f"Teamets timer og borgere, {written_day(today())}",
    }
    for number, post in enumerate(there.posts):
        for name in ("title", "profession", "people", "hours", "coordination_hours"):
            found[f"{STAFF}-{number}-{name}"] = getattr(post, name)
    return found


def municipalities(teams: tuple[Team, ...]) -> set[UUID]:
    return {team.municipality_id for team in teams}


def saved_or_404(request: ActorRequest, costing_id: UUID) -> SavedCosting:
    economy_teams(request)
    found = costing(costing_id)
    if found is None:
        raise Http404
    return found


def uuid_or_404(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
