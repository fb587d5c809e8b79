"""Records of contact in as few words as a test can read. Today is a Monday, 2 June 2025."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.contacts.calculations.facts import (
    Agreement,
    Colleague,
    Event,
    Facts,
    Pause,
    Stay,
    Touch,
)
from hjemmebane.domain.method.content.persistence import Rule
from hjemmebane.domain.method.queries import pack

TODAY = dt.date(2025, 6, 2)
STARTED_ON = dt.date(2025, 3, 3)
IDA, BO, CARL = (UUID(int=number) for number in (1, 2, 3))
RULES = {Rule(rule.code): rule for rule in pack("m-act").persistence_rules}


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def colleague(who: UUID, name: str, **more: object) -> Colleague:
    return Colleague(who, name, from_on=dt.date(2025, 1, 1), **more)


def team(*away: UUID, but: Sequence[UUID] = ()) -> tuple[Colleague, ...]:
    """Ida, Bo who coordinates, and Carl; some of them away from today on, some not in it."""
    gone = ((TODAY, None),)
    everybody = (
        colleague(IDA, "Ida", away=gone if IDA in away else ()),
        colleague(BO, "Bo", coordinates=True, away=gone if BO in away else ()),
        colleague(CARL, "Carl", away=gone if CARL in away else ()),
    )
    return tuple(one for one in everybody if one.id not in but)


def touch(days_ago: int, *staff: UUID, **more: object) -> Touch:
    moment = noon(ago(days_ago))
    return Touch(moment, ago(days_ago), moment, staff=staff or (IDA,), **{"met": False, **more})


def met(days_ago: int, *staff: UUID) -> Touch:
    return touch(days_ago, *staff, met=True, answered=True)


def tried(days_ago: int, *staff: UUID) -> Touch:
    return touch(days_ago, *staff)


def declined(days_ago: int, *staff: UUID) -> Touch:
    """The citizen said no: that is a sign of life."""
    return touch(days_ago, *staff, answered=True)


def asked_others(days_ago: int) -> Touch:
    return touch(days_ago, with_others=True, is_try=False)


def agreed(**what: object) -> Agreement:
    return Agreement(known_at=noon(ago(60)), **what)


def event(days_ago: int) -> Event:
    return Event(ago(days_ago), noon(ago(days_ago)), noon(ago(days_ago)))


def stay(days_ago: int, called: str = "indlagt") -> Stay:
    return Stay(called, ago(days_ago), noon(ago(days_ago)))


def pause(days_ago: int, review_in: int, how: str = "") -> Pause:
    review_on = TODAY + dt.timedelta(days=review_in)
    return Pause(ago(days_ago), review_on, how, noon(ago(days_ago)))


def record(*touches: Touch, **more: object) -> Facts:
    """A course with Ida as the primary contact."""
    in_order = tuple(sorted(touches, key=lambda one: one.at))
    usual = {"started_on": STARTED_ON, "team": team(), "primary": IDA}
    return Facts(touches=in_order, **{**usual, **more})
