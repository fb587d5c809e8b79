"""Saying which colour it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.sharing.actions import say_light
from hjemmebane.faces.citizen.lights.forms import OwnLightForm
from hjemmebane.faces.citizen.lights.pages import COLOURS, light_page
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def page(request: ActorRequest) -> HttpResponse:
    """What is agreed, three colours to press, and what was said before."""
    me, at = mine(request, what="Mit lys"), now()
    form = OwnLightForm(sent(request))
    if form.is_sent() and form.does(
        say_light, id=form.row_id, course=me.course, **form.values(), **me.signed
    ):
        messages.success(request, COLOURS[form.result.colour].said)
        return redirect("citizen:lights:page")
    context = {"form": form, "page": light_page(me, at=at), "is_open": me.is_open}
    return render(request, "citizen/lights/lights.html", context, status=form.status)
