"""The figures of many courses: paired changes held against SciPy's, and what too few can tell."""

import datetime as dt
import math
from decimal import Decimal
from statistics import mean, stdev
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from hjemmebane.domain.measurements.calculations.cohort import (
    Counted,
    Paired,
    Summary,
    in_each_wording,
    paired,
    spread,
    summary,
)
from hjemmebane.domain.measurements.calculations.due import months_later
from hjemmebane.domain.method.queries import instrument

STARTED = dt.date(2025, 1, 31)
INSPIRE, VUM, PROGRESSION = map(instrument, ("BRIEF_INSPIRE_O", "VUM", "PROGRESSION"))
ITEMS = [item.code for item in INSPIRE.items]
SCORES = st.decimals(0, 100, places=2)
PAIRS = st.lists(st.tuples(SCORES, SCORES), max_size=40)
# Of a course: whose it is, on which day of it, how many points each answer, in which words.
ROWS = st.lists(
    st.tuples(
        st.integers(1, 8),
        st.integers(0, 300),
        st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=5, max_size=5),
        st.sampled_from(("vores arbejdsord, udgave 1", "de officielle ord, udgave 1")),
    ),
    max_size=40,
)


def figure(course, days, *points, value=None, words="de samme ord", items=ITEMS):
    return Counted(
        course_id=UUID(int=course),
        started_on=STARTED,
        on=STARTED + dt.timedelta(days=days),
        value=Decimal(5 * sum(filter(None, points)) if value is None else value),
        wording=words,
        answers=dict(zip(items, points, strict=False)),
    )


def only(counted, asked=INSPIRE):
    [found] = in_each_wording(asked, counted)
    return found


@given(PAIRS)
def test_paired_change_equals_scipys_paired_t_test(pairs):
    assume(len(pairs) > 1 and len({after - before for before, after in pairs}) > 1)
    found = paired(pairs)
    before, after = ([float(one) for one in column] for column in zip(*pairs, strict=True))
    theirs = stats.ttest_rel(after, before)
    low, high = theirs.confidence_interval(0.95)

    assert found.n == len(pairs) == theirs.df + 1
    assert math.isclose(found.change, stats.tmean(after) - stats.tmean(before), abs_tol=1e-9)
    assert [float(one) for one in found.interval] == pytest.approx([low, high], abs=1e-6)
    assert float(found.change) / (float(found.sd) / math.sqrt(found.n)) == pytest.approx(
        theirs.statistic, abs=1e-6
    )


@given(st.lists(SCORES, max_size=40))
def test_summary_equals_the_textbook(values):
    found = summary(values)

    assert found.n == len(values)
    if len(values) < 2:
        assert (found.mean, found.sd) == (None, None)
    else:
        middle = sum(map(float, values)) / len(values)
        spread_out = math.sqrt(sum((float(v) - middle) ** 2 for v in values) / (len(values) - 1))
        assert float(found.mean) == pytest.approx(middle)
        assert float(found.sd) == pytest.approx(spread_out, abs=1e-9)


@given(ROWS)
def test_first_and_last_of_each_course_equal_a_slow_search(rows):
    counted = [figure(course, days, *points, words=words) for course, days, points, words in rows]
    found = in_each_wording(INSPIRE, counted)

    assert sorted(one.wording for one in found) == sorted({row[3] for row in rows})
    for one in found:
        slow = {}
        for course in range(1, 9):
            mine = [c for c in counted if c.wording == one.wording and c.course_id.int == course]
            if mine:
                first_on, last_on = min(c.on for c in mine), max(c.on for c in mine)
                first = next(c for c in mine if c.on == first_on)
                last = next(c for c in reversed(mine) if c.on == last_on)
                slow[course] = (first, last)
        latest = [last.value for _, last in slow.values()]
        pairs = [(f.value, x.value) for f, x in slow.values() if f.on < x.on]
        early = [f.value for f, _ in slow.values() if f.on < dt.date(2025, 4, 30)]
        assert one.whole.latest == summary(latest)
        assert one.whole.start == summary(early)
        assert one.whole.change == paired(pairs)
        assert sum(part.count for part in one.spread) == len(slow)
        for code in ITEMS:
            moved = [
                (Decimal(f.answers[code]), Decimal(x.answers[code]))
                for f, x in slow.values()
                if f.on < x.on and f.answers[code] is not None and x.answers[code] is not None
            ]
            assert one.items[code].change == paired(moved)


@given(ROWS)
def test_the_order_of_the_courses_changes_nothing(rows):
    assume(len({row[:2] for row in rows}) == len(rows))  # of two of a day the order does tell
    counted = [figure(c, days, *points, words=words) for c, days, points, words in rows]
    found = {one.wording: one.whole for one in in_each_wording(INSPIRE, counted)}
    again = {one.wording: one.whole for one in in_each_wording(INSPIRE, counted[::-1])}

    assert found == again


def test_interval_by_hand():
    # Differences 2, 4, 4, 6, 9: mean 5, sum of squares 28, so the deviation is the root of 7.
    # Student's t with 4 degrees of freedom at 97.5 % is 2.776 in every printed table.
    found = paired((Decimal(10), Decimal(10 + moved)) for moved in (2, 4, 4, 6, 9))

    assert (found.n, found.before, found.after, found.change) == (5, 10, 15, 5)
    assert float(found.sd) == pytest.approx(math.sqrt(7))
    assert [round(float(one), 2) for one in found.interval] == [1.71, 8.29]


