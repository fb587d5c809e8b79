"""A whole report of few cases, attacked: tables against their wholes, and against each other."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from hjemmebane.domain.evaluation.calculations.evaluation_report import report_of
from hjemmebane.domain.evaluation.content.case_files import gathered
from tests.domain.evaluation.rows import ONE

LEAST = 5
HOMES = ["PUBLIC_HOUSING", "OWNED", "SHELTER", "STREET", "OTHER"]
OWN, HOMELESS = {"PUBLIC_HOUSING", "OWNED"}, {"SHELTER", "STREET"}
ANSWERS = ["YES", "NO", "UNKNOWN"]
# Tables that are about teams, where few are no secret.
OF_TEAMS = {"COMPOSITION"}


@st.composite
def cohorts(draw):
    """From five to forty courses that differ where the report counts."""
    case = st.fixed_dictionaries(
        {
            "gender": st.sampled_from(["MAN", "WOMAN", ""]),
            "housing": st.sampled_from(HOMES),
            "social_before": st.sampled_from(ANSWERS),
            "social_during": st.sampled_from(ANSWERS),
            "status": st.sampled_from(["ACTIVE", "ACTIVE", "ENDED"]),
            "gse_before": st.sampled_from(["", "20", "24", "30"]),
            "gse_after": st.sampled_from(["", "22", "24", "31"]),
            "earlier_efforts": st.sampled_from(["", "NONE", "SEL_85", "SEL_85 SEL_110"]),
        }
    )
    found = draw(st.lists(case, min_size=LEAST, max_size=40))
    return [
        {**ONE, **one, **_ending(one), "case": f"f{place}", "citizen": f"b{place}"}
        for place, one in enumerate(found)
    ]


def _ending(case):
    return {"ended": "2021-06", "ending_reason": "MOVED"} if case["status"] == "ENDED" else {}


def told(rows):
    """Every row of the report by the codes of its table and itself."""
    return {
        (table.code, row.code): row.cells
        for section in report_of(gathered(rows)).sections
        for table in section.tables
        for row in table.rows
    }


def attacked(counts, known, wanted):
    """The least and the most there can be in `wanted`, for somebody who has seen `known`."""
    names = sorted(counts)
    lines = [[1 if one in atoms else 0 for one in names] for atoms, _ in known]
    values = [value for _, value in known]
    aim = [1 if one in wanted else 0 for one in names]
    low, high = (
        linprog([sign * one for one in aim], A_eq=lines, b_eq=values, method="highs").fun
        for sign in (1, -1)
    )
    return low, -high


def check_safe(counts, lines, cells):
    """No small line comes out of those that are told. lines: their atoms; cells: what is told."""
    known = [(frozenset(counts), sum(counts.values()))]
    known += [(lines[one], cells[one]) for one in lines if cells[one] is not None]
    for atoms in [*lines.values(), *(frozenset(counts) - one for one in lines.values())]:
        number = sum(counts[one] for one in atoms)
        if 0 < number < LEAST:
            low, high = attacked(counts, known, atoms)
            assert high - low >= LEAST - 1e-6, (atoms, number, low, high)


def counted(rows, key):
    found = {}
    for row in rows:
        found[key(row)] = found.get(key(row), 0) + 1
    return found


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_homes_and_their_groups(rows):
    found = told(rows)
    counts = {one: counted(rows, lambda row: row["housing"]).get(one, 0) for one in HOMES}
    lines = {one: frozenset([one]) for one in HOMES}
    lines |= {"OWN_HOME": frozenset(OWN), "HOMELESS": frozenset(HOMELESS)}

    check_safe(counts, lines, {one: found["HOUSING", one][0].value for one in lines})


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_assessments_crossed_with_each_other_and_with_endings(rows):
    found = told(rows)
    atoms = list(product(ANSWERS, ANSWERS, ["ENDED", "ACTIVE"]))
    met = counted(rows, lambda row: (row["social_before"], row["social_during"], row["status"]))
    counts = {one: met.get(one, 0) for one in atoms}

    def where(**said):
        places = {"before": 0, "during": 1, "status": 2}
        return frozenset(
            one for one in atoms if all(one[places[key]] == value for key, value in said.items())
        )

    lines = {f"BEFORE_{one}": where(before=one) for one in ANSWERS}
    lines |= {f"DURING_{one}": where(during=one) for one in ANSWERS}
    lines |= {f"NOT_DURING_{one}": where(before=one, during="NO") for one in ANSWERS}
    lines["NOT_DURING_GOING"] = where(during="NO", status="ACTIVE")
    lines["NOT_DURING_ENDED"] = where(during="NO", status="ENDED")
    lines["EITHER"] = where(before="YES") | where(during="YES")
    cells = {one: found["SOCIAL_ASSESSED", one][0].value for one in lines}
    lines["ENDED"] = where(status="ENDED")
    cells["ENDED"] = found["STATUS", "ENDED"][0].value

    check_safe(counts, lines, cells)


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_who_is_measured_when_and_of_how_many_a_change_is(rows):
    found = told(rows)
    met = counted(rows, lambda row: (bool(row["gse_before"]), bool(row["gse_after"])))
    atoms = [(True, True), (True, False), (False, True), (False, False)]
    counts = {one: met.get(one, 0) for one in atoms}
    lines = {place: frozenset([one]) for place, one in enumerate(atoms)}
    cells = {place: found["MEASURED", "gse"][place].value for place in lines}
    change = found["RECOVERY", "gse"]
    lines |= {"n": lines[0], "missing": frozenset(atoms[1:])}
    cells |= {"n": change[0].value, "missing": change[-1].value}

    check_safe(counts, lines, cells)
    assert {one.n for one in change[1:-1]} <= {None, change[0].value}


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_nothing_is_told_of_few_or_of_all_but_few(rows):
    for (table, row), cells in told(rows).items():
        if table in OF_TEAMS:
            continue
        for cell in cells:
            assert cell.n is None or cell.n == 0 or cell.n >= LEAST, (table, row)
            assert not cell.suppressed or cell.value is None
        if table in {"GENDER", "HOUSING", "EARLIER", "STATUS", "SOCIAL_ASSESSED", "PLAN"}:
            number = cells[0].value
            for one in () if number is None else (number, len(rows) - number):
                assert one == 0 or one >= LEAST, (table, row)


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_endings_are_not_told_where_it_is_hidden_how_many(rows):
    found = told(rows)
    number = sum(1 for row in rows if row["status"] == "ENDED")

    if found["STATUS", "ENDED"][0].suppressed or not number:
        assert not {table for table, _ in found} & {"REASONS", "NEXT_SUPPORT", "MONTHS"}
    else:
        assert found["REASONS", "MOVED"][0].value == number


def test_mean_that_tells_of_the_few_who_differ_is_hidden():
    rows = [
        {**ONE, "case": f"f{place}", "citizen": f"b{place}", "holds": str(int(place < 2))}
        for place in range(30)
    ]

    assert [one.suppressed for one in told(rows)["ELEMENTS", "holds"]] == [True] * 3
    assert told(rows)["VARYING_NEED", "HELD"][0].suppressed


def test_change_where_few_moved_is_hidden():
    rows = [
        {
            **ONE,
            "case": f"f{place}",
            "citizen": f"b{place}",
            "gse_before": "20",
            "gse_after": "30" if place < 2 else "20",
        }
        for place in range(30)
    ]

    assert all(one.suppressed for one in told(rows)["RECOVERY", "gse"])


def test_mean_at_the_start_of_nearly_the_same_who_were_measured_again_is_hidden():
    """Thirty have both, two have before alone: their mean would come out."""
    rows = [
        {
            **ONE,
            "case": f"f{place}",
            "citizen": f"b{place}",
            "vum_health_before": str(place % 4) if place < 32 else "",
            "vum_health_after": str(place % 3) if place < 30 else "",
        }
        for place in range(40)
    ]
    found = told(rows)

    assert all(one.suppressed for one in found["FUNCTIONING_AT_START", "vum_health"])
    assert found["FUNCTIONING", "vum_health"][0].value == 30
