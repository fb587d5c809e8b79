"""Who is around the citizen: the network, and those who speak for them."""

from django import forms

from hjemmebane.domain.citizens.choices import Closeness, NetworkKind, RepresentativeKind
from hjemmebane.faces.staff.comparing import ComparedForm


class NetworkPersonForm(ComparedForm):
    """Somebody in the citizen's life."""

    name = forms.CharField(label="Navn", max_length=120)
    relation = forms.CharField(
        label="Relation", max_length=80, help_text="For eksempel søster, nabo eller sagsbehandler."
    )
    kind = forms.ChoiceField(label="Slags", choices=NetworkKind)
    closeness = forms.ChoiceField(label="Hvor tæt på", choices=Closeness, initial=Closeness.UNKNOWN)
    wish_for_contact = forms.CharField(
        label="Borgerens ønske for kontakten", max_length=300, required=False
    )
    phone = forms.CharField(label="Telefon", max_length=20, required=False)


class RepresentativeForm(ComparedForm):
    """Somebody who speaks for the citizen."""

    name = forms.CharField(label="Navn", max_length=120)
    kind = forms.ChoiceField(label="I egenskab af", choices=RepresentativeKind)
    phone = forms.CharField(label="Telefon", max_length=20, required=False)
    note = forms.CharField(label="Bemærkning", max_length=300, required=False)
