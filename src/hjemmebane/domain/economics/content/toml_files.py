"""TOML files that somebody wrote: read whole, or refused with line, column and how to mend it."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hjemmebane.domain.economics.content.faults import (
    MONEY,
    THOUSANDS,
    FaultyFile,
    Place,
    faults_of,
    in_words,
)
from hjemmebane.domain.economics.content.library_words import of_file, of_toml

LARGEST_FILE = 5_000_000  # bytes
AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
# A key of many parts takes the library memory and time by their square.
MOST_DOTS, DOTS = 100, "Der er for mange punktummer i linjen. Skriv kun nøgler, som vi kender."
# Finding the line of a fault takes time, and nobody mends more at once.
MOST_FAULTS = 50
MILLIONTH, DIGITS = Decimal("0.000001"), 15  # what can be kept
# What a file may hold of each; a full one has a tenth of it.
MOST_SIGNS = {"\n": 20_000, "=": 10_000, ".": 20_000}
TOO_MUCH = "Filen er for lang til et regnestykke. Behold kun de linjer, som det har."
LONG_NUMBER, TOO_LONG = re.compile(r"[\d_]{4000}"), "Tallet er for langt. Skriv færre cifre."
ALIKE, MILLIONS = (
    re.compile(r"-?[1-9]\d{0,2}\.\d{3}"),
    re.compile(r"=\s*-?\d{1,3}(\.\d{3}){2,}\b(?!,)"),
)
DANISH_NUMBER = re.compile(r"=\s*-?[\d.]*\d,\d")


def text_of(file: Path) -> str:
    """What stands in a file. Raises FaultyFile."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise FaultyFile(file.name, ["Filen er for stor (over 5 MB)."])
        content = file.read_bytes()
    except OSError as error:
        raise FaultyFile(file.name, [f"Filen kan ikke læses: {of_file(error)}."]) from error
    return decoded(content, file.name)


def decoded(content: bytes, name: str) -> str:
    """What was read, as text; line breaks count once. Raises FaultyFile."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FaultyFile(name, ["Filen er ikke gemt som UTF-8. Gem den igen."]) from error


def read_toml[T](text: str, kind: TypeAdapter[T], *, name: str) -> T:
    """The record a text holds; `name` is what faults call it. Raises FaultyFile with them all."""
    _check_extent(text, name)
    try:
        tables = tomllib.loads(text, parse_float=exact)
    except (ValueError, RecursionError) as error:
        raise FaultyFile(name, [_syntax(text, str(error))]) from error
    if overlooked := list(_thousands(tables)):
        told = ((place, f"{in_words(place)} {THOUSANDS}.") for place in overlooked)
        raise FaultyFile(name, _located(text, told))
    try:
        return kind.validate_python(tables)
    except ValidationError as error:
        raise FaultyFile(name, _located(text, faults_of(error))) from error


def _check_extent(text: str, name: str) -> None:
    """Refuses what would take the reader long."""
    if any(text.count(sign) > most for sign, most in MOST_SIGNS.items()):
        raise FaultyFile(name, [TOO_MUCH])
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count(".") > MOST_DOTS:
            raise FaultyFile(name, [f"linje {number}: {DOTS}"])
        if LONG_NUMBER.search(line):
            raise FaultyFile(name, [f"linje {number}: {TOO_LONG}"])


def exact(text: str) -> Decimal:
    """A number to the millionth, as it can be kept; what is none to reckon with is no number."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
    if not found.is_finite() or found.adjusted() > DIGITS or found % MILLIONTH == 0:
        return found
    return found.quantize(MILLIONTH)


def line_of(text: str, place: Place) -> tuple[int, int] | None:
    """Line and column of a key, counted from one; of its table, where the key is not there."""
    lines = text.splitlines()
    at, rest, found = 0, list(place), None
    while rest:
        part = rest.pop(0)
        nth = int(rest.pop(0)) if rest and isinstance(rest[0], int) else None
        step = _header(lines, str(part), nth) if nth is not None else _key(lines, str(part), at)
        step = step or _table(lines, str(part))
        if step is None:
            break
        found, at = step, step[0]
    return found


def _header(lines: list[str], table: str, nth: int) -> tuple[int, int] | None:
    """The `nth` [[table]], counted from nought; or, where it is one list, its nth entry."""
    heads = [n for n, line in enumerate(lines, start=1) if line.strip() == f"[[{table}]]"]
    if heads:
        return (heads[nth], 1) if nth < len(heads) else None
    begun = _key(lines, table, 0)
    if begun is None:
        return None
    entries = [n for n, line in enumerate(lines, start=1) if n >= begun[0] and "{" in line]
    return (entries[nth], lines[entries[nth] - 1].index("{") + 1) if nth < len(entries) else begun


def _table(lines: list[str], table: str) -> tuple[int, int] | None:
    heads = (n for n, line in enumerate(lines, start=1) if line.strip() == f"[{table}]")
    return next(((head, 1) for head in heads), None)


def _key(lines: list[str], key: str, after: int) -> tuple[int, int] | None:
    """The first `key =` on line `after` or later, before the next table begins."""
    wanted = re.compile(rf"(?<![\w-]){re.escape(key)}\s*=")
    for number, line in enumerate(lines[max(after - 1, 0) :], start=max(after, 1)):
        if number > after and line.lstrip().startswith("["):
            return None
        if found := wanted.search(line.split("#")[0]):
            return number, found.start() + 1
    return None


def _thousands(tables: dict[str, object], place: Place = ()) -> Iterator[Place]:
    """Where kroner are written as thousands with a point, which are no thousands here."""
    for key, value in tables.items():
        if key in MONEY and isinstance(value, Decimal) and ALIKE.fullmatch(str(value)):
            yield (*place, key)
        for nth, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, dict):
                yield from _thousands(one, (*place, key, nth))


def _located(text: str, told: Iterator[tuple[Place, str]]) -> Iterator[str]:
    for place, sentence in islice(told, MOST_FAULTS):
        # A key of the file itself that is not there belongs before its first table.
        where = line_of(text, place) or (place and (1, 1))
        yield f"linje {where[0]}, kolonne {where[1]}: {sentence}" if where else sentence
    if more := sum(1 for _ in told):
        yield f"… og {more} fejl mere."


def _syntax(text: str, message: str) -> str:
    """Where reading stopped. A decimal comma is the usual reason."""
    where = AT.search(message)
    if where is None:
        last = f"linje {len(text.splitlines())}: " if "end of document" in message else ""
        return f"{last}Det kan ikke læses som TOML: {of_toml(message)}."
    number, column = int(where[1]), where[2]
    line = text.splitlines()[number - 1] if number <= len(text.splitlines()) else ""
    if MILLIONS.search(line):
        return f"linje {number}, kolonne {column}: Skriv tusinder uden punktum (41390)."
    if DANISH_NUMBER.search(line):
        return f"linje {number}, kolonne {column}: Skriv decimaltal med punktum (0.2), ikke komma."
    return f"linje {number}, kolonne {column}: Det kan ikke læses som TOML: {of_toml(message)}."
