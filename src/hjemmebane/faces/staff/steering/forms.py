"""Writing down a meeting of the steering group, what it agreed on, and what came of that."""

from collections.abc import Iterable, Sequence

from django import forms

from hjemmebane.design.fields.choosing import SomeOf
from hjemmebane.design.fields.moments import AROUND_NOW
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.meetings.choices import SteeringRefusal
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import DraftForm, RecordForm
from hjemmebane.foundation.records import Record

NO_CITIZEN = "Nævn ingen borgere."
MOST_OTHERS, LONGEST_LINE = 30, 120


class WithoutNames(RecordForm):
    """What managers and other departments read. A tick against a citizen's name is asked for only
    where one was found.
    """

    is_sure = forms.BooleanField(
        label="Det er en anden, der hedder det samme", required=False, widget=forms.HiddenInput
    )

    def fit(self, **around: object) -> None:
        self.order_fields([name for name in self.fields if name != "is_sure"])
        if self.data.get("is_sure"):
            self._ask()

    def _refuse(self, refused: Refused) -> None:
        super()._refuse(refused)
        if refused.reason == SteeringRefusal.CITIZEN_NAMED:
            self._ask()

    def _ask(self) -> None:
        self.fields["is_sure"].widget = forms.CheckboxInput()


class MeetingForm(WithoutNames, DraftForm):
    """When, who was there, and what was talked about."""

    held_on = taken(SteeringGroupMeeting, "held_on", validators=AROUND_NOW)
    staff = SomeOf(
        label="Hvem var med?", help_text="Mindst én: vælg her, eller skriv det nedenfor."
    )
    others = forms.CharField(
        label="Hvem var ellers med?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Rolle og afdeling, en på hver linje.",
    )
    talked_about = taken(
        SteeringGroupMeeting,
        "talked_about",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"{NO_CITIZEN} Aftaler og forhindringer skriver I bagefter.",
    )

    needed = ("staff",)

    def fit(
        self,
        *,
        managers: Iterable[StaffMember],
        staff: Iterable[StaffMember],
        present: Sequence[StaffMember] = (),
    ) -> None:
        """`present`: who was there, and may have left the team since."""
        super().fit()
        self.present, leading = list(present), set(managers)
        offered = dict.fromkeys([*staff, *self.present])
        self.fields["staff"].offer(
            offered, lambda m: f"{m.name}, leder for teamet" if m in leading else with_profession(m)
        )

    def clean_others(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()]
        if len(lines) > MOST_OTHERS:
            raise forms.ValidationError(f"Skriv højst {MOST_OTHERS} linjer.")
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(f"Skriv højst {LONGEST_LINE} tegn på hver linje.")
        return "\n".join(lines)

    def stored(self, record: Record) -> dict[str, object]:
        present, others = self.present, "\n".join(record.others)
        return super().stored(record) | {"staff": present, "others": others}

    def values(self) -> dict[str, object]:
        return super().values() | {"others": self.cleaned_data["others"].split("\n")}


class PointForm(WithoutNames):
    """An agreement or an obstacle."""

    kind = taken(SteeringPoint, "kind", widget=forms.RadioSelect)
    text = taken(
        SteeringPoint, "text", widget=forms.Textarea(attrs={"rows": 2}), help_text=NO_CITIZEN
    )
    who = taken(SteeringPoint, "who", help_text="En person, en rolle eller en afdeling.")
    due_on = taken(SteeringPoint, "due_on", validators=AROUND_NOW)


class HandleForm(WithoutNames):
    """What came of a point."""

    outcome = taken(
        SteeringPoint, "outcome", widget=forms.Textarea(attrs={"rows": 2}), help_text=NO_CITIZEN
    )
