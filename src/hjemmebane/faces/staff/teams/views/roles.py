"""Shows what the team and its members are for, and takes the words about it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.actions import change_role_description, describe_role
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import (
    coordinated_with,
    role_description,
    role_fields,
    staff_member,
    staff_of,
)
from hjemmebane.domain.teams.rules import check_can_describe_role
from hjemmebane.faces.staff.lines import LinesForm
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.faces.staff.teams.pages.roles import PAGE, Writers, roles_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import is_for_a_new_one
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    team = chosen_team(request, teams)
    shown = roles_page(team, teams, _writers(request, team), day=today())
    return render(request, "staff/teams/roles.html", {"page": shown})


def _writers(request: ActorRequest, team: Team) -> Writers:
    if team not in shell_of(request).teams:
        return Writers(None, coordinates=False)
    mine = coordinated_with(request.actor, today()).filter(team=team)
    return Writers(staff_member(request.actor), coordinates=mine.exists())


@require_form
def write_team(request: ActorRequest) -> HttpResponse:
    return _write(request, _team(request), None)


@require_form
def write_member(request: ActorRequest, staff_member_id: UUID) -> HttpResponse:
    """A colleague's is the coordinator's to write; for others it does not exist here."""
    team = _team(request)
    about = staff_of(team.pk, today()).filter(pk=staff_member_id).first()
    if about is None or not allowed(
        check_can_describe_role, request.actor, team, about, today=today()
    ):
        raise Http404
    return _write(request, team, about)


def _team(request: ActorRequest) -> Team:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    return chosen_team(request, teams)


def _write(request: ActorRequest, team: Team, about: StaffMember | None) -> HttpResponse:
    written = role_description(team.pk, about)
    if is_for_a_new_one(request.POST):
        written = None
    form = LinesForm(sent(request), record=written, lines=role_fields(team, about))
    who = {"by": request.actor, "at": now()}
    if form.is_sent() and (
        form.does(
            change_role_description,
            description=written,
            **form.values(),
            version=form.version_seen,
            **who,
        )
        if written
        else form.does(
            describe_role, id=form.row_id, team=team, staff_member=about, **form.values(), **who
        )
    ):
        messages.success(request, "Funktionsbeskrivelsen er gemt.")
        return redirect(address_in(team, PAGE))
    context = {
        "form": form,
        "heading": f"Funktion: {about.name if about else team.name}",
        "lead": LEADS[about is None],
        "back": address_in(team, PAGE),
        "back_label": "Funktioner",
    }
    return render(request, "staff/teams/form.html", context, status=form.status)


LEADS = {
    True: "Timer, koordinator og forankring står der allerede. Skriv resten, så en ny kollega og"
    " en partner forstår, hvad teamet er til for. Felter må stå tomme.",
    False: "Stilling, funktioner og timer står der allerede. Skriv resten, så kollegerne ved, hvad"
    " de kan bruge funktionen til. Felter må stå tomme.",
}
