"""Ending a course: with the citizen, at their word, or because they have died."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.queries import transition_staff_of
from hjemmebane.domain.courses.rules.ending import BY_OTHER_MEANS
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm

ROWS = forms.Textarea(attrs={"rows": 4})


class EndingForm(RecordForm):
    """How the course ends, written with the citizen."""

    reason = taken(Ending, "reason")
    begun_on = taken(Ending, "begun_on")
    explanation = taken(Ending, "explanation", widget=ROWS)
    own_needs = taken(
        Ending,
        "own_needs",
        widget=ROWS,
        help_text="Skriv det, som borgeren siger det. Det kommer med på “Min vej”.",
    )
    results_to_keep = taken(
        Ending, "results_to_keep", widget=ROWS, help_text="En ting på hver linje."
    )
    transition_plan = taken(Ending, "transition_plan", widget=ROWS)
    next_provider = OneOf(label="Hvem tager over", required=False, empty="Ingen endnu")
    next_contact = taken(Ending, "next_contact")
    transition_until = taken(Ending, "transition_until")
    staff = SomeOf(label="Hvem fra teamet bliver ved i overgangen", required=False)

    def fit(self, *, partners: Iterable[PartnerOrganisation], staff: Iterable[StaffMember]) -> None:
        """What is written already can be kept, also a reason that has a door of its own."""
        stands = self.record.reason if self.record else ""
        fixed = stands in BY_OTHER_MEANS
        self.fields["reason"].choices = [
            choice
            for choice in self.fields["reason"].choices
            if (choice[0] == stands if fixed else choice[0] not in BY_OTHER_MEANS)
        ]
        self.fields["next_provider"].offer(partners)
        self.fields["staff"].offer(staff, with_profession)

    def stored(self, record: Ending) -> dict[str, object]:
        """Who stays on are rows of their own, saved with it."""
        return {
            **super().stored(record),
            "staff": [row.staff_member for row in transition_staff_of(record)],
        }

    def values(self) -> dict[str, object]:
        typed = super().values()
        return {"staff": typed.pop("staff"), "values": typed}


class ClosingForm(RecordForm):
    """The day on which the course ends."""

    ended_on = taken(Course, "ended_on", label="Forløbet slutter", required=True)


class TakenBackForm(RecordForm):
    """What the citizen said when they took their yes back, if they said something."""

    explanation = taken(
        Ending,
        "explanation",
        label="Hvad sagde borgeren?",
        help_text="Borgeren skylder ingen forklaring. Lad det stå tomt, hvis der ikke var en.",
        widget=ROWS,
    )


class DeathForm(RecordForm):
    """The day, asked once more: it cannot be taken back here."""

    died_on = taken(Citizen, "died_on", label="Dødsdag", required=True)
    is_known = forms.BooleanField(
        label="Vi har fået det at vide fra nogen, der ved det",
        error_messages={"required": "Sæt kryds, når I er sikre. Det kan ikke fortrydes her."},
    )

    def values(self) -> dict[str, object]:
        return {"died_on": self.cleaned_data["died_on"]}
