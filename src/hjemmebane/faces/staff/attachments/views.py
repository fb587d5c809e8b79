"""Sounds and pictures of a contact: heard and seen, added, and put in other words."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.actions import attach, change_attachment_text
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.domain.contacts.queries import attachment_of, attachment_span, contacts_of
from hjemmebane.faces.staff.attachments.forms import AttachmentForm, WordsForm
from hjemmebane.faces.staff.attachments.pages import attachments_page, hung
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.media import played_from

WHAT = "Lyd og billeder"


@require_form
def page(request: ActorRequest, citizen_id: UUID, contact_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what=WHAT), now()
    contact = get_object_or_404(contacts_of(frame.course.pk), pk=contact_id)
    form = AttachmentForm(sent(request), files=request.FILES)
    if form.is_sent() and form.does(
        attach, id=form.row_id, contact=contact, **form.values(), by=request.actor, at=at
    ):
        messages.success(request, "Gemt på kontakten.")
        return redirect(frame.url("staff:attachments:page", contact.pk))
    shown = attachments_page(frame, contact, at=at)
    context = {"frame": frame, "page": shown, "form": form}
    return render(request, "staff/attachments/attachments.html", context, status=form.status)


@require_form
def edit(request: ActorRequest, citizen_id: UUID, attachment_id: UUID) -> HttpResponse:
    frame, one = found(request, citizen_id, attachment_id)
    form = WordsForm(sent(request), record=one)
    if form.is_sent() and form.does(
        change_attachment_text,
        attachment=one,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Ordene er gemt.")
        return redirect(frame.url("staff:attachments:page", one.contact_id))
    back = frame.url("staff:attachments:page", one.contact_id)
    context = {"frame": frame, "one": hung(one, frame, at=now()), "form": form, "back": back}
    return render(request, "staff/attachments/words.html", context, status=form.status)


@require_safe
def content(request: ActorRequest, citizen_id: UUID, attachment_id: UUID) -> HttpResponse:
    """The sound or the picture itself. Hearing it is a reading like any other."""
    _, one = found(request, citizen_id, attachment_id)
    return played_from(request, one.size, partial(attachment_span, one), one.media_type)


def found(
    request: ActorRequest, citizen_id: UUID, attachment_id: UUID
) -> tuple[CitizenFrame, Attachment]:
    frame = citizen_frame(request, citizen_id, "contacts", what=WHAT)
    one = attachment_of(frame.course.pk, attachment_id)
    if one is None:
        raise Http404
    return frame, one
