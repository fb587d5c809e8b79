"""Shows the teams one works in or answers for, and who is in them. Nothing is about a citizen."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.evaluation.queries.reports import teams_evaluated_by
from hjemmebane.domain.teams.actions import (
    change_persona,
    introduce_oneself,
    remove_portrait,
    show_portrait,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import (
    persona_of,
    portrait_content,
    portrait_of,
    staff_member,
)
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.teams.forms import PersonaForm, PortraitForm
from hjemmebane.faces.staff.teams.pages.team import parts_of_team, portrait_url, teams_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import is_for_a_new_one
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.gateways.clamav.client import scanner_in_use


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    context = {
        "teams": teams_page(teams, today()),
        "parts": parts_of_team(
            is_member=bool(shell.teams),
            evaluates=teams_evaluated_by(request.actor, today()).exists(),
        ),
        "is_member": bool(shell.teams),
    }
    return render(request, "staff/teams/teams.html", context)


def myself(request: ActorRequest) -> StaffMember:
    """The reader, who works in a team. One's own words and picture are nobody else's to write."""
    me = staff_member(request.actor) if shell_of(request).teams else None
    if me is None:
        raise Http404
    return me


@require_form
def persona(request: ActorRequest) -> HttpResponse:
    """One's own; there is no address for anybody else's."""
    me = myself(request)
    written = persona_of(me.pk)
    if is_for_a_new_one(request.POST):
        written = None
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
    context = {"form": form, "me": me, "picture": picture_of(me)}
    return render(request, "staff/teams/persona.html", context, status=form.status)


def picture_of(me: StaffMember) -> str:
    """Where one's picture is; empty without one."""
    return portrait_url(me.pk) if portrait_of(me.pk) else ""


@require_safe
def portrait(request: ActorRequest, staff_member_id: UUID) -> HttpResponse:
    shown = portrait_of(staff_member_id)
    if shown is None:
        raise Http404
    return HttpResponse(portrait_content(shown), content_type="image/jpeg")


@require_form
def portrait_choose(request: ActorRequest) -> HttpResponse:
    me = myself(request)
    form = PortraitForm(sent(request), files=request.FILES)
    if (
        form.is_sent()
        and form.is_harmless(scanner_in_use())
        and form.does(
            show_portrait,
            id=form.row_id,
            staff_member=me,
            **form.values(),
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Billedet er gemt.")
        return redirect("staff:teams:persona")
    context = {"form": form, "me": me, "picture": picture_of(me)}
    return render(request, "staff/teams/portrait.html", context, status=form.status)


@require_POST
def portrait_remove(request: ActorRequest) -> HttpResponse:
    """Asked about on the page of the picture; pressed twice it is gone all the same."""
    if shown := portrait_of(myself(request).pk):
        remove_portrait(portrait=shown, by=request.actor, at=now())
    messages.success(request, "Billedet er fjernet.")
    return redirect("staff:teams:persona")
