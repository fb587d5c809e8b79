"""Metoden, read by everyone in a team. It holds no citizen."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.method import queries
from hjemmebane.domain.practice.actions import move_team
from hjemmebane.domain.practice.queries import methods, moving_of
from hjemmebane.domain.teams.queries import coordinated_with
from hjemmebane.faces.staff.method.forms import MoveForm
from hjemmebane.faces.staff.method.pages import MethodPage, method_page, move_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team, switch
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

ROUTE = "staff:method:page"


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    """The method of the team in the address, else of the reader's first; the newest without one."""
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return show(request, method_page(queries.current_pack()))
    team = chosen_team(request, teams)
    links = switch(team, teams, ROUTE)
    move_url = address_in(team, "staff:method:move") if team in shell.teams else ""
    return show(request, method_page(queries.pack(team.method_pack), links, move_url))


@require_form
def move(request: ActorRequest) -> HttpResponse:
    """What another method would mean for the team, to its members; its coordinator decides."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    team, at = chosen_team(request, teams), now()
    others = [one for one in methods() if one.code != team.method_pack]
    form = MoveForm(sent(request), record=team, methods=others)
    if form.is_sent() and form.does(
        move_team,
        team=team,
        to=form.cleaned_data["to"],
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, f"Teamet arbejder nu efter {form.result.to.title}.")
        return redirect(address_in(team, ROUTE))
    offers = [moving_of(team, one.code, today=day_of(at)) for one in others]
    may = coordinated_with(request.actor, day_of(at)).filter(team=team).exists()
    context = {"page": move_page(team, form, offers, may=may)}
    return render(request, "staff/method/move.html", context, status=form.status)


def show(request: ActorRequest, shown: MethodPage) -> HttpResponse:
    return render(request, "staff/method/method.html", {"page": shown})
