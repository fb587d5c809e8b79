"""Days and times in Danish writing, the same in Python and in templates."""

import datetime as dt

from django.template import engines

from hjemmebane.foundation.written import (
    written_day,
    written_moment,
    written_span,
    written_time,
)

LATE = dt.datetime(2026, 5, 2, 22, 30, tzinfo=dt.UTC)


def test_day_is_written_with_its_month():
    assert written_day(dt.date(2026, 5, 3)) == "3. maj 2026"


def test_no_day_is_nothing():
    assert written_day(None) == ""


def test_time_is_danish_and_never_broken_over_two_lines():
    assert written_time(LATE) == "kl.\N{NO-BREAK SPACE}00.30"


def test_span_says_its_hour_once_and_only_the_beginning_of_an_open_end():
    assert written_span(LATE, LATE + dt.timedelta(hours=1)) == "kl.\N{NO-BREAK SPACE}00.30–01.30"
    assert written_span(LATE, None) == written_time(LATE)


def test_moment_is_the_danish_day_and_time():
    assert written_moment(LATE) == "3. maj 2026 kl.\N{NO-BREAK SPACE}00.30"


def test_template_without_a_format_writes_the_same():
    page = engines["django"].from_string("{{ day|date }}")

    assert page.render({"day": dt.date(2026, 5, 3)}) == written_day(dt.date(2026, 5, 3))
