"""A meeting at a glance: its points with what belongs to each, and who is here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.models import MeetingItem, MeetingNote
from hjemmebane.domain.meetings.queries import notes_of, points_of
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.faces.staff.meetings.forms.meeting import AddForm, PointForm
from hjemmebane.faces.staff.meetings.pages.clock import Clock, clock_of
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.faces.staff.meetings.pages.shown import SHOWN, Shown
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import note_reading

# The failed forms of a request, by what they are about.
type Failed = Mapping[str, RecordForm]


@dataclass(frozen=True)
class Row:
    """A citizen on the list. `hidden` tells the buttons apart."""

    item: MeetingItem
    hidden: str
    url: str
    take_up_url: str
    move_url: str


@dataclass(frozen=True)
class Point:
    """A point of the agenda, what belongs to it, what was said, and the form for more.

    template: shows what belongs to it; empty for nothing.
    """

    entry: AgendaItem
    template: str
    shown: Shown | None
    notes: Sequence[MeetingNote]
    form: RecordForm
    url: str


@dataclass(frozen=True)
class MeetingPage:
    points: Sequence[Point]
    present: Sequence[str]
    rows: Sequence[Row]
    add_form: RecordForm | None
    close_form: RecordForm
    attend_form: RecordForm
    refusals: Sequence[str]
    clock: Clock
    next_item: MeetingItem | None

    @property
    def next_row(self) -> Row | None:
        """The citizen to be taken up next."""
        return next((row for row in self.rows if row.item == self.next_item), None)

    @property
    def places(self) -> list[Link]:
        """The agenda as a way to its points."""
        return [Link(point.entry.title, f"#{point.entry.anchor}") for point in self.points]


def meeting_page(desk: MeetingDesk, failed: Failed) -> MeetingPage:
    meeting = desk.meeting
    others = not_listed(desk) if meeting.is_open else []
    note_reading(desk.request, [course.citizen_id for course in others], what=desk.read_as)
    return MeetingPage(
        points=list(points_on(desk, failed)),
        present=[one.staff_member.name for one in desk.attendances],
        rows=[
            Row(
                item,
                f": {item.course.citizen}",
                desk.url("turn", item.pk),
                desk.url("turn_to", item.pk),
                desk.url("move", item.pk),
            )
            for item in desk.items
        ],
        add_form=failed.get("add") or (AddForm(courses=others) if others else None),
        close_form=RecordForm(record=meeting),
        attend_form=RecordForm(),
        refusals=refusals_of(failed),
        clock=clock_of(desk),
        next_item=desk.next_item(),
    )


def points_on(desk: MeetingDesk, failed: Failed) -> Iterator[Point]:
    """In the meeting's order. What belongs to a point is shown while the meeting goes on."""
    said = list(notes_of(desk.meeting.pk))
    for entry in points_of(desk.meeting):
        shows = entry.shows if desk.meeting.is_open else None
        yield Point(
            entry=entry,
            template=f"staff/meetings/shows/{shows.lower()}.html" if shows else "",
            shown=SHOWN[shows](desk) if shows and shows in SHOWN else None,
            notes=[note for note in said if note.point == entry.code],
            form=failed.get(entry.code) or PointForm(prefix=entry.code),
            url=desk.url("note", entry.code),
        )


def not_listed(desk: MeetingDesk) -> list[Course]:
    """The team's open courses that are not on the list."""
    listed = {item.course_id for item in desk.items}
    return [one for one in open_courses(desk.meeting.team_id) if one.pk not in listed]


def refusals_of(failed: Failed) -> list[str]:
    """Why something that has no place for a sentence of its own did not happen."""
    return [
        str(error)
        for name, form in failed.items()
        if name in {"add", "attend", "move", "close", "finish"}
        for errors in form.errors.values()
        for error in errors
    ]
