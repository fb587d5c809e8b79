"""Reading the items of DACTS from their file, and refusing one that is not whole."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hjemmebane.domain.method.content.dacts import (
    CODES,
    OF_MONTHS,
    OF_TODAY,
    WITH_LIMIT,
    WITH_WORDS,
    Dacts,
    DactsItem,
)
from hjemmebane.domain.method.content.fidelity import LEVELS
from hjemmebane.domain.method.content.instrument_loader import text_of
from hjemmebane.domain.method.content.loader import BrokenPack, said_of

SHIPPED_DACTS = Path(__file__).parent / "dacts.toml"


_DACTS = TypeAdapter(Dacts)


def read_dacts(file: Path = SHIPPED_DACTS) -> Dacts:
    """The whole scale. Raises BrokenPack with everything found wrong."""
    try:
        dacts = _DACTS.validate_python(tomllib.loads(text_of(file)))
    except ValidationError as error:
        raise BrokenPack("\n".join(f"{file.name}: {line}" for line in said_of(error))) from error
    except (ValueError, RecursionError) as error:
        raise BrokenPack(f"{file.name}: kan ikke læses som TOML: {error}") from error
    if wrong := list(_faults(dacts)):
        raise BrokenPack("\n".join(f"{file.name}: {fault}" for fault in wrong))
    return dacts


def _faults(dacts: Dacts) -> Iterator[str]:
    codes = tuple(item.code for item in dacts.items)
    if codes != CODES:
        yield f"punkterne skal være {CODES[0]} til {CODES[-1]}, hvert én gang og i rækkefølge"
    limits = [band.at_least for band in dacts.bands]
    if limits != sorted(set(limits), reverse=True):
        yield "band: skal stå fra den højeste og ned"
    for item in dacts.items:
        yield from _wrong_figures(item)
        for name, said, wants in _needs(item):
            if said != wants:
                yield f"{item.code}.{name}: {'mangler' if wants else 'bruges ikke'}"


def _needs(item: DactsItem) -> Iterator[tuple[str, bool, bool]]:
    """Of each key whether it is said, and whether it should be."""
    formula = item.formula
    computed = formula is not None
    in_months, today = formula in OF_MONTHS, formula in OF_TODAY
    yield "months", item.months > 0, in_months
    yield "weeks", item.weeks > 0, computed and not in_months and not today
    yield "limit", item.limit > 0, formula in WITH_LIMIT
    yield "words", bool(item.words), formula in WITH_WORDS
    yield "thresholds", bool(item.thresholds), computed
    yield "better", item.better is not None, computed
    yield "unit", bool(item.unit), computed
    yield "least", item.least > 0, computed
    yield "counted", bool(item.counted), computed
    yield "how", bool(item.how), computed


def _wrong_figures(item: DactsItem) -> Iterator[str]:
    if len(item.anchors) != LEVELS:
        yield f"{item.code}.anchors: skal være fem"
    if item.thresholds and len(item.thresholds) != LEVELS - 1:
        yield f"{item.code}.thresholds: skal være fire tal"
    if any(after <= before for before, after in pairwise(item.thresholds)):
        yield f"{item.code}.thresholds: skal stige hele vejen"
