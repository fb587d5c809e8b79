"""What is planned beside what the team has today."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.economics.calculations.actual import as_it_is
from hjemmebane.domain.economics.calculations.costing import Cost, PayTable, cost_of
from hjemmebane.domain.economics.calculations.figures import HUNDRED
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import actual_team
from hjemmebane.faces.staff.economics.pages.wording import figure, kroner, typed
from hjemmebane.foundation.listing import listed

NOTHING = (
    "Teamet har ingen medarbejdere eller ingen borgere lige nu, så der er ikke noget at sammenligne"
    " med."
)
LEAD = "Teamets timer og antal borgere i dag, regnet med de samme lønninger og udgifter."


@dataclass(frozen=True)
class BesideNow:
    """Rows of a name, what is planned and what is. guessed: whose pay is the plan's mean."""

    lead: str
    rows: Sequence[tuple[str, str, str]]
    guessed: str


def beside_now(saved: SavedCosting, planned: Cost, pay: PayTable, *, today: dt.date) -> BesideNow:
    there = actual_team(saved.team, today=today)
    found = as_it_is(planned.costing, there.posts, there.citizens, pay)
    if found is None:
        return BesideNow(NOTHING, (), "")
    now = cost_of(found.costing, pay)
    return BesideNow(
        lead=LEAD,
        rows=[
            (label, one, other)
            for (label, one), (_, other) in zip(told(planned), told(now), strict=True)
        ],
        guessed=f"Vi kender ikke lønnen for {listed(found.guessed)} og har regnet med"
        " gennemsnittet af de andre."
        if found.guessed
        else "",
    )


def told(cost: Cost) -> list[tuple[str, str]]:
    """The figures that two costings are compared by."""
    costing = cost.costing
    rounding = costing.rounding
    return [
        ("Borgere (pladser)", figure(costing.places)),
        ("Timer om ugen", figure(cost.weekly_hours)),
        ("Heraf med borgerne", figure(cost.executing_hours)),
        ("Fuldtidsstillinger", figure(cost.full_time, 2)),
        ("Borgere pr. fuldtidsmedarbejder", figure(cost.caseload)),
        ("I alt om året", kroner(cost.total, HUNDRED, rounding)),
        ("Pr. borger om året", kroner(cost.per_citizen, HUNDRED, rounding)),
        ("Pr. fuldtidsmedarbejder", kroner(cost.per_full_time, HUNDRED, rounding)),
        ("Opstart, én gang", typed(cost.start_up)),
    ]
