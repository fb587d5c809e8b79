"""The log of contacts: reading, adding and correcting."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from hjemmebane.domain.contacts.actions import change_contact, log_contact
from hjemmebane.domain.contacts.choices import ContactKind, InitiatedBy, Outcome, Place
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.contacts.queries import contacts_of
from hjemmebane.domain.plans.queries import open_sub_goals
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.citizens.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms import ContactForm, quarter_before, values_of
from hjemmebane.faces.staff.contacts.pages import contacts_page
from hjemmebane.faces.staff.submitting import submit, version_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import Record


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Kontakt")
    shown = contacts_page(frame, number=request.GET.get("side", "1"), at=now())
    return render(request, "staff/contacts/contacts.html", {"frame": frame, "page": shown})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Log kontakt"), now()
    choices = choices_for(frame)
    if request.method != "POST":
        return form_page(request, frame, ContactForm(initial=blank(request, at), **choices))
    form = ContactForm(request.POST, **choices)
    on = {"course": frame.course, "by": request.actor, "at": at}
    if submit(form, log_contact, lambda: {"id": form.cleaned_data["id"], **typed(form), **on}):
        messages.success(request, "Kontakten er gemt.")
        return redirect("staff:contacts:page", citizen_id)
    return form_page(request, frame, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActorRequest, citizen_id: UUID, contact_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Ret kontakt"), now()
    contacts = contacts_of(frame.course.pk).select_related("course")
    contact = get_object_or_404(contacts, pk=contact_id)
    choices = choices_for(frame, contact)
    if request.method != "POST":
        form = ContactForm(initial=values_of(contact), **choices)
        return form_page(request, frame, form, contact)
    form = ContactForm(request.POST, **choices)
    on = {"contact": contact, "by": request.actor, "at": at}
    if submit(form, change_contact, lambda: {"version": version_of(form), **typed(form), **on}):
        messages.success(request, "Rettelsen er gemt. Det, der stod før, kan stadig ses.")
        return redirect("staff:contacts:page", citizen_id)
    return form_page(request, frame, form, contact)


def choices_for(frame: CitizenFrame, contact: Contact | None = None) -> dict[str, list[Record]]:
    """The team and the open sub-goals of today, and what the contact already names."""
    staff = list(staff_of(frame.course.team_id, today()))
    sub_goals = list(open_sub_goals(frame.course.pk))
    if contact:
        staff += [row.staff_member for row in contact.staff.all() if row.staff_member not in staff]
        known = [row.sub_goal for row in contact.sub_goals.all()]
        sub_goals += [sub_goal for sub_goal in known if sub_goal not in sub_goals]
    return {"staff": staff, "sub_goals": sub_goals}


def blank(request: ActorRequest, at: dt.datetime) -> dict[str, object]:
    """What is most often true: I was on a visit at the citizen's home just now."""
    me = staff_member(request.actor)
    return {
        "id": new_id(),
        "kind": ContactKind.VISIT,
        "place": Place.HOME,
        "outcome": Outcome.MET,
        "initiated_by": InitiatedBy.TEAM,
        "started_at": quarter_before(at),
        "staff": [str(me.pk)] if me else [],
    }


def typed(form: ContactForm) -> dict[str, object]:
    return {
        "details": form.details(),
        "staff": form.cleaned_data["staff"],
        "sub_goals": form.progress(),
    }


def form_page(
    request: ActorRequest, frame: CitizenFrame, form: ContactForm, contact: Contact | None = None
) -> HttpResponse:
    context = {"frame": frame, "form": form, "contact": contact}
    return render(request, "staff/contacts/contact_form.html", context, status=form.status)
