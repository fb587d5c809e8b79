"""Logging a contact or an attempt."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from uuid import UUID

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.actions import ContactDetails
from hjemmebane.domain.contacts.calculations import without_empty_prompts
from hjemmebane.domain.contacts.choices import (
    ContactKind,
    ContactRefusal,
    MoodSeen,
    Outcome,
    Progress,
)
from hjemmebane.domain.contacts.models import Appointment, Contact, VisitStart, VisitTemplate
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.faces.staff.contacts.forms.minutes import MINUTES_SAID
from hjemmebane.foundation.clock import COPENHAGEN
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm

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


def quarter_before(moment: dt.datetime) -> dt.datetime:
    """The quarter of an hour that has just begun."""
    return moment.replace(minute=moment.minute // QUARTER * QUARTER, second=0, microsecond=0)


class ContactForm(RecordForm):
    """One contact or attempt; each open sub-goal has a field for what was done for it.

    appointment, visit: what it comes of. template: whose prompts the note was begun with.
    guessed: the minutes that the appointment suggests; they count only for a meeting.
    """

    outcome = taken(Contact, "outcome", widget=forms.RadioSelect)
    kind = taken(Contact, "kind")
    place = taken(Contact, "place")
    started_at = taken(Contact, "started_at")
    direct_minutes = taken(Contact, "direct_minutes", initial=None, error_messages=MINUTES_SAID)
    staff = SomeOf(
        label="Hvem var med fra teamet",
        error_messages={"required": ContactRefusal.STAFF_MISSING.label},
    )
    accompanied_to = taken(Contact, "accompanied_to")
    mood = taken(Contact, "mood", widget=forms.RadioSelect, required=False)
    note = taken(Contact, "note", widget=forms.Textarea(attrs={"rows": 4}))
    travel_minutes = taken(
        Contact, "travel_minutes", initial=None, required=False, error_messages=MINUTES_SAID
    )
    initiated_by = taken(Contact, "initiated_by")
    is_acute = taken(Contact, "is_acute")
    appointment = OneOf(label="Aftale", required=False, widget=forms.HiddenInput)
    visit = OneOf(label="Jeg er fremme", required=False, widget=forms.HiddenInput)
    template = OneOf(label="Skabelon", required=False, widget=forms.HiddenInput)

    def fit(
        self,
        *,
        staff: Iterable[StaffMember],
        sub_goals: Iterable[SubGoal],
        appointment: Appointment | None = None,
        visit: VisitStart | None = None,
        templates: Iterable[VisitTemplate] = (),
        guessed: int | None = None,
    ) -> None:
        self.fields["staff"].offer(staff, with_profession)
        self.fields["mood"].choices = [("", "Ikke noteret"), *MoodSeen.choices]
        self.fields["appointment"].offer([appointment] if appointment else [])
        self.fields["visit"].offer([visit] if visit else [])
        self.fields["template"].offer(templates)
        self.guessed = guessed
        self.steps = {f"step_{sub_goal.pk}": sub_goal for sub_goal in sub_goals}
        for name, sub_goal in self.steps.items():
            self.fields[name] = forms.ChoiceField(
                label=sub_goal.text,
                choices=[NOT_TODAY, *Progress.choices],
                initial=NOT_TODAY[0],
                widget=forms.RadioSelect,
            )

    @property
    def step_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.steps]

    @property
    def has_steps(self) -> bool:
        """Whether something is said of a sub-goal already."""
        return any(field.value() != NOT_TODAY[0] or field.errors for field in self.step_fields)

    @property
    def is_folded_out(self) -> bool:
        """Whether the part that is folded away holds something to mend."""
        folded = {"travel_minutes", "initiated_by"}
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

    def clean_started_at(self) -> dt.datetime:
        """In the hour that comes twice, what nobody has changed stays the moment it was."""
        typed: dt.datetime = self.cleaned_data["started_at"]
        known = self.initial.get("started_at")
        return known if known and written_for_field(known) == written_for_field(typed) else typed

    def clean_note(self) -> str:
        """What was written; prompts that nobody filled in are not."""
        note: str = self.cleaned_data["note"]
        skeleton = self._skeleton
        return without_empty_prompts(note, skeleton) if skeleton else note

    def hold(self) -> None:
        """Keep everything as it is typed, right or wrong: nobody has asked to save it yet."""
        self.full_clean()
        self._errors = self._errors.__class__()

    def take(self, template: VisitTemplate) -> None:
        """Put in what a template says, around what was typed: no word and no minutes are lost."""
        typed, before = str(self["direct_minutes"].value() or ""), self._chosen("template")
        note = without_empty_prompts(str(self["note"].value() or ""), self._skeleton)
        suggested = {"", str(self.guessed or ""), str(before.minutes or "") if before else ""}
        if typed in suggested and template.minutes:
            self.put("direct_minutes", template.minutes)
        self.put("kind", template.kind)
        self.put("place", template.place)
        self.put("note", "\n\n".join(filter(None, (note, template.note))))
        self.put("template", template.pk)

    def values(self) -> dict[str, object]:
        """The contact's own fields, who was there, and what it did for which sub-goals."""
        typed = self.cleaned_data
        own = {field.name: typed[field.name] for field in fields(ContactDetails)}
        if own["outcome"] != Outcome.MET and own["direct_minutes"] == self.guessed:
            own["direct_minutes"] = 0
        for name in ("direct_minutes", "travel_minutes"):
            own[name] = own[name] or 0
        return {
            "details": ContactDetails(**own),
            "staff": typed["staff"],
            "sub_goals": self._progress(),
        }

    @property
    def comes_of(self) -> dict[str, object]:
        """The appointment and the visit that were begun with."""
        return {name: self.cleaned_data[name] for name in ("appointment", "visit")}

    def _progress(self) -> Mapping[UUID, Progress]:
        said = {goal.pk: self.cleaned_data[name] for name, goal in self.steps.items()}
        return {key: Progress(word) for key, word in said.items() if word not in {"", NOT_TODAY[0]}}

    @property
    def _skeleton(self) -> str:
        template = self._chosen("template")
        return template.note if template else ""

    def _chosen(self, name: str) -> VisitTemplate | None:
        return self.fields[name].records.get(str(self[name].value()))

    def _refuse(self, refused: Refused) -> None:
        """What cannot come of the appointment is saved without it when it is sent again."""
        super()._refuse(refused)
        if refused.field == "appointment":
            self.put("appointment", "")

    def stored(self, record: Contact) -> dict[str, object]:
        """Who was there and what was worked on are rows of their own, saved with it."""
        return {
            **{field.name: getattr(record, field.name) for field in fields(ContactDetails)},
            "staff": [row.staff_member for row in record.staff.all()],
            **dict.fromkeys(self.steps, NOT_TODAY[0]),
            **{f"step_{row.sub_goal_id}": row.progress for row in record.sub_goals.all()},
        }


def written_for_field(moment: dt.datetime) -> str:
    """A moment as the field shows it."""
    return f"{moment.astimezone(COPENHAGEN):%Y-%m-%dT%H:%M}"
