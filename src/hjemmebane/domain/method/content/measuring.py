"""What a measuring instrument is made of. Field names are the keys of its TOML file."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints
from pydantic.dataclasses import dataclass

from hjemmebane.domain.method.content.entries import STRICT, Code, Entry, Some, Text, with_code

Points = Annotated[int, Field(strict=True)]
Count = Annotated[int, Field(ge=0, strict=True)]
Version = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]


class Respondent(StrEnum):
    """Whose judgement it is."""

    CITIZEN = "CITIZEN"
    STAFF = "STAFF"


class Direction(StrEnum):
    """Which way is better."""

    UP = "UP"
    DOWN = "DOWN"


class WordingStatus(StrEnum):
    """Where the words of the questions come from.

    WORKING: our own words, to be used until the official ones are brought in.
    OWN: the questions were never published; ours are the instrument.
    OFFICIAL: the authors' words, brought in by a municipality that may use them.
    """

    WORKING = "WORKING"
    OWN = "OWN"
    OFFICIAL = "OFFICIAL"


class Formula(StrEnum):
    """How the answers become one figure: their sum or their mean, times a factor."""

    SUM = "SUM"
    MEAN = "MEAN"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Option:
    """One answer that can be given, and the points it counts."""

    points: Points
    text: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Scale:
    """The answers to choose between, lowest first, `step` points apart and without a gap."""

    code: Code
    step: Annotated[int, Field(ge=1, strict=True)] = 1
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    @property
    def lowest(self) -> int:
        return self.options[0].points

    @property
    def highest(self) -> int:
        return self.options[-1].points

    @property
    def all_points(self) -> list[int]:
        return [option.points for option in self.options]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Item(Entry):
    """One question. `reverse`: a high answer is worse, so it counts as its mirror image.

    positive: the points that are called a positive answer where an evaluation counts them.
    """

    anchor_prefix: ClassVar[str] = "spoergsmaal"

    text: Text
    scale: Code
    reverse: bool = False
    positive: tuple[Points, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Scoring:
    """The figure and its limits. More than `missing_allowed` unanswered questions: no figure.

    What is missing up to there is taken as the mean of what was answered.
    """

    formula: Formula
    factor: Annotated[int, Field(ge=1, strict=True)] = 1
    lowest: Points
    highest: Points
    missing_allowed: Count
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Band:
    """What figures from `at_least` upwards are called; `gender`: only for it."""

    at_least: Points
    text: Text
    source: Text
    gender: Annotated[str, StringConstraints(pattern=r"^(FEMALE|MALE)?$")] = ""


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PublishedChange:
    """How much one person's figure must move before it is said to be something, as published."""

    points: Annotated[int, Field(ge=1, strict=True)]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Reference:
    """The mean of others, to see a figure beside."""

    text: Text
    mean: Annotated[float, Field(ge=0)]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Licence:
    """What may be done with it. `words_may_ship`: whether the official questions could be ours."""

    text: Text
    words_may_ship: bool
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Wording:
    """Which words the questions are put in."""

    status: WordingStatus
    version: Version
    note: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Instrument(Entry):
    """One questionnaire or rating, whole: what is asked, how it is scored, what it may be used for.

    relevant_change: from when a change is held to matter. reliable_change: from when it is more
    than the instrument's own chance; the one says nothing of the other.
    instruction: how the one who rates goes about it; empty where the questions say enough.
    """

    anchor_prefix: ClassVar[str] = "maaling"

    version: Version
    text: Text
    lead: Text
    instruction: str = ""
    respondent: Respondent
    direction: Direction
    wording: Wording
    licence: Licence
    scoring: Scoring
    scales: Some[Scale] = Field(alias="scale")
    items: Some[Item] = Field(alias="item")
    bands: tuple[Band, ...] = Field(alias="band", default=())
    references: tuple[Reference, ...] = Field(alias="reference", default=())
    relevant_change: PublishedChange | None = None
    reliable_change: PublishedChange | None = None
    source: Text

    @property
    def least_change(self) -> PublishedChange | None:
        """What changes are marked from: what is published to matter, else to be more than chance.

        None where neither is.
        """
        return self.relevant_change or self.reliable_change

    def scale_of(self, item: Item) -> Scale:
        return next(scale for scale in self.scales if scale.code == item.scale)

    def item(self, code: str) -> Item:
        return with_code(self.items, code)


class Occasion(StrEnum):
    """When in a course it is measured."""

    START = "START"
    QUARTER = "QUARTER"
    END = "END"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Measurement:
    """What a method measures with one instrument, and when."""

    instrument: Code
    occasions: Some[Occasion]
    text: Text
    source: Text
