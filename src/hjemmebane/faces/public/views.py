"""The pages every service must have."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from hjemmebane.foundation.database import answers


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For monitoring: 200 when the database answers."""
    answers()
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this name on their own, as beside a PDF, which names no icon."""
    return redirect(static("design/icon.svg"))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")
