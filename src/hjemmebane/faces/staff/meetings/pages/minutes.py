"""The minutes: what was decided and said, by citizen, read from the record itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.meetings.models import CitizenNote, MeetingItem
from hjemmebane.domain.meetings.queries import changes_at, citizen_notes_of
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.faces.staff.meetings.pages.sentences import Decided, decided


@dataclass(frozen=True)
class Taken:
    """A citizen in the minutes."""

    item: MeetingItem
    decisions: Sequence[Decided]
    notes: Sequence[CitizenNote]


@dataclass(frozen=True)
class Minutes:
    taken: Sequence[Taken]
    decisions: int


def minutes_page(desk: MeetingDesk) -> Minutes:
    """Everybody who was taken up, or about whom something was decided or said."""
    told = decided(changes_at(desk.meeting))
    said = list(citizen_notes_of(desk.meeting.pk))
    everybody = [
        Taken(
            item=item,
            decisions=[one for one in told if one.course_id == item.course_id],
            notes=[note for note in said if note.course_id == item.course_id],
        )
        for item in desk.items
    ]
    return Minutes(
        taken=[one for one in everybody if one.item.taken_up_at or one.decisions or one.notes],
        decisions=len(told),
    )
