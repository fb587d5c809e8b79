"""Who goes to an appointment, and what became of it."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf, and_now
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.forms import RecordForm, WarnedForm


class ReassignForm(WarnedForm):
    """Who goes instead, a button for each colleague; and whether the citizen is to know."""

    staff_member = OneOf(label="Hvem kommer")
    tell_citizen = forms.BooleanField(label="Borgeren skal have besked", required=False)

    def fit(self, *, staff: Iterable[StaffMember], prefers: str) -> None:
        # Who goes already is taken as well, so that a second tap of the thumb is understood.
        offered = and_now(staff, self.record.staff_member)
        self.fields["staff_member"].offer(offered, lambda member: member.name)
        self.fields[
            "tell_citizen"
        ].help_text = f"Helst {prefers}. Det bliver til en opgave for den, der overtager."


class SettleForm(RecordForm):
    """What became of an appointment: three buttons, each its own answer."""

    status = forms.ChoiceField(
        choices=[choice for choice in AppointmentStatus.choices if choice[0] != "PLANNED"],
        error_messages={"required": "Vælg, hvad der blev af aftalen."},
    )
