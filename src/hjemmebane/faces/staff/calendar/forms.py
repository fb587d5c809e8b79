"""Agreeing on a time, once or again and again; changing, moving and calling it off."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.actions import AppointmentDetails
from hjemmebane.domain.contacts.calculations import MOST_IN_A_SERIES
from hjemmebane.domain.contacts.choices import Rhythm
from hjemmebane.domain.contacts.models import Appointment, AppointmentSeries
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.forms import WarnedForm

ONCE = ("", "Nej, kun den ene gang")
THIS, NEXT_TOO = "THIS", "NEXT"
ONLY_NUMBERS = "Skriv et helt tal."
DETAILS = ("what", "starts_at", "ends_at", "place", "where", "staff_member")


class AgreedForm(WarnedForm):
    """A time agreed with the citizen: what, when, where and who."""

    what = taken(Appointment, "what")
    starts_at = taken(Appointment, "starts_at")
    ends_at = taken(Appointment, "ends_at")
    place = taken(Appointment, "place")
    where = taken(Appointment, "where")
    staff_member = OneOf(label="Hvem kommer")
    companions = SomeOf(label="Hvem går med", required=False)
    travel_minutes = taken(Appointment, "travel_minutes", required=False)

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        offered = list(staff)
        along: list[StaffMember] = []
        if self.record:
            offered = and_now(offered, self.record.staff_member)
            along = [one.staff_member for one in self.record.companions.all()]
        self.fields["staff_member"].offer(offered)
        self.fields["companions"].offer([*offered, *(one for one in along if one not in offered)])

    def stored(self, record: Appointment) -> dict[str, object]:
        """Who goes along are rows of their own."""
        along = [one.staff_member for one in record.companions.all()]
        return {**super().stored(record), "companions": along}

    def details(self) -> AppointmentDetails:
        """What was typed."""
        typed = self.cleaned_data
        own = {name: typed[name] for name in DETAILS}
        return AppointmentDetails(
            **own,
            travel_minutes=typed["travel_minutes"] or 0,
            companions=tuple(typed["companions"]),
        )


class AppointmentForm(AgreedForm):
    """A new one, or a series of them."""

    rhythm = forms.ChoiceField(
        label="Gentages aftalen?", choices=[ONCE, *Rhythm.choices], required=False
    )
    until_on = taken(AppointmentSeries, "until_on")
    times = taken(
        AppointmentSeries,
        "times",
        help_text=f"Skriv enten en sidste dag eller et antal, højst {MOST_IN_A_SERIES}. Helligdage"
        " springes ikke over: dem flytter eller aflyser I selv.",
    )


class ChangeForm(AgreedForm):
    """What stands changed: this one, or this one and the next of its series."""

    scope = forms.ChoiceField(
        label="Hvad skal ændres?",
        choices=[(THIS, "Kun denne aftale"), (NEXT_TOO, "Denne og de næste i rækken")],
        widget=forms.RadioSelect,
        required=False,
    )
    also_apart = forms.BooleanField(label="Også dem, der er ændret for sig selv", required=False)
    tell_citizen = forms.BooleanField(
        label="Borgeren skal have besked",
        required=False,
        help_text="Det bliver til en opgave for den, der kommer.",
    )

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        super().fit(staff=staff)
        if self.record.series_id is None:
            del self.fields["scope"], self.fields["also_apart"]

    @property
    def goes_on(self) -> bool:
        """Whether those that come after it are meant as well."""
        return self.cleaned_data.get("scope") == NEXT_TOO


class MoveForm(WarnedForm):
    """Another time for an appointment that otherwise stays as it is."""

    starts_at = taken(Appointment, "starts_at")
    tell_citizen = forms.BooleanField(
        label="Borgeren skal have besked",
        required=False,
        help_text="Det bliver til en opgave for den, der kommer.",
    )


class CancelForm(WarnedForm):
    """Why it is called off, and whether the next of its series are, too."""

    reason = forms.CharField(label="Hvorfor aflyses aftalen", max_length=300, required=False)
    tell_citizen = forms.BooleanField(
        label="Borgeren skal have besked",
        required=False,
        help_text="Det bliver til en opgave for dig.",
    )
    scope = forms.ChoiceField(
        label="Hvad skal aflyses?",
        choices=[(THIS, "Kun denne aftale"), (NEXT_TOO, "Denne og resten af rækken")],
        widget=forms.RadioSelect,
        required=False,
    )

    def fit(self) -> None:
        if self.record.series_id is None:
            del self.fields["scope"]

    @property
    def goes_on(self) -> bool:
        return self.cleaned_data.get("scope") == NEXT_TOO
