import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.teams.calculations import Engagement, most_at_once

FIRST = dt.date(2025, 1, 1)
DAYS = [FIRST + dt.timedelta(days=n) for n in range(30)]
days = st.sampled_from(DAYS)


@st.composite
def engagements(draw):
    start = draw(days)
    end = draw(st.none() | days.filter(lambda day: day >= start))
    return Engagement(start, end, Decimal(draw(st.integers(0, 400))) / 10)


@given(st.lists(engagements(), max_size=6))
def test_most_hours_at_once_are_those_of_the_busiest_day(held):
    busiest = max(sum((one.hours for one in held if one.covers(day)), Decimal(0)) for day in DAYS)

    assert most_at_once(held) == busiest


def test_last_day_still_counts():
    until = Engagement(FIRST, DAYS[1], Decimal(100))
    then = Engagement(DAYS[1], None, Decimal(50))
    later = Engagement(DAYS[2], None, Decimal(50))

    assert most_at_once([until, then]) == 150
    assert most_at_once([until, later]) == 100
    assert most_at_once([]) == 0
