"""What a team has logged, as plain records. Nothing here knows where they were read."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.workload.calculations.hours import DAY
from hjemmebane.domain.workload.calculations.intensity import Agreed, Span

# Codes of contacts.choices.
VISIT, ACCOMPANIMENT, OFFICE, REMOTE = "VISIT", "ACCOMPANIMENT", "OFFICE", "REMOTE"
MET, CANCELLED, OF_NETWORK = "MET", "CANCELLED", "NETWORK"
# Of a contact that was meant for the network or a partner: what says that somebody was there.
REACHED = frozenset({MET, OF_NETWORK})
FACE_TO_FACE = frozenset({VISIT, ACCOMPANIMENT})
WITH_OTHERS = frozenset({"NETWORK", "PARTNER"})
# Of courses.choices: an agreement that keeps little contact on purpose.
LOW = "LOW"
# By citizens.choices.Channel: the kinds of contact that are the way the citizen wants it.
WAYS = {
    "VISIT": FACE_TO_FACE,
    "PHONE": frozenset({"PHONE", "VIDEO", "VOICE"}),
    "SMS": frozenset({"SMS", "VOICE"}),
    "LETTER": frozenset({"LETTER", "LETTER_SLOT"}),
    "DIGITAL_POST": frozenset({"LETTER"}),
}


@dataclass(frozen=True)
class Window:
    """Whole days, from the first to the last; the day that is not over yet is not among them."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def touches(self, span: Span) -> bool:
        """Whether a time covers one of the days."""
        first = max(self.first, span.from_on)
        return first <= self.last and (span.until_on is None or first < span.until_on)

    @property
    def days(self) -> list[dt.date]:
        return [self.first + DAY * number for number in range(self.length)]

    @property
    def length(self) -> int:
        return max((self.last - self.first).days + 1, 0)


@dataclass(frozen=True)
class ContactLog:
    """A contact or an attempt. staff: who was there. functions: what they covered that day.

    of: the appointment it came of. on_steps: a sub-goal was worked on.
    """

    at: dt.datetime
    on: dt.date
    kind: str
    outcome: str
    place: str
    minutes: int
    staff: frozenset[UUID]
    functions: frozenset[str] = frozenset()
    of: UUID | None = None
    on_steps: bool = False

    @property
    def is_with_citizen(self) -> bool:
        """Meant for the citizen, and not called off."""
        return self.kind not in WITH_OTHERS and self.outcome != CANCELLED

    @property
    def is_met(self) -> bool:
        return self.is_with_citizen and self.outcome == MET

    @property
    def is_face_to_face(self) -> bool:
        return self.is_met and self.kind in FACE_TO_FACE

    @property
    def is_attempt(self) -> bool:
        return self.is_with_citizen and self.outcome != MET

    @property
    def is_touch(self) -> bool:
        """Somebody was reached: the citizen, or the network or a partner about them."""
        return self.is_met or (self.kind in WITH_OTHERS and self.outcome in REACHED)


@dataclass(frozen=True)
class IntensityLog(Agreed):
    """What was agreed a week for a time, and how close that is called."""

    level: str = ""


@dataclass(frozen=True)
class WaysLog:
    """What the citizen said on a day of how and where to be met, and by how many at most."""

    on: dt.date
    channels: tuple[str, ...] = ()
    most_people: int | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class CallLog:
    """A call for help. reached_on: when the citizen was reached; is_closed: it is settled."""

    on: dt.date
    reached_on: dt.date | None
    is_closed: bool


@dataclass(frozen=True)
class MissedLog:
    """An appointment to which the citizen did not come."""

    key: UUID
    at: dt.datetime
    on: dt.date


@dataclass(frozen=True)
class CourseLog:
    """All that is looked at in one course.

    contacts: oldest first, as the agreements are. red_days: on which somebody said that the light
    was red. goals: of each open one, whether it hangs from a wish. reviews: the days on which the
    plan was gone through or said yes or no to. model_days: on which the course was placed in the
    practice model, or an activity or an indicator of it was said something of. turns: of each time
    the team took the citizen up at a meeting, the day and whether the plan changed.
    partner_activities: of each still agreed, whether the partner wrote it. overlaps: of each
    question, whether it is answered. core_functions: those of the team's method.
    """

    citizen_id: UUID
    started_on: dt.date
    ended_on: dt.date | None = None
    ended_because: str = ""
    holds: tuple[Span, ...] = ()
    agreed: tuple[IntensityLog, ...] = ()
    ways: tuple[WaysLog, ...] = ()
    contacts: tuple[ContactLog, ...] = ()
    calls: tuple[CallLog, ...] = ()
    red_days: frozenset[dt.date] = frozenset()
    missed: tuple[MissedLog, ...] = ()
    has_plan: bool = False
    goals: tuple[bool, ...] = ()
    own_wishes: int = 0
    stance: str = ""
    reviews: tuple[dt.date, ...] = ()
    model_days: tuple[dt.date, ...] = ()
    turns: tuple[tuple[dt.date, bool], ...] = ()
    partner_activities: tuple[bool, ...] = ()
    network_meetings: tuple[dt.date, ...] = ()
    overlaps: tuple[bool, ...] = ()
    core_functions: frozenset[str] = frozenset()

    def contacts_in(self, window: Window) -> Iterator[ContactLog]:
        return (one for one in self.contacts if window.holds(one.on))

    def is_on_hold(self, day: dt.date) -> bool:
        return any(hold.covers(day) for hold in self.holds)

    def agreed_on(self, day: dt.date) -> IntensityLog | None:
        return next((one for one in self.agreed if one.covers(day)), None)

    def ways_on(self, day: dt.date) -> WaysLog | None:
        """What held on a day: the newest said until then."""
        said = [one for one in self.ways if one.on <= day]
        return said[-1] if said else None

    def people_needed(self, wanted: int, day: dt.date) -> int:
        """How many people the citizen should know, and never more than they can take."""
        ways = self.ways_on(day)
        most = ways.most_people if ways else None
        return min(wanted, most) if most else wanted


@dataclass(frozen=True)
class TeamLog:
    """A team on a day, with every course that it has or had."""

    today: dt.date
    courses: Sequence[CourseLog]

    @property
    def began_on(self) -> dt.date | None:
        """When the team's first course began: what lies before tells nothing."""
        return min((one.started_on for one in self.courses), default=None)
