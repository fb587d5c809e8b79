"""Calls for help: who can come, and how long it took."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.calculations.facts import Facts
from hjemmebane.domain.contacts.calculations.whose import in_order_of_knowing


@dataclass(frozen=True)
class Helper:
    """One of the team who is there today. times_met: in the last 90 days."""

    id: UUID
    name: str
    is_free: bool
    is_primary: bool
    times_met: int


def helpers(facts: Facts, busy: Collection[UUID], *, today: dt.date) -> list[Helper]:
    """Who is there today: the free first, and among them who knows the citizen best."""
    met = facts.times_met(today)
    here = in_order_of_knowing(
        facts, (one for one in facts.team if one.is_here(today)), today=today
    )
    found = [
        Helper(one.id, one.name, one.id not in busy, one.id == facts.primary, met[one.id])
        for one in here
    ]
    return sorted(found, key=lambda one: not one.is_free)


def reached_at(called_at: dt.datetime, started_at: dt.datetime, minutes: int) -> dt.datetime | None:
    """When a meeting answered a call: as it began, or as the call came where they were together
    already. None when it was over before.
    """
    over_at = started_at + dt.timedelta(minutes=minutes)
    if started_at < called_at and over_at <= called_at:
        return None
    return max(started_at, called_at)


def minutes_to_reach(called_at: dt.datetime, reached_at: dt.datetime) -> int:
    """Whole minutes, rounded to the nearest."""
    return round((reached_at - called_at).total_seconds() / 60)
