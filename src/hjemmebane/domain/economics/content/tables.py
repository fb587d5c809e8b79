"""A costing or a scenario as tables of plain values, with the keys that files have."""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from enum import Enum

from hjemmebane.domain.economics.calculations.costing import Costing
from hjemmebane.domain.economics.calculations.scenario import Scenario

FOUR = Decimal("0.0001")
type Tables = dict[str, object]

LISTS = {Costing: ("staff", "other", "start_up", "avoided"), Scenario: ("consequences",)}


def tables_of(record: Costing | Scenario) -> Tables:
    """All that is said; what is not is left out. Lists and tables stand last."""
    told = {name: _value(value) for name, value in asdict(record).items()}
    kept = {name: value for name, value in told.items() if value not in (None, [], {})}
    ordered = sorted(kept, key=lambda name: isinstance(kept[name], list | dict))
    return {name: kept[name] for name in ordered}


def _value(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Decimal():
            whole = value.to_integral_value()
            plain = value.normalize()
            # With three decimals it could be taken for thousands when it is read again.
            is_alike = plain.as_tuple().exponent == -3 and plain >= 1
            return int(whole) if whole == value else plain.quantize(FOUR) if is_alike else plain
        case Mapping():
            told = {str(_value(key)): _value(one) for key, one in value.items()}
            return {key: one for key, one in told.items() if one is not None}
        case tuple() | list():
            return [_value(one) for one in value]
    return value
