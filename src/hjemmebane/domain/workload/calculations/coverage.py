"""Which functions of the team nobody has: now, from a day on, and today because of absence."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.workload.calculations.hours import DAY, Away, Period


@dataclass(frozen=True)
class Holder(Period):
    """Somebody in the team for a period, the functions they have, and when they are away."""

    name: str
    functions: frozenset[str]
    absences: tuple[Away, ...] = ()

    def is_away(self, day: dt.date) -> bool:
        """Wholly; who is away for some hours can still step in."""
        return any(one.is_whole and one.covers(day) for one in self.absences)


@dataclass(frozen=True)
class Gap:
    """A function that nobody has from a day on, and who had it last."""

    function: str
    from_on: dt.date
    last_held_by: tuple[str, ...]


def uncovered(holders: Sequence[Holder], needed: Sequence[str], day: dt.date) -> list[str]:
    """The needed functions that nobody in the team has on a day."""
    held = {code for one in holders if one.covers(day) for code in one.functions}
    return [code for code in needed if code not in held]


def unattended(holders: Sequence[Holder], needed: Sequence[str], day: dt.date) -> list[str]:
    """The functions that somebody has, and all of those are away that day."""
    there = [one for one in holders if one.covers(day) and not one.is_away(day)]
    missing = uncovered(there, needed, day)
    return [code for code in missing if code not in uncovered(holders, needed, day)]


def gaps_to_come(holders: Sequence[Holder], needed: Sequence[str], today: dt.date) -> list[Gap]:
    """The functions that are covered today and first are not on a day to come, in order of time."""
    ends = sorted({one.until_on for one in holders if one.until_on and one.until_on >= today})
    found: dict[str, Gap] = {}
    before = set(uncovered(holders, needed, today))
    for last_day in ends:
        for code in uncovered(holders, needed, last_day + DAY):
            if code not in before and code not in found:
                found[code] = Gap(code, last_day + DAY, _last(holders, code, last_day))
    return list(found.values())


def _last(holders: Sequence[Holder], code: str, day: dt.date) -> tuple[str, ...]:
    return tuple(one.name for one in holders if code in one.functions and one.covers(day))
