"""What citizens on the board have in common: what it is filtered and grouped by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.meetings.rules import BOARD_REASONS
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.board.pages.lines import Line
from hjemmebane.faces.staff.reasons import reason_of
from hjemmebane.foundation.letters import alphabetical_key

NONE = "ingen"
COLOURS = (
    (Light.RED, "roed", "Rødt lys"),
    (Light.YELLOW, "gul", "Gult lys"),
    (Light.GREEN, "groen", "Grønt lys"),
)
SLUGS = {colour: slug for colour, slug, _ in COLOURS}


@dataclass(frozen=True)
class Value:
    """One thing to choose. slug: how it is called in the address; said: in a sentence."""

    slug: str
    label: str
    said: str


@dataclass(frozen=True)
class Trait:
    """slug: how it is called in the address. values: all there are for a team, in their order."""

    slug: str
    label: str
    slug_of: Callable[[Line], str]
    values: Callable[[MethodPack, Sequence[Line]], Sequence[Value]]


def _light_of(line: Line) -> str:
    return SLUGS[line.light.colour] if line.light else NONE


def _lights(_method: MethodPack, _lines: Sequence[Line]) -> list[Value]:
    seen = [Value(slug, label, label.lower()) for _, slug, label in COLOURS]
    return [*seen, Value(NONE, "Lyset er ikke set på", "lyset er ikke set på")]


def _part_of(line: Line) -> str:
    return line.part.code.lower() if line.part else NONE


def _parts(method: MethodPack, lines: Sequence[Line]) -> list[Value]:
    """Those of the method now, and any older one that somebody was placed in."""
    used = [line.part for line in lines if line.part]
    named = {part.code.lower(): part.short_title for part in [*method.practice_parts, *used]}
    return _titled(named, "Ingen del valgt")


def _contact_of(line: Line) -> str:
    return str(line.primary.staff_member_id) if line.primary else NONE


def _contacts(_method: MethodPack, lines: Sequence[Line]) -> list[Value]:
    """Those who are somebody's primary contact; a stranger's key is no choice."""
    staff: dict[UUID, StaffMember] = {
        line.primary.staff_member_id: line.primary.staff_member for line in lines if line.primary
    }
    ordered = sorted(staff.values(), key=lambda one: alphabetical_key(one.name))
    chosen = [Value(str(one.pk), one.name, f"kontaktperson {one.name}") for one in ordered]
    nobody = "Ingen primær kontaktperson"
    return [*chosen, Value(NONE, nobody, nobody.lower())]


def _reason_of(line: Line) -> str:
    return line.entry.reason.lower() if line.entry else NONE


def _reasons(method: MethodPack, lines: Sequence[Line]) -> list[Value]:
    used = [(line.entry.reason, reason_of(line.entry)) for line in lines if line.entry]
    choices = [*method.choice_list(BOARD_REASONS).choices, *used]
    return _titled({code.lower(): title for code, title in choices}, "Ingen grund")


def _titled(named: dict[str, str], nothing: str) -> list[Value]:
    values = [Value(slug, title, title.lower()) for slug, title in named.items()]
    return [*values, Value(NONE, nothing, nothing.lower())]


TRAITS = (
    Trait("del", "Del", _part_of, _parts),
    Trait("lys", "Lys", _light_of, _lights),
    Trait("kontakt", "Primær kontaktperson", _contact_of, _contacts),
    Trait("grund", "Grund", _reason_of, _reasons),
)


def having(lines: Iterable[Line], trait: Trait, slug: str) -> list[Line]:
    return [line for line in lines if trait.slug_of(line) == slug]
