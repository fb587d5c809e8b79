"""The list of a meeting: the agenda, who is here, and the citizens in their order."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.models import MeetingItem, MeetingNote
from hjemmebane.domain.meetings.queries import attendances_of, notes_of
from hjemmebane.domain.method.content.entries import Agenda, AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.meetings.forms.meeting import AddForm, PointForm
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.foundation.forms import RecordForm

# The failed forms of a request, by what they are about.
type Failed = Mapping[str, RecordForm]


@dataclass(frozen=True)
class Row:
    """A citizen on the list."""

    item: MeetingItem
    url: str
    take_up_url: str
    move_url: str


@dataclass(frozen=True)
class Here:
    """Somebody of the team, and whether they are at the meeting."""

    staff_member: StaffMember
    is_here: bool


@dataclass(frozen=True)
class Point:
    """A point of the agenda, what was said under it, and the form for more."""

    entry: AgendaItem
    notes: Sequence[MeetingNote]
    form: RecordForm
    url: str


@dataclass(frozen=True)
class MeetingPage:
    agenda: Agenda
    rows: Sequence[Row]
    people: Sequence[Here]
    points: Sequence[Point]
    add_form: RecordForm | None
    close_form: RecordForm
    attend_form: RecordForm
    refusals: Sequence[str]
    minutes_gone: int
    taken_up: int


def meeting_page(desk: MeetingDesk, failed: Failed) -> MeetingPage:
    meeting = desk.meeting
    agenda = pack(meeting.method_pack, meeting.method_version).agenda(meeting.kind)
    others = not_listed(desk) if meeting.is_open else []
    here = {attendance.staff_member_id for attendance in attendances_of(meeting.pk)}
    said = list(notes_of(meeting.pk))
    until = meeting.closed_at or desk.at
    return MeetingPage(
        agenda=agenda,
        rows=[
            Row(
                item,
                desk.url("turn", item.pk),
                desk.url("turn_to", item.pk),
                desk.url("move", item.pk),
            )
            for item in desk.items
        ],
        people=[Here(member, member.pk in here) for member in desk.staff],
        points=[
            Point(
                entry=entry,
                notes=[note for note in said if note.point == entry.code],
                form=failed.get(entry.code) or PointForm(prefix=entry.code),
                url=desk.url("note", entry.code),
            )
            for entry in agenda.items
        ],
        add_form=failed.get("add") or (AddForm(courses=others) if others else None),
        close_form=RecordForm(record=meeting),
        attend_form=RecordForm(),
        refusals=refusals_of(failed),
        minutes_gone=int((until - meeting.opened_at) / dt.timedelta(minutes=1)),
        taken_up=sum(item.taken_up_at is not None for item in desk.items),
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
        if name in {"add", "attend", "move", "close"}
        for errors in form.errors.values()
        for error in errors
    ]
