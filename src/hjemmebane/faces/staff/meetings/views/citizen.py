"""One citizen at the meeting: what everybody looks at, and what is decided about it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.meetings.actions import take_up as take_up_citizen
from hjemmebane.domain.meetings.rules import check_not_overtaken, check_under_way
from hjemmebane.faces.staff.meetings.forms.decision import Decision
from hjemmebane.faces.staff.meetings.forms.depth import decisions_at
from hjemmebane.faces.staff.meetings.pages.citizen import all_asked, citizen_page
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.forms import DONE, RecordForm
from hjemmebane.foundation.http import NOTHING_NEW, ActorRequest, answer

TEMPLATE = "staff/meetings/citizen.html"


@require_safe
def page(request: ActorRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    desk = CitizenDesk(request, meeting_id, item_id)
    context = {"desk": desk, "page": citizen_page(desk), "asked": list(all_asked(desk))}
    return render(request, TEMPLATE, context)


@require_POST
def take_up(request: ActorRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Turn to a citizen: they count as taken up from now on."""
    desk = CitizenDesk(request, meeting_id, item_id, is_read=False)
    form = RecordForm(request.POST, record=desk.turn)
    if desk.can_decide and form.is_sent():
        form.does(take_up_citizen, item=desk.turn, **desk.signed)
    return redirect(desk.of_turn("turn"))


@require_safe
def news(request: ActorRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """What everybody looks at, if somebody has changed anything since `efter`; else 204."""
    desk = CitizenDesk(request, meeting_id, item_id, is_read=False)
    if str(desk.pulse) == request.GET.get("efter"):
        return HttpResponse(status=NOTHING_NEW)
    desk.note_reading()
    context = {"desk": desk, "page": citizen_page(desk)}
    return render(request, f"{TEMPLATE}#news", context)


@require_POST
def decide(request: ActorRequest, meeting_id: UUID, item_id: UUID, key: str) -> HttpResponse:
    """Carry out a decision, or show its form with what was typed and why it was refused."""
    desk = CitizenDesk(request, meeting_id, item_id)
    desk.hold()
    kind = next((one for one in decisions_at(desk.meeting) if one.key == key), None)
    if kind is None:
        raise Http404
    form = kind(request.POST, desk=desk)
    if form.is_sent() and may_decide(desk, form):
        with on_occasion(desk.meeting.occasion):
            form.carry_out(desk)
    desk.forget()
    asked = list(all_asked(desk, None if form.status == DONE else form))
    # None when there is nothing more of the kind to decide.
    decision = next((one for one in asked if one.form.key == key), None)
    shown = {"page": citizen_page(desk), "asked": asked, "decision": decision}
    context = {"desk": desk, **shown, "is_beside": True}
    back = f"{desk.of_turn('turn')}#{kind.anchor()}"
    return answer(request, TEMPLATE, "decided", context, otherwise=back, status=form.status)


def may_decide(desk: CitizenDesk, form: Decision) -> bool:
    """After the meeting there is only something to add; and nobody is overtaken unawares."""
    if form.is_addition:
        return True
    if not form.does(check_under_way, meeting=desk.meeting):
        return False
    if not form.does(
        check_not_overtaken,
        rows=form.replaces(desk),
        meeting=desk.meeting,
        seen=form.seen,
        by=desk.request.actor,
    ):
        form.put("seen_change", desk.pulse.newest)
        return False
    return True
