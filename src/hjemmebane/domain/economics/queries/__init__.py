"""The calculations a municipality keeps, and what a team really has of hours and citizens."""

from hjemmebane.domain.economics.queries.actual import ActualTeam, actual_team
from hjemmebane.domain.economics.queries.saved import (
    as_costing,
    as_scenario,
    costing,
    costings_in,
    scenario,
    scenarios_in,
)

__all__ = [
    "ActualTeam",
    "actual_team",
    "as_costing",
    "as_scenario",
    "costing",
    "costings_in",
    "scenario",
    "scenarios_in",
]
