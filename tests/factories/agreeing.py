"""Citizens who agree in their plan: enough of them for the team's log to say something."""

import datetime as dt

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.plans.actions import record_agreement
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Cast, start_case

AGREEING = ("Asta", "Bent", "Cilla")


def three_agree(cast: Cast) -> None:
    """Three citizens of team one have said that they agree in their plan."""
    with acting(cast.ida.actor):
        for name in AGREEING:
            case = start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
            record_agreement(
                id=new_id(),
                plan=case.plan,
                stance="AGREES",
                reason="",
                said_on=today() - dt.timedelta(days=1),  # what is said today counts from tomorrow
                by=cast.ida.actor,
                at=now(),
            )
