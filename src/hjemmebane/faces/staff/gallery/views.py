"""Shows the gallery. Its content is made up and lies in design; nothing is read or written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.design.samples import gallery_content


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "design/gallery.html", gallery_content())
