"""What a team asks itself each quarter: how far it does what the method says, in its own eyes."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.method.content.entries import STRICT, Code, Entry, Text
from hjemmebane.domain.method.content.fidelity import LEVELS


class AssessmentTheme(StrEnum):
    """What a line asks about; with the figure of the evaluation that shows the pilots' answers.

    The first four of the elements are asked of each core element: whether one knows why (A), has
    the competence (C) and the tools (D), and does it (1). The others: competence for the values
    (B), use of the plan (2) and of the practice model (F).
    """

    VALUE_COMPETENCE = "VALUE_COMPETENCE"
    ELEMENT_WHY = "ELEMENT_WHY"
    ELEMENT_COMPETENCE = "ELEMENT_COMPETENCE"
    ELEMENT_TOOLS = "ELEMENT_TOOLS"
    ELEMENT_PRACTICE = "ELEMENT_PRACTICE"
    PLAN_USE = "PLAN_USE"
    PRACTICE_MODEL = "PRACTICE_MODEL"


OF_ELEMENTS = frozenset(
    {
        AssessmentTheme.ELEMENT_WHY,
        AssessmentTheme.ELEMENT_COMPETENCE,
        AssessmentTheme.ELEMENT_TOOLS,
        AssessmentTheme.ELEMENT_PRACTICE,
    }
)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AssessmentLine(Entry):
    """A sentence to agree with from 1 to 5.

    about: the value or core element, where the theme has one; short: what a line without is called
    beside a figure. indicators: the logged ones it is held against, if any.
    """

    anchor_prefix: ClassVar[str] = "selvvurdering"

    theme: AssessmentTheme
    about: str = ""
    short: str = ""
    indicators: tuple[Code, ...] = ()


def _one_for_each_level(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) != LEVELS:
        raise PydanticCustomError("not_five", "skal være fem")
    return words


type LevelWords = Annotated[tuple[Text, ...], AfterValidator(_one_for_each_level)]

# No pack tells a manager of fewer.
FEWEST_ANSWERS, FEWEST_CITIZENS = 3, 5


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AssessmentLimits:
    """How many there must be. answers: before the team is told a mean.

    answers_told, citizens_told: behind a figure that its manager is told; never under three
    answers and five citizens.
    """

    answers: Annotated[int, Field(ge=1, strict=True)]
    answers_told: Annotated[int, Field(ge=FEWEST_ANSWERS, strict=True)]
    citizens_told: Annotated[int, Field(ge=FEWEST_CITIZENS, strict=True)]
