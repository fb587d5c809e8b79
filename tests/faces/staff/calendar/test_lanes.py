"""Where blocks stand in a day."""

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.faces.staff.calendar.pages.lanes import MOST_LANES, Spot, Timed, hours_shown, spots
from hjemmebane.foundation.clock import COPENHAGEN
from hjemmebane.foundation.ids import new_id

DAY = dt.date(2026, 5, 4)
MIDNIGHT = dt.datetime.combine(DAY, dt.time(), COPENHAGEN)


def timed(start, end):
    minute = dt.timedelta(minutes=1)
    return Timed(new_id(), MIDNIGHT + start * minute, MIDNIGHT + end * minute)


def test_what_overlaps_shares_the_width_and_what_follows_has_it_all():
    one, other, later = timed(600, 660), timed(630, 690), timed(690, 720)

    assert spots(DAY, [later, other, one]) == {
        one.key: Spot(40, 4, 1, 2),
        other.key: Spot(42, 4, 2, 2),
        later.key: Spot(46, 2, 1, 1),
    }


def test_past_midnight_ends_with_the_day_and_begins_the_next():
    night = timed(23 * 60, 25 * 60)

    assert spots(DAY, [night])[night.key] == Spot(92, 4, 1, 1)
    assert spots(DAY + dt.timedelta(days=1), [night])[night.key] == Spot(0, 4, 1, 1)


def test_hours_grow_as_needed():
    assert hours_shown([]) == range(8, 18)
    assert hours_shown([Spot(26, 2, 1, 1), Spot(80, 9, 1, 1)]) == range(6, 23)


@given(st.lists(st.tuples(st.integers(0, 1380), st.integers(15, 60)), max_size=MOST_LANES))
def test_nothing_lies_on_something_else(times):
    found = list(spots(DAY, [timed(start, start + long) for start, long in times]).values())

    assert len(found) == len(times)
    for one, other in combinations(found, 2):
        overlap = one.at < other.at + other.long and other.at < one.at + one.long
        assert not overlap or one.lane != other.lane
    assert all(1 <= one.lane <= one.lanes for one in found)
