"""Writing that somebody is away and what time went to, and giving on what stands with them."""

from collections.abc import Iterable, Sequence

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.teams.models import Absence, StaffMember
from hjemmebane.domain.workload.choices import HandOverRefusal
from hjemmebane.domain.workload.models import MINUTES_IN_A_DAY, TimeEntry
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm

MINUTES_TEXT = "Skriv et helt antal minutter mellem 1 og 1440 – for eksempel 45."
MINUTES_SAID = dict.fromkeys(("invalid", "min_value", "max_value"), MINUTES_TEXT)
HOURS_SAID = dict.fromkeys(
    ("invalid", "max_digits", "max_whole_digits", "max_decimal_places"),
    "Skriv et tal med højst én decimal – for eksempel 7,4.",
)


class OfSomebody(RecordForm):
    """What is written about one of the staff: oneself, where nobody else is on offer."""

    staff_member = OneOf(label="Hvem")

    def fit(self, *, staff: Iterable[StaffMember] = ()) -> None:
        self.only = [*staff]
        if len(self.only) > 1:
            self.fields["staff_member"].offer(self.only)
        else:
            del self.fields["staff_member"]

    def values(self) -> dict[str, object]:
        """Whom it is about, unless that stands already; and what was typed."""
        typed = super().values()
        chosen = typed.pop("staff_member", None) or next(iter(self.only), None)
        return {"values": typed, **({"staff_member": chosen} if chosen else {})}


class AbsenceForm(OfSomebody):
    """Days on which somebody is away."""

    kind = taken(Absence, "kind")
    from_on = taken(Absence, "from_on")
    until_on = taken(Absence, "until_on", help_text="Lad feltet stå tomt, så længe ingen ved det.")
    hours_per_week = taken(
        Absence,
        "hours_per_week",
        help_text="Kun når det ikke er hele ugen. Tomt betyder væk al tiden.",
        error_messages=HOURS_SAID,
        localize=True,
        widget=forms.NumberInput,
    )
    note = taken(
        Absence, "note", help_text="For eksempel om du kan ringes op. Skriv intet om helbred."
    )


class TimeForm(OfSomebody):
    """Time that belongs to no contact."""

    worked_on = taken(TimeEntry, "worked_on")
    kind = taken(TimeEntry, "kind")
    minutes = taken(
        TimeEntry,
        "minutes",
        min_value=1,
        max_value=MINUTES_IN_A_DAY,
        error_messages=MINUTES_SAID,
    )
    note = taken(TimeEntry, "note", help_text="Uden navne på borgere.")


class HandOverForm(RecordForm):
    """What stands with somebody, all of it ticked, and who takes over."""

    staff_member = OneOf(label="Hvem tager over")
    items = forms.MultipleChoiceField(
        label="Giv videre",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": HandOverRefusal.NOTHING_CHOSEN.label,
            "invalid_choice": "Noget af det er givet videre imens. Se efter, og prøv igen.",
        },
    )
    tell_citizen = forms.BooleanField(label="Borgerne skal have besked", required=False)

    def fit(
        self,
        *,
        staff: Iterable[StaffMember],
        items: Sequence[tuple[str, str]],
        has_appointments: bool,
    ) -> None:
        self.fields["staff_member"].offer(staff, with_profession)
        self.fields["items"].choices = items
        self.fields[
            "tell_citizen"
        ].help_text = "Hver flyttet aftale bliver til en opgave om at sige det til borgeren."
        if not has_appointments:
            del self.fields["tell_citizen"]
