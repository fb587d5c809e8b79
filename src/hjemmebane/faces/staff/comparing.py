"""When two people edited the same record: which fields differ, each value in words."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.forms import BoundField

from hjemmebane.foundation.forms import Difference, RecordForm
from hjemmebane.foundation.records import Record
from hjemmebane.foundation.written import written_day, written_moment


class ComparedForm(RecordForm):
    """A record form that compares values, not the ways in which they are written."""

    def stored(self, record: Record) -> Mapping[str, object]:
        """The values of a record as this form's fields hold them."""
        return {name: getattr(record, name) for name in self.fields if hasattr(record, name)}

    def meet(self, current: Record) -> None:
        super().meet(current)
        self.differences = tuple(self._compare(self.stored(current)))

    def _compare(self, stored: Mapping[str, object]) -> Iterator[Difference]:
        for bound in self.visible_fields():
            mine = in_words(bound, self.cleaned_data.get(bound.name))
            theirs = in_words(bound, stored.get(bound.name))
            if mine != theirs:
                yield Difference(str(bound.label), theirs, mine)


def in_words(bound: BoundField, value: object) -> str:
    """A field's value as one would read it aloud."""
    match value:
        case bool():
            return "Ja" if value else "Nej"
        case dt.datetime():
            return written_moment(value)
        case dt.date():
            return written_day(value)
        case list() | tuple():
            return ", ".join(sorted(in_words(bound, one) for one in value))
        case None | 0:
            return ""
    labels = {str(key): str(label) for key, label in getattr(bound.field, "choices", ())}
    return labels.get(str(getattr(value, "pk", value)), str(value)).replace("\r\n", "\n")
