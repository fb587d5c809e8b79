"""Giving a task, handing it on and dropping it; raising a follow-up and settling it."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.choices import ReminderRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.forms import RecordForm

LONGEST_NOTE = 300


class TaskForm(RecordForm):
    """What is to be done, by whom, and by when."""

    what = taken(Task, "what")
    staff_member = OneOf(label="Hvem gør det")
    due_on = taken(Task, "due_on")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff, lambda member: member.name)


class TeamTaskForm(TaskForm):
    """A task about no citizen: who is in more than one team says which it is for."""

    team = OneOf(label="Hvilket team")
    field_order = ("team", "what", "staff_member", "due_on")

    def fit(self, *, teams: Iterable[Team], **around: object) -> None:
        self.fields["team"].offer(teams)
        super().fit(**around)

    @property
    def asks_for_team(self) -> bool:
        return len(self.fields["team"].records) > 1


class HandOnForm(RecordForm):
    """Somebody else, or another day."""

    staff_member = OneOf(label="Hvem gør det")
    due_on = taken(Task, "due_on")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        offered = and_now(staff, self.record.staff_member)
        self.fields["staff_member"].offer(offered, lambda member: member.name)


class DropForm(RecordForm):
    """Why a task is not to be done after all."""

    note = forms.CharField(
        label="Hvorfor bortfalder den",
        max_length=LONGEST_NOTE,
        error_messages={"required": ReminderRefusal.WHY_MISSING.label},
    )


class FollowUpForm(RecordForm):
    """What is to be looked at again, by when, and by whom if that is known."""

    why = taken(FollowUp, "why", widget=forms.Textarea(attrs={"rows": 2}))
    due_on = taken(FollowUp, "due_on")
    staff_member = OneOf(label="Hvem følger op", required=False, empty="Hele teamet")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff, lambda member: member.name)


class DoneForm(RecordForm):
    """What came of a follow-up that was done."""

    note = forms.CharField(
        label="Hvad kom der ud af det",
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    status = forms.ChoiceField(
        choices=[(ReminderStatus.DONE, ReminderStatus.DONE.label)],
        error_messages={"required": ReminderRefusal.STILL_OPEN.label},
    )


class LetBeForm(RecordForm):
    """Why a follow-up is consciously let be."""

    note = forms.CharField(
        label="Hvorfor lader I den ligge",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": ReminderRefusal.WHY_MISSING.label},
    )
    status = forms.ChoiceField(
        choices=[(ReminderStatus.DROPPED, ReminderStatus.DROPPED.label)],
        error_messages={"required": ReminderRefusal.STILL_OPEN.label},
    )
