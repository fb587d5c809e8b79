"""What is wrong with a file somebody wrote: where, what, and how to mend it, in Danish."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

# Anything rarer keeps the library's words.
REASONS = {
    "missing": "mangler",
    "unexpected_keyword_argument": "kendes ikke. Ret navnet, eller slet linjen",
    "string_type": "skal være tekst i anførselstegn",
    "int_type": "skal være et helt tal",
    "int_parsing": "skal være et helt tal",
    "bool_type": "skal være true eller false",
    "tuple_type": "skal være en liste",
    "dataclass_type": "skal være en tabel med nøgler",
    "decimal_type": "skal være et tal",
    "finite_number": "skal være et tal, der er til at regne med",
    "greater_than": "skal være større end {gt}",
    "greater_than_equal": "må ikke være under {ge}",
    "less_than_equal": "må ikke være over {le}",
}
NUMBER = "er ikke et tal. Skriv det uden anførselstegn og punktum i tusinder, og med punktum foran"


class FaultyFile(Exception):
    """A file cannot be used. One line for each fault: file, place, key and reason."""

    def __init__(self, name: str, faults: Iterable[str]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(f"{name}: {fault}" for fault in self.faults))


type Place = tuple[int | str, ...]


def faults_of(error: ValidationError) -> Iterator[tuple[Place, str]]:
    """Where each fault is, and its sentence."""
    for detail in error.errors():
        if detail["type"] == "too_short" and detail["input"]:
            continue  # a list whose every entry is refused counts as empty too
        place = tuple(part for part in detail["loc"] if part != "[key]")
        yield place, f"{in_words(place)}{' ' if place else ''}{reason(detail)}."


def in_words(place: Place) -> str:
    """“staff[2].hours”, counted from one."""
    words = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in place)
    return words.lstrip(".")


def reason(detail: ErrorDetails) -> str:
    if detail["type"] == "decimal_parsing":
        return f"{NUMBER} decimalerne (0.2)"
    told, about = REASONS.get(detail["type"]), detail.get("ctx", {})
    if detail["type"] == "enum":
        return f"skal være en af {about['expected'].replace(' or ', ' eller ')}"
    return told.format(**about) if told else detail["msg"]
