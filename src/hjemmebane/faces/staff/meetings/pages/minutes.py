"""The minutes: what was decided and said, by citizen, read from the record itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.meetings.models import CitizenNote, MeetingItem
from hjemmebane.domain.meetings.queries import citizen_notes_of
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.faces.staff.meetings.pages.sentences import Decided, decided


@dataclass(frozen=True)
class Taken:
    """A citizen in the minutes."""

    item: MeetingItem
    decisions: Sequence[Decided]
    notes: Sequence[CitizenNote]

    @property
    def has_something(self) -> bool:
        return bool(self.decisions or self.notes)


@dataclass(frozen=True)
class Minutes:
    """Those about whom something was decided or said, those who were only talked about, and, when
    the meeting is over, those it did not come to.
    """

    taken: Sequence[Taken]
    only_discussed: Sequence[MeetingItem]
    not_reached: Sequence[MeetingItem]


def minutes_page(desk: MeetingDesk) -> Minutes:
    """Everybody on the meeting's list."""
    told = decided(desk.meeting)
    said = list(citizen_notes_of(desk.meeting.pk))
    everybody = [
        Taken(
            item=item,
            decisions=[one for one in told if one.course_id == item.course_id],
            notes=[note for note in said if note.course_id == item.course_id],
        )
        for item in desk.items
    ]
    silent = [one for one in everybody if not one.has_something]
    return Minutes(
        taken=[one for one in everybody if one.has_something],
        only_discussed=[one.item for one in silent if one.item.taken_up_at],
        not_reached=[
            one.item for one in silent if not one.item.taken_up_at and not desk.meeting.is_open
        ],
    )
