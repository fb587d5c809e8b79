"""An open board meeting of Kim's team, and Kim's turn at it."""

import pytest

from hjemmebane.domain.meetings.models import MeetingItem, TeamMeeting
from hjemmebane.foundation.actors import acting
from tests.factories.meetings import open_meeting


@pytest.fixture
def meeting(cast):
    open_meeting(cast)
    with acting(cast.ida.actor):
        return TeamMeeting.objects.get()


@pytest.fixture
def turn(cast, meeting):
    with acting(cast.ida.actor):
        return MeetingItem.objects.get(course=cast.kim.course)
