"""Places to belong: written down, looked for, and joined."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.partners.choices import OfferTheme, PartnerRefusal
from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.faces.staff.plans.forms.responsible import ResponsibleField
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.plain_words import PlainWords

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.views.desk import Desk

ROWS = forms.Textarea(attrs={"rows": 3})


class OfferForm(RecordForm):
    name = taken(CommunityOffer, "name")
    kind = taken(CommunityOffer, "kind")
    themes = forms.MultipleChoiceField(
        label="Hvad er det om?",
        choices=OfferTheme.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": PartnerRefusal.THEME_MISSING.label},
    )
    about = taken(CommunityOffer, "about", widget=ROWS, help_text="Med få ord. Nævn ingen borgere.")
    place = taken(CommunityOffer, "place")
    district = taken(CommunityOffer, "district")
    open_when = taken(
        CommunityOffer, "open_when", help_text="For eksempel: tirsdag og torsdag 10–14."
    )
    threshold = taken(CommunityOffer, "threshold")
    barrier = taken(
        CommunityOffer,
        "barrier",
        help_text="Trapper, pris, mange mennesker, ingen hunde: det, man skal vide først.",
    )
    contact_person = taken(CommunityOffer, "contact_person")
    phone = taken(CommunityOffer, "phone")
    email = taken(CommunityOffer, "email")
    checked_on = taken(
        CommunityOffer, "checked_on", help_text="Den dag, I sidst vidste, at det er, som der står."
    )
    is_closed = taken(CommunityOffer, "is_closed")


class FindForm(PlainWords, forms.Form):
    """Which offers are shown; nothing chosen shows them all."""

    tema = forms.ChoiceField(
        label="Tema", required=False, choices=[("", "Alle temaer"), *OfferTheme.choices]
    )
    bydel = forms.ChoiceField(label="Bydel eller by", required=False)
    ord = forms.CharField(label="Ord", required=False, max_length=80)

    def offer(self, districts: Iterable[str]) -> None:
        self.fields["bydel"].choices = [("", "Hele kommunen"), *((one, one) for one in districts)]


class JoinForm(PlanForm):
    """The citizen tries an offer, and somebody goes along."""

    prefix = "deltag"
    spread = ("responsible",)

    what = taken(PlanActivity, "what", label="Hvad skal der ske?")
    responsible = ResponsibleField(label="Hvem går med?")
    due_on = taken(PlanActivity, "due_on")
    goal = OneOf(label="Hører til målet", required=False, empty="Ikke et bestemt mål")

    def fit(self, *, desk: Desk) -> None:
        self.fields["responsible"].offer_circle(desk.circle, None)
        self.fields["goal"].offer(view.goal for view in desk.whole.goals)
