import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.intensity import (
    Agreed,
    Given,
    Match,
    Span,
    intensity,
    window,
)

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 22)
FIRST, _ = window(TODAY)
LONG_AGO = dt.date(2025, 1, 1)


def found(agreements=(), holds=(), **given):
    return intensity(agreements, holds, Given(**given), today=TODAY)


def test_window_is_four_whole_weeks_with_today():
    assert (TODAY - FIRST).days == 27


def test_two_a_week_are_eight():
    told = found([Agreed(LONG_AGO, contacts=Decimal(2))], contacts=8)

    assert (told.contacts, told.minutes, told.match) == (Decimal(8), None, Match.AS_AGREED)


@pytest.mark.parametrize(
    ("contacts", "match"),
    [
        (2, Match.BELOW),
        (3, Match.NEAR),
        (4, Match.AS_AGREED),
        (5, Match.NEAR),
        (6, Match.ABOVE),
    ],
)
def test_only_what_was_agreed_is_as_agreed(contacts, match):
    assert found([Agreed(LONG_AGO, contacts=Decimal(1))], contacts=contacts).match == match


def test_minutes_count_where_no_contacts_are_agreed():
    told = found([Agreed(LONG_AGO, minutes=120)], minutes=200)

    assert (told.minutes, told.match) == (Decimal(480), Match.BELOW)


def test_far_more_is_above():
    assert found([Agreed(LONG_AGO, contacts=Decimal(1))], contacts=6).match == Match.ABOVE


def test_agreement_counts_for_its_days_only():
    half = FIRST + 14 * DAY
    told = found([Agreed(LONG_AGO, half, Decimal(3)), Agreed(half, None, Decimal(1))])

    assert told.contacts == Decimal(8)


def test_days_on_hold_ask_for_nothing():
    told = found([Agreed(LONG_AGO, contacts=Decimal(2))], [Span(FIRST + 14 * DAY)])

    assert (told.contacts, told.paused_days) == (Decimal(4), 14)


def test_nothing_agreed_and_all_on_hold_are_told_apart():
    assert found().match == Match.NOT_AGREED
    assert found([Agreed(LONG_AGO, contacts=Decimal(2))], [Span(LONG_AGO)]).match == Match.PAUSED


@given(
    st.integers(0, 70).map(lambda tenths: Decimal(tenths) / 10),
    st.integers(0, 40),
    st.integers(-5, 40),
    st.integers(0, 40),
)
def test_agreed_is_between_nothing_and_the_whole(weekly, contacts, held_from, lasts):
    start = FIRST + DAY * held_from
    hold = Span(start, start + DAY * lasts)

    told = found([Agreed(LONG_AGO, contacts=weekly)], [hold], contacts=contacts)

    assert told.contacts is None or 0 <= told.contacts <= weekly * 4
    assert (told.contacts is None) == (told.paused_days == 28)
