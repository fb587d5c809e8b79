"""The small forms on the overview."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.citizens.models import LifeSituation
from hjemmebane.domain.courses.models import PrimaryContact
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm


class PrimaryContactForm(RecordForm):
    """Who stands closest to the citizen from today."""

    staff_member = OneOf(label="Primær kontaktperson", empty="Vælg …")
    chosen_by_citizen = taken(PrimaryContact, "chosen_by_citizen")
    why = taken(PrimaryContact, "why")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff, with_profession)


class LifeSituationForm(RecordForm):
    """How one life area is now."""

    text = taken(LifeSituation, "text", widget=forms.Textarea(attrs={"rows": 4}))
