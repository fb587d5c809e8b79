"""The page of the light, seeing it, and agreeing on it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.actions import agree_light, end_light_agreement, observe_light
from hjemmebane.domain.contacts.choices import LightRefusal
from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.contacts.queries import agreed_now, agreement_now, light_to_replace
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.faces.staff.light import light_saved
from hjemmebane.faces.staff.lights.forms import (
    EndLightForm,
    LightAgreementForm,
    SeeForm,
    first_of,
    key_of,
)
from hjemmebane.faces.staff.lights.pages.light import (
    COLOURS,
    agreements_on_page,
    colour_links,
    light_page,
)
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent

PAGE = "staff:lights:page"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Lyset")
    shown = light_page(
        frame,
        number=request.GET.get("side", "1"),
        period=request.GET.get("periode", ""),
        at=now(),
    )
    return render(request, "staff/lights/light.html", {"frame": frame, "page": shown})


@require_form
def see(request: ActorRequest, citizen_id: UUID, colour: str) -> HttpResponse:
    """One colour, its signs and what is done then; `?retter=` puts an earlier light right."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Lyset"), now()
    if colour not in COLOURS:
        raise Http404
    replaced = replaced_light(request, frame)
    agreed = agreed_now(frame.course.pk)
    first = {"note": replaced.note, "observed_at": replaced.observed_at} if replaced else {}
    form = SeeForm(sent(request), first=first, agreed=agreed, colour=COLOURS[colour])
    if form.is_sent() and form.does(
        observe_light,
        id=form.row_id,
        course=frame.course,
        colour=COLOURS[colour],
        replaces=replaced,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        follow_record(request, frame.course)
        messages.success(request, light_saved(form.result))
        return redirect(frame.url(PAGE))
    others = colour_links(frame, besides=colour, replaced=replaced)
    context = {
        "frame": frame,
        "form": form,
        "colour": COLOURS[colour],
        "others": others,
        "replaced": replaced,
    }
    return render(request, "staff/lights/see.html", context, status=form.status)


def replaced_light(request: ActorRequest, frame: CitizenFrame) -> TrafficLightObservation | None:
    """The light that is put right; 404 when it is not this citizen's."""
    asked = request.GET.get("retter")
    if not asked:
        return None
    try:
        found = light_to_replace(frame.course.pk, UUID(asked))
    except ValueError as error:
        raise Http404 from error
    if found is None:
        raise Http404
    return found


@require_form
def agree(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """The agreement, begun with what holds now; saved it is a new one."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Aftale om lyset"), now()
    agreed = agreed_now(frame.course.pk)
    first = {**first_of(agreed), "former": key_of(agreed), "made_on": today()}
    form = LightAgreementForm(sent(request), first=first)
    if form.is_sent() and form.does(
        agree_light,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Aftalen om lyset er gemt.")
        return redirect(frame.url(PAGE))
    if str(LightRefusal.NEWER_MADE.label) in form.non_field_errors():
        form.put("former", key_of(agreed) or "")
    context = {"frame": frame, "form": form, "agreed": agreed}
    return render(request, "staff/lights/agree.html", context, status=form.status)


@require_form
def end(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Aftale om lyset")
    agreement = agreement_now(frame.course.pk)
    if agreement is None:
        messages.info(request, "Der er ingen aftale om lyset.")
        return redirect(frame.url(PAGE))
    form = EndLightForm(sent(request), record=agreement)
    if form.is_sent() and form.does(
        end_light_agreement,
        agreement=agreement,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Aftalen om lyset er slut. Den kan stadig læses.")
        return redirect(frame.url(PAGE))
    context = {"frame": frame, "form": form, "back": frame.url(PAGE)}
    return render(request, "staff/lights/end.html", context, status=form.status)


@require_safe
def agreements(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Tidligere aftaler om lyset")
    shown = agreements_on_page(frame.course.pk)
    return render(request, "staff/lights/agreements.html", {"frame": frame, "agreements": shown})
