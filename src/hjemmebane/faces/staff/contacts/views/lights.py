"""Saying how the citizen's state looks now, and how often the team takes them up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import observe_light
from hjemmebane.domain.courses.actions import set_cadence
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms.lights import CadenceForm, LightForm
from hjemmebane.faces.staff.contacts.pages.contacts import contacts_page
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.faces.staff.light import light_saved
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer


@require_POST
def observe(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Trafiklys")
    form = LightForm(request.POST)
    is_done = form.is_sent() and form.does(
        observe_light,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=now(),
    )
    if is_done:
        follow_record(request, frame.course)
        messages.success(request, light_saved(form.result))
    return with_region(request, frame, form, light=None if is_done else form)


@require_POST
def take_up(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Teammøde")
    form = CadenceForm(request.POST, record=frame.course)
    is_done = form.is_sent() and form.does(
        set_cadence, course=frame.course, **form.values(), by=request.actor, at=now()
    )
    return with_region(request, frame, form, cadence=None if is_done else form)


def with_region(
    request: ActorRequest, frame: CitizenFrame, form: RecordForm, **failed: RecordForm | None
) -> HttpResponse:
    """The region as it stands after it; without htmx the page."""

    def context() -> dict[str, object]:
        again = citizen_frame(request, frame.citizen.pk, "contacts", what="Trafiklys")
        return {"frame": again, "page": contacts_page(again, at=now(), **failed)}

    return answer(
        request,
        "staff/contacts/contacts.html",
        "lights",
        context,
        otherwise=f"{redirect('staff:contacts:page', frame.citizen.pk).url}#lys",
        status=form.status,
    )
