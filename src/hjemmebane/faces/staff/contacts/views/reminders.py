"""Agreeing with the citizen on reminders by text message, and that they want no more."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import agree_on_reminders, stop_reminders
from hjemmebane.domain.contacts.queries import reminder_agreement_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms.reminders import RemindersForm
from hjemmebane.faces.staff.contacts.pages.reminders import reminders_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.ids import new_id

WHAT = "Påmindelser på sms"


@require_form
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What is agreed stands in the form; saved again it is agreed anew."""
    frame = citizen_frame(request, citizen_id, "contacts", what=WHAT)
    form = form_for(request, frame)
    if (
        form.is_sent()
        and form.heeds(form.doubts())
        and form.does(
            agree_on_reminders,
            id=form.row_id or new_id(),
            course=frame.course,
            **form.values(),
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    ):
        messages.success(request, "Aftalen om påmindelser er gemt.")
        return redirect("staff:contacts:reminders", citizen_id)
    return shown(request, frame, form)


@require_POST
def stop(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what=WHAT)
    agreement = reminder_agreement_of(frame.course.pk)
    if agreement is None:
        raise Http404
    form = RecordForm(request.POST, record=agreement)
    if form.is_sent() and form.does(
        stop_reminders, agreement=agreement, by=request.actor, at=now()
    ):
        messages.success(request, "Der sendes ikke flere påmindelser.")
        return redirect("staff:contacts:reminders", citizen_id)
    return shown(request, frame, form_for(None, frame), refusal=form)


def form_for(request: ActorRequest | None, frame: CitizenFrame) -> RemindersForm:
    """What holds now, or what one would agree on with the number we know."""
    agreement = reminder_agreement_of(frame.course.pk)
    first = (
        {} if agreement else {"is_wanted": True, "phone": frame.citizen.phone, "talked_on": today()}
    )
    return RemindersForm(sent(request) if request else None, record=agreement, first=first)


def shown(
    request: ActorRequest,
    frame: CitizenFrame,
    form: RemindersForm,
    *,
    refusal: RecordForm | None = None,
) -> HttpResponse:
    agreement = reminder_agreement_of(frame.course.pk)
    context = {
        "frame": frame,
        "form": form,
        "refusal": refusal.told if refusal else "",
        "page": reminders_page(frame.course, agreement, now()),
    }
    status = refusal.status if refusal else form.status
    return render(request, "staff/contacts/reminders.html", context, status=status)
