"""Writing that somebody is away and what time went to, and giving on what stands with them."""

import re
from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.teams.models import Absence, StaffMember
from hjemmebane.domain.workload.models import MINUTES_IN_A_DAY, TimeEntry
from hjemmebane.faces.staff.workload.pages.handing import HandOverPage
from hjemmebane.faces.staff.workload.pages.takers import BY_AND_LARGE
from hjemmebane.foundation.forms import RecordForm, WarnedForm

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


WHO_MISSING = "Vælg, hvem der tager over."
# What may be chosen instead of a colleague: for all of it, and for one thing.
EACH = ("each", "Forskellige – vælg ved hver ting")
AS_ABOVE = ("above", "Som valgt ovenfor")
STAYS = "stays"
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class HandOverForm(WarnedForm):
    """Who takes over what stands with somebody: one for all of it, and for each thing another.

    Each thing has a field, whose name is its key.
    """

    staff_member = forms.ChoiceField(
        label="Hvem tager over",
        widget=forms.RadioSelect,
        error_messages={"required": WHO_MISSING},
    )
    tell_citizen = forms.BooleanField(label="Borgerne skal have besked", required=False)

    def fit(self, *, page: HandOverPage) -> None:
        self.staff = {str(one.pk): one for one in page.takers.staff}
        self.keys = [key for key, _ in page.items]
        self.fields["staff_member"].choices = [*page.takers.words[BY_AND_LARGE], EACH]
        self.fields["staff_member"].help_text = page.takers.why
        for key, words in page.items:
            choices = [AS_ABOVE, *page.takers.words[key], (STAYS, f"Bliver hos {page.name}")]
            self.fields[key] = forms.ChoiceField(
                label=words,
                choices=choices,
                initial=AS_ABOVE[0],
                help_text=page.takers.known_by[key],
            )
        self.fields[
            "tell_citizen"
        ].help_text = "Hver flyttet aftale bliver til en opgave om at sige det til borgeren."
        if not page.has_appointments:
            del self.fields["tell_citizen"]

    @property
    def item_fields(self) -> list[forms.BoundField]:
        return [self[key] for key in self.keys]

    def clean(self) -> None:
        """Nothing is given on without a word, and nothing without a taker."""
        if any(KEY.fullmatch(name) and name not in self.fields for name in self.data):
            self.add_error(None, "Noget af det er givet videre imens. Se efter, og prøv igen.")
        if self.cleaned_data.get("staff_member") == EACH[0]:
            for key in self.keys:
                if self.cleaned_data.get(key) == AS_ABOVE[0]:
                    self.add_error(key, WHO_MISSING)

    def takers(self) -> dict[str, StaffMember]:
        """By the key of each thing that goes to somebody."""
        chosen = {key: self.cleaned_data[key] for key in self.keys}
        for_all = self.cleaned_data["staff_member"]
        named = {key: for_all if who == AS_ABOVE[0] else who for key, who in chosen.items()}
        return {key: self.staff[who] for key, who in named.items() if who != STAYS}
