"""What somebody can work out, beside linear programs that are solved anew for every question."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from hjemmebane.domain.evaluation.calculations.knowing import System

ATOMS = ("a", "b", "c", "d", "e")
WHOLE = frozenset(ATOMS)
PARTS = [frozenset(one) for size in (1, 2, 3) for one in combinations(ATOMS, size)]
ENOUGH = 5


def solved_anew(counts, known, target):
    """How far apart the least and the most are; without an upper end, inf."""
    rows = [[1 if one in atoms else 0 for one in ATOMS] for atoms in known]
    aim = [1 if one in target else 0 for one in ATOMS]
    low, high = (
        linprog([sign * one for one in aim], A_eq=rows, b_eq=list(known.values()), method="highs")
        for sign in (1, -1)
    )
    return float("inf") if high.fun is None else -high.fun - low.fun


def sizes(counts, some):
    return {atoms: sum(counts[one] for one in atoms) for atoms in some}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=len(ATOMS), max_size=len(ATOMS)),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6, unique=True),
    st.booleans(),
)
def test_what_is_known_is_what_is_solved_anew_however_many_sums_go(numbers, some, with_whole):
    counts = dict(zip(ATOMS, numbers, strict=True))
    known = sizes(counts, [WHOLE, *some] if with_whole else some)
    system = System(known, counts, PARTS)

    for gone in some:
        for target in PARTS:
            expected = min(ENOUGH, solved_anew(counts, known, target))
            assert system.width(target, ENOUGH) == pytest.approx(expected, abs=1e-5)
        system = system.without(gone)
        known = {atoms: size for atoms, size in known.items() if atoms != gone}


def test_sum_that_comes_out_by_subtracting_needs_no_program(monkeypatch):
    """And is no longer known when one of those it is made of goes."""
    counts = {"a": 3, "b": 8, "c": 20}
    known = sizes(counts, [frozenset("abc"), frozenset("ab"), frozenset("b")])
    system = System(known, counts, [frozenset("a"), frozenset("c")])
    monkeypatch.setattr("scipy.optimize.linprog", None)

    assert [system.width(one, ENOUGH) for one in (frozenset("a"), frozenset("c"))] == [0, 0]
    assert system.without(frozenset("b")).width(frozenset("a"), ENOUGH) == ENOUGH
