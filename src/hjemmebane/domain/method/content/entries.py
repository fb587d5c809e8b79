"""What a pack may hold, piece by piece. Every piece with a code can be stored and linked to."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.method.content.evidence import Evidence

STRICT = ConfigDict(extra="forbid")


class UnknownCode(LookupError):
    """No entry has this code. Stored codes come from packs, so this is a bug or a lost version."""


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise PydanticCustomError("empty_text", "er tom")
    return line


Text = Annotated[str, AfterValidator(_one_line)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
type Some[E] = Annotated[tuple[E, ...], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Entry:
    """Anything with a stable code. Its anchor is its place on the page Metoden."""

    anchor_prefix: ClassVar[str] = ""

    code: Code
    title: Text

    @property
    def anchor(self) -> str:
        return f"{self.anchor_prefix}-{self.code.lower().replace('_', '-')}"


def with_code[E: Entry](entries: Iterable[E], code: str) -> E:
    for entry in entries:
        if entry.code == code:
            return entry
    raise UnknownCode(code)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Value(Entry):
    anchor_prefix: ClassVar[str] = "vaerdi"

    text: Text
    practice: Some[Text]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Tool:
    """A help to good practice; `see` is the anchor of the entry that holds it, or empty."""

    title: Text
    text: Text
    see: str = ""


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CoreElement(Entry):
    anchor_prefix: ClassVar[str] = "kerneelement"

    principle: Text
    why: Text
    practice: Some[Text]
    tools: Some[Tool]
    values: Some[Code]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CoreFunction(Entry):
    """`plain`: what it means to somebody who does not work here."""

    anchor_prefix: ClassVar[str] = "kernefunktion"

    plain: Text
    text: Text
    examples: Some[Text]
    professions: Some[Text]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Coordinator(Entry):
    anchor_prefix: ClassVar[str] = "rolle"

    plain: Text
    text: Text
    tasks: Some[Text]
    source: Text


class RoleOwner(StrEnum):
    """Whose function is described."""

    TEAM = "TEAM"
    MEMBER = "MEMBER"
    PARTNER = "PARTNER"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class RoleField(Entry):
    """One line of a description of the team's function, of a member's or of a partner's."""

    anchor_prefix: ClassVar[str] = "funktionsbeskrivelse"

    whose: RoleOwner
    text: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class MinimumActivity(Entry):
    """`evidence`: what to look up in the record about it, if the record can tell."""

    anchor_prefix: ClassVar[str] = "aktivitet"

    text: Text
    evidence: Evidence | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Indicator(Entry):
    """`evidence`: what to look up in the record about it, if the record can tell."""

    anchor_prefix: ClassVar[str] = "indikator"

    text: Text
    evidence: Evidence | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PracticePart(Entry):
    anchor_prefix: ClassVar[str] = "del"

    number: Annotated[int, Field(ge=1, strict=True)]
    short_title: Text
    purpose: Text
    note: Text
    activities: Some[MinimumActivity]
    indicators: Some[Indicator]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Criterion(Entry):
    anchor_prefix: ClassVar[str] = "kriterium"

    text: Text
    question: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TargetGroup(Entry):
    anchor_prefix: ClassVar[str] = "afsnit"

    minimum_age: Annotated[int, Field(ge=0, strict=True)]
    text: Text
    criteria: Some[Criterion]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LifeArea(Entry):
    anchor_prefix: ClassVar[str] = "livsomraade"

    text: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ResourceArea(Entry):
    anchor_prefix: ClassVar[str] = "ressource"

    life_area: Code
    text: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class GuidingPurpose(Entry):
    """`under` is the code of the wider purpose this one serves, or empty for the overall one."""

    anchor_prefix: ClassVar[str] = "formaal"

    text: Text
    under: str = ""
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Contribution(Entry):
    """One profession's line in the plan."""

    anchor_prefix: ClassVar[str] = "bidrag"

    group: Text
    core_function: Code
    text: Text
    source: Text


class CoordinationCode(StrEnum):
    """What a plan can tell of the work of others: a pack asks for these and no others."""

    NEEDS_ASSESSMENT = "NEEDS_ASSESSMENT"
    ACTION_PLAN_141 = "ACTION_PLAN_141"
    OTHER_ASSESSMENTS = "OTHER_ASSESSMENTS"
    OTHER_PROVIDERS = "OTHER_PROVIDERS"
    REGIONAL_PLAN = "REGIONAL_PLAN"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CoordinationQuestion(Entry):
    anchor_prefix: ClassVar[str] = "koordinering"

    text: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SmartPrompt(Entry):
    anchor_prefix: ClassVar[str] = "smart"

    text: Text
    example: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PlainQuestion(Entry):
    """One of the three questions that can stand instead of goals."""

    anchor_prefix: ClassVar[str] = "de-tre-spoergsmaal"

    text: Text
    follow_up: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Precondition(Entry):
    anchor_prefix: ClassVar[str] = "forudsaetning"

    text: Text
    signs: Some[Text]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AgendaItem(Entry):
    """`shows`: what the meeting sees under the point without asking for it, if anything.

    fixed: the method wants it on every agenda (one of the preconditions looks for it).
    """

    anchor_prefix: ClassVar[str] = "punkt"

    text: Text
    shows: Literal["TASKS", "WEEK", "CITIZENS", "REFERRALS", "CONSENTS", "PROMISES"] | None = None
    fixed: bool = False


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Agenda(Entry):
    """A kind of meeting. `every_days` is its rhythm, or 0 when it is held as it is needed.

    citizen_every_days: how often it should come to each citizen, where that is another rhythm.
    """

    anchor_prefix: ClassVar[str] = "dagsorden"

    purpose: Text
    participants: Text
    rhythm: Text
    every_days: int = 0
    citizen_every_days: int = 0
    preparation: Some[Text]
    items: Some[AgendaItem]
    ground_rules: Some[Text]
    source: Text

    @property
    def days_between_citizens(self) -> int:
        return self.citizen_every_days or self.every_days


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Topic(Entry):
    anchor_prefix: ClassVar[str] = "emne"

    text: Text
    questions: Some[Text]
    listen_for: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ConversationGuide(Entry):
    anchor_prefix: ClassVar[str] = "samtaleguide"

    text: Text
    tips: Some[Text]
    topics: Some[Topic]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SheetSection:
    title: Text
    lines: Some[Text]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InformationSheet(Entry):
    anchor_prefix: ClassVar[str] = "oplysningsark"

    audience: Text
    text: Text
    sections: Some[SheetSection]
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LegalBasis(Entry):
    """A provision that a course can rest on.

    is_formal: help under it is granted by a decision with appeal guidance.
    refund_years: how long the state refunds a share, from the day the citizen left the shelter.
    """

    anchor_prefix: ClassVar[str] = "grundlag"

    text: Text
    is_formal: bool = True
    refund_years: Annotated[int, Field(ge=0, strict=True)] = 0
    refund_text: Text | None = None
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Option(Entry):
    anchor_prefix: ClassVar[str] = "valg"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ChoiceList(Entry):
    """What a field offers: of the start and end forms, or of the board."""

    anchor_prefix: ClassVar[str] = "valgliste"

    options: Some[Option]
    source: Text

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(option.code, option.title) for option in self.options]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FunctioningDimension(Entry):
    """Rated by staff from 0 (no problem) to 4 (complete problem)."""

    anchor_prefix: ClassVar[str] = "funktionsevne"

    source: Text
