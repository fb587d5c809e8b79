"""Whether a partner agrees with what somebody else does."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.sharing.actions import take_stand_as_partner
from hjemmebane.faces.partner.citizens.forms import StandpointForm
from hjemmebane.faces.partner.citizens.pages.citizen import anchor_of
from hjemmebane.faces.partner.citizens.pages.standpoints import mine_before
from hjemmebane.faces.partner.visits import Visit, at_the_door
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
@at_the_door(StandpointForm)
def standpoint(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Standpunkt til en aktivitet")
    activity = visit.others_activity(activity_id)
    form = StandpointForm(sent(request), first=mine_before(visit, activity))
    back = f"{visit.url()}#{anchor_of(activity.pk)}"
    if form.is_sent() and visit.does(
        form, take_stand_as_partner, id=form.row_id, activity=activity, **form.values()
    ):
        messages.success(request, "Teamet kan se, hvad du siger til det.")
        return redirect(back)
    context = {"visit": visit, "back": back, "form": form, "activity": activity}
    return render(request, "partner/citizens/standpoint_form.html", context, status=form.status)
