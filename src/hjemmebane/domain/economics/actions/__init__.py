"""Keeping a municipality's costings and scenarios."""

from hjemmebane.domain.economics.actions.costings import change_costing, save_costing
from hjemmebane.domain.economics.actions.keeping import put_away, take_up
from hjemmebane.domain.economics.actions.scenarios import change_scenario, save_scenario

__all__ = [
    "change_costing",
    "change_scenario",
    "put_away",
    "save_costing",
    "save_scenario",
    "take_up",
]
