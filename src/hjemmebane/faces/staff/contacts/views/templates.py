"""The team's templates for what it logs; its coordinator writes them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.actions import add_visit_template, change_visit_template
from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.domain.contacts.queries import visible_templates
from hjemmebane.domain.contacts.rules import check_can_write_templates
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.contacts.forms.templates import TemplateForm
from hjemmebane.faces.staff.contacts.pages.templates import PAGE, templates_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.http import ActorRequest, require_form, sent

LEAD = "Skabelonen er for alle borgere i teamet. Skriv ikke navne i den."


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    team = chosen_team(request, teams)
    shown = templates_page(team, teams, may_write=_may_write(request, team))
    return render(request, "staff/contacts/templates.html", {"page": shown})


@require_form
def new(request: ActorRequest) -> HttpResponse:
    """For whoever does not coordinate the team it does not exist."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    team = chosen_team(request, teams)
    if not _may_write(request, team):
        raise Http404
    form = TemplateForm(sent(request))
    if form.is_sent() and form.does(
        add_visit_template,
        id=form.row_id,
        team=team,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Skabelonen er gemt.")
        return redirect(address_in(team, PAGE))
    return _form(request, form, team, "Ny skabelon")


@require_form
def edit(request: ActorRequest, template_id: UUID) -> HttpResponse:
    template = get_object_or_404(visible_templates(), pk=template_id)
    if not _may_write(request, template.team):
        raise Http404
    form = TemplateForm(sent(request), record=template)
    if form.is_sent() and form.does(
        change_visit_template,
        template=template,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Skabelonen er rettet.")
        return redirect(address_in(template.team, PAGE))
    return _form(request, form, template.team, template.name, template)


def _may_write(request: ActorRequest, team: Team) -> bool:
    return allowed(check_can_write_templates, request.actor, team, today=today())


def _form(
    request: ActorRequest,
    form: TemplateForm,
    team: Team,
    heading: str,
    template: VisitTemplate | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "lead": LEAD,
        "back": address_in(team, PAGE),
        "back_label": "Skabeloner",
        "record": template,
    }
    return render(request, "staff/contacts/template_form.html", context, status=form.status)
