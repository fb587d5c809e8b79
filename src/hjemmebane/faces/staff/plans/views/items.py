"""Adding, changing, removing and moving anything in a plan: one set of views for all kinds."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from hjemmebane.domain.plans.actions import add_item, change_item, move_item, remove_item
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.faces.staff.plans.pages.entries import partners_own
from hjemmebane.faces.staff.plans.pages.parts import part_of
from hjemmebane.faces.staff.plans.views.desk import Desk, Panel, State
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form


@require_form
def item_new(request: ActorRequest, citizen_id: UUID, kind: str) -> HttpResponse:
    """Write something new into the plan; `under` in the address says into which list."""
    desk, part, under = Desk(request, citizen_id), part_of(kind), request.GET.get("under", "")
    form = desk.form(part.form, **desk.first_values(part, under))
    if form.is_sent() and form.does(
        add_item,
        id=form.row_id,
        plan=desk.plan,
        kind=part.kind,
        values=form.values(),
        **desk.signed,
    ):
        return desk.show(part.region, State(focus=part.anchor(form.row_id)))
    url = desk.url("item_new", kind, under=under)
    return desk.ask(Panel(form, part.region, part.place(under), url, part.new, help=part.help))


@require_form
def item_edit(request: ActorRequest, citizen_id: UUID, kind: str, item_id: UUID) -> HttpResponse:
    """Change something in the plan. A save on top of another's answers 409 with both texts.

    What a partner wrote is shown as it is, with a way to ask.
    """
    desk, part = Desk(request, citizen_id), part_of(kind)
    item, anchor = desk.item(part, item_id), part.anchor(item_id)
    if request.method != "POST" and isinstance(item, PlanActivity) and item.is_partners_own:
        context = {"frame": desk.frame, "entry": partners_own(item)}
        return render(request, "staff/plans/partners_own.html", context)
    form = desk.form(part.form, item)
    if form.is_sent() and form.does(
        change_item, item=item, values=form.values(), version=form.version_seen, **desk.signed
    ):
        return desk.show(part.region, State(focus=anchor))
    url = desk.url("item_edit", kind, item_id)
    return desk.ask(Panel(form, part.region, anchor, url, part.edit, help=part.help))


@require_POST
def item_remove(request: ActorRequest, citizen_id: UUID, kind: str, item_id: UUID) -> HttpResponse:
    """Take something out of the plan; the page asked about it where the button stands."""
    desk, part = Desk(request, citizen_id), part_of(kind)
    item = desk.item(part, item_id)
    form = RecordForm(request.POST, record=item)
    if form.is_sent() and form.does(
        remove_item, item=item, version=form.version_seen, **desk.signed
    ):
        return desk.show(part.region, State(arranging=part.region))
    return desk.refuse(part.region, form, part.anchor(item_id), arranging=part.region)


@require_POST
def item_move(request: ActorRequest, citizen_id: UUID, kind: str, item_id: UUID) -> HttpResponse:
    """Let something change places with its neighbour, up or down as the button says."""
    desk, part = Desk(request, citizen_id), part_of(kind)
    item = desk.item(part, item_id)
    form = RecordForm(request.POST, record=item)
    if form.is_sent() and form.does(
        move_item, item=item, up=request.POST.get("retning") == "op", **desk.signed
    ):
        return desk.show(part.region, State(arranging=part.region, focus=part.anchor(item_id)))
    return desk.refuse(part.region, form, part.anchor(item_id), arranging=part.region)
