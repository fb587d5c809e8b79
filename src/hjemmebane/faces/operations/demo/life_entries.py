"""What the texts may tell of a course itself: pauses, intensity, life events, housing."""

from decimal import Decimal

from hjemmebane.domain.courses.choices import Intensity, LifeEventKind
from hjemmebane.faces.operations.demo.entry import Entry, Span


class HoldEntry(Entry):
    """`review` is weeks after it began; a review that has passed is overdue today."""

    ago: Span
    reason: str
    plan: str
    review: int
    weight: Decimal = Decimal("0.5")


class IntensityEntry(Entry):
    ago: Span
    level: Intensity
    contacts: Decimal
    reason: str
    weight: Decimal


class AgainEntry(Entry):
    """`part` where the course went on in another part of the practice model."""

    ago: Span
    reason: str
    part: str = ""


class LifeEventEntry(Entry):
    """`until` is ago; left out, it goes on or its end is unknown."""

    kind: LifeEventKind
    ago: Span
    until: Span | None = None
    note: str


class CourseLife(Entry):
    """Told or composed, a course may have these. `housed`: the code of the start form's answer."""

    hold: tuple[HoldEntry, ...] = ()
    intensity: tuple[IntensityEntry, ...] = ()
    again: tuple[AgainEntry, ...] = ()
    life_event: tuple[LifeEventEntry, ...] = ()
    housed: str = ""
