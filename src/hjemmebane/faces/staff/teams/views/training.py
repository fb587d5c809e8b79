"""Shows what the team has learned, and takes what is written about it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.teams.actions import correct_training, record_training, remove_training
from hjemmebane.domain.teams.models import Team, TrainingRecord
from hjemmebane.domain.teams.queries import participants_of, staff_of, visible_trainings
from hjemmebane.domain.teams.rules import check_can_write_training
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.faces.staff.teams.forms import TrainingForm
from hjemmebane.faces.staff.teams.pages.training import PAGE, training_page
from hjemmebane.faces.staff.workload.views.writing import taken_away
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM_PAGE = "staff/teams/form.html"
LEAD = "Skriv, hvad I lærte – uden navne på borgere."


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    team = chosen_team(request, teams)
    is_member = team in shell.teams
    shown = training_page(team, teams, is_member=is_member, day=today())
    context = {"page": shown, "is_member": is_member}
    return render(request, "staff/teams/training.html", context)


@require_form
def new(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    team = chosen_team(request, teams)
    form = TrainingForm(sent(request), first={"held_on": today()}, staff=staff_of(team.pk, today()))
    if form.is_sent() and form.does(
        record_training,
        id=form.row_id,
        team=team,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er skrevet.")
        return redirect(address_in(team, PAGE))
    return _form(request, form, team, "Skriv, hvad I har lært")


@require_form
def edit(request: ActorRequest, training_id: UUID) -> HttpResponse:
    training = _one(request, training_id)
    team, took_part = training.team, participants_of(training.pk)
    staff = dict.fromkeys([*staff_of(team.pk, today()), *took_part])
    form = TrainingForm(sent(request), record=training, first={"staff": took_part}, staff=staff)
    if form.is_sent() and form.does(
        correct_training,
        training=training,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er rettet.")
        return redirect(address_in(team, PAGE))
    return _form(request, form, team, str(training.get_kind_display()), training)


@require_POST
def remove(request: ActorRequest, training_id: UUID) -> HttpResponse:
    training = _one(request, training_id)
    form, back = RecordForm(request.POST, record=training), address_in(training.team, PAGE)
    if form.is_sent():
        form.does(
            remove_training,
            training=training,
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    return taken_away(request, form, "Det er slettet.", back)


def _form(
    request: ActorRequest,
    form: TrainingForm,
    team: Team,
    heading: str,
    training: TrainingRecord | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "lead": LEAD,
        "back": address_in(team, PAGE),
        "back_label": "Læring",
        "record": training,
        "remove_url": (
            reverse("staff:teams:training_remove", args=[training.pk]) if training else ""
        ),
    }
    return render(request, FORM_PAGE, context, status=form.status)


def _one(request: ActorRequest, training_id: UUID) -> TrainingRecord:
    """A training one may write. A manager sees it and writes nothing."""
    training = get_object_or_404(visible_trainings(), pk=training_id)
    if not allowed(check_can_write_training, request.actor, training.team, today=today()):
        raise Http404
    return training
