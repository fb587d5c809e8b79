"""One tap, and perhaps a few words: the citizen came by."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import tell_sign_of_life
from hjemmebane.faces.partner.citizens.forms import SignForm
from hjemmebane.faces.partner.citizens.pages.citizen import citizen_page
from hjemmebane.faces.partner.visits import Visit, at_the_door
from hjemmebane.foundation.http import ActorRequest

SIGN = "#forbi"


@require_POST
@at_the_door(SignForm)
def tell(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Er kommet forbi")
    form = SignForm(request.POST)
    if form.is_sent() and visit.does(
        form, tell_sign_of_life, id=form.row_id, course_id=visit.course_id, **form.values()
    ):
        messages.success(request, "Tak. Teamet kan se det nu, og det kan borgeren også.")
        return redirect(visit.url() + SIGN)
    context = {"page": citizen_page(visit, telling=form)}
    return render(request, "partner/citizens/citizen.html", context, status=form.status)
