"""Clocks, sameness and parts, without a database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.field.calculations import (
    FARTHEST,
    UNNOTICED,
    Clock,
    content_of,
    hours_and_minutes,
    new_part,
    was_set_in_between,
)

SPANS = st.timedeltas(dt.timedelta(days=-40), dt.timedelta(days=40))
DAY_ONE = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 10**9).map(lambda seconds: DAY_ONE + dt.timedelta(seconds=seconds))
TEXTS = st.dictionaries(st.text(), st.text())


@given(ahead=SPANS, moment=MOMENTS)
def test_clock_is_right_corrected_or_not_trusted(ahead, moment):
    clock = Clock(ahead)
    corrected = clock.true(moment)

    assert corrected == (moment if abs(ahead) <= UNNOTICED else moment - ahead)
    assert clock.is_far_off == (abs(ahead) > FARTHEST)
    assert not (clock.is_right and clock.is_far_off)


@given(ahead=SPANS, moment=MOMENTS, later=st.timedeltas(dt.timedelta(0), dt.timedelta(hours=9)))
def test_how_long_something_took_is_never_changed(ahead, moment, later):
    clock = Clock(ahead)

    assert clock.true(moment + later) - clock.true(moment) == later


@given(moment=MOMENTS, earlier=SPANS)
def test_sent_before_it_was_made_is_noticed(moment, earlier):
    assert was_set_in_between(moment, moment - earlier) == (earlier > UNNOTICED)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "1 minut"),
        (12, "12 minutter"),
        (60, "1 time"),
        (-65, "1 time og 5 minutter"),
        (180, "3 timer"),
    ],
)
def test_span_in_words(minutes, said):
    assert hours_and_minutes(dt.timedelta(minutes=minutes)) == said


@given(body=TEXTS, sent_at=st.text(), again_at=st.text())
def test_when_it_was_sent_is_no_part_of_what_it_says(body, sent_at, again_at):
    first = content_of({"body": body, "sent_at": sent_at})

    assert first == content_of({"sent_at": again_at, "body": dict(reversed(body.items()))})


@given(one=TEXTS, two=TEXTS)
def test_other_words_are_never_the_same(one, two):
    assert (content_of({"body": one}) == content_of({"body": two})) == (one == two)


@given(
    content=st.binary(max_size=60),
    sends=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=40),
)
def test_parts_in_any_order_never_make_anything_else(content, sends):
    """Whatever comes twice, late or with a gap, what is here is how the file begins."""
    here = b""
    for start, length in [*sends, (0, len(content))]:
        part = content[start : start + length]
        if start <= len(here):
            here += new_part(len(here), start, part)
        assert content.startswith(here)
    assert here == content
