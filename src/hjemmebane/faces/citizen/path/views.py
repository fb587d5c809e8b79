"""The way so far, in pictures and few words."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.citizen.path.pages import path_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Min vej")
    context = {"page": path_page(me, at=now())}
    return render(request, "citizen/path/path.html", context)
