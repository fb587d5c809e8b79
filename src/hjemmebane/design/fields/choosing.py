"""Form fields that choose among records the view has asked for; rendering asks nothing more."""

from collections.abc import Callable, Iterable, Mapping

from django import forms

from hjemmebane.foundation.records import Record


class OneOf[R: Record](forms.ChoiceField):
    """One of some records; an optional one has an empty first choice."""

    records: Mapping[str, R] = {}

    def __init__(
        self,
        *,
        label: str,
        required: bool = True,
        empty: str = "",
        widget: type[forms.Widget] | None = None,
    ) -> None:
        super().__init__(label=label, required=required, widget=widget)
        self.empty = empty

    def offer(self, records: Iterable[R], named: Callable[[R], str] = str) -> None:
        """Set what there is to choose from."""
        self.records = {str(record.pk): record for record in records}
        first = [("", self.empty)] if self.empty or not self.required else []
        self.choices = [*first, *((key, named(r)) for key, r in self.records.items())]

    def prepare_value(self, value: object) -> object:
        return _key(value)

    def clean(self, value: object) -> R | None:
        key = super().clean(value)
        return self.records[key] if key else None


class SomeOf[R: Record](forms.MultipleChoiceField):
    """Any number of some records, as ticks."""

    widget = forms.CheckboxSelectMultiple
    records: Mapping[str, R] = {}

    def offer(self, records: Iterable[R], named: Callable[[R], str] = str) -> None:
        """Set what there is to choose from."""
        self.records = {str(record.pk): record for record in records}
        self.choices = [(key, named(record)) for key, record in self.records.items()]

    def prepare_value(self, value: object) -> object:
        return [_key(one) for one in value] if isinstance(value, list) else _key(value)

    def clean(self, value: object) -> list[R]:
        return [self.records[key] for key in super().clean(value)]


def and_now[R: Record](offered: Iterable[R], chosen: R | None) -> list[R]:
    """What is on offer, and what is chosen already although it would not be offered anew."""
    there = list(offered)
    return there if chosen is None or chosen in there else [*there, chosen]


def _key(value: object) -> object:
    return str(value.pk) if isinstance(value, Record) else value
