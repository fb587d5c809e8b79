"""Telephones: how they come in, which there are, and shutting one out."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.field.actions import register_device, revoke_device
from hjemmebane.domain.field.choices import FieldRefusal, Mend
from hjemmebane.domain.field.queries import is_shut, visible_devices
from hjemmebane.faces.staff.field.forms.reading import NotRead, read_json, text_of
from hjemmebane.faces.staff.field.pages.devices import devices_page
from hjemmebane.faces.staff.field.views.answers import (
    check_works_here,
    device_key,
    not_read,
    refused,
    said,
)
from hjemmebane.faces.staff.field.views.pack import key_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, login_of

LONGEST_NAME = 60


@require_safe
def entry(request: ActorRequest) -> HttpResponse:
    """Who is logged in, and a fresh token to send with; a telephone that is shut out learns it."""
    key = device_key(request)
    if key and is_shut(key):
        return said("revoked", HTTPStatus.FORBIDDEN)
    return JsonResponse({"csrf": get_token(request), "user": str(login_of(request).pk)})


@require_POST
def register(request: ActorRequest) -> HttpResponse:
    """A telephone has Felt from now on, or says that it is here again."""
    key = device_key(request)
    if key and is_shut(key):
        return said("revoked", HTTPStatus.FORBIDDEN)
    check_works_here(request)
    try:
        sent = read_json(request)
        device = register_device(
            id=key_of(sent, "id"),
            name=text_of(sent, "name", longest=LONGEST_NAME),
            by=request.actor,
            at=now(),
        )
    except NotRead as unread:
        return not_read(unread)
    except Refused as no:
        is_shut_out = no.reason == FieldRefusal.REVOKED
        return said("revoked", HTTPStatus.FORBIDDEN) if is_shut_out else taken(no)
    return JsonResponse({"device": str(device.pk)})


def taken(no: Refused) -> HttpResponse:
    """The key is somebody else's: the telephone makes another."""
    return refused(no.sentence, field="id", mend=Mend.AGAIN)


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shown = devices_page(request.actor, at=now())
    return render(request, "staff/field/devices.html", {"page": shown})


@require_POST
def revoke(request: ActorRequest, device_id: UUID) -> HttpResponse:
    device = get_object_or_404(visible_devices(), pk=device_id)
    revoke_device(device=device, by=request.actor, at=now())
    messages.success(
        request, f"{device.name} er spærret. Den glemmer, hvad den har læst, næste gang den er på."
    )
    return redirect("staff:field:devices")
