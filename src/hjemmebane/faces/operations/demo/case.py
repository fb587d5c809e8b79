"""A citizen's case in the making: what the later steps need from the earlier ones."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen, NetworkPerson
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import Goal, Plan, SubGoal, Wish
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.entries import Story
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.foundation.actors import Actor


@dataclass(frozen=True)
class Step:
    """Something somebody in the team did at a moment."""

    at: dt.datetime
    who: str
    do: Callable[[Actor, dt.datetime], object]


class NotYet(RuntimeError):
    """A step came before what it builds on: the days of a text contradict each other."""


@dataclass
class Case:
    """One story and what has been built of it."""

    story: Story
    house: TeamHouse
    days: Days
    made: dict[str, object] = field(default_factory=dict)

    def key(self, at: dt.datetime, *names: object) -> UUID:
        return key(at, self.story.code, *names)

    def writer(self, *wanted: str) -> str:
        """The first of those wanted who is in the team now, or somebody who is there most."""
        here = self.house.actors
        return next((name for name in wanted if name in here), self.house.regulars[0])

    def usual(self, at: dt.datetime) -> str:
        """The primary contact at a moment, or the first there was."""
        past = [one for one in self.story.primary if self.days.moment(one.ago, 0) <= at]
        told = past[-1:] or self.story.primary[:1]
        return self.writer(*(one.staff for one in told))

    def staff(self, *names: str) -> list[StaffMember]:
        return [self.house.staff[name] for name in names]

    def keep[M](self, record: M, code: str = "") -> M:
        self.made[f"{type(record).__name__} {code}"] = record
        return record

    def found[M](self, kind: type[M], code: str = "") -> M:
        """What an earlier step made under this name."""
        record = self.made.get(f"{kind.__name__} {code}")
        if not isinstance(record, kind):
            raise NotYet(f"{self.story.code}: {kind.__name__} {code} is not there yet")
        return record

    @property
    def citizen(self) -> Citizen:
        return self.found(Citizen)

    @property
    def course(self) -> Course:
        return self.found(Course)

    @property
    def plan(self) -> Plan:
        return self.found(Plan)

    def wish(self, code: str) -> Wish:
        return self.found(Wish, code)

    def goal(self, code: str) -> Goal:
        return self.found(Goal, code)

    def sub_goal(self, code: str) -> SubGoal:
        return self.found(SubGoal, code)

    def responsible(self, who: str) -> dict[str, object]:
        """The plan's fields for somebody the texts name by a code."""
        if who == "CITIZEN":
            return {"responsible_kind": "CITIZEN"}
        if who in self.house.staff:
            return {"responsible_kind": "STAFF", "staff_member": self.house.staff[who]}
        if who in self.house.people:
            return {"responsible_kind": "PARTNER", "partner_person": self.house.people[who]}
        person = self.found(NetworkPerson, who)
        return {"responsible_kind": "NETWORK", "network_person": person}
