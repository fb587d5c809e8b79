"""What differs between two versions of a plan. A snapshot carries its own labels and names, so it
can be read and compared however the code around it changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypedDict


class FieldText(TypedDict):
    """One filled-in field as it was read on the day."""

    name: str
    label: str
    text: str


class LinkText(TypedDict):
    """What an item hangs from: ids of other items in the same snapshot."""

    name: str
    label: str
    ids: list[str]


class ItemText(TypedDict):
    """One item: what it is, its filled-in fields (the first is its title) and what it hangs from.

    Items with the same `group` are one ordered list.
    """

    id: str
    what: str
    group: str
    fields: list[FieldText]
    links: list[LinkText]


class PartText(TypedDict):
    """One part of the plan with its items in order."""

    key: str
    label: str
    items: list[ItemText]


class Snapshot(TypedDict):
    """A whole plan in words, with the method it was made by."""

    format: int
    method: str
    team: str
    parts: list[PartText]


class Change(Enum):
    """What happened to something between two versions."""

    ADDED = "Tilføjet"
    REMOVED = "Fjernet"
    CHANGED = "Ændret"
    MOVED = "Flyttet"


@dataclass(frozen=True)
class PlanDifference:
    """One thing that differs: in which part, of which item, under which label, and how.

    `key` is the same for all that differs in one item; the order of a list has a key of its own.
    """

    change: Change
    part: str
    key: str
    item: str
    label: str
    before: str
    after: str


ORDER = "Rækkefølge"
LONGEST_TITLE = 120


def differences(earlier: Snapshot, later: Snapshot) -> tuple[PlanDifference, ...]:
    """Everything that reads differently, part by part in the order of the later snapshot."""
    before, after = _parts(earlier), _parts(later)
    titles_before, titles_after = _titles(earlier), _titles(later)
    found: list[PlanDifference] = []
    for key, part in (after | {k: p for k, p in before.items() if k not in after}).items():
        comparison = _Comparison(
            part["label"],
            _items(before.get(key)),
            _items(after.get(key)),
            titles_before,
            titles_after,
        )
        found += comparison.all()
    return tuple(found)


@dataclass(frozen=True)
class _Comparison:
    """One part, before and after; the titles are those of the whole snapshot."""

    part: str
    before: Mapping[str, ItemText]
    after: Mapping[str, ItemText]
    titles_before: Mapping[str, str]
    titles_after: Mapping[str, str]

    def all(self) -> Iterator[PlanDifference]:
        for key, item in self.after.items():
            if key in self.before:
                yield from self._changes(self.before[key], item)
            else:
                text = _whole_text(item, self.titles_after)
                yield self._of(Change.ADDED, item, item["what"], "", text)
        for key, item in self.before.items():
            if key not in self.after:
                text = _whole_text(item, self.titles_before)
                yield self._of(Change.REMOVED, item, item["what"], text, "")
        yield from self._moves()

    def _changes(self, before: ItemText, after: ItemText) -> Iterator[PlanDifference]:
        was, became = _lines(before, self.titles_before), _lines(after, self.titles_after)
        for name, line in (became | {k: v for k, v in was.items() if k not in became}).items():
            old, new = was.get(name, _Line("")), became.get(name, _Line(""))
            # A link is the same link when what it points at has got another title.
            if old.key != new.key and old.text != new.text:
                yield self._of(Change.CHANGED, after, line.label, old.text, new.text)

    def _moves(self) -> Iterator[PlanDifference]:
        """Each list whose common items stand in another order: both orders, in words."""
        stayed = {
            key
            for key, item in self.after.items()
            if key in self.before and self.before[key]["group"] == item["group"]
        }
        for group in dict.fromkeys(item["group"] for item in self.after.values()):
            old, new = (
                [item for key, item in items.items() if key in stayed and item["group"] == group]
                for items in (self.before, self.after)
            )
            if [item["id"] for item in old] == [item["id"] for item in new]:
                continue
            was, became = _numbered(old), _numbered(new)
            if was != became:
                what, key = new[0]["what"], f"{ORDER} {group}"
                yield PlanDifference(Change.MOVED, self.part, key, what, ORDER, was, became)

    def _of(
        self, change: Change, item: ItemText, label: str, before: str, after: str
    ) -> PlanDifference:
        return PlanDifference(change, self.part, item["id"], _title(item), label, before, after)


def _parts(snapshot: Snapshot) -> dict[str, PartText]:
    return {part["key"]: part for part in snapshot["parts"]}


def _items(part: PartText | None) -> dict[str, ItemText]:
    return {item["id"]: item for item in part["items"]} if part else {}


def _titles(snapshot: Snapshot) -> dict[str, str]:
    return {item["id"]: _title(item) for part in snapshot["parts"] for item in part["items"]}


def _title(item: ItemText) -> str:
    text = item["fields"][0]["text"] if item["fields"] else item["what"]
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


@dataclass(frozen=True)
class _Line:
    """A field or a link in words; the key is what it really says."""

    label: str
    text: str = ""
    key: tuple[str, ...] = ()


def _lines(item: ItemText, titles: Mapping[str, str]) -> dict[str, _Line]:
    """Every line of an item by name, what it hangs from last."""
    lines = {f["name"]: _Line(f["label"], f["text"], (f["text"],)) for f in item["fields"]}
    for link in item["links"]:
        if ids := sorted(link["ids"]):
            text = "; ".join(sorted(titles[key] for key in ids))
            lines[link["name"]] = _Line(link["label"], text, tuple(ids))
    return lines


def _whole_text(item: ItemText, titles: Mapping[str, str]) -> str:
    """The title, and under it each other line with its label."""
    title, *rest = _lines(item, titles).values() or [_Line("", item["what"])]
    return "\n".join([title.text, *(f"{line.label}: {line.text}" for line in rest)])


def _numbered(items: Iterable[ItemText]) -> str:
    return "\n".join(f"{number}. {_title(item)}" for number, item in enumerate(items, start=1))
