"""The small forms on the overview."""

from collections.abc import Iterable, Sequence

from django import forms

from hjemmebane.design.fields.moments import DateField
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.choosing import OneOf
from hjemmebane.foundation.forms import RecordForm


class PrimaryContactForm(RecordForm):
    """Who stands closest to the citizen from today."""

    staff_member = OneOf(label="Primær kontaktperson", empty="Vælg …")
    chosen_by_citizen = forms.BooleanField(label="Borgeren har selv valgt", required=False)
    why = forms.CharField(label="Hvorfor", required=False, max_length=300)

    def __init__(self, *args, staff: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_member"].offer(staff, lambda m: f"{m.name}, {m.profession}")


class PlacementForm(RecordForm):
    """In which part of the practice model the work is now."""

    part = forms.ChoiceField(label="Flyt til")
    reason = forms.CharField(
        label="Hvorfor", widget=forms.Textarea(attrs={"rows": 3}), max_length=2_000
    )
    from_on = DateField(label="Fra", widget=forms.DateInput)

    def __init__(self, *args, parts: Sequence[PracticePart], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [
            (part.code, f"{part.number}. {part.title}") for part in parts
        ]


class LifeSituationForm(RecordForm):
    """How one life area is now."""

    text = forms.CharField(
        label="Sådan er det nu", widget=forms.Textarea(attrs={"rows": 4}), max_length=10_000
    )
