"""Lines of a form: as many as somebody has written, and a spare one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from pydantic import TypeAdapter, ValidationError

from hjemmebane.design.fields.numbers import DanishNumber
from hjemmebane.domain.economics.calculations.figures import MOST_LINES
from hjemmebane.domain.economics.content.faults import Place, faults_of
from hjemmebane.foundation.forms import RecordForm

A_NUMBER = dict.fromkeys(("invalid", "required"), "Skriv et tal – for eksempel 12,5.")
MISSING = "mangler. Skriv det, eller tøm hele linjen"
WHOLE = {"invalid": "Skriv et helt tal."}
SPARE = 1
HUNDRED = Decimal(100)
OF_HUNDRED = "Skriv et tal fra 0 til 100."


@dataclass(frozen=True)
class Line:
    """The fields of one line, by their names within it."""

    number: int
    fields: Mapping[str, forms.BoundField]

    @property
    def has_errors(self) -> bool:
        return any(one.errors for one in self.fields.values())


def a_number(label: str, **options: object) -> DanishNumber:
    return DanishNumber(label=label, error_messages=A_NUMBER, **options)


def a_percent(label: str, **options: object) -> DanishNumber:
    """Shown and typed as a percent."""
    said = {**A_NUMBER, "max_value": OF_HUNDRED, "min_value": OF_HUNDRED}
    return DanishNumber(
        label=label, min_value=Decimal(0), max_value=HUNDRED, error_messages=said, **options
    )


class LinesForm(RecordForm):
    """A form with lines of several kinds. line_fields: what makes the fields of a line of a kind.

    A line in which nothing is written does not count.
    """

    line_fields: Mapping[str, Callable[[], dict[str, forms.Field]]] = {}
    # Fields of a line that are filled in from the start: alone they do not make a line.
    given: frozenset[str] = frozenset()

    def fit(self, *, counts: Mapping[str, int], **around: object) -> None:
        self.counts = counts
        for kind, fields in self.line_fields.items():
            for number in range(counts[kind]):
                for name, field in fields().items():
                    self.fields[f"{kind}-{number}-{name}"] = field

    def lines(self, kind: str) -> list[Line]:
        names = self.line_fields[kind]()
        return [
            Line(number + 1, {name: self[f"{kind}-{number}-{name}"] for name in names})
            for number in range(self.counts[kind])
        ]

    def written(self, kind: str) -> Iterator[tuple[int, dict[str, object]]]:
        """The number of each line in which something is written, and what."""
        names = self.line_fields[kind]()
        for number in range(self.counts[kind]):
            found = {name: self.cleaned_data.get(f"{kind}-{number}-{name}") for name in names}
            typed = [v for name, v in found.items() if name not in self.given]
            is_faulty = any(f"{kind}-{number}-{name}" in self.errors for name in found)
            if is_faulty or any(value not in {None, ""} for value in typed):
                yield number, {n: v for n, v in found.items() if v not in {None, ""}}

    def record_of[T](
        self, kind: TypeAdapter[T], tables: Mapping[str, object], places: Mapping[str, list[int]]
    ) -> T | None:
        """The record of what was typed; else each fault stands beside its field.

        places: which line of the form each entry of a list came from.
        """
        try:
            return kind.validate_python(tables)
        except ValidationError as error:
            for place, sentence in faults_of(error, named=False, missing=MISSING):
                self._fault(place, sentence, places)
            return None

    def _fault(self, place: Place, sentence: str, places: Mapping[str, list[int]]) -> None:
        """What is told of a field already is told; and of a line, where any of its fields is."""
        field = self.field_at(place, places)
        told = field or ""
        if field and len(place) == len(("kind", "nth")):
            told = field.rpartition("-")[0] + "-"
        if not told or not any(one.startswith(told) for one in self.errors):
            self.add_error(field, sentence)

    def field_at(self, place: Place, places: Mapping[str, list[int]]) -> str | None:
        """The field a place of the record was typed in; of a whole line the first."""
        match place:
            case (str(kind), int(nth), *rest) if kind in places:
                name = str(rest[0]) if rest else next(iter(self.line_fields[kind]()))
                return f"{kind}-{places[kind][nth]}-{name}"
            case (str(name), *_) if name in self.fields:
                return name
        return None


def counted(posted: Mapping[str, object], kinds: Sequence[str]) -> dict[str, int]:
    """How many lines of each kind were sent."""
    found = dict.fromkeys(kinds, 0)
    for name in posted:
        kind, _, rest = name.partition("-")
        number = rest.partition("-")[0]
        if kind in found and number.isascii() and number.isdigit() and len(number) <= 2:
            found[kind] = min(MOST_LINES, max(found[kind], int(number) + 1))
    return found
