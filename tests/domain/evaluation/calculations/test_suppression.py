"""Suppression, attacked by somebody who adds and subtracts everything that is told."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from hjemmebane.domain.evaluation.calculations.counting import partition, several, shares
from hjemmebane.domain.evaluation.calculations.suppression import Sum, hidden_sums

LEAST = 5
WHOLE = "WHOLE"


def flat(*numbers):
    """A table of rows that nobody is in two of, with its whole told elsewhere."""
    counts = {f"r{place}": number for place, number in enumerate(numbers)}
    rows = [Sum(key=one, atoms=frozenset([one])) for one in counts]
    return counts, [Sum(key=WHOLE, atoms=frozenset(counts), fixed=True), *rows]


def hidden(*numbers):
    return sorted(int(one[1:]) for one in hidden_sums(*flat(*numbers), LEAST))


def width(counts, told, target):
    """How far apart the least and the most are that `target` can be, knowing the told sums."""
    names = sorted(counts)
    rows = [[1 if one in atoms else 0 for one in names] for atoms in told]
    values = [sum(counts[one] for one in atoms) for atoms in told]
    aim = [1 if one in target else 0 for one in names]
    low, high = (
        linprog([sign * one for one in aim], A_eq=rows, b_eq=values, method="highs")
        for sign in (1, -1)
    )
    return float("inf") if high.fun is None else -high.fun - low.fun


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param((10, 20, 30), [], id="nothing small"),
        pytest.param((10, 0, 30), [], id="nought is told"),
        pytest.param((10, 20, 3), [0, 2], id="one small takes the smallest other with it"),
        pytest.param((10, 20, 3, 2), [2, 3], id="two that are five together stand alone"),
        pytest.param((30, 8, 1, 1), [1, 2, 3], id="two that are two together do not"),
        pytest.param((39, 1), [0, 1], id="all but one"),
        pytest.param((38, 1, 1), [0, 1, 2], id="all but two"),
        pytest.param((3, 3), [0, 1], id="everything"),
    ],
)
def test_rows_that_are_hidden(numbers, expected):
    assert hidden(*numbers) == expected


def test_sum_that_is_told_elsewhere_is_not_hidden_but_another():
    counts = {"a": 6, "b": 7, "c": 2}
    rows = [Sum(key=one, atoms=frozenset([one]), fixed=one == "a") for one in counts]
    sums = [Sum(key=WHOLE, atoms=frozenset(counts), fixed=True), *rows]

    assert hidden_sums(counts, sums, LEAST) == {"b", "c"}


def test_group_and_the_rows_under_it_are_one_system():
    counts = {"own": 20, "rent": 3, "street": 9, "other": 8}
    home = Sum(key="HOME", atoms=frozenset(["own", "rent"]))
    rows = [Sum(key=one, atoms=frozenset([one])) for one in counts]
    sums = [Sum(key=WHOLE, atoms=frozenset(counts), fixed=True), home, *rows]

    assert hidden_sums(counts, sums, LEAST) == {"own", "rent"}


@settings(max_examples=120, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=7).filter(lambda n: sum(n) >= LEAST))
def test_no_small_row_of_a_table_is_found(numbers):
    counts, sums = flat(*numbers)
    gone = hidden_sums(counts, sums, LEAST)
    told = [one.atoms for one in sums if one.key not in gone]

    for atoms in told:
        size = sum(counts[one] for one in atoms)
        assert size == 0 or size >= LEAST
    for one, number in counts.items():
        if 0 < number < LEAST:
            assert width(counts, told, {one}) >= LEAST - 1e-6


ATOMS = ["".join(one) for one in product("ab", "xyz", "01")]
MARGINS = [
    frozenset(one for one in ATOMS if letter in one) for letter in ("a", "b", "x", "y", "z", "0")
]
CELLS = [frozenset(one for one in ATOMS if {*pair} <= {*one}) for pair in ("ax", "ay", "bz", "a0")]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=len(ATOMS), max_size=len(ATOMS)).filter(
        lambda n: sum(n) >= LEAST
    )
)
def test_no_small_cell_of_crossed_tables_is_found(numbers):
    """Margins, some cells and another margin: neither they nor their differences come out."""
    counts = dict(zip(ATOMS, numbers, strict=True))
    sums = [
        Sum(key=WHOLE, atoms=frozenset(ATOMS), fixed=True),
        *(Sum(key=str(place), atoms=one) for place, one in enumerate([*MARGINS, *CELLS])),
    ]
    gone = hidden_sums(counts, sums, LEAST)
    told = [one.atoms for one in sums if one.key not in gone]

    wanted = {one.atoms for one in sums}
    wanted |= {big - small for big, small in product(wanted, wanted) if small < big}
    for one in wanted:
        if 0 < sum(counts[atom] for atom in one) < LEAST:
            assert width(counts, told, one) >= LEAST - 1e-6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["A", "B", "C", None]), min_size=LEAST, max_size=40))
def test_published_partition_has_many_answers(values):
    """Whoever tries every table that fits what is told finds several numbers for a small row."""
    rows = partition(values, {"A": "A", "B": "B", "C": "C"}, LEAST)
    shown = {one.code: one.cells[0].value for one in rows}
    total, unknown = len(values), [code for code, value in shown.items() if value is None]
    rest = total - sum(value for value in shown.values() if value is not None)

    assert all(value == 0 or value >= LEAST for value in shown.values() if value is not None)
    assert all(one.cells[1].suppressed == one.cells[0].suppressed for one in rows)
    if unknown:
        fits = [one for one in product(range(rest + 1), repeat=len(unknown)) if sum(one) == rest]
        for place in range(len(unknown)):
            assert len({one[place] for one in fits}) >= LEAST


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.none(), st.lists(st.sampled_from("AB"), unique=True).map(tuple)),
        min_size=LEAST,
        max_size=40,
    )
)
def test_published_choices_never_tell_of_few(values):
    """Each of several choices: those who said it, those who did not, those who were not asked."""
    rows = {one.code: one.cells[0].value for one in several(values, {"A": "A", "B": "B"}, LEAST)}
    missing = rows.pop("NOT_SAID")

    for told in (one for one in [*rows.values(), missing] if one is not None):
        assert told == 0 or told >= LEAST
        assert len(values) - told == 0 or len(values) - told >= LEAST
    for told in (one for one in rows.values() if one is not None and missing is not None):
        rest = len(values) - missing - told
        assert rest == 0 or rest >= LEAST


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([True, False, None]), min_size=LEAST, max_size=30))
def test_published_share_is_of_many_and_leaves_many(values):
    (row,) = shares({("A", "A"): values}, LEAST)
    count, share = row.cells

    if count.value is None:
        assert count.suppressed
        assert share.value is None
    else:
        for one in (count.value, len(values) - count.value):
            assert one == 0 or one >= LEAST


def test_threshold_can_be_higher():
    counts, sums = flat(10, 20, 8, 30)

    assert not hidden_sums(counts, sums, 5)
    assert hidden_sums(counts, sums, 10) == {"r2", "r0"}


def test_table_of_many_rows_loses_only_the_small_ones():
    counts, sums = flat(*([80] * 240), 3, 2, 2, 1)
    gone = hidden_sums(counts, sums, LEAST)

    assert gone == {"r240", "r241", "r242", "r243"}
