"""What a citizen said yes to, towards partners: given, changed, said once more, taken back."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.citizens.queries import representatives_of
from hjemmebane.domain.consents.actions import (
    change_consent,
    give_consent,
    renew_consent,
    withdraw_consent,
)
from hjemmebane.domain.consents.queries import consents_of, goals_opened_by
from hjemmebane.domain.partners.queries import organisations_of, working_at_partners
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.plans.queries import goals_around
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.citizens.pages.network import network_page
from hjemmebane.faces.staff.consents.forms import ChangeForm, ConsentForm, Offered, RenewForm
from hjemmebane.faces.staff.consents.pages import (
    Opening,
    closing,
    opening_of,
    opening_with,
    preview_page,
    seen_by,
)
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer, require_form, sent

READ = "Netværk og samtykke"
PREVIEWED = "Det, en partner ser"
FORM = "staff/consents/consent_form.html"


def offered(frame: CitizenFrame, *, besides: UUID | None = None) -> Offered:
    """What there is to choose among; with a partner named, that partner alone. Five queries."""
    municipality = frame.course.team.municipality_id
    partners = organisations_of([municipality])
    return Offered(
        citizen=frame.citizen,
        partners=list(partners.filter(pk=besides) if besides else partners),
        people=list(working_at_partners([municipality], day=today())),
        goals=list(goals_around(frame.citizen.pk).prefetch_related("wishes")),
        representatives=list(representatives_of(frame.citizen.pk)),
    )


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what=READ)
    choices = offered(frame)
    form = ConsentForm(sent(request), first={"from_on": today()}, offered=choices)
    if form.is_sent() and form.does(
        give_consent,
        id=form.row_id,
        citizen=frame.citizen,
        recipient=form.recipient_chosen.organisation,
        goals=form.goals_chosen,
        **form.terms,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Samtykket er gemt.")
        return redirect("staff:citizens:network", citizen_id)
    context = {"frame": frame, "form": form, "partners": choices.partners}
    return render(request, FORM, context, status=form.status)


@require_form
def change(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what=READ)
    consents = consents_of(citizen_id).filter(organisation__isnull=False)
    consent = get_object_or_404(consents.prefetch_related("items"), pk=consent_id)
    choices = offered(frame, besides=consent.organisation_id)
    form = ChangeForm(sent(request), record=consent, offered=choices)
    goals = {goal.pk: goal for goal in choices.goals}
    before = opening_of(consent, frame.citizen, goals)
    if (
        form.is_sent()
        and form.heeds(closing(before, changed_opening(before, form, goals)))
        and form.does(
            change_consent,
            id=form.row_id,
            consent=consent,
            values=form.terms,
            # Goals that another team works on are not ours to close.
            goals=form.goals_chosen | (goals_opened_by(consent) - goals.keys()),
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Samtykket er ændret. Det nye gælder fra nu af.")
        return redirect("staff:citizens:network", citizen_id)
    context = {
        "frame": frame,
        "form": form,
        "partners": choices.partners,
        "open_now": seen_by(before),
    }
    return render(request, FORM, context, status=form.status)


def changed_opening(before: Opening, form: ChangeForm, goals: Mapping[UUID, Goal]) -> Opening:
    """What is open when the form is done."""
    return opening_with(before, form.terms, {key: goals[key] for key in form.goals_chosen})


@require_POST
def renew(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what=READ)
    consent = get_object_or_404(consents_of(citizen_id).prefetch_related("items"), pk=consent_id)
    form, at = RenewForm(request.POST, record=consent), now()
    if form.is_sent():
        form.does(
            frame.while_open(renew_consent),
            id=form.row_id,
            consent=consent,
            until_on=form.cleaned_data["until_on"],
            version=form.version_seen,
            by=request.actor,
            at=at,
        )
    return who_sees_what(request, frame, form, at)


@require_POST
def withdraw(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what=READ)
    consent = get_object_or_404(consents_of(citizen_id), pk=consent_id)
    form, at = RecordForm(request.POST, record=consent), now()
    if form.is_sent():
        form.does(
            withdraw_consent, consent=consent, version=form.version_seen, by=request.actor, at=at
        )
    return who_sees_what(request, frame, form, at)


def who_sees_what(
    request: ActorRequest, frame: CitizenFrame, form: RecordForm, at: dt.datetime
) -> HttpResponse:
    """The panel after a press: as it now is, or with the reason why nothing happened."""
    return answer(
        request,
        "staff/citizens/network.html",
        "consents",
        lambda: {"frame": frame, "page": network_page(frame, at=at), "pressed": form},
        otherwise=redirect("staff:citizens:network", frame.citizen.pk).url,
        status=form.status,
    )


@require_safe
def preview(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what=PREVIEWED)
    consents = consents_of(citizen_id).filter(organisation__isnull=False)
    consent = get_object_or_404(consents, pk=consent_id)
    page = preview_page(consent, frame.course, looker=request.actor, at=now())
    context = {"frame": frame, "page": page}
    return render(request, "staff/consents/preview.html", context)
