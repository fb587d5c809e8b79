"""Short messages between a partner and the team, about one thing the partner does."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import see_messages, write_to_team
from hjemmebane.faces.partner.citizens.forms import MessageForm
from hjemmebane.faces.partner.citizens.pages.citizen import anchor_of
from hjemmebane.faces.partner.citizens.pages.messages import thread_page
from hjemmebane.faces.partner.visits import Visit, at_the_door
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
@at_the_door(MessageForm)
def thread(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Beskeder om en aktivitet")
    activity, form = visit.activity(activity_id), MessageForm(sent(request))
    if form.is_sent() and visit.does(
        form,
        write_to_team,
        id=form.row_id,
        activity=activity,
        text=form.cleaned_data["text"],
    ):
        messages.success(request, "Beskeden er sendt til teamet.")
        return redirect(visit.url("messages", activity.pk))
    context = {"visit": visit, "form": form, "page": thread_page(visit, activity)}
    return render(request, "partner/citizens/messages.html", context, status=form.status)


@require_POST
@at_the_door(RecordForm)
def seen(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    """One tap: what the team wrote is read."""
    visit = Visit(request, citizen_id, what="Beskeder om en aktivitet")
    activity = visit.activity(activity_id)
    see_messages(activity=activity, by=request.actor, at=visit.at)
    return redirect(f"{visit.url()}#{anchor_of(activity.pk)}")
