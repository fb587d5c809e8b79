"""What was measured at both ends of a course, written as the case file has it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.evaluation.calculations.of_cases import FUNCTIONING, PROGRESSION, WORDINGS

type Ends = tuple[str, str]


def _ends(name: str, items: Iterable[str]) -> Mapping[str, Ends]:
    """The two columns of each question, by its code in the record."""
    return {one.upper(): (f"{name}_{one}_before", f"{name}_{one}_after") for one in items}


# What the case file calls an instrument as a whole, and its questions where it has them.
WHOLES = {"VUM": "vum", "BRIEF_INSPIRE_O": "inspire_o", "BRIEF_INSPIRE": "inspire", "GSE": "gse"}
ASKED = {"VUM": _ends("vum", FUNCTIONING), "PROGRESSION": _ends("progression", PROGRESSION)}
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
    if columns := ASKED.get(found.instrument):
        for end, answers in enumerate((found.first_answers, found.last_answers)):
            told |= {
                columns[code][end]: str(points)
                for code, points in json.loads(answers or "{}").items()
                if points is not None and code in columns
            }
    return told


def written(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.2f}"