def test_nobody_tells_nothing():
    assert in_each_wording(INSPIRE, []) == []
    assert summary([]) == Summary(0)
    assert (paired([]), paired([]).interval) == (Paired(0), None)


def test_one_alone_is_no_mean_and_has_no_interval():
    found = only([figure(1, 2, 1, 1, 1, 1, 1), figure(1, 90, 2, 2, 2, 2, 2)])

    assert (found.whole.start, found.whole.latest) == (Summary(1), Summary(1))
    assert (found.whole.change, found.whole.change.interval) == (Paired(1), None)
    assert {one.change for one in found.items.values()} == {Paired(1)}


def test_nobody_measured_twice_is_no_change():
    found = only([figure(course, 2, 1, 2, 3, 4, 0) for course in range(1, 5)])

    assert found.whole.latest == Summary(4, Decimal(50), Decimal(0))
    assert (found.whole.change, found.whole.change.interval) == (Paired(0), None)


def test_all_moving_alike_have_no_interval():
    found = paired([(Decimal(10), Decimal(20)), (Decimal(30), Decimal(40))])

    assert (found.change, found.sd, found.interval) == (10, 0, None)


def test_a_single_measurement_is_both_the_start_and_the_latest():
    found = only([figure(course, 2, value=value) for course, value in ((1, 20), (2, 40))])

    assert found.whole.start == found.whole.latest == Summary(2, Decimal(30), summary_sd(20, 40))


def summary_sd(*values):
    return stdev(map(Decimal, values))


def test_two_on_a_day_are_no_change():
    found = only([figure(1, 2, value=10), figure(1, 2, value=30), figure(2, 2, value=50)])

    assert (found.whole.start.mean, found.whole.latest.mean) == (30, 40)
    assert found.whole.change == Paired(0)


@pytest.mark.parametrize(
    ("on", "counts"),
    [(dt.date(2025, 4, 29), 2), (dt.date(2025, 4, 30), 0)],
    ids=["the last day of the first quarter", "the day of the second"],
)
def test_what_came_after_the_first_quarter_is_not_the_start(on, counts):
    assert months_later(STARTED, 3) == dt.date(2025, 4, 30)
    days = (on - STARTED).days

    assert only([figure(1, days, value=1), figure(2, days, value=3)]).whole.start.n == counts


def test_different_words_are_never_put_together():
    found = in_each_wording(
        INSPIRE,
        [
            figure(1, 2, value=10, words="ældre"),
            figure(2, 2, value=20, words="ældre"),
            figure(1, 90, value=50, words="nyere"),
            figure(2, 90, value=70, words="nyere"),
        ],
    )

    assert [(one.wording, one.whole.latest.mean) for one in found] == [("ældre", 15), ("nyere", 60)]
    assert {one.whole.change for one in found} == {Paired(0)}


def test_unanswered_questions_are_left_out_of_their_own_figure_alone():
    vum = [item.code for item in VUM.items]
    found = only(
        [
            figure(1, 2, None, 2, value=2, items=vum),
            figure(1, 90, 4, 1, value=2, items=vum),
            figure(2, 2, 3, 2, value=2, items=vum),
            figure(2, 90, 3, 3, value=2, items=vum),
        ],
        VUM,
    )

    assert found.items[vum[0]].start == Summary(1)
    assert found.items[vum[0]].change == Paired(1)
    assert found.items[vum[1]].change.n == 2
    assert found.items[vum[2]].latest == Summary(0)


def test_shares_count_those_who_answer_positively():
    items = [item.code for item in PROGRESSION.items]
    first, last = (1, 2, 0, 4, 0, 0), (2, 2, 0, 2, 0, 0)
    found = only(
        [
            figure(course, days, *points, value=2, items=items)
            for course in (1, 2)
            for days, points in ((2, first), (90, last))
        ],
        PROGRESSION,
    )

    shares = {code: one.positive for code, one in found.items.items()}
    assert (shares["PRACTICAL_TASKS"].before, shares["PRACTICAL_TASKS"].after) == (0, 100)
    assert (shares["ECONOMY"].before, shares["ECONOMY"].after) == (100, 100)
    # Of what is turned round the two highest answers are counted, and fewer of them is better.
    assert (shares["MENTAL_STRAIN"].before, shares["MENTAL_STRAIN"].after) == (100, 0)
    assert only([figure(1, 2, value=1)]).items[ITEMS[0]].positive is None


@given(st.lists(SCORES, max_size=30))
def test_each_figure_lies_in_one_part_of_the_scale(values):
    parts = spread(INSPIRE, values)

    assert sum(part.count for part in parts) == len(values)
    assert (parts[0].at_least, parts[-1].up_to, len(parts)) == (0, 100, 5)
    for part in parts:
        is_last = part is parts[-1]
        within = [v for v in values if part.at_least <= v < part.up_to or (is_last and v == 100)]
        assert part.count == len(within)


@pytest.mark.parametrize(
    ("code", "ends"),
    [("VUM", [0, 1, 2, 3, 4]), ("GSE", [10, 16, 22, 28, 34, 40])],
    ids=["vum", "gse"],
)
def test_parts_of_a_scale_are_whole_points_and_of_one_length(code, ends):
    parts = spread(instrument(code), [])

    assert [part.at_least for part in parts] + [parts[-1].up_to] == ends
    assert mean(part.count for part in parts) == 0
