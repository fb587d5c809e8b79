"""What every form on the plan's page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hjemmebane.foundation.forms import RecordForm

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.views.desk import Desk


class PlanForm(RecordForm):
    """A form on the plan's page. Its `prefix` keeps two open forms apart.

    spread: fields whose value is several of the record's fields.
    under: the field that says in which list a new item lands.
    """

    spread: ClassVar[tuple[str, ...]] = ()
    under: ClassVar[str] = ""

    def fit(self, *, desk: Desk) -> None:
        """Offer what lies around this citizen, and what `self.record` has already."""

    def focus_first(self) -> None:
        """Where the writing begins when the form opens in place."""
        for bound in self.visible_fields()[:1]:
            bound.field.widget.attrs["data-hjemmebane-focus"] = True

    def values(self) -> dict[str, object]:
        """What was typed, as the record's own fields."""
        given = super().values()
        for name in self.spread:
            given |= given.pop(name).value
        return given
