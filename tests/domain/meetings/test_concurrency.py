"""Several people who begin the same meeting in the same moment."""

import pytest

from hjemmebane.domain.meetings.actions import open_meeting
from hjemmebane.domain.meetings.choices import MeetingRefusal
from hjemmebane.foundation.ids import new_id
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, gather

AT_ONCE = 4


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def test_meeting_that_all_open_at_once_is_one(cast):
    ida = cast.ida.actor

    def job():
        open_meeting(
            id=new_id(),
            team=cast.team_one,
            staff=[cast.ida.staff_member],
            planned_minutes=60,
            by=ida,
            at=NOW,
        )

    too_late = MeetingRefusal.ALREADY_OPEN.value
    assert at_once(ida, *[job] * AT_ONCE) == [too_late] * (AT_ONCE - 1) + ["done"]
