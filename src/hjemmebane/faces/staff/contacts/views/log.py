"""The log of contacts: reading, adding and correcting."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.actions import change_contact, log_contact
from hjemmebane.domain.contacts.calculations import minutes_between
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.contacts.queries import contacts_of, follow_ups_of
from hjemmebane.domain.plans.queries import open_sub_goals
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.choosing import choose_citizen
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms.log import ContactForm, written_for_field
from hjemmebane.faces.staff.contacts.pages.beginning import Beginning, beginning, way_back
from hjemmebane.faces.staff.contacts.pages.contacts import contacts_page
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.faces.staff.tasks.pages import I_DAG
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.records import Record

FORM_PAGE = "staff/contacts/contact_form.html"
HELP = "hjaelp"  # the name of the buttons that fill in and do not save


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Kontakt")
    shown = contacts_page(
        frame, number=request.GET.get("side", "1"), at=now(), reader=request.actor
    )
    return render(request, "staff/contacts/contacts.html", {"frame": frame, "page": shown})


@require_safe
def whom(request: ActorRequest) -> HttpResponse:
    """Whom it was with, for a contact that nothing in I dag stands for."""
    return choose_citizen(
        request,
        "staff:contacts:new",
        title="Log kontakt",
        question="Hvem var det?",
        back=Link("I dag", reverse("staff:today:page")),
        asked={"fra": I_DAG},
    )


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """A button that helps with the form keeps what is typed and saves nothing."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Log kontakt"), now()
    begun = beginning(request, frame, at)
    form = ContactForm(sent(request), first=begun.first, **choices_for(frame), **offers_of(begun))
    back = way_back(request, frame)
    if HELP in request.POST:
        help_with(form, begun, request.POST[HELP], at)
    elif form.is_sent() and form.does(
        log_contact,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        **form.comes_of,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Kontakten er gemt.")
        follow_record(request, frame.course)
        if "optagelser" in request.POST:
            return redirect("staff:attachments:page", citizen_id, form.row_id)
        return redirect(after_saving(request, frame))
    context = {"frame": frame, "form": form, "contact": None, "begun": begun, "back": back}
    return render(request, FORM_PAGE, context, status=form.status)


def offers_of(begun: Beginning) -> dict[str, object]:
    return {
        "appointment": begun.appointment,
        "visit": begun.visit,
        "templates": begun.templates,
        "guessed": begun.guessed,
    }


def help_with(form: ContactForm, begun: Beginning, wanted: str, at: dt.datetime) -> None:
    """Put in what a template or the arrival says; what is typed stays."""
    chosen = next((one for one in begun.templates if str(one.pk) == wanted), None)
    if chosen:
        form.take(chosen)
    elif wanted == "minutter" and begun.visit:
        counted = minutes_between(begun.visit.started_at, begun.visit.left_at or at)
        form.put("visit", begun.visit.pk)
        form.put("started_at", written_for_field(begun.visit.started_at))
        if counted is not None:
            form.put("direct_minutes", counted)
    elif wanted == "uden-aftale":
        form.put("appointment", "")
    form.hold()


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
        return redirect(way_back(request, frame))
    back = way_back(request, frame)
    context = {"frame": frame, "form": form, "contact": contact, "back": back}
    return render(request, FORM_PAGE, context, status=form.status)


def after_saving(request: ActorRequest, frame: CitizenFrame) -> str:
    """The follow-up it was written for, which shows it; else where one came from."""
    asked = request.GET.get("opfoelgning", "")
    here = {str(one.pk) for one in follow_ups_of(frame.course.pk)} if asked else set()
    if asked in here:
        return frame.url("staff:tasks:follow_up", asked)
    return way_back(request, frame)


def choices_for(frame: CitizenFrame, contact: Contact | None = None) -> dict[str, list[Record]]:
    """The team and the open sub-goals of today, and what the contact already names."""
    staff = list(staff_of(frame.course.team_id, today()))
    sub_goals = list(open_sub_goals(frame.course.pk))
    if contact:
        staff += [row.staff_member for row in contact.staff.all() if row.staff_member not in staff]
        known = [row.sub_goal for row in contact.sub_goals.all()]
        sub_goals += [sub_goal for sub_goal in known if sub_goal not in sub_goals]
    return {"staff": staff, "sub_goals": sub_goals}
