"""Something for the team, and what became of what was said before."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.actions import suggest
from hjemmebane.domain.sharing.choices import SuggestionKind
from hjemmebane.domain.sharing.queries import content_of, own_goals, recording_of
from hjemmebane.faces.citizen.goals import OPEN
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.citizen.writing.forms import MessageForm
from hjemmebane.faces.citizen.writing.pages import ASKINGS, writing_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.media import played
from hjemmebane.gateways.clamav.client import scanner_in_use


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Mine beskeder")
    return render(request, "citizen/writing/writing.html", {"page": writing_page(me, at=now())})


@require_form
def call_me(request: ActorRequest) -> HttpResponse:
    """One press more, so that nobody is called by a slip of the thumb."""
    me = mine(request, what="Ring til mig")
    form = RecordForm(sent(request))
    said = {"kind": SuggestionKind.CALL_ME, "text": ""}
    if form.is_sent() and form.does(suggest, id=form.row_id, course=me.course, **said, **me.signed):
        messages.success(request, "Godt. Dit team ved nu, at de skal ringe til dig.")
        return redirect("citizen:writing:page")
    context = {"form": form, "phone": me.citizen.phone}
    return render(request, "citizen/writing/call_me.html", context, status=form.status)


@require_form
def message(request: ActorRequest, about: str) -> HttpResponse:
    """Words, a voice or a picture. What is refused loses none of the words."""
    me = mine(request, what="Skriv til teamet")
    if about not in ASKINGS:
        raise Http404
    asking = ASKINGS[about]
    goals = [g for g in own_goals(me.course_id) if g.status == OPEN] if asking.has_goals else []
    form = MessageForm(sent(request), goals=goals, files=request.FILES)
    if (
        form.is_sent()
        and form.is_harmless(scanner_in_use())
        and form.heeds_cpr(today())
        and form.does(
            suggest,
            id=form.row_id,
            course=me.course,
            kind=asking.kind,
            **form.values(),
            **me.signed,
        )
    ):
        messages.success(request, asking.thanks)
        return redirect(asking.back)
    context = {"form": form, "asking": asking, "back_url": reverse(asking.back)}
    return render(request, "citizen/writing/message.html", context, status=form.status)


@require_safe
def recording(request: ActorRequest, recording_id: UUID) -> HttpResponse:
    """The citizen's own voice or picture, as it was kept."""
    me = mine(request, what="Min egen optagelse")
    found = recording_of(me.course_id, recording_id)
    if found is None:
        raise Http404
    return played(request, content_of(found), found.content_type)
