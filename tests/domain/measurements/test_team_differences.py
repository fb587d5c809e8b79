"""A manager's sums: no one of them, and no two of them together, tell what few answered."""

import datetime as dt

import pytest
from django.test import override_settings

from hjemmebane.domain.measurements.queries import team_figures, team_sums
from hjemmebane.foundation.actors import acting
from tests.domain.measurements.test_team import LATER, courses, seen, store
from tests.factories.answering import given
from tests.factories.cast import STARTED_ON

# After the first quarter, so that it is no figure of the start; and before `LATER`.
LATE = STARTED_ON + dt.timedelta(days=100)


def answers(cast, rows, *, singles, pairs, late_singles=0, late_pairs=0, **changes):
    """So many who answered once or twice, at the start or not until later; nobody alike."""
    kinds = [(STARTED_ON, None)] * singles + [(STARTED_ON, LATER)] * pairs
    kinds += [(LATE, None)] * late_singles + [(LATE, LATER)] * late_pairs
    found = []
    for number, (course, (first, last)) in enumerate(zip(rows, kinds, strict=True)):
        found.append(given(course, cast.ida, number % 5, 1, 2, 3, 4, on=first, **changes))
        if last:
            found.append(given(course, cast.ida, 4, 3, 2, 1, number % 5, on=last, **changes))
    store(cast, *found)


def told(cast):
    """How many are behind the start, the latest and the changes; None where it is not told."""
    [words] = seen(cast, by="mette").in_words or [None]
    if words is None:
        return None
    whole = words.whole
    # What is told of the questions, that all answered, is what is told of the whole.
    for one in words.items.values():
        assert (one.start.n, one.latest.n, one.change.n) == (
            whole.start.n,
            whole.latest.n,
            whole.change.n,
        )
    return whole.start.n, whole.latest.n, whole.change.n


def test_sixth_persons_figure_is_not_six_latest_less_five_afterwards(cast):
    answers(cast, courses(cast, 6), singles=0, pairs=5, late_singles=1)

    # Five at the start, six latest, five changes: the sixth would be 6 x latest - 5 x after.
    assert told(cast) == (5, None, 5)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ({"singles": 1, "pairs": 5}, (None, None, 5)),
        ({"singles": 5, "pairs": 5}, (10, 10, 5)),
        ({"singles": 0, "pairs": 5, "late_singles": 5}, (5, 10, 5)),
        ({"singles": 0, "pairs": 5, "late_pairs": 1}, (None, 6, 6)),
        ({"singles": 6, "pairs": 0, "late_singles": 1}, (None, 7, None)),
        ({"singles": 6, "pairs": 1}, (None, 7, None)),
        ({"singles": 6, "pairs": 0}, (6, 6, None)),
        ({"singles": 5, "pairs": 5, "late_singles": 1}, (None, 11, 5)),
        ({"singles": 4, "pairs": 0}, None),
    ],
    ids=[
        "one without a change",
        "five without a change",
        "five later without a change",
        "one whose first is late",
        "one who was not there at the start",
        "one change between start and latest",
        "the same people",
        "one that all three would tell",
        "four",
    ],
)
def test_differences_that_few_are_behind_are_not_told(cast, kinds, expected):
    answers(cast, courses(cast, sum(kinds.values())), **kinds)

    assert told(cast) == expected


def test_question_that_one_skipped_is_not_told_beside_the_whole(cast):
    rows = [
        given(one, cast.ida, *[2] * 9, None if one == cast.kim.course else 3, code="GSE")
        for one in courses(cast, 6)
    ]
    store(cast, *rows)

    [words] = seen(cast, code="GSE", by="mette").in_words

    assert words.whole.latest.n == 6
    assert len(words.items) == 9
    assert "WHATEVER_COMES" not in words.items


def test_larger_number_asked_for_tells_nothing_that_five_would_not(cast):
    answers(cast, courses(cast, 9), singles=3, pairs=6)

    with override_settings(SMALLEST_GROUP=7):
        # The nine, that five do not get beside the six who changed.
        assert told(cast) is None


def test_other_words_are_not_named_before_five_are_behind_them(cast):
    rows = courses(cast, 6)
    store(cast, *(given(one, cast.ida, 1, 2, 3, 2, 1) for one in rows))
    official = {"wording_status": "OFFICIAL", "wording_version": "1", "on": LATER}
    store(cast, given(rows[0], cast.ida, 4, 4, 4, 4, 4, **official))

    found = seen(cast, by="mette")

    assert not found.is_mixed
    assert [one.wording for one in found.in_words] == ["vores arbejdsord, udgave 1"]


def test_instrument_that_one_answered_is_not_named(cast):
    store(cast, given(cast.kim.course, cast.ida, *[2] * 10, code="AUDIT"))

    with acting(cast.ida.actor):
        assert "AUDIT" in {one.instrument.code for one in team_figures(cast.team_one).instruments}
    with acting(cast.mette.actor):
        assert "AUDIT" not in {one.instrument.code for one in team_sums(cast.team_one).instruments}
