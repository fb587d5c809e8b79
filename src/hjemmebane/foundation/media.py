"""Sounds and pictures as an answer: never taken for anything else, and played from any place."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

# One span is all that players ask for; whoever asks for more, or by numbers that no file has, gets
# the whole.
SPAN = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def played(request: HttpRequest, content: bytes, content_type: str) -> HttpResponse:
    """The content, or the span of it that a player asks for: some play nothing without.

    A page that opened it could not run anything from it: it is shown as what it is, or not at all.
    """

    def cut(first: int, last: int) -> bytes:
        return content[first : last + 1]

    return played_from(request, len(content), cut, content_type)


def played_from(
    request: HttpRequest, length: int, read: Callable[[int, int], bytes], content_type: str
) -> HttpResponse:
    """As `played`, of something long: `read` is asked for the first and last byte of the span."""
    span = span_asked_for(request.headers.get("Range", ""), length)
    first, last = span or (0, length - 1)
    response = HttpResponse(read(first, last), content_type=content_type)
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    if span:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response["Content-Range"] = f"bytes {first}-{last}/{length}"
    return response


def span_asked_for(header: str, length: int) -> tuple[int, int] | None:
    """First and last byte that a `Range` header asks for; None when that is everything."""
    asked = SPAN.fullmatch(header.strip())
    if asked is None or asked.groups() == ("", "") or not length:
        return None
    first, last = asked.groups()
    if not first:  # the last so many
        return (max(0, length - int(last)), length - 1) if int(last) else None
    if int(first) >= length or (last and int(last) < int(first)):
        return None
    return int(first), min(int(last), length - 1) if last else length - 1
