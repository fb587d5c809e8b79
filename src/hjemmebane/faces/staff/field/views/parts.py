"""Files that come in parts."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods

from hjemmebane.domain.field.actions import add_part
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import upload_of
from hjemmebane.faces.staff.field.forms.reading import NOT_READABLE, TOO_LARGE, NotRead
from hjemmebane.faces.staff.field.views.answers import for_phones
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest

LARGEST_PART = 256 * 1024
DIGITS = 10


@require_http_methods(["GET", "PUT"])
@for_phones
def part(request: ActorRequest, device: FieldDevice, item_id: UUID) -> HttpResponse:
    """How much of a file is here; and some more of it. A gap is answered with where to go on."""
    if request.method == "GET":
        upload = upload_of(item_id)
        return here(item_id, upload.have if upload else 0)
    start, content = starts_at(request), request.body
    if len(content) > LARGEST_PART:
        raise NotRead(TOO_LARGE, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    have = add_part(upload_id=item_id, start=start, part=content, by=request.actor, at=now())
    return here(item_id, have, HTTPStatus.CONFLICT if start > have else HTTPStatus.OK)


def here(item_id: UUID, have: int, status: int = HTTPStatus.OK) -> HttpResponse:
    return JsonResponse({"id": str(item_id), "have": have}, status=status)


def starts_at(request: ActorRequest) -> int:
    start = request.GET.get("fra", "")
    if not (start.isascii() and start.isdecimal() and len(start) <= DIGITS):
        raise NotRead(NOT_READABLE)
    return int(start)
