"""Which citizens of the board are shown, in what order and under which headings.

What was chosen stands in the address; only the words of a name travel in the body of a form.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from hjemmebane.design.picking import Pick
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.board.pages.columns import Column, by_name
from hjemmebane.faces.staff.board.pages.lines import Line
from hjemmebane.faces.staff.board.pages.traits import TRAITS, Trait, Value, having

GROUP, SORT, NAME = "grupper", "sorter", "navn"


@dataclass(frozen=True)
class Group:
    """Some of the citizens under a heading; without one they are all in it."""

    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Arrangement:
    """What was asked of a board, as far as it can be understood.

    chosen: what each trait is filtered by. has_unknown: something in the address means nothing.
    """

    team: Team
    values: Mapping[str, Sequence[Value]]
    chosen: Mapping[str, Value]
    group: Trait | None
    sort: Column | None
    columns: Sequence[Column]
    words: str
    has_unknown: bool

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen or self.words)

    @property
    def is_changed(self) -> bool:
        """Whether there is something to clear."""
        return bool(self.is_filtered or self.group or self.sort)

    def address(self, **changes: str) -> str:
        """Of the same board, with some choices exchanged; an empty one is none."""
        given = {
            "team": str(self.team.pk),
            **{slug: value.slug for slug, value in self.chosen.items()},
            GROUP: self.group.slug if self.group else "",
            SORT: self.sort.slug if self.sort else "",
            **changes,
        }
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{reverse('staff:board:page')}?{query}"

    def groups(self, lines: Sequence[Line]) -> list[Group]:
        """The lines that are shown, in order, under their headings; an empty group is left out."""
        shown = self._sorted(self._filtered(lines))
        if self.group is None:
            return [Group("", shown)]
        made = [
            Group(value.label, having(shown, self.group, value.slug))
            for value in self.values[self.group.slug]
        ]
        return [group for group in made if group.lines]

    def _filtered(self, lines: Sequence[Line]) -> list[Line]:
        shown = [line for line in lines if is_called(line, self.words)]
        for trait in TRAITS:
            if value := self.chosen.get(trait.slug):
                shown = having(shown, trait, value.slug)
        return shown

    def _sorted(self, lines: list[Line]) -> list[Line]:
        """By what was asked for; those alike by name."""
        key = self.sort.key if self.sort else None
        by_names = sorted(lines, key=by_name)
        return sorted(by_names, key=key) if key else by_names

    @property
    def said(self) -> str:
        """“rødt lys, brobygning”: what the citizens shown have in common."""
        named = [f"navnet passer til “{self.words}”"] if self.words else []
        return ", ".join([*named, *(value.said for value in self.chosen.values())])

    def picks(self, lines: Sequence[Line]) -> list[Pick]:
        """What there is to choose, and how many each choice would show of all."""
        return [
            *(self._filter(trait, lines) for trait in TRAITS),
            Pick(GROUP, "Gruppér efter", _named("Ingen grupper", TRAITS), _slug(self.group)),
            Pick(SORT, "Sortér efter", _named("Navn", sortable(self.columns)), _slug(self.sort)),
        ]

    def _filter(self, trait: Trait, lines: Sequence[Line]) -> Pick:
        """Only what somebody fits, and what is chosen."""
        chosen = self.chosen[trait.slug].slug if trait.slug in self.chosen else ""
        counts = Counter(trait.slug_of(line) for line in lines)
        options = [
            (value.slug, f"{value.label} ({counts[value.slug]})")
            for value in self.values[trait.slug]
            if counts[value.slug] or value.slug == chosen
        ]
        return Pick(trait.slug, trait.label, [("", "Alle"), *options], chosen)


def arrangement(
    team: Team,
    lines: Sequence[Line],
    columns: Sequence[Column],
    asked: Mapping[str, str],
    words: str = "",
) -> Arrangement:
    """What an address asks for. What it names that means nothing here is left out, and told."""
    method = pack(team.method_pack)
    values = {trait.slug: trait.values(method, lines) for trait in TRAITS}
    chosen = {
        trait.slug: value
        for trait in TRAITS
        for value in values[trait.slug]
        if value.slug == asked.get(trait.slug)
    }
    group = _found(TRAITS, asked.get(GROUP))
    sort = _found(sortable(columns), asked.get(SORT))
    meant = {*chosen, *([GROUP] if group else []), *([SORT] if sort else [])}
    names = {*(trait.slug for trait in TRAITS), GROUP, SORT}
    return Arrangement(
        team=team,
        values=values,
        chosen=chosen,
        group=group,
        sort=sort,
        columns=columns,
        words=words,
        has_unknown=any(asked.get(name) for name in names - meant),
    )


def is_called(line: Line, words: str) -> bool:
    """Whether every word is a part of the citizen's name."""
    name = line.name.casefold()
    return all(word in name for word in words.casefold().split())


def sortable(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.key]


def _found[T: (Trait, Column)](known: Sequence[T], slug: str | None) -> T | None:
    return next((one for one in known if one.slug == slug), None)


def _slug(one: Trait | Column | None) -> str:
    return one.slug if one else ""


def _named(nothing: str, known: Sequence[Trait] | Sequence[Column]) -> list[tuple[str, str]]:
    labels = [(one.slug, one.label if isinstance(one, Trait) else one.heading) for one in known]
    return [("", nothing), *labels]
