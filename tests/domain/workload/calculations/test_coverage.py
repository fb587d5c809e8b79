import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.coverage import (
    Gap,
    Holder,
    gaps_to_come,
    unattended,
    uncovered,
)
from hjemmebane.domain.workload.calculations.hours import Away
from hjemmebane.foundation.ids import new_id

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 22)
NEEDED = ["SOCIAL", "HEALTH", "AUTHORITY"]


def holder(*functions, name="Ida", from_on=TODAY - DAY, until_on=None, absences=()):
    return Holder(from_on, until_on, name, frozenset(functions), tuple(absences))


def test_function_nobody_has_is_uncovered():
    assert uncovered([holder("SOCIAL", "HEALTH")], NEEDED, TODAY) == ["AUTHORITY"]
    assert uncovered([], NEEDED, TODAY) == NEEDED


def test_who_is_yet_to_come_covers_nothing():
    assert uncovered([holder(*NEEDED, from_on=TODAY + DAY)], NEEDED, TODAY) == NEEDED


def test_gap_opens_the_day_after_the_last_one_leaves():
    leaving = holder("HEALTH", name="Ditte", until_on=TODAY + 9 * DAY)
    staying = holder("SOCIAL", "AUTHORITY")

    assert gaps_to_come([leaving, staying], NEEDED, TODAY) == [
        Gap("HEALTH", TODAY + 10 * DAY, ("Ditte",))
    ]


def test_somebody_who_takes_over_closes_the_gap():
    leaving = holder("HEALTH", until_on=TODAY + 9 * DAY)
    in_time = holder("HEALTH", from_on=TODAY + 10 * DAY)
    too_late = holder("HEALTH", from_on=TODAY + 11 * DAY)
    rest = holder("SOCIAL", "AUTHORITY")

    assert gaps_to_come([leaving, in_time, rest], NEEDED, TODAY) == []
    assert len(gaps_to_come([leaving, too_late, rest], NEEDED, TODAY)) == 1


def test_what_is_uncovered_already_is_no_gap_to_come():
    leaving = holder("SOCIAL", until_on=TODAY)

    assert gaps_to_come([leaving], NEEDED, TODAY) == [Gap("SOCIAL", TODAY + DAY, ("Ida",))]


def test_everybody_with_a_function_away_leaves_it_unattended():
    away = holder("HEALTH", absences=[Away(TODAY, TODAY)])
    partly = holder("SOCIAL", absences=[Away(TODAY, None, 5)])

    assert unattended([away, partly], NEEDED, TODAY) == ["HEALTH"]
    assert unattended([away, partly, holder("HEALTH")], NEEDED, TODAY) == []
    assert unattended([away], NEEDED, TODAY + DAY) == []


days = st.integers(-5, 15).map(lambda number: TODAY + DAY * number)
holders = st.lists(
    st.builds(
        lambda functions, start, lasts: holder(
            *functions,
            name=str(new_id()),
            from_on=start,
            until_on=None if lasts is None else start + DAY * lasts,
        ),
        st.sets(st.sampled_from(NEEDED)),
        days,
        st.none() | st.integers(0, 12),
    ),
    max_size=5,
)


@given(holders)
def test_gap_is_the_first_day_to_come_without_the_function(holders):
    gaps = {gap.function: gap.from_on for gap in gaps_to_come(holders, NEEDED, TODAY)}

    for code in NEEDED:
        ahead = [TODAY + DAY * number for number in range(40)]
        bare = [day for day in ahead if code in uncovered(holders, NEEDED, day)]
        expected = bare[0] if bare and bare[0] != TODAY else None
        assert gaps.get(code) == expected
