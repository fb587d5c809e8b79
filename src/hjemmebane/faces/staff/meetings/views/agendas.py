"""The team makes the method's agenda its own."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.meetings.actions import set_agenda
from hjemmebane.domain.meetings.calculations import moved, with_one_more, without
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.faces.staff.meetings.forms.agenda import ArrangeForm, OwnPointForm
from hjemmebane.faces.staff.meetings.pages.agenda import AgendaDesk, agenda_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest

ADD = "tilfoej"


def of_the_method(desk: AgendaDesk, _code: str) -> Sequence[AgendaItem]:
    return desk.offered


def taken_in(desk: AgendaDesk, code: str) -> Sequence[AgendaItem]:
    """One of the method's points comes back, last."""
    found = next((point for point in desk.offered if point.code == code), None)
    return with_one_more(desk.points, found) if found else desk.points


# What is done with the point of a code, by its word in the address.
VERBS: dict[str, Callable[[AgendaDesk, str], Sequence[AgendaItem]]] = {
    "op": lambda desk, code: moved(desk.points, code, by=-1),
    "ned": lambda desk, code: moved(desk.points, code, by=1),
    "fjern": lambda desk, code: without(desk.points, code),
    "tag-med": taken_in,
    "metodens": of_the_method,
}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    return show(request, AgendaDesk(request))


@require_POST
def change(request: ActorRequest, verb: str) -> HttpResponse:
    """Move, leave out, take in or add a point; or go back to the method's agenda."""
    desk = AgendaDesk(request)
    if verb == ADD:
        return add(request, desk)
    if verb not in VERBS:
        raise Http404
    form = ArrangeForm(request.POST)
    done = form.is_sent() and form.does(
        set_agenda,
        team=desk.team,
        kind=desk.kind,
        points=VERBS[verb](desk, form.cleaned_data["code"]),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    )
    return redirect(desk.url) if done else show(request, desk, refused=form)


def add(request: ActorRequest, desk: AgendaDesk) -> HttpResponse:
    form = OwnPointForm(request.POST)
    done = form.is_sent() and (
        was_sent_before(desk, form)
        or form.does(
            set_agenda,
            team=desk.team,
            kind=desk.kind,
            points=with_one_more(desk.points, own_point(form)),
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    )
    return redirect(desk.url) if done else show(request, desk, adding=form)


def was_sent_before(desk: AgendaDesk, form: OwnPointForm) -> bool:
    """Whether its point is there; what says something else now becomes a point of its own."""
    point = own_point(form)
    before = next((one for one in desk.points if one.code == point.code), None)
    if before and before != point:
        form.renew()
        form.full_clean()
    return before == point


def own_point(form: OwnPointForm) -> AgendaItem:
    """Its code follows from the form, so that one sent twice is one point."""
    code = f"OWN_{form.row_id.hex.upper()}"
    return AgendaItem(code=code, title=form.cleaned_data["title"], text=form.cleaned_data["text"])


def show(
    request: ActorRequest,
    desk: AgendaDesk,
    *,
    adding: OwnPointForm | None = None,
    refused: RecordForm | None = None,
) -> HttpResponse:
    context = {
        "desk": desk,
        "page": agenda_page(desk),
        "adding": adding or OwnPointForm(first={"version": desk.version or None}),
        "refused": refused,
        "arrange": ArrangeForm(first={"version": desk.version or None}),
    }
    status = next((form.status for form in (adding, refused) if form), 200)
    return render(request, "staff/meetings/agenda.html", context, status=status)
