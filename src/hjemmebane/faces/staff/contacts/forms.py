"""Logging a contact and agreeing on the next one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django import forms

from hjemmebane.design.fields.moments import MomentField
from hjemmebane.domain.contacts.actions import ContactDetails
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    ContactKind,
    ContactRefusal,
    InitiatedBy,
    Outcome,
    Place,
    Progress,
)
from hjemmebane.domain.contacts.models import LONGEST_CONTACT, Contact
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.choosing import OneOf, SomeOf
from hjemmebane.faces.staff.comparing import ComparedForm
from hjemmebane.foundation.forms import RecordForm

# A meeting of one of these kinds took time; the hours of the team are counted from it.
TAKES_TIME = {
    ContactKind.VISIT,
    ContactKind.ACCOMPANIMENT,
    ContactKind.PHONE,
    ContactKind.VIDEO,
}
QUARTER = 15
NOT_TODAY = ("NOT_TODAY", "Ikke denne gang")
MINUTES_SAID = {
    "invalid": "Skriv et helt antal minutter – for eksempel 45.",
    "required": "Skriv, hvor mange minutter I var sammen.",
}


def quarter_before(moment: dt.datetime) -> dt.datetime:
    """The quarter of an hour that has just begun."""
    return moment.replace(minute=moment.minute // QUARTER * QUARTER, second=0, microsecond=0)


def minutes_field(label: str, *, required: bool) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=required,
        min_value=0,
        max_value=LONGEST_CONTACT,
        error_messages=MINUTES_SAID,
    )


class ContactForm(ComparedForm):
    """One contact or attempt; each open sub-goal has a field for what was done for it."""

    kind = forms.ChoiceField(label="Hvad", choices=ContactKind)
    place = forms.ChoiceField(label="Hvor", choices=Place)
    outcome = forms.ChoiceField(label="Hvad kom der ud af det", choices=Outcome)
    started_at = MomentField(label="Hvornår")
    direct_minutes = minutes_field("Minutter med borgeren", required=True)
    staff = SomeOf(
        label="Hvem var med fra teamet",
        error_messages={"required": ContactRefusal.STAFF_MISSING.label},
    )
    note = forms.CharField(
        label="Notat", widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=10_000
    )
    travel_minutes = minutes_field("Minutter på vejen", required=False)
    accompanied_to = forms.CharField(label="Fulgte med til", required=False, max_length=120)
    initiated_by = forms.ChoiceField(label="Hvem tog initiativet", choices=InitiatedBy)
    is_acute = forms.BooleanField(label="Det var akut", required=False)

    def __init__(
        self, *args, staff: Iterable[StaffMember], sub_goals: Iterable[SubGoal], **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].offer(staff, lambda member: f"{member.name}, {member.profession}")
        self.steps = {f"step_{sub_goal.pk}": sub_goal for sub_goal in sub_goals}
        for name, sub_goal in self.steps.items():
            self.fields[name] = forms.ChoiceField(
                label=sub_goal.text, choices=[NOT_TODAY, *Progress.choices], initial=NOT_TODAY[0]
            )

    @property
    def step_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.steps]

    @property
    def is_folded_out(self) -> bool:
        """Whether the part that is folded away holds something to mend."""
        folded = {"travel_minutes", "accompanied_to", "initiated_by"}
        return not folded.isdisjoint(self.errors) if self.is_bound else False

    def full_clean(self) -> None:
        """Only a meeting must have its minutes; an attempt or a letter may leave them out.

        A sub-goal that came after the form was opened is not asked about.
        """
        if self.is_bound:
            for name in self.steps:
                self.fields[name].required = name in self.data
            kind, outcome = (self[name].value() for name in ("kind", "outcome"))
            took_time = kind in TAKES_TIME and outcome == Outcome.MET
            self.fields["direct_minutes"].required = took_time
        super().full_clean()

    def details(self) -> ContactDetails:
        typed = self.cleaned_data
        return ContactDetails(
            started_at=typed["started_at"],
            kind=typed["kind"],
            place=typed["place"],
            outcome=typed["outcome"],
            initiated_by=typed["initiated_by"],
            direct_minutes=typed["direct_minutes"] or 0,
            travel_minutes=typed["travel_minutes"] or 0,
            accompanied_to=typed["accompanied_to"],
            is_acute=typed["is_acute"],
            note=typed["note"],
        )

    def progress(self) -> Mapping[UUID, Progress]:
        """What the contact did, by sub-goal."""
        said = {goal.pk: self.cleaned_data[name] for name, goal in self.steps.items()}
        return {key: Progress(word) for key, word in said.items() if word not in {"", NOT_TODAY[0]}}

    def stored(self, record: Contact) -> Mapping[str, object]:
        """Who was there and what was worked on are rows of their own, saved with it."""
        return {
            **super().stored(record),
            "staff": [row.staff_member for row in record.staff.all()],
            **dict.fromkeys(self.steps, NOT_TODAY[0]),
            **{f"step_{row.sub_goal_id}": row.progress for row in record.sub_goals.all()},
        }


def values_of(contact: Contact) -> dict[str, object]:
    """What the form shows of a contact that is there."""
    own = [name for name in ContactForm.base_fields if name not in {"id", "staff"}]
    return {
        **{name: getattr(contact, name) for name in own},
        "staff": [str(row.staff_member_id) for row in contact.staff.all()],
        **{f"step_{row.sub_goal_id}": row.progress for row in contact.sub_goals.all()},
    }


class AppointmentForm(RecordForm):
    """A time agreed with the citizen."""

    what = forms.CharField(label="Hvad", max_length=120)
    starts_at = MomentField(label="Hvornår")
    ends_at = MomentField(label="Til", required=False)
    place = forms.ChoiceField(label="Hvor", choices=Place)
    staff_member = OneOf(label="Hvem kommer")

    def __init__(self, *args, staff: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_member"].offer(staff, lambda member: member.name)


class SettleForm(RecordForm):
    """What became of an appointment: three buttons, each its own answer."""

    status = forms.ChoiceField(
        choices=[choice for choice in AppointmentStatus.choices if choice[0] != "PLANNED"],
        error_messages={"required": "Vælg, hvad der blev af aftalen."},
    )
