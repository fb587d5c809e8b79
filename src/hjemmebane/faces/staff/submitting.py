"""Sending a form to an action, whether the form or the action says no."""

from collections.abc import Callable

from hjemmebane.foundation.forms import RecordForm, attempt
from hjemmebane.foundation.http import UNPROCESSABLE
from hjemmebane.foundation.records import Record


def submit[R](
    form: RecordForm, action: Callable[..., R], arguments: Callable[[], dict[str, object]]
) -> R | Record | None:
    """Call the action with `arguments()` if the form is in order; None when anything was refused.

    `form.status` is the status of the answer, and the form holds what was typed and why not.
    """
    if not form.is_valid():
        form.status = UNPROCESSABLE
        return None
    return attempt(form, action, **arguments())


def new_values(form: RecordForm) -> dict[str, object]:
    """What was typed, under the id that the form carried."""
    return {"id": form.cleaned_data["id"], **form.values()}


def version_of(form: RecordForm) -> int:
    """The version that was opened. Zero, which no record has, when the form came without it."""
    return form.cleaned_data["version"] or 0
