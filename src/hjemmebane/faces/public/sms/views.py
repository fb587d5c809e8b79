"""Calls from the gateway: signed, or nothing is there. Made twice they are done once."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import SMS_GATEWAY, take_delivery, take_reply
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.logs import log
from hjemmebane.gateways.sms import incoming

logger = log(__name__)


@csrf_exempt
@require_POST
def delivery(request: HttpRequest) -> HttpResponse:
    """A message reached its telephone, or never will. One that is not ours is taken as well."""
    told = read(request, incoming.delivery)
    if told is None:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    with acting(SMS_GATEWAY):
        is_ours = take_delivery(
            id=told.reference,
            has_arrived=told.status is incoming.Arrival.DELIVERED,
            by=SMS_GATEWAY,
            at=now(),
        )
    if not is_ours:
        logger.info("refused", reason="UNKNOWN_MESSAGE", path=request.path)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@csrf_exempt
@require_POST
def reply(request: HttpRequest) -> HttpResponse:
    """Somebody answered. The gateway learns that we have it, and nothing of whose it was."""
    told = read(request, incoming.reply)
    if told is None:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    with acting(SMS_GATEWAY):
        kind = take_reply(
            sender=told.sender, text=told.text, gateway_key=told.id, by=SMS_GATEWAY, at=now()
        )
    if not kind:
        logger.info("refused", reason="UNKNOWN_NUMBER", path=request.path)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def read[T](request: HttpRequest, understand: Callable[[bytes], T]) -> T | None:
    """What a signed call says; None when it cannot be understood. Raises Http404 when forged."""
    try:
        incoming.check_signature(
            settings.SMS_SECRET,
            timestamp=request.headers.get(incoming.TIMESTAMP, ""),
            given=request.headers.get(incoming.SIGNATURE, ""),
            body=request.body,
            seconds_now=now().timestamp(),
        )
    except incoming.Forged as forged:
        logger.warning("refused", reason="FORGED", path=request.path)
        raise Http404 from forged
    try:
        return understand(request.body)
    except incoming.Unreadable as unreadable:
        logger.warning("refused", reason="UNREADABLE", path=request.path, why=str(unreadable))
        return None
