"""A municipality's own edition of a pack: the shipped files with its changes laid over them.

An edition holds files of the same names as a pack, with only what is different. An entry is found
by its code and changed key by key; `new = true` adds one and `remove = true` takes one out.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import StringConstraints
from pydantic.dataclasses import dataclass

from hjemmebane.domain.method.content.entries import STRICT, Text
from hjemmebane.domain.method.content.moving import PackCode

FILE = "edition.toml"
# What only the pack itself may say.
THE_PACKS_OWN = frozenset({"code", "version", "expected"})
# The key an entry is known by, for the few that have no code.
KNOWN_BY = ("code", "instrument", "from_pack", "item")
# What a version of a record can hold.
LONGEST_VERSION = 10

type Table = dict[str, object]
type Tables = dict[str, Table]

# The lists a pack promises a number of, by what the number is called.
COUNTED = {
    "values": "value",
    "core_elements": "core_element",
    "core_functions": "core_function",
    "role_fields": "role_field",
    "practice_parts": "practice_part",
    "life_areas": "life_area",
    "resource_areas": "resource_area",
    "guiding_purposes": "guiding_purpose",
    "contributions": "contribution",
    "coordination_questions": "coordination_question",
    "smart_prompts": "smart_prompt",
    "plain_questions": "plain_question",
    "preconditions": "precondition",
    "agendas": "agenda",
    "conversation_guides": "conversation_guide",
    "information_sheets": "information_sheet",
    "persistence_rules": "persistence_rule",
    "legal_bases": "legal_basis",
    "choice_lists": "choice_list",
    "functioning_dimensions": "functioning_dimension",
    "measurements": "measurement",
    "fidelity_indicators": "fidelity_indicator",
    "self_assessments": "self_assessment",
    "moves": "move",
}


class Misfit(Exception):
    """A change does not fit what it is laid over: where, and why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Edition:
    """Whose words these are. `extends`: the version of the pack; `name`: such as nord1, nord2."""

    code: PackCode
    extends: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z]{1,6}[1-9][0-9]?$")]
    title: Text
    text: Text
    source: Text

    @property
    def version(self) -> str:
        """What records made with it say."""
        return f"{self.extends}-{self.name}"


def laid_over(base: Mapping[str, object], changes: Mapping[str, object]) -> Table:
    """The keys of a pack with an edition's in their place. Raises Misfit."""
    return _merged(base, changes, "")


def recounted(whole: Table) -> Table:
    """The pack's promises, made anew from what it holds now."""
    promised = dict(_as_table(whole["expected"]))
    for name in promised:
        if name in COUNTED:
            promised[name] = len(_as_list(whole.get(COUNTED[name], [])))
    promised["criteria"] = len(_as_list(_as_table(whole["target_group"]).get("criteria", [])))
    parts = [_as_table(part) for part in _as_list(whole["practice_part"])]
    for name in ("activities", "indicators"):
        promised[name] = [len(_as_list(part.get(name, []))) for part in parts]
    return promised


def by_code(key: str, whole: Mapping[str, object]) -> str:
    """A key that counts entries, with their codes instead: who wrote an edition counts none."""
    told, here = "", dict(whole)
    value: object = here
    for name, place in re.findall(r"([a-z_]+)|\[([0-9]+)\]", key):
        if name:
            value = value.get(name) if isinstance(value, dict) else None
            told += f".{name}" if told else name
            continue
        found = _at(value, int(place))
        code = _known_by(found) if isinstance(found, dict) else ""
        told += f"[{code or place}]"
        value = found
    return told


def _merged(base: Mapping[str, object], changes: Mapping[str, object], path: str) -> Table:
    whole = dict(base)
    for key, value in changes.items():
        here = f"{path}.{key}".lstrip(".")
        before = base.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            whole[key] = _merged(before, value, here)
        elif isinstance(value, list) and _is_entries(before or value):
            whole[key] = _entries(_as_list(before), value, here)
        else:
            whole[key] = value
    return whole


def _entries(before: Sequence[object], changes: Sequence[object], path: str) -> list[object]:
    """Changed where they stand; the new ones last."""
    whole = {_known_by(_as_table(entry)): entry for entry in before}
    for number, entry in enumerate(changes, start=1):
        if not isinstance(entry, dict) or not (code := _known_by(entry)):
            raise Misfit(f"{path}[{number}]", "skal have en kode, så man ved, hvad der ændres")
        here = f"{path}[{code}]"
        is_new, is_gone = entry.get("new", False), entry.get("remove", False)
        said = {key: value for key, value in entry.items() if key not in {"new", "remove"}}
        if is_new and code in whole:
            raise Misfit(here, "findes i forvejen. Fjern new = true")
        if not is_new and code not in whole:
            raise Misfit(here, "findes ikke. Skriv new = true, hvis det er et nyt punkt")
        if is_gone:
            del whole[code]
        else:
            whole[code] = said if is_new else _merged(_as_table(whole[code]), said, here)
    return list(whole.values())


def _is_entries(value: object) -> bool:
    return isinstance(value, list) and bool(
        value and all(isinstance(one, dict) and _known_by(one) for one in value)
    )


def _known_by(entry: Mapping[str, object]) -> str:
    return next((str(entry[key]) for key in KNOWN_BY if key in entry), "")


def _at(value: object, place: int) -> object:
    entries = _as_list(value)
    return entries[place - 1] if place <= len(entries) else None


def _as_table(value: object) -> Table:
    return value if isinstance(value, dict) else {}


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
