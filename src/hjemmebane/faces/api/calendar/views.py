"""Answers a phone that asks for a calendar by its secret address."""

import hashlib
from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.queries import feed_entries
from hjemmebane.domain.teams.actions import note_feed_used
from hjemmebane.domain.teams.calculations import hash_of_token
from hjemmebane.domain.teams.queries import opens_a_feed
from hjemmebane.faces.api.calendar.writing import calendar_file
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.logs import log

FEED = Actor.system("feed")
logger = log(__name__)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The file, or 304 while it is the same. A secret that opens nothing is 404, always."""
    # What allauth offers to others counts no GET.
    if not ratelimit.consume(request=request, app="allauth.account", action="feed", limit_get=True):
        logger.warning("refused", reason="TOO_MANY", route="api:calendar:feed")
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "600"})
    secret = hash_of_token(token)
    with acting(FEED, read_only=True):
        if not opens_a_feed(secret):
            raise Http404
        content = calendar_file(feed_entries(secret))
    if not request.user.is_authenticated:
        # A phone has no login; whoever has one tries the address in a browser, which only reads.
        with acting(FEED):
            note_feed_used(secret=secret, by=FEED, at=now())
    etag = quote_etag(hashlib.sha256(content).hexdigest())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Content-Disposition"] = 'inline; filename="kalender.ics"'
    response: HttpResponse = get_conditional_response(request, etag=etag, response=answer)
    return response
