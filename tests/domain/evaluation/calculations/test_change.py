"""What moved: the same as SciPy says."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from hjemmebane.domain.evaluation.calculations.change import change_of

SCORES = st.integers(0, 4).map(Decimal)
FINE = st.decimals(0, 100, places=2)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(SCORES, SCORES), min_size=5, max_size=60)
    | st.lists(st.tuples(FINE, FINE), min_size=5, max_size=60)
)
def test_change_is_what_scipy_says(pairs):
    moved = [float(after) - float(before) for before, after in pairs]
    assume(len({after - before for before, after in pairs}) > 1)
    found = change_of(Counter(pairs))
    test = stats.ttest_rel([float(b) for _, b in pairs], [float(a) for a, _ in pairs])
    low, high = test.confidence_interval(0.95)

    assert float(found.paired.change) == pytest.approx(sum(moved) / len(moved), abs=1e-9)
    assert float(found.paired.sd) == pytest.approx(stats.tstd(moved))
    assert [float(one) for one in found.paired.interval] == pytest.approx([low, high], abs=1e-9)
    assert found.dz == pytest.approx(sum(moved) / len(moved) / stats.tstd(moved), abs=1e-9)
    differences = [float(after - before) for before, after in pairs if after != before]
    assert found.p == pytest.approx(stats.wilcoxon(differences).pvalue)


def test_rank_biserial_by_hand():
    """Moved 1, 2, 3 up and 4 down: the ranks are 6 up and 4 down of 10."""
    pairs = [(Decimal(5), Decimal(5 + one)) for one in (1, 2, 3, -4, 0)]

    assert change_of(Counter(pairs)).rank_biserial == pytest.approx(0.2)


def test_rank_biserial_at_its_ends():
    up = [(Decimal(0), Decimal(one)) for one in (1, 2, 2, 3, 4)]

    assert change_of(Counter(up)).rank_biserial == 1
    assert change_of(Counter((b, a) for a, b in up)).rank_biserial == -1


def test_nobody_moved():
    found = change_of(Counter([(Decimal(2), Decimal(2))] * 6))

    assert (found.paired.change, found.paired.sd) == (0, 0)
    assert (found.p, found.dz, found.rank_biserial, found.paired.interval) == (None,) * 4


def test_all_moved_alike_has_a_test_and_no_interval():
    found = change_of(Counter([(Decimal(2), Decimal(3))] * 6))

    assert (found.dz, found.paired.interval) == (None, None)
    assert found.rank_biserial == 1


def test_too_few_for_a_mean():
    assert change_of(Counter([(Decimal(1), Decimal(2))])).paired.change is None
