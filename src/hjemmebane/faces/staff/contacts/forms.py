"""Logging a contact and agreeing on the next one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from uuid import UUID

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.actions import ContactDetails
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    ContactKind,
    ContactRefusal,
    Light,
    MoodSeen,
    Outcome,
    Progress,
)
from hjemmebane.domain.contacts.models import Appointment, Contact, TrafficLightObservation
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm, WarnedForm

# What the colours mean until the citizen's own agreement says it (manual, Bilag C).
MEANINGS = {
    Light.GREEN: "Grøn – som borgeren plejer at have det",
    Light.YELLOW: "Gul – anderledes, end det plejer",
    Light.RED: "Rød – borgeren har brug for hjælp til at komme tilbage",
}
# A meeting of one of these kinds took time; the hours of the team are counted from it.
TAKES_TIME = {
    ContactKind.VISIT,
    ContactKind.ACCOMPANIMENT,
    ContactKind.PHONE,
    ContactKind.VIDEO,
    ContactKind.LETTER_SLOT,
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


class ContactForm(RecordForm):
    """One contact or attempt; each open sub-goal has a field for what was done for it."""

    kind = taken(Contact, "kind")
    place = taken(Contact, "place")
    outcome = taken(Contact, "outcome")
    started_at = taken(Contact, "started_at")
    direct_minutes = taken(Contact, "direct_minutes", initial=None, error_messages=MINUTES_SAID)
    staff = SomeOf(
        label="Hvem var med fra teamet",
        error_messages={"required": ContactRefusal.STAFF_MISSING.label},
    )
    mood = taken(Contact, "mood", widget=forms.RadioSelect, required=False)
    note = taken(Contact, "note", widget=forms.Textarea(attrs={"rows": 4}))
    travel_minutes = taken(
        Contact, "travel_minutes", initial=None, required=False, error_messages=MINUTES_SAID
    )
    accompanied_to = taken(Contact, "accompanied_to")
    initiated_by = taken(Contact, "initiated_by")
    is_acute = taken(Contact, "is_acute")

    def fit(self, *, staff: Iterable[StaffMember], sub_goals: Iterable[SubGoal]) -> None:
        self.fields["staff"].offer(staff, with_profession)
        self.fields["mood"].choices = [("", "Ikke noteret"), *MoodSeen.choices]
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

    def values(self) -> dict[str, object]:
        """The contact's own fields, who was there, and what it did for which sub-goals."""
        typed = self.cleaned_data
        own = {field.name: typed[field.name] for field in fields(ContactDetails)}
        for name in ("direct_minutes", "travel_minutes"):
            own[name] = own[name] or 0
        return {
            "details": ContactDetails(**own),
            "staff": typed["staff"],
            "sub_goals": self._progress(),
        }

    def _progress(self) -> Mapping[UUID, Progress]:
        said = {goal.pk: self.cleaned_data[name] for name, goal in self.steps.items()}
        return {key: Progress(word) for key, word in said.items() if word not in {"", NOT_TODAY[0]}}

    def stored(self, record: Contact) -> dict[str, object]:
        """Who was there and what was worked on are rows of their own, saved with it."""
        return {
            **super().stored(record),
            "staff": [row.staff_member for row in record.staff.all()],
            **dict.fromkeys(self.steps, NOT_TODAY[0]),
            **{f"step_{row.sub_goal_id}": row.progress for row in record.sub_goals.all()},
        }


class AppointmentForm(WarnedForm):
    """A time agreed with the citizen."""

    what = taken(Appointment, "what")
    starts_at = taken(Appointment, "starts_at")
    ends_at = taken(Appointment, "ends_at")
    place = taken(Appointment, "place")
    staff_member = OneOf(label="Hvem kommer")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff)


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


class LightForm(RecordForm):
    """How the citizen's state looks now."""

    colour = taken(TrafficLightObservation, "colour", widget=forms.RadioSelect)
    note = taken(TrafficLightObservation, "note", widget=forms.Textarea(attrs={"rows": 2}))

    def fit(self) -> None:
        self.fields["colour"].choices = list(MEANINGS.items())


class CadenceForm(RecordForm):
    """How often the team takes the citizen up at its meeting."""

    cadence = taken(Course, "cadence")
