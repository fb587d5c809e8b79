import datetime as dt

from hjemmebane.domain.consents.calculations import a_year_on


def test_a_year_on_is_the_same_day():
    assert a_year_on(dt.date(2026, 11, 22)) == dt.date(2027, 11, 22)


def test_leap_day_is_followed_by_the_last_of_february():
    assert a_year_on(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)
