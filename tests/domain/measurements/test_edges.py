"""What a course does to its measurements: an ending called off, a new course, old days."""

import datetime as dt

import pytest

from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import (
    CourseStart,
    begin_ending,
    call_off_ending,
    start_course,
)
from hjemmebane.domain.measurements.calculations.slots import Standing
from hjemmebane.domain.measurements.choices import MeasurementRefusal
from hjemmebane.domain.measurements.queries import (
    responses_of,
    to_measure,
)
from hjemmebane.domain.method.content.measuring import Occasion
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import ENDING, end_today
from tests.factories.measuring import begin, counted, response_rate, results_of
from tests.factories.plans import TODAY, refusal_of

QUARTER = dt.date(2025, 6, 3)
DAY = dt.timedelta(days=1)


def due(course, on=TODAY):
    return {
        one.instrument.code: (one.slot.due.occasion, one.due_on, one.standing)
        for one in to_measure([course], today=on)
    }


def take_up_ending(cast):
    course = {"course": cast.kim.course, "by": cast.ida.actor, "at": NOW}
    return begin_ending(id=new_id(), values=ENDING, staff=[], **course)


def again(cast, **start):
    """Kim comes back, a day after the first course was over."""
    return start_course(
        id=new_id(),
        citizen=cast.kim.citizen,
        team=cast.kim.course.team,
        start=CourseStart(**{"started_on": TODAY, "consent_how_given": HowGiven.ORALLY} | start),
        by=cast.ida.actor,
        at=NOW,
    )


def test_an_ending_that_is_called_off_gives_the_quarter_back(as_ida):
    course = as_ida.kim.course
    assert due(course)["BRIEF_INSPIRE_O"][:2] == (Occasion.QUARTER, QUARTER)
    ending = take_up_ending(as_ida)
    assert due(course)["BRIEF_INSPIRE_O"] == (Occasion.END, TODAY, Standing.DUE)

    call_off_ending(ending=ending, version=ending.version, by=as_ida.ida.actor, at=NOW)

    assert due(course)["BRIEF_INSPIRE_O"] == (Occasion.QUARTER, QUARTER, Standing.COMING)


def test_what_was_answered_for_an_ending_counts_when_it_is_called_off(as_ida):
    """The day is what an answer belongs by: it is not asked for once more a day later."""
    ending = take_up_ending(as_ida)
    counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    call_off_ending(ending=ending, version=ending.version, by=as_ida.ida.actor, at=NOW)
    assert "BRIEF_INSPIRE_O" not in due(as_ida.kim.course, QUARTER)
    [series] = results_of(as_ida.kim.course.pk)
    assert [point.figure.value for point in series.points] == [50]


def test_a_new_course_begins_with_nothing_of_the_old_one(as_ida):
    counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    end_today(as_ida.kim, as_ida.ida)
    new = again(as_ida)

    assert results_of(new.pk) == []
    assert list(responses_of([new.pk])) == []
    assert due(new)["BRIEF_INSPIRE_O"] == (Occasion.START, TODAY, Standing.DUE)
    assert due(as_ida.kim.course) == {}
    assert len(results_of(as_ida.kim.course.pk)) == 1
    rate = response_rate([new], from_on=STARTED_ON, until_on=TODAY, today=TODAY)
    assert (rate.answered, rate.percent) == (0, None)


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (TODAY - DAY, MeasurementRefusal.BEFORE_COURSE),
        (TODAY + DAY, MeasurementRefusal.FUTURE),
    ],
    ids=["in the old course", "tomorrow"],
)
def test_a_new_course_takes_no_day_of_the_old_one(as_ida, day, refusal):
    end_today(as_ida.kim, as_ida.ida)
    as_ida.kim.course.refresh_from_db()
    new = again(as_ida)
    later = {"case": as_ida.kim, "by": as_ida.ida, "course": new, "measured_on": day}
    assert refusal_of(begin, **later) == (refusal, "measured_on")


def test_the_old_course_takes_no_more_answers(as_ida):
    end_today(as_ida.kim, as_ida.ida)
    again(as_ida)
    ended = (MeasurementRefusal.COURSE_ENDED, None)
    assert refusal_of(begin, case=as_ida.kim, by=as_ida.ida) == ended
