"""The figures that ship: pay, kinds of team, municipalities, and the published scenarios."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from hjemmebane.domain.economics.calculations.costing import PayTable
from hjemmebane.domain.economics.calculations.figures import STRICT, Kroner, PriceYear, Text
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.calculations.sizing import Municipality, TeamKind
from hjemmebane.domain.economics.content.toml_files import read_toml, text_of

FOLDER = Path(__file__).parent / "shipped"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Profession:
    """monthly: kroner for a full-time month. also: what it is called as well."""

    code: Text
    title: Text
    monthly: Kroner
    also: tuple[Text, ...] = ()

    def is_called(self, title: str) -> bool:
        """“Sygeplejerske”, and “Psykiatrisk sygeplejerske” too."""
        wanted = f" {title.casefold().strip()}"
        return any(wanted.endswith(f" {one.casefold()}") for one in (self.title, *self.also))


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PublishedPay:
    source: Text
    price_year: PriceYear
    professions: tuple[Profession, ...]

    @property
    def table(self) -> PayTable:
        return {one.code: one.monthly for one in self.professions}

    def code_of(self, title: str) -> str:
        """The code of a profession as people write it; empty where the table has none."""
        return next((one.code for one in self.professions if one.is_called(title)), "")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Municipalities:
    """uncertainty: what to bear in mind, said wherever the figures are."""

    source: Text
    uncertainty: Text
    municipalities: tuple[Municipality, ...]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TeamKinds:
    kinds: tuple[TeamKind, ...]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Scenarios:
    scenarios: tuple[Scenario, ...]


def _read[T](name: str, kind: type[T]) -> T:
    return read_toml(text_of(FOLDER / name), TypeAdapter(kind), name=name)


@cache
def published_pay() -> PublishedPay:
    return _read("pay.toml", PublishedPay)


@cache
def municipalities() -> Municipalities:
    return _read("municipalities.toml", Municipalities)


@cache
def team_kinds() -> tuple[TeamKind, ...]:
    return _read("team_kinds.toml", TeamKinds).kinds


@cache
def published_scenarios() -> tuple[Scenario, ...]:
    return _read("scenarios.toml", Scenarios).scenarios
