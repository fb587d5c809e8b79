"""Shows the teams one works in or answers for, and who is in them. Nothing is about a citizen."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.actions import change_persona, introduce_oneself
from hjemmebane.domain.teams.queries import persona_of, staff_member
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.teams.forms import PersonaForm
from hjemmebane.faces.staff.teams.pages import teams_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    context = {"teams": teams_page(teams, today()), "is_member": bool(shell.teams)}
    return render(request, "staff/teams/teams.html", context)


@require_form
def persona(request: ActorRequest) -> HttpResponse:
    """One's own; there is no address for anybody else's."""
    me = staff_member(request.actor) if shell_of(request).teams else None
    if me is None:
        raise Http404
    written = persona_of(me.pk)
    if "id" in request.POST:
        written = None  # the form was opened before there was one, perhaps sent twice
    form = PersonaForm(sent(request), record=written)
    who = {"by": request.actor, "at": now()}
    if form.is_sent() and (
        form.does(
            change_persona, persona=written, **form.values(), version=form.version_seen, **who
        )
        if written
        else form.does(introduce_oneself, id=form.row_id, staff_member=me, **form.values(), **who)
    ):
        messages.success(request, "Det er gemt. Sådan kan borgere og kolleger lære dig at kende.")
        return redirect("staff:teams:page")
    return render(request, "staff/teams/persona.html", {"form": form}, status=form.status)
