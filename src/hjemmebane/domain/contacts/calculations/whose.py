"""Who is to follow something up."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.contacts.calculations.facts import Colleague, Facts, who_tried
from hjemmebane.domain.method.content.persistence import Whose


def whose(facts: Facts, first: Whose, *, due_on: dt.date, today: dt.date) -> UUID | None:
    """The one asked first if they are there that day, else who can step in; None is everybody."""
    here = in_order_of_knowing(
        facts, (one for one in facts.team if one.is_here(due_on)), today=today
    )
    asked: Iterable[Colleague] = _asked(facts, here, first, today=today)
    return next((one.id for one in (*asked, *here)), None)


def in_order_of_knowing(
    facts: Facts, team: Iterable[Colleague], *, today: dt.date
) -> list[Colleague]:
    """The primary contact first, then who met the citizen most in 90 days, then who coordinates."""
    met = facts.times_met(today)

    def order(one: Colleague) -> tuple[object, ...]:
        return one.id != facts.primary, -met[one.id], not one.coordinates, one.name, one.id

    return sorted(team, key=order)


def _asked(facts: Facts, here: list[Colleague], first: Whose, *, today: dt.date) -> list[Colleague]:
    """Who is asked before anybody else; somebody on leave is not here."""
    coordinators = [one for one in here if one.coordinates]
    if first is Whose.COORDINATOR:
        return coordinators
    if first is Whose.ANOTHER:
        return _not_too_many(facts, here, today=today)
    if facts.primary is None:
        return coordinators
    return [one for one in here if one.id == facts.primary]


def _not_too_many(facts: Facts, here: list[Colleague], *, today: dt.date) -> list[Colleague]:
    """Those who have not tried; only faces the citizen knows, where more would be too many."""
    met, tried = facts.times_met(today), who_tried(facts.attempts)
    others = [one for one in here if one.id not in tried]
    most = facts.agreement.most_people if facts.agreement else None
    if most is not None and len({*met, *tried}) >= most:
        known = [one for one in others if met[one.id]]
        return known or others
    return others
