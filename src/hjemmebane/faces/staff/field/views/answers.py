"""How telephones are answered: always in JSON, and never with a page they cannot read."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from hjemmebane.domain.contacts.choices import AttachmentRefusal
from hjemmebane.domain.field.choices import FieldRefusal, Mend
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import is_shut, own_device
from hjemmebane.faces.staff.field.forms.reading import NOT_READABLE, TOO_LARGE, NotRead
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, face_of
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.records import RecordRefusal

logger = log(__name__)

DEVICE = "X-Field-Device"
ADDRESSES = tuple(f"/felt/{name}/" for name in ("adgang", "enhed", "nu", "adresse", "ind"))
NOT_REGISTERED = "Telefonen er ikke tilmeldt Felt. Åbn Felt igen, mens du har dækning."
# What helps, where that is not to change what one wrote.
MENDS: dict[object, Mend] = {
    FieldRefusal.UNKNOWN: Mend.DISCARD,
    FieldRefusal.COURSE_ENDED: Mend.DISCARD,
    FieldRefusal.TOO_LARGE: Mend.DISCARD,
    FieldRefusal.BROKEN_ON_THE_WAY: Mend.AGAIN,
    FieldRefusal.NEVER_ANNOUNCED: Mend.AGAIN,
    FieldRefusal.BEYOND_ITS_END: Mend.AGAIN,
    **dict.fromkeys(AttachmentRefusal, Mend.DISCARD),
}

type PhoneView[**P] = Callable[Concatenate[ActorRequest, FieldDevice, P], HttpResponse]


def is_for_phones(request: HttpRequest) -> bool:
    """Whether only a telephone asks here."""
    return request.path.startswith(ADDRESSES)


def said(status: str, http: int = HTTPStatus.OK, **more: object) -> JsonResponse:
    return JsonResponse({"status": status, **more}, status=http)


def refused(sentence: str, http: int = 422, *, field: str = "", mend: Mend) -> JsonResponse:
    """Why something is not done, and what helps."""
    return said("refused", http, reason=sentence, field=field, mend=mend.value)


def not_read(unread: NotRead) -> JsonResponse:
    logger.info("refused", reason="NOT_READ", field=unread.field)
    return refused(unread.sentence, unread.status, field=unread.field, mend=unread.mend)


def not_done(no: Refused) -> JsonResponse:
    """What a rule refused. Somebody else's key and one that was never given are told alike."""
    logger.info("refused", reason=str(no.reason.value))
    if isinstance(no.reason, RecordRefusal) or no.reason == FieldRefusal.UNKNOWN:
        return unknown()
    if no.reason == AttachmentRefusal.SCANNER_DOWN:
        return said("later", HTTPStatus.SERVICE_UNAVAILABLE, reason=no.sentence)
    mend = MENDS.get(no.reason, Mend.CHANGE)
    return refused(no.sentence, field=no.field or "", mend=mend)


def unknown() -> JsonResponse:
    sentence = str(FieldRefusal.UNKNOWN.label)
    return refused(sentence, HTTPStatus.NOT_FOUND, mend=Mend.DISCARD)


def device_key(request: HttpRequest) -> UUID | None:
    """Which telephone says that it asks."""
    try:
        return UUID(request.headers.get(DEVICE, ""))
    except ValueError:
        return None


def for_phones[**P](view: PhoneView[P]) -> Callable[Concatenate[ActorRequest, P], HttpResponse]:
    """A view that a registered telephone of one's own may ask; what cannot be read is told."""

    @wraps(view)
    def answered(request: ActorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = device_key(request)
        if key is None:
            check_works_here(request)
            return refused(NOT_REGISTERED, mend=Mend.AGAIN)
        if is_shut(key):
            return said("revoked", HTTPStatus.FORBIDDEN)
        device = own_device(request.actor, key)
        if device is None:
            check_works_here(request)
            return said("other", HTTPStatus.FORBIDDEN)
        try:
            return view(request, device, *args, **kwargs)
        except NotRead as unread:
            return not_read(unread)
        except Refused as no:
            return not_done(no)

    return answered


def check_works_here(request: ActorRequest) -> None:
    """Felt is for those who work in a team today; for others it is not there."""
    if not shell_of(request).teams:
        raise Http404


def in_json(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The same answer for a telephone, where the house would have shown a page."""
    status = HTTPStatus(response.status_code)
    is_known = getattr(request, "user", None) is not None and request.user.is_authenticated
    key = device_key(request)
    if not is_known and status in {HTTPStatus.FOUND, HTTPStatus.FORBIDDEN}:
        if key and is_shut(key):
            return said("revoked", HTTPStatus.FORBIDDEN)
        return said("login", HTTPStatus.UNAUTHORIZED)
    if is_known and key and face_of(request) != Face.STAFF:
        # A partner or a citizen holds a telephone with Felt. For their own there is nothing here.
        return said("other_user", HTTPStatus.CONFLICT)
    if status == HTTPStatus.FORBIDDEN:
        return said("token", HTTPStatus.UNAUTHORIZED)
    if status == HTTPStatus.NOT_FOUND:
        return unknown()
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return refused(TOO_LARGE, status, mend=Mend.CHANGE)
    if status.is_client_error:
        return refused(NOT_READABLE, status, mend=Mend.CHANGE)
    return said("later", HTTPStatus.SERVICE_UNAVAILABLE)
