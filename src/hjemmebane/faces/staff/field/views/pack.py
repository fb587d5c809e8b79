"""What a telephone takes along, and the address that is shown against a reason."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.citizens.actions import reveal_address
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import course_for
from hjemmebane.faces.staff.field.forms.reading import NOT_READABLE, NotRead, read_json, text_of
from hjemmebane.faces.staff.field.pages.pack import pack_for
from hjemmebane.faces.staff.field.views.answers import for_phones, unknown
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, login_of, note_reading

LONGEST_REASON = 200


@require_safe
@for_phones
def now_and_next(request: ActorRequest, device: FieldDevice) -> HttpResponse:
    """The pack; each citizen in it was read by whoever asks, and the log says so."""
    get_token(request)  # the cookie comes along for the items to be sent
    login = login_of(request)
    pack = pack_for(request.actor, login, shell_of(request).teams, at=now())
    note_reading(request, pack.citizen_ids, what="Pakket til telefonen (Felt)")
    return JsonResponse({**pack.said, "keep_hours": settings.FIELD_KEEP_HOURS})


@require_POST
@for_phones
def address(request: ActorRequest, device: FieldDevice) -> HttpResponse:
    """A protected address, against a reason that the citizen can read."""
    sent = read_json(request)
    reason = text_of(sent, "reason", longest=LONGEST_REASON)
    course = course_for(key_of(sent, "citizen"))
    if course is None:
        return unknown()
    found = reveal_address(citizen=course.citizen, reason=reason, by=request.actor, at=now())
    return JsonResponse({"address": found})


def key_of(sent: dict[str, object], name: str) -> UUID:
    try:
        return UUID(str(sent.get(name)))
    except ValueError as unreadable:
        raise NotRead(NOT_READABLE, field=name) from unreadable
