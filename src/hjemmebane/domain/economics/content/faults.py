"""What is wrong with a file somebody wrote: where, what, and how to mend it, in Danish."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

UNKNOWN = "kendes ikke"
MISSING = "mangler. Tilføj en linje med {key}"
A_SHARE = ". Skriv 20 % som 0.2"
# Anything rarer keeps the library's words.
REASONS = {
    "unexpected_keyword_argument": f"{UNKNOWN}. Ret navnet, eller slet linjen",
    "string_type": "skal være tekst i anførselstegn",
    "int_type": "skal være et helt tal",
    "int_parsing": "skal være et helt tal",
    "dict_type": "skal være en tabel med nøgler",
    "bool_type": "skal være true eller false",
    "tuple_type": "skal være en liste",
    "dataclass_type": "skal være en tabel med nøgler",
    "decimal_type": "skal være et tal",
    "finite_number": "skal være et tal, der er til at regne med",
    "greater_than": "skal være større end {gt}",
    "greater_than_equal": "må ikke være under {ge}",
    "too_long": "må højst have {max_length} linjer",
    "less_than_equal": "må ikke være over {le}",
}
NUMBER = (
    "er ikke et tal. Skriv det uden anførselstegn og punktum i tusinder, og med punktum foran"
    " decimalerne (0.2)"
)


# A comma or a point in the thousands makes a thousandth of it, and is easily overlooked.
MONEY = frozenset({"monthly_pay", "kroner", "price", "cost", "known_total", "present_value"})
THOUSANDS = (
    "har punktum i tusinder, eller øre med tre cifre. Skriv tusinder uden punktum (41390), og øre"
    " med to cifre"
)


class FaultyFile(Exception):
    """A file cannot be used. One line for each fault: file, place, key and reason."""

    def __init__(self, name: str, faults: Iterable[str]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(f"{name}: {fault}" for fault in self.faults))


type Place = tuple[int | str, ...]


def faults_of(
    error: ValidationError, *, named: bool = True, number: str = NUMBER, missing: str = MISSING
) -> Iterator[tuple[Place, str]]:
    """Where each fault is, and its sentence: with the key as files have it, unless it stands
    beside a field that says it. number: what is said of what is none; missing: of what is not
    there, with its {key}.
    """
    for detail in error.errors():
        if detail["type"] == "too_short" and detail["input"]:
            continue  # a list whose every entry is refused counts as empty too
        place = tuple(part for part in detail["loc"] if part != "[key]")
        if "nth" in detail.get("ctx", {}):
            place = ("consequences", detail["ctx"]["nth"], "price_year")
        told = f"{reason(detail, number, missing)}."
        if named:
            yield place, f"{in_words(place)}{' ' if place else ''}{told}"
        else:
            yield place, told[0].upper() + told[1:]


def few(faults: Iterable[str], count: int, most: int) -> list[str]:
    """The first of so many, and how many more there are."""
    more = count - most
    return [*islice(faults, most), *([f"… og {more} fejl mere."] if more > 0 else [])]


def in_words(place: Place) -> str:
    """“staff[2].hours”, counted from one."""
    words = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in place)
    return words.lstrip(".")


def reason(detail: ErrorDetails, number: str, missing: str) -> str:
    if detail["type"] == "decimal_parsing":
        return number
    if detail["type"] == "missing":
        return missing.format(key=detail["loc"][-1])
    told, about = REASONS.get(detail["type"]), detail.get("ctx", {})
    if detail["type"] == "enum":
        return f"skal være en af {about['expected'].replace(' or ', ' eller ')}"
    a_share = A_SHARE if detail["type"] == "less_than_equal" and about["le"] == 1 else ""
    return f"{told.format(**about)}{a_share}" if told else detail["msg"]
