"""How long there is, held softly."""

import datetime as dt

from hjemmebane.faces.staff.meetings.pages.clock import for_each, minutes_between
from hjemmebane.foundation.clock import now


def test_clock_shares_what_is_left_among_those_who_wait():
    assert [for_each(60, 15), for_each(-3, 4), for_each(30, 0), for_each(7, 2)] == [4, 0, 0, 3]


def test_clock_counts_whole_minutes_and_never_below_none():
    start = now()
    later = start + dt.timedelta(minutes=3, seconds=59)
    assert (minutes_between(start, later), minutes_between(later, start)) == (3, 0)
