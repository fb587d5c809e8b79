"""Every indicator equals the slow calculation by its definition, over random histories."""

from collections import defaultdict

from hypothesis import given, settings

from hjemmebane.domain.fidelity.calculations.readings import reading
from hjemmebane.domain.method.content.fidelity import FidelityFormula
from hjemmebane.domain.method.queries import current_pack
from tests.domain.fidelity.by_definition import danish, expected
from tests.domain.fidelity.histories import TODAY, histories, log_of

INDICATORS = current_pack().fidelity_indicators
CODES = [one.code for one in INDICATORS]


def told(result):
    behind = {one.citizen_id: (one.count, one.missing, one.value) for one in result.behind}
    return result.value, result.level, result.n, result.missing, behind


def test_every_indicator_equals_its_definition():
    """And none of nothing alone: each comes to a figure on the way."""
    seen = defaultdict(set)

    @settings(max_examples=250, derandomize=True, database=None)
    @given(histories())
    def compare(tables):
        log = log_of(tables, danish)
        for one in INDICATORS:
            result = told(reading(one, log))
            assert result == expected(one, tables, TODAY), one.code
            seen[one.code].update(value for *_, value in result[-1].values() if value is not None)

    compare()
    assert [code for code in CODES if not seen[code]] == []


def test_every_formula_is_in_the_method():
    assert {one.formula for one in INDICATORS} == set(FidelityFormula)
