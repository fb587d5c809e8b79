"""What every form on the plan's page does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hjemmebane.faces.staff.comparing import ComparedForm
from hjemmebane.faces.staff.plans.forms.fields import Option
from hjemmebane.faces.staff.submitting import version_of
from hjemmebane.foundation.forms import attempt
from hjemmebane.foundation.http import UNPROCESSABLE
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import Record

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.desk import Desk


DONE = 200


class PlanForm(ComparedForm):
    """A form on the plan's page. Its `prefix` keeps two open forms apart.

    spread: fields whose value is several of the record's fields.
    under: the field that says in which list a new item lands.
    """

    spread: ClassVar[tuple[str, ...]] = ()
    under: ClassVar[str] = ""

    def fit(self, desk: Desk, item: Record | None) -> None:
        """Offer what lies around this citizen, and what `item` has already."""

    @classmethod
    def beside(cls, _item: Record) -> dict[str, object]:
        """What the form shows of a record besides the record's own fields."""
        return {}

    def stored(self, record: Record) -> dict[str, object]:
        values = {**super().stored(record), **self.beside(record)}
        return {name: self._as_offered(name, value) for name, value in values.items()}

    def _as_offered(self, name: str, value: object) -> object:
        """An option in the words it has on this form's list."""
        if isinstance(value, Option):
            return self.fields[name].options.get(value.key, value)
        return value

    def focus_first(self) -> None:
        """Where the writing begins when the form opens in place."""
        for bound in self.visible_fields()[:1]:
            bound.field.widget.attrs["data-hjemmebane-focus"] = True

    @property
    def row_id(self) -> UUID:
        """The key of the new row: made with the form, so that sending twice is one row."""
        return self.cleaned_data["id"] or new_id()

    @property
    def version_seen(self) -> int:
        """The version that was on the page."""
        return version_of(self)

    def values(self) -> dict[str, object]:
        """What was typed, as the record's own fields."""
        given = super().values()
        for name in self.spread:
            given |= given.pop(name).value
        return given

    def is_sent(self) -> bool:
        """Whether the form was sent and can be read. Errors make the answer's status 422."""
        if self.is_bound and not self.is_valid():
            self.status = UNPROCESSABLE
        return self.is_bound and self.is_valid()

    def does(self, action: Callable[..., object], **arguments: object) -> bool:
        """Whether the action was done; what it refuses stands in the form."""
        attempt(self, action, **arguments)
        return self.status == DONE


class TapForm(PlanForm):
    """A single button: nothing is typed, but the version that was seen travels along."""

    def sentence(self) -> str:
        """Why the tap did nothing, for the reader."""
        errors = [str(error) for errors in self.errors.values() for error in errors]
        return " ".join(errors) or CHANGED_MEANWHILE


CHANGED_MEANWHILE = (
    "En anden har rettet det, mens du så på det. Nu står det, som det er. Prøv igen, hvis du"
    " stadig vil."
)
