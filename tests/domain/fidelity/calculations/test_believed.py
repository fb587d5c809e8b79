"""Quarters, the spread of answers, and the gap: nothing is said where there is too little."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.fidelity.calculations.believed import (
    change,
    gap,
    logged_level,
    spread_of,
)
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of

ANSWERS = st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=12)


def spread(*answers):
    return spread_of(answers, least=2, levels=5)


@pytest.mark.parametrize(
    ("answers", "mean", "n", "unknown", "span", "counts"),
    [
        ((), None, 0, 0, (None, None), (0, 0, 0, 0, 0)),
        ((None, None), None, 0, 2, (None, None), (0, 0, 0, 0, 0)),
        ((4,), None, 1, 0, (4, 4), (0, 0, 0, 1, 0)),
        ((4, None), None, 1, 1, (4, 4), (0, 0, 0, 1, 0)),
        ((2, 5, None, 5), Fraction(4), 3, 1, (2, 5), (0, 1, 0, 0, 2)),
        ((1, 2), Fraction(3, 2), 2, 0, (1, 2), (1, 1, 0, 0, 0)),
    ],
)
def test_spread_worked_by_hand(answers, mean, n, unknown, span, counts):
    told = spread(*answers)

    assert (told.mean, told.n, told.unknown, told.counts) == (mean, n, unknown, counts)
    assert (told.lowest, told.highest) == span


@given(ANSWERS)
def test_spread_adds_up_and_no_order_matters(answers):
    told = spread(*answers)

    assert told.n + told.unknown == len(answers)
    assert sum(told.counts) == told.n
    assert told == spread(*reversed(answers))
    if told.mean is not None:
        assert told.lowest <= told.mean <= told.highest


@pytest.mark.parametrize(
    ("levels", "mean", "n"),
    [
        ([], None, 0),
        ([None, None], None, 0),
        ([3, None, None], None, 1),
        ([3, None], Fraction(3), 1),
        ([3, 4, None], Fraction(7, 2), 2),
        ([5, 5, 1], Fraction(11, 3), 3),
    ],
)
def test_one_figure_does_not_stand_for_many_that_tell_nothing(levels, mean, n):
    told = logged_level(levels)

    assert (told.mean, told.n, told.of) == (mean, n, len(levels))


@pytest.mark.parametrize(
    ("believed", "logged", "between"),
    [
        (Fraction(9, 2), Fraction(3), Fraction(3, 2)),
        (Fraction(2), Fraction(3), Fraction(-1)),
        (Fraction(3), Fraction(3), Fraction(0)),
        (None, Fraction(3), None),
        (Fraction(3), None, None),
        (None, None, None),
    ],
)
def test_gap_needs_both(believed, logged, between):
    assert gap(believed, logged) == between
    assert change(logged, believed) == between


def test_quarters_follow_each_other_over_the_turn_of_the_year():
    last = quarter_of(dt.date(2026, 11, 23))

    assert (last, last.title, str(last)) == (Quarter(2026, 4), "4. kvartal 2026", "2026-4")
    assert (last.first, last.last) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert (last.next, last.next.previous) == (Quarter(2027, 1), last)
    assert last.back(5) == [
        Quarter(2025, 4),
        Quarter(2026, 1),
        Quarter(2026, 2),
        Quarter(2026, 3),
        last,
    ]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_lies_in_its_quarter(day):
    quarter = quarter_of(day)

    assert quarter.first <= day <= quarter.last
    assert quarter.previous < quarter < quarter.next
