"""Reading the texts. A fault stops the fill, with file, key and reason, before it begins."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError

from hjemmebane.faces.operations.demo.act_people import ActTexts
from hjemmebane.faces.operations.demo.entries import Story
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.faces.operations.demo.ingredients import Ingredients
from hjemmebane.faces.operations.demo.intake_entries import IntakeEntry
from hjemmebane.faces.operations.demo.together_entries import TogetherEntry

CONTENT = Path(__file__).parent / "content"


class BrokenText(Exception):
    """A text of the demo cannot be used. One line for each fault."""


def read_house() -> HouseEntry:
    return _checked(HouseEntry, _table("house.toml"), "house.toml")


def read_stories() -> list[Story]:
    """The stories that are told by hand, in order of their file names."""
    paths = sorted((CONTENT / "stories").glob("*.toml"))
    return [_checked(Story, _table(f"stories/{path.name}"), path.name) for path in paths]


def read_act() -> ActTexts:
    return _checked(ActTexts, _table("act.toml"), "act.toml")


def read_intake() -> IntakeEntry:
    return _checked(IntakeEntry, _table("intake.toml"), "intake.toml")


def read_together() -> TogetherEntry:
    return _checked(TogetherEntry, _table("together.toml"), "together.toml")


def read_ingredients() -> Ingredients:
    tables = {
        **_table("threads.toml"),
        **_table("notes.toml"),
        **_table("people.toml"),
        "stock": _table("stock.toml"),
    }
    return _checked(Ingredients, tables, "threads, notes, people and stock")


def _table(name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenText(f"{name}: {error}") from error


def _checked[M: BaseModel](model: type[M], table: Mapping[str, object], name: str) -> M:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        faults = (
            f"{name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        )
        raise BrokenText("\n".join(faults)) from error
