import datetime as dt

import pytest

from hjemmebane.domain.courses.calculations import refund_until


@pytest.mark.parametrize(
    ("left_on", "last"),
    [
        (dt.date(2024, 3, 1), dt.date(2026, 2, 28)),
        (dt.date(2024, 2, 29), dt.date(2026, 2, 28)),
        (dt.date(2022, 3, 1), dt.date(2024, 2, 29)),
        (dt.date(2025, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_two_years_are_counted_from_the_day_the_citizen_left(left_on, last):
    assert refund_until(left_on, 2) == last
