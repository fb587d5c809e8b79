"""Shows a team's preconditions, logged fidelity and DACTS; takes what the team says of them."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.fidelity.actions import judge_precondition, keep_dacts, rate_dacts_item
from hjemmebane.domain.fidelity.calculations.dacts import is_judged
from hjemmebane.domain.fidelity.choices import DactsAverage
from hjemmebane.domain.fidelity.rules import check_can_judge
from hjemmebane.domain.method.content.entries import Precondition
from hjemmebane.domain.method.queries import dacts as scale
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.documents.views import as_file
from hjemmebane.faces.staff.fidelity.forms import JudgementForm, KeepForm, RatingForm
from hjemmebane.faces.staff.fidelity.pages.checklist import PAGE, Checklist, checklist, slug_of
from hjemmebane.faces.staff.fidelity.pages.dacts import PAGE as DACTS
from hjemmebane.faces.staff.fidelity.pages.dacts import DactsPage, dacts_page
from hjemmebane.faces.staff.fidelity.pages.logged import logged_page
from hjemmebane.faces.staff.fidelity.pages.spreadsheet import as_csv
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.http import ActorRequest, note_reading, require_form, sent

UNTIL_NEXT = dt.timedelta(weeks=13)


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    shown = _checklist(request, chosen_team(request, teams), teams)
    return render(request, "staff/fidelity/preconditions.html", {"page": shown})


@require_form
def judge(request: ActorRequest, code: str) -> HttpResponse:
    """The coordinator's to say; for everybody else there is nothing here."""
    teams = shell_of(request).teams
    team = chosen_team(request, teams) if teams else None
    if team is None or not allowed(check_can_judge, request.actor, team, today=today()):
        raise Http404
    precondition = _precondition(team, code)
    first = {"judged_on": today(), "look_again_on": today() + UNTIL_NEXT}
    form = JudgementForm(sent(request), first=first)
    if form.is_sent() and form.does(
        judge_precondition,
        id=form.row_id,
        team=team,
        precondition=precondition.code,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er sagt. Det, der stod før, kan stadig læses.")
        return redirect(f"{address_in(team, PAGE)}#{precondition.anchor}")
    rows = _checklist(request, team, teams).rows
    context = {
        "form": form,
        "row": next(one for one in rows if one.precondition == precondition),
        "back": address_in(team, PAGE),
    }
    return render(request, "staff/fidelity/judge.html", context, status=form.status)


@require_safe
def logged(request: ActorRequest) -> HttpResponse:
    """For those who work in the team: the figures are counted in their own records."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    shown = logged_page(chosen_team(request, teams), teams, at=now())
    note_reading(request, shown.citizen_ids, what="Efterlevelse")
    return render(request, "staff/fidelity/logged.html", {"page": shown})


@require_safe
def dacts(request: ActorRequest) -> HttpResponse:
    """As it stands for those who work in the team; for its manager what the team has kept."""
    return render(request, "staff/fidelity/dacts.html", {"page": _dacts_page(request)})


@require_safe
def dacts_csv(request: ActorRequest) -> HttpResponse:
    """The same in rows, as Danish spreadsheets open them."""
    shown = _dacts_page(request)
    name = f"dacts-{today().isoformat()}.csv"
    return as_file(as_csv(shown), "text/csv; charset=utf-8", name)


@require_form
def rate(request: ActorRequest, code: str) -> HttpResponse:
    """For those who work in the team; there is no form for what is computed or not relevant."""
    team = _own_team(request)
    item = next((one for one in scale().items if one.code.lower() == code), None)
    if item is None or not is_judged(item, pack(team.method_pack).dacts_exceptions):
        raise Http404
    form = RatingForm(sent(request), first={"rated_on": today()}, item=item)
    if form.is_sent() and form.does(
        rate_dacts_item,
        id=form.row_id,
        team=team,
        item=item.code,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er vurderet. Det, der stod før, kan stadig læses.")
        return redirect(f"{address_in(team, DACTS)}#{item.anchor}")
    context = {"form": form, "item": item, "back": address_in(team, DACTS)}
    return render(request, "staff/fidelity/rate.html", context, status=form.status)


@require_form
def keep(request: ActorRequest) -> HttpResponse:
    """For those who work in the team: what is kept here the manager reads too."""
    team = _own_team(request)
    form = KeepForm(sent(request), first={"average": DactsAverage.MEDIAN})
    if form.is_sent() and form.does(
        keep_dacts, id=form.row_id, team=team, **form.values(), by=request.actor, at=now()
    ):
        messages.success(request, "Skemaet er gemt, og lederen kan se det.")
        return redirect(address_in(team, DACTS))
    context = {"form": form, "back": address_in(team, DACTS)}
    return render(request, "staff/fidelity/keep.html", context, status=form.status)


def _own_team(request: ActorRequest) -> Team:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    return chosen_team(request, teams)


def _dacts_page(request: ActorRequest) -> DactsPage:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        raise Http404
    team = chosen_team(request, teams)
    average = request.GET.get("tal")
    shown = dacts_page(
        team,
        teams,
        is_member=team in shell.teams,
        average=average if average in DactsAverage.values else DactsAverage.MEDIAN,
        wanted=request.GET.get("skema", ""),
        at=now(),
    )
    if shown is None:
        raise Http404
    return shown


def _precondition(team: Team, slug: str) -> Precondition:
    for one in pack(team.method_pack).preconditions:
        if slug_of(one) == slug:
            return one
    raise Http404


def _checklist(request: ActorRequest, team: Team, teams: tuple[Team, ...]) -> Checklist:
    is_member = team in shell_of(request).teams
    coordinates = is_member and allowed(check_can_judge, request.actor, team, today=today())
    shown = checklist(team, teams, is_member=is_member, coordinates=coordinates, at=now())
    if shown is None:
        raise Http404
    return shown
