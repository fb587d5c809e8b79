"""Costings and scenarios in files that somebody brings: TOML, or a workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from hjemmebane.domain.economics.calculations.costing import (
    Cost,
    Costing,
    UnknownProfession,
    cost_of,
)
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.content.faults import FaultyFile, Place
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.content.tables import LISTS
from hjemmebane.domain.economics.content.toml_files import (
    LARGEST_FILE,
    decoded,
    line_of,
    read_toml,
    text_of,
)

COSTING, SCENARIO = TypeAdapter(Costing), TypeAdapter(Scenario)
PACKED, OLD_WORKBOOK = b"PK", b"\xd0\xcf\x11\xe0"
OLD = "Filen er i et gammelt format. Gem den som .xlsx eller .toml."

type Where = Callable[[Place], str]


def read_costing(file: Path) -> Cost:
    """The costing in a TOML file, worked out. Raises FaultyFile."""
    text = text_of(file)
    return _worked_out(read_toml(text, COSTING, name=file.name), _in_lines(text), file.name)


def read_scenario(file: Path) -> Scenario:
    """The scenario in a TOML file. Raises FaultyFile."""
    return read_toml(text_of(file), SCENARIO, name=file.name)


def costing_brought(name: str, content: bytes) -> Costing:
    """The costing in a file of either kind, whose every post has a pay. Raises FaultyFile."""
    costing, where = _read(name, content, COSTING, LISTS[Costing])
    return _worked_out(costing, where, name).costing


def scenario_brought(name: str, content: bytes) -> Scenario:
    """The scenario in a file of either kind. Raises FaultyFile."""
    return _read(name, content, SCENARIO, LISTS[Scenario])[0]


def _read[T](
    name: str, content: bytes, kind: TypeAdapter[T], lists: Sequence[str]
) -> tuple[T, Where]:
    """By what is in it; what a file is called is only what its sender thinks."""
    if len(content) > LARGEST_FILE:
        raise FaultyFile(name, ["Filen er for stor (over 5 MB)."])
    if content.startswith(OLD_WORKBOOK):
        raise FaultyFile(name, [OLD])
    if content.startswith(PACKED):
        from hjemmebane.domain.economics.content.xlsx_files import (  # noqa: PLC0415 -- slow import, only for workbooks
            read_xlsx,
        )

        record, cells = read_xlsx(content, kind, lists=lists, name=name)
        return record, cells.where
    text = decoded(content, name)
    return read_toml(text, kind, name=name), _in_lines(text)


def _in_lines(text: str) -> Where:
    def where(place: Place) -> str:
        found = line_of(text, place)
        return f"linje {found[0]}, kolonne {found[1]}" if found else ""

    return where


def _worked_out(costing: Costing, where: Where, name: str) -> Cost:
    try:
        return cost_of(costing, published_pay().table)
    except UnknownProfession as unknown:
        raise FaultyFile(name, [_no_pay(where, unknown)]) from unknown


def _no_pay(where: Where, unknown: UnknownProfession) -> str:
    at = where(("staff", unknown.place, "profession"))
    known = ", ".join(one.code for one in published_pay().professions)
    return (
        f"{at}{': ' if at else ''}staff[{unknown.place + 1}]: Der er ingen løn for"
        f" “{unknown.profession}”. Skriv monthly_pay, eller vælg en af {known}."
    )
