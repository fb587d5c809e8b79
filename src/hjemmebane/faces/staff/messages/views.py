"""The thread about one thing that a partner does, the team's next word, and whether it agrees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import (
    close_left_activity,
    see_partners_messages,
    take_stand_as_team,
    write_to_partner,
)
from hjemmebane.domain.sharing.queries import activity_of_partner
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.messages.forms import CloseForm, MessageForm, StandpointForm
from hjemmebane.faces.staff.messages.pages import CLOSING, mine_before, thread_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

READ = "Beskeder med en samarbejdspartner"


@require_form
def thread(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "plan", what=READ)
    activity = activity_of_partner(frame.course.pk, activity_id)
    form = MessageForm(sent(request))
    if form.is_sent() and form.does(
        frame.while_open(write_to_partner),
        id=form.row_id,
        activity=activity,
        partner=activity.partner_person,
        text=form.cleaned_data["text"],
        by=request.actor,
        at=now(),
    ):
        messages.success(request, f"Beskeden er sendt til {activity.partner_person}.")
        return redirect("staff:messages:thread", citizen_id, activity_id)
    context = {"frame": frame, "form": form, "page": thread_page(frame, activity)}
    return render(request, "staff/messages/thread.html", context, status=form.status)


@require_POST
def seen(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    """One tap: what the partner wrote is read by the team."""
    frame = citizen_frame(request, citizen_id, "plan", what=READ)
    activity = activity_of_partner(frame.course.pk, activity_id)
    see_partners_messages(activity=activity, by=request.actor, at=now())
    return redirect("staff:messages:thread", citizen_id, activity_id)


@require_POST
def close(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    """What became of something whose partner is shut out."""
    frame = citizen_frame(request, citizen_id, "plan", what=READ)
    activity = activity_of_partner(frame.course.pk, activity_id)
    form = CloseForm(request.POST, record=activity, prefix=CLOSING)
    if form.is_sent() and form.does(
        close_left_activity,
        activity=activity,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Aktiviteten er lukket. Ordene står, som partneren skrev dem.")
        return redirect("staff:messages:thread", citizen_id, activity_id)
    page = thread_page(frame, activity, closing=form)
    context = {"frame": frame, "form": MessageForm(), "page": page}
    return render(request, "staff/messages/thread.html", context, status=form.status)


@require_form
def standpoint(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    """Whether the team agrees with what the partner does; by name, and changed by whoever said."""
    frame = citizen_frame(request, citizen_id, "plan", what="Standpunkt til en aktivitet")
    activity = activity_of_partner(frame.course.pk, activity_id)
    form = StandpointForm(sent(request), first=mine_before(request, activity))
    if form.is_sent() and form.does(
        frame.while_open(take_stand_as_team),
        id=form.row_id,
        activity=activity,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, f"{activity.partner_person} kan se, hvad du siger til det.")
        return redirect("staff:messages:thread", citizen_id, activity_id)
    context = {"frame": frame, "form": form, "page": thread_page(frame, activity)}
    return render(request, "staff/messages/standpoint.html", context, status=form.status)
