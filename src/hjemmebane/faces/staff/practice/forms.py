"""Saying something about an activity or an indicator: with one tap, or with a note."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.moments import DateField
from hjemmebane.domain.practice.choices import Judgement, Standing
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.choosing import OneOf
from hjemmebane.foundation.forms import RecordForm

NOTE = {"label": "Notat", "required": False, "max_length": 2_000}


class ActivityForm(RecordForm):
    """How far a minimum activity has come."""

    status = forms.ChoiceField(label="Status", choices=Standing.choices, widget=forms.RadioSelect)
    staff_member = OneOf(label="Hvem", required=False, empty="Ingen bestemt")
    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **NOTE)
    on = DateField(label="Dato")

    def __init__(self, *args, staff: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_member"].offer(staff, lambda m: f"{m.name}, {m.profession}")


class IndicatorForm(RecordForm):
    """What the team says of an indicator."""

    judgement = forms.ChoiceField(
        label="Vurdering", choices=Judgement.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **NOTE)
    on = DateField(label="Dato")

    def __init__(self, *args, staff: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)


class TapForm(RecordForm):
    """One of the answers, and nothing more."""

    said = forms.ChoiceField()

    def __init__(self, *args, choices: Iterable[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = choices

    @property
    def sentence(self) -> str:
        """Why nothing was noted."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)
