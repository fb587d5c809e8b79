"""What is due, what was put off and why, and how many answered."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.measurements.actions import postpone_measurement, stop_response
from hjemmebane.domain.measurements.calculations.series import Change
from hjemmebane.domain.measurements.calculations.slots import Standing
from hjemmebane.domain.measurements.choices import MeasurementRefusal, NoneReason
from hjemmebane.domain.measurements.queries import (
    STOPPED,
    UNSAID,
    answered_before,
    to_measure,
    to_measure_in_teams,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.measuring import answer, answered, begin, counted, response_rate, results_of
from tests.factories.plans import TODAY, refusal_of

DAY = dt.timedelta(days=1)
QUARTER, NEXT_QUARTER = dt.date(2025, 6, 3), dt.date(2025, 9, 3)


def standings(cast, on):
    return {
        one.instrument.code: (one.standing, one.due_on)
        for one in to_measure([cast.kim.course], today=on)
    }


def postpone(case, by, **changes):
    given = {
        "id": new_id(),
        "course": case.course,
        "instrument": "PROGRESSION",
        "due_on": QUARTER,
        "until_on": TODAY + 10 * DAY,
        "reason": NoneReason.TOO_HARD,
    }
    return postpone_measurement(**given | changes, by=by.actor, at=NOW)


def rate(cast, on=TODAY):
    return response_rate([cast.kim.course], from_on=STARTED_ON, until_on=on, today=on)


def test_everything_of_the_start_is_due_on_the_first_day(as_ida):
    assert standings(as_ida, STARTED_ON) == dict.fromkeys(
        ("PROGRESSION", "BRIEF_INSPIRE_O", "GSE", "VUM"), (Standing.DUE, STARTED_ON)
    )


def test_late_soon_due_and_answered_are_told_apart(as_ida):
    late = STARTED_ON + 15 * DAY
    assert standings(as_ida, late)["GSE"] == (Standing.OVERDUE, STARTED_ON)
    now = standings(as_ida, TODAY)
    assert now["PROGRESSION"] == (Standing.COMING, QUARTER)
    assert now["GSE"] == (Standing.OVERDUE, STARTED_ON)
    assert standings(as_ida, QUARTER)["BRIEF_INSPIRE"] == (Standing.DUE, QUARTER)

    answered(as_ida.kim, as_ida.ida, 2, 2, 2, 2, 2, 2, code="PROGRESSION")

    assert "PROGRESSION" not in standings(as_ida, TODAY)


def test_what_is_put_off_is_due_again_on_its_day(as_ida):
    postpone(as_ida.kim, as_ida.ida)
    assert standings(as_ida, TODAY)["PROGRESSION"] == (Standing.POSTPONED, QUARTER)
    assert standings(as_ida, TODAY + 10 * DAY)["PROGRESSION"] == (Standing.DUE, QUARTER)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"due_on": QUARTER + DAY}, (MeasurementRefusal.NOT_DUE, None)),
        ({"instrument": "WHO_5"}, (MeasurementRefusal.NOT_DUE, None)),
        ({"until_on": TODAY}, (MeasurementRefusal.UNTIL_PAST, "until_on")),
        ({"until_on": NEXT_QUARTER}, (MeasurementRefusal.UNTIL_FAR, "until_on")),
        ({"reason": "OTHER", "note": " "}, (MeasurementRefusal.NOTE_MISSING, "note")),
    ],
    ids=["not that day", "not due", "past", "far", "no note"],
)
def test_putting_off_is_refused(as_ida, changes, refusal):
    assert refusal_of(postpone, case=as_ida.kim, by=as_ida.ida, **changes) == refusal


def test_may_be_put_off_until_the_day_before_it_comes_again(as_ida):
    put_off = postpone(as_ida.kim, as_ida.ida, until_on=NEXT_QUARTER - DAY)
    assert (put_off.until_on - TODAY).days > 90
    # Of GSE, that is measured at the start and at the end alone, three months are the most.
    gse = {"instrument": "GSE", "due_on": STARTED_ON}
    far = {"until_on": TODAY + 91 * DAY} | gse
    assert refusal_of(postpone, case=as_ida.kim, by=as_ida.ida, **far) == (
        MeasurementRefusal.UNTIL_FAR,
        "until_on",
    )
    assert postpone(as_ida.kim, as_ida.ida, until_on=TODAY + 80 * DAY, **gse)


def test_put_off_twice_by_one_form_is_once(as_ida):
    key = new_id()
    postpone(as_ida.kim, as_ida.ida, id=key)
    with pytest.raises(AlreadySaved):
        postpone(as_ida.kim, as_ida.ida, id=key)


def test_team_sees_its_own_and_no_other(cast):
    teams = [cast.team_one.pk, cast.team_two.pk]
    for who, course in ((cast.ida, cast.kim.course), (cast.omar, cast.noor.course)):
        with acting(who.actor):
            assert {one.course for one in to_measure_in_teams(teams, today=TODAY)} == {course}
    with acting(cast.mette.actor):
        assert to_measure_in_teams(teams, today=TODAY) == []


def test_rate_counts_answers_and_says_why_there_are_none(as_ida):
    later = QUARTER + 20 * DAY
    assert rate(as_ida, later).percent == 0
    counted(as_ida.kim, as_ida.ida, 3, 3, 3, 3, 3, measured_on=STARTED_ON)
    half = answer(begin(as_ida.kim, as_ida.ida, code="GSE"), as_ida.ida, 1)
    stop_response(response=half, version=half.version, by=as_ida.ida.actor, at=NOW)
    postpone(as_ida.kim, as_ida.ida, reason=NoneReason.DECLINED)

    found = rate(as_ida, later)

    # Of the start: one answered, GSE stopped, two missed. Of the quarter: one put off, three wait.
    assert (found.answered, found.waiting) == (1, 3)
    assert found.reasons == {STOPPED: 1, UNSAID: 2, "DECLINED": 1}
    assert (found.due, found.percent) == (5, 20)


def test_rate_of_nothing_is_no_number(as_ida):
    found = response_rate([], from_on=STARTED_ON, until_on=TODAY, today=TODAY)
    assert (found.due, found.percent) == (0, None)


@pytest.mark.parametrize("courses", [1, 3])
def test_as_many_queries_whatever_there_is(as_ida, django_assert_num_queries, courses):
    counted(as_ida.kim, as_ida.ida, 3, 3, 3, 3, 3)
    with django_assert_num_queries(3):
        to_measure([as_ida.kim.course] * courses, today=TODAY)


def test_change_is_marked_only_where_a_value_is_published(as_ida):
    for points, on in ((1, STARTED_ON), (1, STARTED_ON + DAY), (2, TODAY)):
        counted(as_ida.kim, as_ida.ida, *[points] * 5, measured_on=on)
        counted(as_ida.kim, as_ida.ida, *[points] * 6, code="PROGRESSION", measured_on=on)

    found = {series.instrument.code: series for series in results_of(as_ida.kim.course.pk)}

    official = found["BRIEF_INSPIRE_O"].points
    assert [point.since_first for point in official] == [None, Decimal(0), Decimal(25)]
    assert [point.change for point in official] == [None, Change.SMALLER, Change.BETTER]
    assert {point.change for point in found["PROGRESSION"].points} == {None}


def test_figure_that_is_worse_when_it_rises_is_told_so(as_ida):
    for points, on in ((1, STARTED_ON), (2, TODAY)):
        answered(as_ida.kim, as_ida.ida, *[points] * 11, code="VUM", measured_on=on)
    [series] = results_of(as_ida.kim.course.pk)
    assert [point.since_first for point in series.points] == [None, Decimal(1)]


def test_answers_before_are_those_that_stood_before(as_ida):
    first = answered(as_ida.kim, as_ida.ida, *[1] * 11, code="VUM", measured_on=STARTED_ON)
    second = begin(as_ida.kim, as_ida.ida, code="VUM")
    assert answered_before(first) is None
    assert answered_before(second) == first


def test_answers_before_are_not_what_puts_these_right(as_ida):
    def rated(at=NOW, **changes):
        given = {"code": "VUM", "measured_on": STARTED_ON} | changes
        # A correction begins with the answers of what it puts right.
        points = [] if "corrects" in changes else [1] * 11
        return answered(as_ida.kim, as_ida.ida, *points, at=at, **given)

    wrong = rated()
    rated(at=NOW + DAY, corrects=wrong, corrects_why="Fejl")
    assert answered_before(wrong) is None
    same_day = rated(at=NOW + 2 * DAY)
    right = rated(at=NOW + 3 * DAY, corrects=same_day, corrects_why="Fejl")
    # Of a day two may be given: the one written first was before.
    assert answered_before(right).corrects == wrong
