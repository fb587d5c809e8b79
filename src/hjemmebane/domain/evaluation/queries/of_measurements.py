"""What was measured at both ends of a course, written as the case file has it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.evaluation.calculations.of_cases import FUNCTIONING, PROGRESSION, WORDINGS

# What the case file calls an instrument as a whole, and its questions where it has them.
WHOLES = {"VUM": "vum", "BRIEF_INSPIRE_O": "inspire_o", "BRIEF_INSPIRE": "inspire", "GSE": "gse"}
ASKED = {"VUM": ("vum", FUNCTIONING), "PROGRESSION": ("progression", PROGRESSION)}
WORDED = ("inspire_o", "inspire", "gse")


@dataclass(frozen=True)
class MeasuredFacts:
    """The first and the last figure of an instrument in a course; answers as JSON."""

    course_id: UUID
    instrument: str
    words: str
    first: Decimal | None
    last: Decimal | None
    first_answers: str | None
    last_answers: str | None


def measured_row(found: MeasuredFacts) -> dict[str, str]:
    told: dict[str, str] = {}
    if name := WHOLES.get(found.instrument):
        told |= {f"{name}_before": written(found.first), f"{name}_after": written(found.last)}
        if name in WORDED:
            told[f"{name}_words"] = found.words if found.words in WORDINGS else ""
    if found.instrument in ASKED:
        told |= dict(_asked(found.instrument, "before", found.first_answers))
        told |= dict(_asked(found.instrument, "after", found.last_answers))
    return told


def _asked(instrument: str, when: str, answers: str | None) -> Iterator[tuple[str, str]]:
    name, items = ASKED[instrument]
    for code, points in json.loads(answers or "{}").items():
        if points is not None and code.lower() in items:
            yield f"{name}_{code.lower()}_{when}", str(points)


def written(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.2f}"
