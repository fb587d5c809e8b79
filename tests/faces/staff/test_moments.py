"""Days and moments the way people say them."""

import datetime as dt

import pytest

from hjemmebane.faces.staff.moments import (
    ago,
    coming_moment,
    minutes,
    recent_moment,
    short_moment,
    week_in_words,
)

TODAY = dt.date(2026, 5, 20)
NOON = dt.datetime(2026, 5, 20, 10, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"),
        (1, "i går"),
        (2, "for 2 dage siden"),
        (12, "for 12 dage siden"),
        (21, "for 21 dage siden"),
        (22, "for 3 uger siden"),
        (60, "for 8 uger siden"),
        (61, "for 2 måneder siden"),
        (365, "for 12 måneder siden"),
        (731, "for 2 år siden"),
    ],
)
def test_ago_counts_in_the_unit_people_use(days, said):
    assert ago(TODAY - dt.timedelta(days=days), TODAY) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (-1, "i dag kl.\N{NO-BREAK SPACE}11.00"),
        (-13, "i går kl.\N{NO-BREAK SPACE}23.00"),
        (-48, "18. maj 2026 kl.\N{NO-BREAK SPACE}12.00"),
    ],
)
def test_recent_moment_is_told_in_danish_time(hours, said):
    assert recent_moment(NOON + dt.timedelta(hours=hours), NOON) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (1, "i dag kl.\N{NO-BREAK SPACE}13.00"),
        (12, "i morgen kl.\N{NO-BREAK SPACE}00.00"),
        (48, "fredag 22. maj kl.\N{NO-BREAK SPACE}12.00"),
    ],
)
def test_coming_moment_is_told_in_danish_time(hours, said):
    assert coming_moment(NOON + dt.timedelta(hours=hours), NOON) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 min."), (45, "45 min."), (60, "1 t."), (75, "1 t. 15 min.")]
)
def test_minutes_become_hours(count, said):
    assert minutes(count) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (2, "i dag 14.00"),
        (24, "i morgen 12.00"),
        (48, "fre 12.00"),
        (6 * 24, "tir 12.00"),
        (7 * 24, "27/5 12.00"),
        (-48, "18/5 12.00"),
    ],
)
def test_short_moment_takes_little_room(hours, said):
    assert short_moment(NOON + dt.timedelta(hours=hours), NOON) == said


@pytest.mark.parametrize(
    ("monday", "said"),
    [
        (dt.date(2026, 11, 16), "uge 47, 16.–22. november"),
        (dt.date(2026, 11, 30), "uge 49, 30. november – 6. december"),
        (dt.date(2026, 12, 28), "uge 53, 28. december 2026 – 3. januar 2027"),
        (dt.date(2027, 1, 4), "uge 1, 4.–10. januar 2027"),
        (dt.date(2025, 12, 29), "uge 1, 29. december 2025 – 4. januar 2026"),
    ],
)
def test_week_is_told_by_number_and_days(monday, said):
    assert week_in_words(monday, TODAY) == said
