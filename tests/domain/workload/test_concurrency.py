"""A day that is filled from two devices in the same moment."""

import pytest

from hjemmebane.domain.workload.actions import correct_time
from hjemmebane.domain.workload.choices import TimeKind, TimeRefusal
from hjemmebane.foundation.actors import acting
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, gather
from tests.factories.plans import TODAY


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def test_day_that_is_filled_twice_at_once_has_24_hours(cast, spend):
    def job():
        spend(cast, cast.ida, minutes=900)

    assert at_once(cast.ida.actor, job, job) == [TimeRefusal.TOO_LONG.value, "done"]


def test_day_that_is_corrected_twice_at_once_has_24_hours(cast, spend):
    with acting(cast.ida.actor):
        entries = [spend(cast, cast.ida, minutes=60) for _ in range(2)]

    def fill(entry):
        values = {"worked_on": TODAY, "kind": TimeKind.MEETING, "minutes": 900}
        correct_time(entry=entry, values=values, version=1, by=cast.ida.actor, at=NOW)

    jobs = [lambda one=entry: fill(one) for entry in entries]
    assert at_once(cast.ida.actor, *jobs) == [TimeRefusal.TOO_LONG.value, "done"]
