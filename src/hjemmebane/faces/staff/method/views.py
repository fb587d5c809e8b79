"""Metoden, read by everyone in a team. It holds no citizen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.method import queries
from hjemmebane.faces.staff.method.pages import method_page


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return render(
        request, "staff/method/method.html", {"page": method_page(queries.current_pack())}
    )
