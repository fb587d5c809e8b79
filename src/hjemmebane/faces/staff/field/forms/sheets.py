"""The fields of Felt's forms: filled in on the phone and sent as items, so nothing is cleaned here.

What each may be is decided where an item is received.
"""

from django import forms

from hjemmebane.domain.contacts.choices import (
    ContactKind,
    InitiatedBy,
    Light,
    MoodSeen,
    Outcome,
    Progress,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.faces.staff.contacts.forms.lights import MEANINGS
from hjemmebane.foundation.plain_words import PlainWords

NOT_SEEN = ("", "Ikke set")
NOT_TODAY = ("", "Ikke denne gang")
DIGITS = {"inputmode": "numeric", "autocomplete": "off"}


class VisitSheet(PlainWords, forms.Form):
    """A visit or an attempt; what came of it stands first."""

    outcome = forms.ChoiceField(
        label="Hvad kom der ud af det?", choices=Outcome.choices, widget=forms.RadioSelect
    )
    minutes = forms.CharField(
        label="Minutter sammen",
        widget=forms.TextInput(attrs={**DIGITS, "class": "form-input hb-short"}),
    )
    place = forms.ChoiceField(label="Hvor?", choices=Place.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label="Hvordan?", choices=ContactKind.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(label="Notat", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    started_at = forms.CharField(
        label="Hvornår?", widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    mood = forms.ChoiceField(
        label="Hvordan virkede borgeren?",
        choices=[NOT_SEEN, *MoodSeen.choices],
        required=False,
    )
    travel = forms.CharField(
        label="Minutter på vej",
        required=False,
        widget=forms.TextInput(attrs=DIGITS),
    )
    accompanied_to = forms.CharField(label="Ledsaget til", required=False)
    initiated_by = forms.ChoiceField(
        label="Hvem tog det første skridt?", choices=InitiatedBy.choices
    )
    is_acute = forms.BooleanField(label="Det var akut", required=False)


class StepSheet(PlainWords, forms.Form):
    """What was done for one small step."""

    progress = forms.ChoiceField(choices=[NOT_TODAY, *Progress.choices], required=False)


class LightSheet(PlainWords, forms.Form):
    """How the citizen's state looks now."""

    colour = forms.ChoiceField(
        label="Hvilken farve ser du?",
        choices=[(light, MEANINGS[light]) for light in Light],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Hvad så du?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class NoteSheet(PlainWords, forms.Form):
    """A task is done, and perhaps something is to be said about it."""

    note = forms.CharField(
        label="Hvordan gik det?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class PinSheet(PlainWords, forms.Form):
    """The PIN of the phone, and once more when it is new."""

    pin = forms.CharField(label="Kode", widget=forms.PasswordInput(attrs=DIGITS))
    again = forms.CharField(label="Skriv koden igen", widget=forms.PasswordInput(attrs=DIGITS))


class RevealSheet(PlainWords, forms.Form):
    """Why a protected address is shown."""

    reason = forms.CharField(label="Hvorfor skal du bruge adressen?")
