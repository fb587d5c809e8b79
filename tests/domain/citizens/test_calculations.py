import datetime as dt

import pytest

from hjemmebane.domain.citizens.calculations import age_on


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (dt.date(2024, 2, 28), 23),
        (dt.date(2024, 2, 29), 24),
        (dt.date(2025, 2, 28), 24),
        (dt.date(2025, 3, 1), 25),
    ],
)
def test_age_counts_whole_years(day, age):
    assert age_on(dt.date(2000, 2, 29), day) == age
