"""The three parts of Økonomi."""

from django.urls import reverse

from hjemmebane.design.navigation import Link

COSTINGS, SIZING, SCENARIOS = (
    "staff:economics:page",
    "staff:economics:sizing",
    "staff:economics:scenarios",
)
PARTS = (("Omkostninger", COSTINGS), ("Scenarier", SCENARIOS), ("Hvor mange teams", SIZING))


def parts_of_economy(current: str) -> list[Link]:
    return [Link(label, reverse(route), current=route == current) for label, route in PARTS]
