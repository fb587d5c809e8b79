"""Questions about the team's meetings, and about those around a citizen."""

from hjemmebane.domain.meetings.queries.team import (
    attendances_of,
    board_entries_now,
    changes_at,
    citizen_notes_of,
    items_of,
    last_item,
    last_taken_up,
    meeting_to_change,
    meeting_under_way,
    meetings_of,
    notes_of,
    rows_behind,
    situations_of,
    visible_meetings,
)

__all__ = [
    "attendances_of",
    "board_entries_now",
    "changes_at",
    "citizen_notes_of",
    "items_of",
    "last_item",
    "last_taken_up",
    "meeting_to_change",
    "meeting_under_way",
    "meetings_of",
    "notes_of",
    "rows_behind",
    "situations_of",
    "visible_meetings",
]
