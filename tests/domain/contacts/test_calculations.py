import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations import (
    LONGEST_STAY,
    USUAL_LENGTH,
    Attempt,
    InVain,
    Slot,
    in_vain,
    minutes_between,
    without_empty_prompts,
)
from hjemmebane.foundation.clock import COPENHAGEN
from hjemmebane.foundation.ids import new_id

TEN = dt.datetime(2025, 6, 3, 10, tzinfo=dt.UTC)
HALF = dt.timedelta(minutes=30)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Slot(TEN), Slot(TEN), True),
        (Slot(TEN), Slot(TEN + HALF), True),
        (Slot(TEN), Slot(TEN + USUAL_LENGTH), False),  # one after the other
        (Slot(TEN, TEN + 4 * HALF), Slot(TEN + 3 * HALF), True),
        (Slot(TEN, TEN + HALF), Slot(TEN + HALF), False),
        (Slot(TEN, TEN + 9 * HALF), Slot(TEN + HALF, TEN + 2 * HALF), True),
    ],
)
def test_two_are_at_the_same_time_when_one_begins_before_the_other_is_over(one, other, clash):
    assert one.overlaps(other) is clash


def test_length_is_the_agreed_and_else_the_usual():
    assert (Slot(TEN).minutes, Slot(TEN, TEN + HALF).minutes) == (60, 30)


def slots():
    minutes = st.integers(0, 600)
    return st.builds(
        lambda begin, lasts: Slot(
            TEN + dt.timedelta(minutes=begin),
            TEN + dt.timedelta(minutes=begin + lasts) if lasts else None,
        ),
        minutes,
        minutes,
    )


@given(slots(), slots())
def test_who_meets_whom_goes_both_ways(one, other):
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(one)


IDA, BO = new_id(), new_id()


def test_no_attempts_are_none():
    assert in_vain([]) == InVain(times=0, since=None, people=0)


@given(
    st.lists(
        st.builds(
            Attempt,
            st.integers(0, 500).map(lambda hours: TEN + dt.timedelta(hours=hours)),
            st.frozensets(st.sampled_from([IDA, BO]), min_size=1),
        ),
        min_size=1,
    )
)
def test_attempts_are_counted_in_any_order(attempts):
    found = in_vain(attempts)

    assert found == in_vain(reversed(attempts))
    assert found.times == len(attempts)
    assert found.since == min(one.at for one in attempts)
    assert 1 <= found.people <= 2


@pytest.mark.parametrize(
    ("arrived", "left", "minutes"),
    [
        # The night of 23 hours, and the one of 25: the half hour that comes twice is both of them.
        ("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00", 60),
        ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", 60),
        ("2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00", 180),
        ("2026-06-03T23:50+02:00", "2026-06-04T00:20+02:00", 30),
        ("2026-06-03T10:00+02:00", "2026-06-03T10:00:20+02:00", 1),
        ("2026-06-03T10:00+02:00", "2026-06-03T22:00+02:00", 720),
        ("2026-06-03T10:00+02:00", "2026-06-03T22:01+02:00", None),
        ("2026-06-03T10:00+02:00", "2026-06-05T10:00+02:00", None),
        ("2026-06-03T10:00+02:00", "2026-06-03T09:59+02:00", None),
    ],
)
def test_stay_has_the_minutes_that_went_by(arrived, left, minutes):
    first, last = (dt.datetime.fromisoformat(one).astimezone(COPENHAGEN) for one in (arrived, left))

    assert minutes_between(first, last) == minutes


@given(st.integers(0, 3 * 24 * 60))
def test_stay_is_never_silently_longer_than_anybody_stays(lasted):
    found = minutes_between(TEN, TEN + dt.timedelta(minutes=lasted))

    assert found == (max(1, lasted) if dt.timedelta(minutes=lasted) <= LONGEST_STAY else None)


SKELETON = "Hvad lavede vi:\nHvad sagde borgeren:\nNæste gang:"


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        (SKELETON, ""),
        (f"  {SKELETON}\n\n", ""),
        ("", ""),
        ("Vi drak kaffe", "Vi drak kaffe"),
        ("Kort\n" + SKELETON, "Kort"),
        (
            "Hvad lavede vi:\nGik en tur\nHvad sagde borgeren:\nNæste gang:\n",
            "Hvad lavede vi:\nGik en tur",
        ),
        (
            "Hvad lavede vi: Gik en tur\nHvad sagde borgeren:\nNæste gang:",
            "Hvad lavede vi: Gik en tur",
        ),
        (
            "Hvad lavede vi:\nHvad sagde borgeren:\n\n“Ja”\n\nNæste gang:\nTirsdag",
            "Hvad sagde borgeren:\n\n“Ja”\n\nNæste gang:\nTirsdag",
        ),
    ],
)
def test_unfilled_prompts_are_no_note(note, kept):
    assert without_empty_prompts(note, SKELETON) == kept


@given(st.text(alphabet="abc \n", max_size=40))
def test_without_a_skeleton_a_note_stays_as_it_was(note):
    assert without_empty_prompts(note, "") == note.strip()


@given(st.lists(st.sampled_from([*SKELETON.splitlines(), "", "Gik en tur", "“Ja”"]), max_size=9))
def test_what_somebody_wrote_is_never_dropped(lines):
    written = [line for line in lines if line and line not in SKELETON.splitlines()]
    kept = without_empty_prompts("\n".join(lines), SKELETON).splitlines()

    assert [line for line in kept if line in {"Gik en tur", "“Ja”"}] == written
