"""Shows the offers of a municipality, and takes what is written about them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.partners.actions import add_offer, change_offer, check_offer_again
from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.partners.queries import all_offers_in
from hjemmebane.faces.staff.offers.forms import OfferForm
from hjemmebane.faces.staff.offers.pages import offers_page
from hjemmebane.faces.staff.partners.pages import OFFERS
from hjemmebane.faces.staff.partners.views import signed, teams_of
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM = "staff/offers/form.html"


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    shown = offers_page(chosen_team(request, teams), teams, request.GET, today=today())
    return render(request, "staff/offers/offers.html", {"page": shown})


@require_form
def new(request: ActorRequest) -> HttpResponse:
    team = chosen_team(request, teams_of(request))
    form, back = OfferForm(sent(request), first={"checked_on": today()}), address_in(team, OFFERS)
    if form.is_sent() and form.does(
        add_offer,
        id=form.row_id,
        municipality=team.municipality,
        values=form.values(),
        **signed(request),
    ):
        messages.success(request, f"{form.result} er skrevet ind.")
        return redirect(back)
    return written(request, form, "Nyt tilbud eller fællesskab", back)


@require_form
def edit(request: ActorRequest, offer_id: UUID) -> HttpResponse:
    found = offer_of(request, offer_id)
    form = OfferForm(sent(request), record=found)
    if form.is_sent() and form.does(
        change_offer,
        offer=found,
        values=form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        return redirect(OFFERS)
    return written(request, form, f"Ret {found.name}", reverse(OFFERS))


@require_POST
def checked(request: ActorRequest, offer_id: UUID) -> HttpResponse:
    """One tap: it is as it says."""
    found = offer_of(request, offer_id)
    form = RecordForm(request.POST, record=found)
    if form.is_sent() and form.does(
        check_offer_again, offer=found, version=form.version_seen, **signed(request)
    ):
        messages.success(request, f"{found.name}: set efter i dag.")
    else:
        messages.warning(request, form.told)
    return redirect(OFFERS)


def offer_of(request: ActorRequest, offer_id: UUID) -> CommunityOffer:
    """An offer in a municipality one works for. Raises Http404."""
    municipalities = {team.municipality_id for team in teams_of(request)}
    offers = all_offers_in(municipalities).select_related("municipality")
    found = offers.filter(pk=offer_id).first()
    if found is None:
        raise Http404
    return found


def written(request: ActorRequest, form: RecordForm, heading: str, back: str) -> HttpResponse:
    """A page with nothing but the form."""
    context = {"form": form, "heading": heading, "back": back}
    return render(request, FORM, context, status=form.status)
