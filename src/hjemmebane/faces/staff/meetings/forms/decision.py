"""The shape of every decision at a meeting.

Each is a small form that carries itself out by an action of the room it belongs to. The meeting
keeps no copy: the decision is the change.
"""

from collections.abc import Sequence
from typing import ClassVar

from django import forms

from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.plain_words import RELOAD
from hjemmebane.foundation.records import Record

CHOOSE = "Vælg …"
HIGHEST_CHANGE = 2**63 - 1


class Decision(RecordForm):
    """A form that one kind of decision is made with. `key` is its part of the address.

    Each kind has `carry_out(desk)`: whether it was done; else the form says why.
    """

    key: ClassVar[str]
    label: ClassVar[str]
    icon: ClassVar[str] = "plus"
    button: ClassVar[str] = "Gem"
    is_wanted = False  # whether the address asks for it, with something filled in
    is_addition: ClassVar[bool] = False  # whether it may be made when the meeting is closed

    # The newest change when the form was shown.
    seen_change = forms.IntegerField(
        widget=forms.HiddenInput,
        required=False,
        min_value=0,
        max_value=HIGHEST_CHANGE,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), RELOAD),
    )

    @classmethod
    def anchor(cls) -> str:
        return f"beslut-{cls.key}"

    def fit(self, *, desk: CitizenDesk) -> None:
        """Offer what there is to choose from."""

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        """The rows whose present value the decision takes the place of."""
        return ()

    @property
    def seen(self) -> int:
        """Zero, which is before every change, when the form lacks it."""
        return self.cleaned_data["seen_change"] or 0

    def values(self) -> dict[str, object]:
        return {name: value for name, value in super().values().items() if name != "seen_change"}

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to decide about: goals, assessments still to be ordered."""
        offered = (field.choices for field in self.fields.values() if hasattr(field, "choices"))
        return all(any(value for value, _ in choices) for choices in offered)
