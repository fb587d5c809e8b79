"""Costings and scenarios in files that somebody brings."""

from pathlib import Path

from pydantic import TypeAdapter

from hjemmebane.domain.economics.calculations.costing import (
    Cost,
    Costing,
    UnknownProfession,
    cost_of,
)
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.content.toml_files import line_of, read_toml, text_of


def read_costing(file: Path) -> Cost:
    """The costing in a TOML file, worked out. Raises FaultyFile."""
    text = text_of(file)
    costing = read_toml(text, TypeAdapter(Costing), name=file.name)
    try:
        return cost_of(costing, published_pay().table)
    except UnknownProfession as unknown:
        raise FaultyFile(file.name, [_no_pay(text, unknown)]) from unknown


def _no_pay(text: str, unknown: UnknownProfession) -> str:
    where = line_of(text, ("staff", unknown.place, "profession"))
    at = f"linje {where[0]}, kolonne {where[1]}: " if where else ""
    known = ", ".join(one.code for one in published_pay().professions)
    return (
        f"{at}staff[{unknown.place + 1}]: Der er ingen løn for “{unknown.profession}”."
        f" Skriv monthly_pay, eller vælg en af {known}."
    )


def read_scenario(file: Path) -> Scenario:
    """The scenario in a TOML file. Raises FaultyFile."""
    return read_toml(text_of(file), TypeAdapter(Scenario), name=file.name)
