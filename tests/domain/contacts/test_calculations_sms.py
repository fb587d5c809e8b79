"""When a reminder is due: never at night, never too late, never twice on an evening."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations.sms import (
    LEAST_NOTICE,
    PAUSES,
    due_times,
    is_quiet,
    next_try,
    only_word,
    quiet_ends,
)
from hjemmebane.domain.contacts.choices import SmsMoment
from hjemmebane.domain.contacts.content import reminder_text
from hjemmebane.foundation.clock import COPENHAGEN, day_of

E, M, T = SmsMoment.EVENING_BEFORE, SmsMoment.MORNING, SmsMoment.TWO_HOURS


def danish(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN).astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("starts", "moments", "due"),
    [
        ("2026-06-04T10:00", [E], {E: "2026-06-03T18:00"}),
        ("2026-06-04T10:00", [M], {M: "2026-06-04T08:00"}),
        ("2026-06-04T13:30", [T], {T: "2026-06-04T11:30"}),
        ("2026-06-04T13:30", [E, T], {E: "2026-06-03T18:00", T: "2026-06-04T11:30"}),
        # two hours before nine is night: at eight
        ("2026-06-04T09:00", [T], {T: "2026-06-04T08:00"}),
        # eight is too late for half past eight: the evening before
        ("2026-06-04T08:30", [T], {T: "2026-06-03T20:00"}),
        ("2026-06-04T08:30", [M], {M: "2026-06-03T20:00"}),
        ("2026-06-04T07:00", [M], {M: "2026-06-03T20:00"}),
        # and only once on that evening
        ("2026-06-04T08:30", [E, T], {E: "2026-06-03T18:00"}),
        ("2026-06-04T08:30", [M, T], {M: "2026-06-03T20:00"}),
        ("2026-06-04T10:00", [M, T], {M: "2026-06-04T08:00"}),
        # an appointment late in the evening
        ("2026-06-04T23:30", [T], {T: "2026-06-04T20:00"}),
        # the night when the clock goes forward, and the one when it goes back
        ("2026-03-29T10:00", [E], {E: "2026-03-28T18:00"}),
        ("2026-03-29T09:30", [T], {T: "2026-03-29T08:00"}),
        ("2026-10-25T10:00", [M], {M: "2026-10-25T08:00"}),
        ("2026-10-25T11:00", [E, T], {E: "2026-10-24T18:00", T: "2026-10-25T09:00"}),
    ],
)
def test_reminders_are_due_when_they_are_wanted(starts, moments, due):
    assert due_times(danish(starts), moments) == {moment: danish(at) for moment, at in due.items()}


FIRST = danish("2026-01-01T00:00")
MINUTES_IN_TWO_YEARS = 2 * 365 * 24 * 60
STARTS = st.integers(0, MINUTES_IN_TWO_YEARS).map(lambda m: FIRST + dt.timedelta(minutes=m))


@given(starts_at=STARTS, moments=st.lists(st.sampled_from(SmsMoment.values), max_size=3))
@example(danish("2026-03-29T03:10"), [T])
@example(danish("2026-10-25T02:30"), [T])
def test_reminders_are_never_at_night_or_too_late_or_too_many(starts_at, moments):
    due = due_times(starts_at, moments)

    assert bool(due) == bool(moments)
    assert set(due) <= set(moments)
    assert len(set(due.values())) == len(due)
    before = day_of(starts_at) - dt.timedelta(days=1)
    assert sum(day_of(at) == before for at in due.values()) <= 1
    for at in due.values():
        assert not is_quiet(at)
        assert starts_at - at >= LEAST_NOTICE
        assert day_of(at) in {before, day_of(starts_at)}


@given(moment=STARTS)
@example(danish("2026-03-28T22:00"))
@example(danish("2026-10-24T23:59"))
def test_night_ends_at_eight(moment):
    ends = quiet_ends(moment).astimezone(COPENHAGEN)

    assert (ends.hour, ends.minute) == (8, 0)
    assert not is_quiet(ends)
    if is_quiet(moment):
        assert dt.timedelta(0) < ends - moment <= dt.timedelta(hours=12)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [("20:59", False), ("21:00", True), ("00:00", True), ("07:59", True), ("08:00", False)],
)
def test_night_is_from_nine_to_eight(at, quiet):
    assert is_quiet(danish(f"2026-06-04T{at}")) is quiet


def test_tries_are_spread_and_end():
    at = danish("2026-06-04T10:00")

    assert [next_try(attempts, at) for attempts in range(1, len(PAUSES) + 2)] == [
        *[at + pause for pause in PAUSES],
        None,
    ]
    assert dt.timedelta(minutes=30) < sum(PAUSES, dt.timedelta()) < dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ring", "ring"),
        ("RING", "ring"),
        (" Ring! ", "ring"),
        ("“Ring”.", "ring"),
        ("ring\n", "ring"),
        ("Stop", "stop"),
        ("ring ikke", ""),
        ("Stop med at ringe", ""),
        ("", ""),
        ("1234", ""),
        ("🙂", ""),
        ("ringe", "ringe"),
    ],
)
def test_answer_of_one_word_is_read(text, word):
    assert only_word(text) == word


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("2026-06-03T18:00", "Husk i morgen kl. 10.00. Svar RING, hvis du vil ringes op."),
        ("2026-06-04T08:00", "Husk i dag kl. 10.00. Svar RING, hvis du vil ringes op."),
        ("2026-06-01T08:00", "Husk torsdag 4. juni kl. 10.00. Svar RING, hvis du vil ringes op."),
    ],
)
def test_words_say_when_and_nothing_else(at, text):
    assert reminder_text(danish("2026-06-04T10:00"), at=danish(at)) == text


def test_words_are_those_of_a_telephone():
    """One letter outside the plain alphabet would make two messages of it."""
    said = reminder_text(danish("2026-06-04T10:00"), at=danish("2026-06-03T18:00"))

    assert said.isascii()
    assert len(said) <= 160
