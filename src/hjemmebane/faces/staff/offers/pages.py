"""Offers in words: how it is there, how sure we are, and why one may suit a citizen."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.partners.calculations import Interest, interests, matched
from hjemmebane.domain.partners.choices import OfferTheme, Threshold
from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.partners.queries import all_offers_in, offers_in
from hjemmebane.domain.plans.queries import stated_interests
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.moments import ago
from hjemmebane.faces.staff.offers.forms import FindForm
from hjemmebane.faces.staff.partners.pages import OFFERS, parts_of
from hjemmebane.faces.staff.plans.views.desk import Desk
from hjemmebane.faces.staff.switching import address_in, switch

GOES_STALE = dt.timedelta(days=365)
# How it is the first time: tone and icon beside the words.
THRESHOLDS = {
    Threshold.OPEN: ("good", "check"),
    Threshold.CALL_FIRST: ("note", "smartphone"),
    Threshold.SIGN_UP: ("note", "edit"),
    Threshold.REFERRAL: ("warn", "lock"),
}


@dataclass(frozen=True)
class OfferOnPage:
    """because: why it may suit the citizen. join_url: where it becomes an activity."""

    offer: CommunityOffer
    themes: Sequence[str]
    facts: Sequence[tuple[str, str]]
    checked: str
    is_stale: bool
    tone: str
    icon: str
    because: Sequence[str] = ()
    join_url: str = ""

    @property
    def edit_url(self) -> str:
        return reverse("staff:offers:edit", args=[self.offer.pk])

    @property
    def checked_url(self) -> str:
        return reverse("staff:offers:checked", args=[self.offer.pk])


@dataclass(frozen=True)
class OffersPage:
    """closed: what does not exist any more, so that nobody writes it down again."""

    team: Team
    form: FindForm
    offers: Sequence[OfferOnPage]
    closed: Sequence[OfferOnPage]
    switch: Sequence[Link] = ()
    parts: Sequence[Link] = ()

    @property
    def new_url(self) -> str:
        return address_in(self.team, "staff:offers:new")


@dataclass(frozen=True)
class CitizensOffers:
    """suits: what the citizen's own words speak for. themes: what those words are about."""

    suits: Sequence[OfferOnPage]
    others: Sequence[OfferOnPage]
    form: FindForm
    themes: Sequence[str] = field(default=())


def offers_page(
    team: Team, teams: Sequence[Team], chosen: Mapping[str, str], *, today: dt.date
) -> OffersPage:
    """One query, whatever the number of offers."""
    found = list(all_offers_in([team.municipality_id]))
    form = find_form(chosen, found)
    shown = [offer_on_page(one, today) for one in kept(form, found)]
    return OffersPage(
        team=team,
        form=form,
        offers=[one for one in shown if not one.offer.is_closed],
        closed=[one for one in shown if one.offer.is_closed],
        switch=switch(team, teams, OFFERS),
        parts=parts_of(team, OFFERS),
    )


def citizens_offers(desk: Desk, chosen: Mapping[str, str]) -> CitizensOffers:
    """What may suit a citizen, and the others there are."""
    course = desk.frame.course
    found = list(offers_in([course.team.municipality_id]))
    form = find_form(chosen, found)
    looked_for = kept(form, found)
    said = interests(stated_interests(course.pk))
    suits = matched([(offer, offer.themes) for offer in looked_for], said)
    may_join = desk.found is not None and desk.can_change

    def shown(offer: CommunityOffer, because: Sequence[Interest] = ()) -> OfferOnPage:
        keys = [course.citizen_id, offer.pk]
        url = reverse("staff:offers:join", args=keys) if may_join else ""
        return offer_on_page(offer, desk.today, because, join_url=url)

    suiting = {one.offer.pk for one in suits}
    return CitizensOffers(
        suits=[shown(one.offer, one.because) for one in suits],
        others=[shown(one) for one in looked_for if one.pk not in suiting],
        form=form,
        themes=list(dict.fromkeys(str(OfferTheme(one.theme).label) for one in said)),
    )


def find_form(chosen: Mapping[str, str], offers: Iterable[CommunityOffer]) -> FindForm:
    """The filter as the address has it; what it does not know is no filter."""
    form = FindForm(chosen or None)
    form.offer(sorted({offer.district for offer in offers if offer.district}))
    return form


def kept(form: FindForm, offers: Iterable[CommunityOffer]) -> list[CommunityOffer]:
    """What the filter leaves."""
    form.is_valid()
    asked = getattr(form, "cleaned_data", {})
    theme, district, words = (asked.get(name, "") for name in ("tema", "bydel", "ord"))
    return [
        offer
        for offer in offers
        if (not theme or theme in offer.themes)
        and (not district or district == offer.district)
        and words.casefold() in f"{offer.name} {offer.about} {offer.place}".casefold()
    ]


def offer_on_page(
    offer: CommunityOffer,
    today: dt.date,
    because: Sequence[Interest] = (),
    *,
    join_url: str = "",
) -> OfferOnPage:
    tone, icon = THRESHOLDS[Threshold(offer.threshold)]
    contact = ", ".join(filter(None, (offer.contact_person, offer.phone, offer.email)))
    where = ", ".join(filter(None, (offer.place, offer.district)))
    named = (
        ("Hvornår", offer.open_when),
        ("Hvor", where),
        ("Det kan være svært", offer.barrier),
        ("Spørg", contact),
    )
    return OfferOnPage(
        offer=offer,
        themes=[str(OfferTheme(theme).label) for theme in offer.themes],
        facts=stated(named),
        checked=f"Set efter {ago(offer.checked_on, today)}",
        is_stale=offer.checked_on < today - GOES_STALE,
        tone=tone,
        icon=icon,
        because=[
            f"{OfferTheme(one.theme).label}: “{one.said}” (ordet “{one.word}”)" for one in because
        ],
        join_url=join_url,
    )
