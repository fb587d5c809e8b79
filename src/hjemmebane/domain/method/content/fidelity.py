"""What a pack measures fidelity by: indicators computed from what a team has logged."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.method.content.entries import STRICT, Code, Entry, Text

LEVELS = 5


class FidelityFormula(StrEnum):
    """What the fidelity room can compute; docs/fidelity.md says how each is defined."""

    GOALS_FROM_WISHES = "GOALS_FROM_WISHES"
    AGREES_ON_PLAN = "AGREES_ON_PLAN"
    OWN_WISHES = "OWN_WISHES"
    CONTACTS_ON_STEPS = "CONTACTS_ON_STEPS"
    MINUTES_A_WEEK = "MINUTES_A_WEEK"
    CONTACTS_A_WEEK = "CONTACTS_A_WEEK"
    INTENSITY_AS_AGREED = "INTENSITY_AS_AGREED"
    INTENSITY_FOLLOWS_NEED = "INTENSITY_FOLLOWS_NEED"
    DAYS_SINCE_MET = "DAYS_SINCE_MET"
    CALLS_SAME_DAY = "CALLS_SAME_DAY"
    RED_SAME_DAY = "RED_SAME_DAY"
    MISSED_FOLLOWED = "MISSED_FOLLOWED"
    OUTSIDE_OFFICE = "OUTSIDE_OFFICE"
    AS_WANTED = "AS_WANTED"
    ACCOMPANIED = "ACCOMPANIED"
    TRIED_WHEN_WITHDRAWN = "TRIED_WHEN_WITHDRAWN"
    FACES_WHEN_WITHDRAWN = "FACES_WHEN_WITHDRAWN"
    HOLDS_WITH_CONTACT = "HOLDS_WITH_CONTACT"
    RETAINED = "RETAINED"
    MET_BY_TWO = "MET_BY_TWO"
    ALL_FUNCTIONS = "ALL_FUNCTIONS"
    TWO_TOGETHER = "TWO_TOGETHER"
    PLAN_REVIEWED = "PLAN_REVIEWED"
    PLAN_IN_MEETINGS = "PLAN_IN_MEETINGS"
    PARTNERS_WRITE = "PARTNERS_WRITE"
    NETWORK_MEETINGS = "NETWORK_MEETINGS"
    OVERLAPS_JUDGED = "OVERLAPS_JUDGED"
    PRACTICE_MODEL_USED = "PRACTICE_MODEL_USED"


# Those that cannot be computed without a figure of the method beside the window.
WITH_LIMIT = frozenset(
    {
        FidelityFormula.INTENSITY_AS_AGREED,
        FidelityFormula.INTENSITY_FOLLOWS_NEED,
        FidelityFormula.MISSED_FOLLOWED,
        FidelityFormula.TRIED_WHEN_WITHDRAWN,
        FidelityFormula.FACES_WHEN_WITHDRAWN,
        FidelityFormula.HOLDS_WITH_CONTACT,
    }
)
# Those that tell how things stand today; the others look back over days.
OF_TODAY = frozenset(
    {
        FidelityFormula.GOALS_FROM_WISHES,
        FidelityFormula.AGREES_ON_PLAN,
        FidelityFormula.PARTNERS_WRITE,
        FidelityFormula.OVERLAPS_JUDGED,
    }
)


class Population(StrEnum):
    """Whose record is looked at.

    OPEN: who has a course today, on hold too. ACTIVE: who has had one on each day of the window,
    none of them on hold. EVER: who had one on some day of the window.
    """

    OPEN = "OPEN"
    ACTIVE = "ACTIVE"
    EVER = "EVER"


def _going_one_way(thresholds: Sequence[Decimal]) -> Sequence[Decimal]:
    if len(thresholds) != LEVELS - 1:
        raise PydanticCustomError("not_four", "skal være fire tal")
    steps = [after - before for before, after in pairwise(thresholds)]
    if not (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
        raise PydanticCustomError("not_one_way", "skal stige eller falde hele vejen")
    return thresholds


type Thresholds = Annotated[tuple[Decimal, ...], AfterValidator(_going_one_way)]
Days = Annotated[int, Field(ge=0, le=731, strict=True)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FidelityIndicator(Entry):
    """A figure from practice about one core element, and what the figure is worth from 1 to 5.

    window: how many whole days back; 0 is as it stands today. limit: the figure that some formulas
    need beside it. least: of how many there must be data before anything is said. thresholds: where
    2, 3, 4 and 5 begin; falling where less is better.
    """

    anchor_prefix: ClassVar[str] = "efterlevelse"

    core_element: Code
    text: Text
    formula: FidelityFormula
    window: Days
    limit: Days = 0
    population: Population
    unit: Text
    least: Annotated[int, Field(ge=1, strict=True)]
    thresholds: Thresholds
    source: Text
