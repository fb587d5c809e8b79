"""DACTS: the items by which a team is held against ACT. Field names are the keys of dacts.toml."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from pydantic.dataclasses import dataclass

from hjemmebane.domain.method.content.entries import STRICT, Code, Entry, Some, Text, with_code
from hjemmebane.domain.method.content.fidelity import LEVELS


class Dimension(StrEnum):
    """What a part of the scale is about."""

    HUMAN = "HUMAN"
    ORGANISATION = "ORGANISATION"
    SERVICES = "SERVICES"


class Better(StrEnum):
    """Whether more of it is better, or less."""

    MORE = "MORE"
    LESS = "LESS"


class DactsFormula(StrEnum):
    """What the fidelity room can compute; docs/dacts.md says how each is defined."""

    CASELOAD = "CASELOAD"
    SHARED = "SHARED"
    MEETING_DAYS = "MEETING_DAYS"
    LEADER_SHARE = "LEADER_SHARE"
    TURNOVER = "TURNOVER"
    STAFFED = "STAFFED"
    SPECIALISTS = "SPECIALISTS"
    TEAM_SIZE = "TEAM_SIZE"
    INTAKE = "INTAKE"
    ADMISSIONS = "ADMISSIONS"
    DISCHARGES = "DISCHARGES"
    FINISHED = "FINISHED"
    IN_VIVO = "IN_VIVO"
    KEPT = "KEPT"
    MINUTES = "MINUTES"
    TIMES = "TIMES"
    NETWORK = "NETWORK"


# What each formula cannot do without, beside thresholds; and it takes nothing that is not here.
OF_TODAY = frozenset({DactsFormula.CASELOAD, DactsFormula.SPECIALISTS, DactsFormula.TEAM_SIZE})
OF_MONTHS = frozenset(
    {
        DactsFormula.TURNOVER,
        DactsFormula.STAFFED,
        DactsFormula.INTAKE,
        DactsFormula.ADMISSIONS,
        DactsFormula.DISCHARGES,
        DactsFormula.FINISHED,
        DactsFormula.KEPT,
    }
)
WITH_LIMIT = frozenset({DactsFormula.ADMISSIONS, DactsFormula.DISCHARGES})
WITH_WORDS = OF_TODAY
CODES = (
    *(f"H{number}" for number in range(1, 12)),
    *(f"O{number}" for number in range(1, 8)),
    *(f"S{number}" for number in range(1, 11)),
)

Whole = Annotated[int, Field(ge=0, le=120, strict=True)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DactsItem(Entry):
    """One item, with what each level from 1 to 5 looks like.

    Without a formula it is judged by hand. weeks, months: complete ones before today; neither is as
    it stands today. limit: the days that some formulas need. thresholds: where levels begin, going
    upwards; above: the last begins only above its own. least: of how many there must be data, and
    counted: of what. words: the professions that a formula looks for, or leaves out.
    """

    anchor_prefix: ClassVar[str] = "dacts"

    dimension: Dimension
    text: Text
    anchors: tuple[Text, ...]
    formula: DactsFormula | None = None
    weeks: Whole = 0
    months: Whole = 0
    limit: Whole = 0
    thresholds: tuple[Decimal, ...] = ()
    above: bool = False
    better: Better | None = None
    unit: str = ""
    least: Whole = 0
    counted: str = ""
    how: str = ""
    words: tuple[Text, ...] = ()
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DactsException:
    """What a method makes of an item: not relevant, or not above its `highest` level."""

    item: Code
    highest: Annotated[int, Field(ge=0, lt=LEVELS, strict=True)] = 0
    reason: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DactsBand:
    """What a sum over all items is called, from so many points on."""

    at_least: Annotated[int, Field(ge=0, strict=True)]
    title: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Dacts:
    """The whole scale: its items in order, and the bands of their sum, the highest first."""

    items: Some[DactsItem] = Field(alias="item")
    bands: Some[DactsBand] = Field(alias="band")
    source: Text

    def item(self, code: str) -> DactsItem:
        return with_code(self.items, code)
