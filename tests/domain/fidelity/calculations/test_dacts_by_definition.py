"""Every computed item of DACTS equals the slow calculation by its definition, over random teams."""

from collections import defaultdict

from hypothesis import HealthCheck, given, settings

from hjemmebane.domain.fidelity.calculations.dacts import AVERAGED, FORMULAS, Average, measured
from hjemmebane.domain.method.content.dacts import DactsFormula
from hjemmebane.domain.method.queries import dacts
from tests.domain.fidelity.by_definition import danish
from tests.domain.fidelity.dacts_by_definition import expected
from tests.domain.fidelity.dacts_histories import TODAY, log_of, teams

COMPUTED = [item for item in dacts().items if item.formula]


def test_every_computed_item_equals_its_definition():
    """And none of nothing alone: each comes to more than one figure on the way."""
    seen = defaultdict(set)

    @settings(
        max_examples=250,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(teams())
    def compare(tables):
        log = log_of(tables, danish)
        for item in COMPUTED:
            for average in Average:
                told = measured(item, log, average)
                result = (told.value, told.level, told.n, told.missing)
                assert result == expected(item, tables, TODAY, average), (item.code, average)
                seen[item.code].add(told.value)

    compare()
    assert [item.code for item in COMPUTED if len(seen[item.code] - {None}) < 2] == []


def test_every_formula_is_in_the_scale():
    assert {item.formula for item in COMPUTED} == set(DactsFormula)
    assert set(FORMULAS) | set(AVERAGED) == set(DactsFormula)
