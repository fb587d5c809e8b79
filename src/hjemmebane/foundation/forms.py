"""Forms that keep what was typed: whatever an action refuses comes back beside its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict

from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import CONFLICT, UNPROCESSABLE
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.plain_words import RELOAD, PlainWords
from hjemmebane.foundation.records import AlreadySaved, EditConflict, Record, RecordRefusal

logger = log(__name__)

# One less than the column holds: the next save counts one up.
HIGHEST_VERSION = 2**31 - 2


@dataclass(frozen=True)
class Difference:
    """One field that two people wrote differently: what stands there now, and what was typed."""

    label: str
    theirs: str
    mine: str


class RecordForm(PlainWords, forms.Form):
    """A form for one record: carries the new record's id, or the version that was opened.

    Both travel in hidden fields, so a double submit is one row, and a stale save is noticed.
    """

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        required=False,
        min_value=1,
        max_value=HIGHEST_VERSION,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), RELOAD),
    )
    status = 200

    def full_clean(self) -> None:
        """Line breaks count once: a browser sends two characters for each."""
        if self.is_bound:
            self.data = _with_plain_line_breaks(_posted(self.data))
        super().full_clean()

    differences: tuple[Difference, ...] = ()

    @classmethod
    def blank(cls, **initial: object) -> RecordForm:
        """An empty form for a new record."""
        return cls(initial={"id": new_id(), **initial})

    @classmethod
    def of(cls, record: Record, **initial: object) -> RecordForm:
        """The form filled from a record; fields the record lacks come as keywords."""
        return cls(initial={**_values(cls, record), "version": record.version, **initial})

    def values(self) -> dict[str, object]:
        """What was typed, without the hidden fields."""
        return {k: v for k, v in self.cleaned_data.items() if k not in {"id", "version"}}

    def renew(self) -> None:
        """Let what was typed become a record of its own when it is sent again."""
        self.data = _replaced(self.data, self.add_prefix("id"), str(new_id()))

    def meet(self, current: Record) -> None:
        """Show what somebody else saved beside what was typed; sending again saves the typed."""
        self.status = CONFLICT
        self.differences = tuple(self._differences(current))
        self.data = _replaced(self.data, self.add_prefix("version"), str(current.version))

    def _differences(self, current: Record) -> Iterator[Difference]:
        for bound in self.visible_fields():
            theirs, mine = _shown(bound, getattr(current, bound.name, "")), _typed(bound)
            if theirs != mine:
                yield Difference(str(bound.label), theirs, mine)


def _posted(data: Mapping[str, object]) -> MultiValueDict[str, object]:
    """What was posted, in the shape a request has it."""
    return (
        data if isinstance(data, MultiValueDict) else MultiValueDict({k: [data[k]] for k in data})
    )


def _with_plain_line_breaks(posted: MultiValueDict[str, object]) -> MultiValueDict[str, object]:
    plain = {
        name: [v.replace("\r\n", "\n") if isinstance(v, str) else v for v in values]
        for name, values in posted.lists()
    }
    return MultiValueDict(plain)


def _replaced(data: Mapping[str, object], name: str, value: str) -> MultiValueDict[str, object]:
    """A copy of what was posted with one value exchanged."""
    return MultiValueDict({**dict(_posted(data).lists()), name: [value]})


def _values(form: type[RecordForm], record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in form.base_fields if hasattr(record, name)}


def _shown(bound: BoundField, value: object) -> str:
    """A stored value as the form's own field would show it."""
    prepared = bound.field.prepare_value(getattr(value, "pk", value))
    return _in_words(bound, "" if prepared is None else str(prepared))


def _typed(bound: BoundField) -> str:
    value = bound.value()
    return _in_words(bound, "" if value is None else str(value))


def _in_words(bound: BoundField, value: str) -> str:
    choices = dict(getattr(bound.field, "choices", []))
    words = {str(key): str(label) for key, label in choices.items()}
    return words.get(value, value.replace("\r\n", "\n"))


def attempt[R](
    form: RecordForm, action: Callable[..., R], **arguments: object
) -> R | Record | None:
    """Call an action; what it refuses becomes errors on the form, and None is returned.

    A double submit returns the row that is there. `form.status` is then the answer's status.
    """
    try:
        return action(**arguments)
    except AlreadySaved as already:
        return already.record
    except EditConflict as conflict:
        form.meet(conflict.current)
    except Refused as refused:
        field = refused.field if refused.field in form.fields else None
        form.add_error(field, refused.sentence)
        if isinstance(refused.reason, RecordRefusal):
            form.renew()  # that key will never do, and what was typed shall
        form.status = UNPROCESSABLE
        logger.info("refused", reason=str(refused.reason.value), action=action.__name__)
    except ValidationError as invalid:
        _add_validation(form, invalid)
        form.status = UNPROCESSABLE
        logger.info("refused", reason="INVALID", action=action.__name__)
    return None


def _add_validation(form: RecordForm, invalid: ValidationError) -> None:
    by_field = invalid.message_dict if hasattr(invalid, "error_dict") else {"": invalid.messages}
    for name, messages in by_field.items():
        for message in messages:
            form.add_error(name if name in form.fields else None, message)
