import pytest

from tests.faces.staff.network_meetings.kitchen import Kitchen


@pytest.fixture
def kitchen(cast):
    return Kitchen(cast)
