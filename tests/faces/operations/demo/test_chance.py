"""Days, keys, choices and CPR numbers of the demo."""

import datetime as dt
from uuid import UUID

import pytest

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.faces.operations.demo.chance import happens, key, pick, shuffled
from hjemmebane.faces.operations.demo.cpr import demo_cpr
from hjemmebane.faces.operations.demo.days import Days, at_time, days_in
from hjemmebane.foundation.cpr import REPLACEMENT_DAY, parse_cpr

SATURDAY = dt.datetime(2026, 2, 28, 12, tzinfo=dt.UTC)
MOMENT = dt.datetime(2025, 6, 2, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(("span", "days"), [("3d", 3), ("12w", 84)])
def test_span_is_days_or_weeks(span, days):
    assert days_in(span) == days


@pytest.mark.parametrize("offset", range(7))
def test_days_are_working_days_whatever_the_building_day(offset):
    days = Days(SATURDAY + dt.timedelta(days=offset))

    for number in range(1, 30):
        assert days.ago(f"{number}d") < days.today < days.ahead(f"{number}d")
        assert days.ago(f"{number}d").weekday() < 5
        assert days.ahead(f"{number}d").weekday() < 5


def test_longer_ago_is_never_later():
    days = Days(SATURDAY)
    past = [days.ago(f"{number}d") for number in range(1, 100)]

    assert past == sorted(past, reverse=True)


def test_moment_is_danish_time_in_summer_and_winter():
    assert at_time(dt.date(2026, 1, 5), 9) == dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
    assert at_time(dt.date(2026, 7, 6), 9) == dt.datetime(2026, 7, 6, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize("birthday", ["02-27", "02-28", "03-01", "12-31", "01-01"])
def test_birth_date_gives_the_age_of_the_text(birthday):
    days = Days(SATURDAY)

    assert age_on(days.birth_of(42, birthday), days.today) == 42


def test_key_is_a_uuid7_of_its_moment_and_its_names():
    made = key(MOMENT, "susanne", "plan")

    assert (made.version, made.variant) == (7, UUID(int=made.int).variant)
    assert made.int >> 80 == int(MOMENT.timestamp() * 1000)
    assert made == key(MOMENT, "susanne", "plan")
    assert made != key(MOMENT, "martin", "plan")


def test_later_key_sorts_later():
    assert key(MOMENT, "a") < key(MOMENT + dt.timedelta(milliseconds=1), "a")


def test_choices_follow_from_their_names():
    options = list(range(20))

    assert pick(options, "a") == pick(options, "a")
    assert shuffled(options, "a") == shuffled(options, "a")
    assert sorted(shuffled(options, "a")) == options
    assert shuffled(options, "a") != shuffled(options, "b")
    assert happens(100, "a")
    assert not happens(0, "a")


@pytest.mark.parametrize("year", [1960, 1999, 2000, 2005])
@pytest.mark.parametrize("is_male", [True, False])
def test_cpr_number_is_well_formed_and_nobodys(year, is_male):
    born_on = dt.date(year, 3, 14)
    found = parse_cpr(demo_cpr(born_on, is_male=is_male, name="x"), today=SATURDAY.date())

    assert (found.born_on, found.is_male) == (born_on, is_male)
    assert int(found.digits[:2]) > REPLACEMENT_DAY
    assert not found.passes_modulus_11
