"""What Felt is made of: the same bytes for everybody, without a word about anybody.

They are open, because a worker that is sent to the login can never be renewed.
"""

import json

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.field.pages.shell import (
    ICON_SIZES,
    assets,
    drawn_icon,
    shell_html,
    source_of,
    version_of,
)

WORKER = "design/js/field/worker.js"
JAVASCRIPT = "text/javascript; charset=utf-8"
PAPER = "#f7f4ee"


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The page that opens without a network. Everything on it is filled in on the phone."""
    return HttpResponse(shell_html())


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, with the list of what it may keep; another list is another worker."""
    kept = assets()
    felt = {"version": version_of(kept), "shell": reverse("staff:field:shell"), "assets": kept}
    source = source_of(WORKER).decode()
    return HttpResponse(f"self.felt = {json.dumps(felt)};\n{source}", content_type=JAVASCRIPT)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """How a phone puts Felt on its home screen."""
    address = reverse("staff:field:shell")
    return JsonResponse(
        {
            "id": address,
            "name": "Felt – Hjemmebane",
            "short_name": "Felt",
            "description": "Besøg, trafiklys og opgaver, også uden netværk.",
            "lang": "da",
            "start_url": address,
            "scope": address,
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [_icon(size, use) for size in ICON_SIZES for use in ("any", "maskable")],
        },
        content_type="application/manifest+json",
    )


def _icon(size: int, purpose: str) -> dict[str, str]:
    address = reverse("staff:field:icon", args=[size])
    return {
        "src": address,
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@require_safe
def icon(request: HttpRequest, size: int) -> HttpResponse:
    """The icon of the home screen, drawn from our own SVG: phones want it as a picture."""
    if size not in ICON_SIZES:
        raise Http404
    return HttpResponse(drawn_icon(size), content_type="image/png")
