"""The log of contacts: reading, adding and correcting."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.actions import change_contact, log_contact
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.contacts.queries import contacts_of, follow_ups_of
from hjemmebane.domain.plans.queries import open_sub_goals
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms import ContactForm, quarter_before
from hjemmebane.faces.staff.contacts.pages.contacts import contacts_page
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.records import Record

FORM_PAGE = "staff/contacts/contact_form.html"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Kontakt")
    shown = contacts_page(frame, number=request.GET.get("side", "1"), at=now())
    return render(request, "staff/contacts/contacts.html", {"frame": frame, "page": shown})


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Log kontakt"), now()
    form = ContactForm(sent(request), first=first_values(request, at), **choices_for(frame))
    if form.is_sent() and form.does(
        log_contact,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Kontakten er gemt.")
        follow_record(request, frame.course)
        return redirect(after_saving(request, frame))
    context = {"frame": frame, "form": form, "contact": None}
    return render(request, FORM_PAGE, context, status=form.status)


@require_form
def edit(request: ActorRequest, citizen_id: UUID, contact_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Ret kontakt"), now()
    contacts = contacts_of(frame.course.pk).select_related("course")
    contact = get_object_or_404(contacts, pk=contact_id)
    form = ContactForm(sent(request), record=contact, **choices_for(frame, contact))
    if form.is_sent() and form.does(
        change_contact,
        contact=contact,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        follow_record(request, frame.course)
        messages.success(request, "Rettelsen er gemt. Det, der stod før, kan stadig ses.")
        return redirect(frame.url("staff:contacts:page"))
    context = {"frame": frame, "form": form, "contact": contact}
    return render(request, FORM_PAGE, context, status=form.status)


def after_saving(request: ActorRequest, frame: CitizenFrame) -> str:
    """The follow-up it was written for, which shows it; else the log."""
    asked = request.GET.get("opfoelgning", "")
    here = {str(one.pk) for one in follow_ups_of(frame.course.pk)} if asked else set()
    if asked in here:
        return frame.url("staff:tasks:follow_up", asked)
    return frame.url("staff:contacts:page")


def choices_for(frame: CitizenFrame, contact: Contact | None = None) -> dict[str, list[Record]]:
    """The team and the open sub-goals of today, and what the contact already names."""
    staff = list(staff_of(frame.course.team_id, today()))
    sub_goals = list(open_sub_goals(frame.course.pk))
    if contact:
        staff += [row.staff_member for row in contact.staff.all() if row.staff_member not in staff]
        known = [row.sub_goal for row in contact.sub_goals.all()]
        sub_goals += [sub_goal for sub_goal in known if sub_goal not in sub_goals]
    return {"staff": staff, "sub_goals": sub_goals}


def first_values(request: ActorRequest, at: dt.datetime) -> dict[str, object]:
    """What is most often true: I was there just now; and it was acute when a call led here."""
    me = staff_member(request.actor)
    is_acute = request.GET.get("akut") == "1"
    return {"started_at": quarter_before(at), "staff": [me] if me else [], "is_acute": is_acute}
