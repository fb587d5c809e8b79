"""A report as it is kept and sent on: plain values, read back as it was, with a mark of its own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict

from pydantic import TypeAdapter

from hjemmebane.domain.evaluation.calculations.report import Report

# Hangs from the pseudonyms, which are new each time the same record is gathered.
OF_THE_FILE = "digest"
READER = TypeAdapter(Report)


def plain(report: Report) -> dict[str, object]:
    """What JSON can hold, under the names of the report's own fields."""
    found: dict[str, object] = json.loads(json.dumps(asdict(report), allow_nan=False))
    return found


def mark_of(kept: Mapping[str, object]) -> str:
    """SHA-256 of all that a report tells: the same for the same numbers and words."""
    told = {name: value for name, value in kept.items() if name != OF_THE_FILE}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def read_back(kept: Mapping[str, object]) -> Report:
    return READER.validate_python(kept)
