"""Shows what may suit one citizen, and makes an activity of joining it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.partners.queries import offers_in
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.faces.staff.offers.forms import JoinForm
from hjemmebane.faces.staff.offers.pages import citizens_offers, offer_on_page
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND
from hjemmebane.faces.staff.plans.views.desk import Desk
from hjemmebane.foundation.http import ActorRequest, require_form

WHAT = "Tilbud og fællesskaber"
ACTIVITY = BY_KIND[ItemKind.ACTIVITY]


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    desk = Desk(request, citizen_id, what=WHAT, must_be_begun=False)
    context = {
        "frame": desk.frame,
        "page": citizens_offers(desk, request.GET),
        "has_plan": desk.found is not None,
    }
    return render(request, "staff/offers/citizen.html", context)


@require_form
def join(request: ActorRequest, citizen_id: UUID, offer_id: UUID) -> HttpResponse:
    """The citizen tries it, and somebody goes along: an activity in the plan."""
    desk = Desk(request, citizen_id, what=WHAT)
    offer = offer_here(desk, offer_id)
    form = desk.form(JoinForm, what=f"Prøve {offer.name}")
    values = form.values() if form.is_sent() else {}
    about = {"offer": offer, "place": offer.place[:120], "how_often": offer.open_when[:120]}
    if values and form.does(
        add_item,
        id=form.row_id,
        plan=desk.plan,
        kind=ItemKind.ACTIVITY,
        values={**values, **about},
        **desk.signed,
    ):
        messages.success(request, "Det står i planen nu – med den, der går med.")
        return redirect(f"{desk.url('page')}#{ACTIVITY.anchor(form.result.pk)}")
    context = {
        "frame": desk.frame,
        "form": form,
        "one": offer_on_page(offer, desk.today),
        "back": desk.frame.url("staff:offers:citizen"),
    }
    return render(request, "staff/offers/join.html", context, status=form.status)


def offer_here(desk: Desk, offer_id: UUID) -> CommunityOffer:
    """An offer in the municipality of the citizen's team. Raises Http404."""
    found = offers_in([desk.frame.course.team.municipality_id]).filter(pk=offer_id).first()
    if found is None:
        raise Http404
    return found
