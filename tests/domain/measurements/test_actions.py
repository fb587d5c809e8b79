"""Answering: kept question by question, finished with a figure, and never written over."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.actions import (
    answer_question,
    complete_response,
    say_fit,
    stop_response,
)
from hjemmebane.domain.measurements.choices import (
    Fit,
    Manner,
    MeasurementRefusal,
    ResponseStatus,
)
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    response_of,
    standing_responses,
    team_figures,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import end_today
from tests.factories.history import changes_by
from tests.factories.measuring import answer, answered, begin, counted, results_of
from tests.factories.plans import TODAY, refusal_of
from tests.factories.refusals import refused_as_not_yours

DAY = dt.timedelta(days=1)


def who(cast):
    return {"by": cast.ida.actor, "at": NOW}


def do(action, response, cast, **more):
    return action(response=response, version=response.version, **more, **who(cast))


def refused_to(action, response, cast, **more):
    with pytest.raises(Refused) as refused:
        do(action, response, cast, **more)
    return refused.value.reason


def test_answers_are_kept_one_by_one_and_finished_with_their_figure(as_ida):
    response = begin(as_ida.kim, as_ida.ida)
    answer(response, as_ida.ida, 3, 2)
    kept = response_of(as_ida.kim.course.pk, response.pk)
    assert (kept.answers, kept.is_under_way) == ({"CONNECTEDNESS": 3, "HOPE": 2}, True)

    for question, points in (("IDENTITY", 4), ("MEANING", 1), ("EMPOWERMENT", 0)):
        do(answer_question, response, as_ida, question=question, points=points)
    do(complete_response, response, as_ida)

    kept = response_of(as_ida.kim.course.pk, response.pk)
    assert (kept.status, kept.score, kept.finished_at) == (
        ResponseStatus.COMPLETE,
        Decimal("50.00"),
        NOW,
    )
    assert (kept.wording_status, kept.wording_version, kept.wording) == ("WORKING", "1", None)
    assert (kept.manner, kept.measured_on) == (Manner.PAPER, TODAY)
    assert changes_by(as_ida.ida.actor, "measurements.complete_response") == [
        ("UPDATE", "measurements_response")
    ]


def test_answer_may_be_changed_while_it_is_under_way(as_ida):
    response = answer(begin(as_ida.kim, as_ida.ida), as_ida.ida, 3)
    do(answer_question, response, as_ida, question="CONNECTEDNESS", points=1)
    do(answer_question, response, as_ida, question="CONNECTEDNESS", points=None)
    assert response.answers == {"CONNECTEDNESS": None}


def test_same_answer_twice_is_one_and_a_stale_page_is_told(as_ida):
    response = answer(begin(as_ida.kim, as_ida.ida), as_ida.ida, 3)
    with pytest.raises(AlreadySaved):
        do(answer_question, response, as_ida, question="CONNECTEDNESS", points=3)
    with pytest.raises(EditConflict):
        answer_question(response=response, question="HOPE", points=1, version=1, **who(as_ida))


@pytest.mark.parametrize("points", [5, -1, 99, True, 2.0, "2"], ids=repr)
def test_answer_out_of_range_is_refused(as_ida, points):
    response = begin(as_ida.kim, as_ida.ida)
    assert (
        refused_to(answer_question, response, as_ida, question="HOPE", points=points)
        == MeasurementRefusal.NO_SUCH_ANSWER
    )
    assert response.answers == {}


def test_question_that_is_not_there_is_refused(as_ida):
    response = begin(as_ida.kim, as_ida.ida)
    assert (
        refused_to(answer_question, response, as_ida, question="LUCK", points=1)
        == MeasurementRefusal.NO_SUCH_QUESTION
    )


def test_questions_that_are_left_hold_it_back(as_ida):
    response = answer(begin(as_ida.kim, as_ida.ida), as_ida.ida, 3, 2, 4, 1)
    assert refused_to(complete_response, response, as_ida) == MeasurementRefusal.ITEMS_LEFT


def test_too_many_skipped_give_no_figure_and_may_be_stopped(as_ida):
    response = answer(begin(as_ida.kim, as_ida.ida), as_ida.ida, 3, 2, 4, 1, None)
    assert refused_to(complete_response, response, as_ida) == MeasurementRefusal.TOO_FEW

    do(stop_response, response, as_ida)

    assert (response.status, response.score) == (ResponseStatus.STOPPED, None)
    assert refused_to(say_fit, response, as_ida, fits=Fit.YES) == MeasurementRefusal.NOTHING_TO_TALK
    assert results_of(as_ida.kim.course.pk) == []


def test_as_many_may_be_skipped_as_the_instrument_says(as_ida):
    response = answered(as_ida.kim, as_ida.ida, 2, None, 2, 2, 2, None, code="PROGRESSION")
    assert response.score == Decimal("2.00")


def test_stopped_before_anything_is_answered_is_no_figure(as_ida):
    response = begin(as_ida.kim, as_ida.ida)
    do(stop_response, response, as_ida)
    with pytest.raises(AlreadySaved):
        do(stop_response, response, as_ida)
    assert response.score is None


def test_what_is_finished_is_not_written_over(as_ida):
    response = answered(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    for action, more in (
        (answer_question, {"question": "HOPE", "points": 4}),
        (stop_response, {}),
    ):
        assert refused_to(action, response, as_ida, **more) == MeasurementRefusal.FINISHED
    with pytest.raises(AlreadySaved):
        do(complete_response, response, as_ida)


@pytest.mark.parametrize(
    "changes", [{"score": 99}, {"answers": {}}, {"status": "STOPPED"}, {"finished_at": NOW - DAY}]
)
def test_database_keeps_what_is_finished(as_ida, changes):
    response = counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    for values in (changes, {"fits": Fit.NO}):
        with pytest.raises(ProgrammingError, match="answered"), transaction.atomic():
            Response.objects.filter(pk=response.pk).update(**values)


def test_same_form_twice_is_one(as_ida):
    key = new_id()
    begin(as_ida.kim, as_ida.ida, id=key)
    with pytest.raises(AlreadySaved):
        begin(as_ida.kim, as_ida.ida, id=key)
    with pytest.raises(Refused) as refused:
        begin(as_ida.kim, as_ida.ida, id=key, manner=Manner.TOGETHER)
    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"measured_on": TODAY + DAY}, (MeasurementRefusal.FUTURE, "measured_on")),
        ({"measured_on": STARTED_ON - DAY}, (MeasurementRefusal.BEFORE_COURSE, "measured_on")),
        ({"wording": "WORKING 0"}, (MeasurementRefusal.OLD_WORDING, None)),
        ({"code": "LUCK"}, (MeasurementRefusal.UNKNOWN_INSTRUMENT, None)),
        ({"manner": Manner.RATED}, (MeasurementRefusal.NOT_STAFF_RATED, "manner")),
        ({"code": "VUM", "manner": Manner.ALONE}, (MeasurementRefusal.STAFF_RATED, "manner")),
    ],
    ids=["to come", "before", "old words", "unknown", "rated", "not rated"],
)
def test_beginning_is_refused(as_ida, changes, refusal):
    assert refusal_of(begin, case=as_ida.kim, by=as_ida.ida, **changes) == refusal
    assert not Response.objects.exists()


def test_two_are_not_under_way_at_once(as_ida):
    begin(as_ida.kim, as_ida.ida)
    begin(as_ida.kim, as_ida.ida, code="GSE")
    assert refusal_of(begin, case=as_ida.kim, by=as_ida.ida) == (
        MeasurementRefusal.ALREADY_UNDER_WAY,
        None,
    )


def test_ended_course_takes_no_answers(as_ida):
    response = begin(as_ida.kim, as_ida.ida)
    end_today(as_ida.kim, as_ida.ida)
    response.course = Course.objects.select_related("citizen").get(pk=response.course_id)

    more = {"question": "HOPE", "points": 1}
    ended = MeasurementRefusal.COURSE_ENDED
    assert refused_to(answer_question, response, as_ida, **more) == ended
    assert refused_to(stop_response, response, as_ida) == ended
    with pytest.raises(Refused) as refused:
        begin(as_ida.kim, as_ida.ida, code="GSE", course=response.course)
    assert refused.value.reason == ended


def test_other_teams_neither_read_nor_write(cast):
    with acting(cast.ida.actor):
        response = answered(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    with acting(cast.omar.actor):
        assert not Response.objects.exists()
        with pytest.raises(Response.DoesNotExist):
            say_fit(
                response=response,
                fits=Fit.YES,
                version=response.version,
                by=cast.omar.actor,
                at=NOW,
            )
    with acting(cast.omar.actor), refused_as_not_yours():
        begin(cast.kim, cast.omar)


@pytest.mark.parametrize(("fits", "counts"), [("YES", 1), ("PARTLY", 1), ("NO", 0)])
def test_figure_counts_once_the_citizen_has_said_that_it_fits(as_ida, fits, counts):
    response = answered(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    assert (response.waits_for_talk, results_of(as_ida.kim.course.pk)) == (True, [])

    do(say_fit, response, as_ida, fits=fits, fits_comment=" Mest håbet ")

    assert (response.fits_comment, response.fits_said_by_id) == (
        "Mest håbet",
        as_ida.ida.user.pk,
    )
    assert len(results_of(as_ida.kim.course.pk)) == counts


def test_fit_is_said_once_and_only_to_what_is_finished(as_ida):
    half = begin(as_ida.kim, as_ida.ida, code="GSE")
    assert refused_to(say_fit, half, as_ida, fits=Fit.YES) == MeasurementRefusal.NOT_FINISHED
    response = counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    with pytest.raises(AlreadySaved):
        do(say_fit, response, as_ida, fits=Fit.YES)
    assert refused_to(say_fit, response, as_ida, fits=Fit.NO) == MeasurementRefusal.ALREADY_TALKED


def test_what_the_team_rates_counts_at_once(as_ida):
    response = answered(as_ida.kim, as_ida.ida, *([2] * 11), code="VUM")
    assert (response.counts, response.waits_for_talk) == (True, False)
    assert refused_to(say_fit, response, as_ida, fits=Fit.YES) == MeasurementRefusal.NOTHING_TO_TALK


def test_correction_takes_the_place_and_both_can_be_read(as_ida):
    wrong = counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    right = begin(as_ida.kim, as_ida.ida, corrects=wrong, corrects_why="Læst forkert", wording="")
    assert right.answers == wrong.answers
    assert list(standing_responses([as_ida.kim.course.pk])) == [wrong]

    do(answer_question, right, as_ida, question="EMPOWERMENT", points=4)
    do(complete_response, right, as_ida)

    assert list(standing_responses([as_ida.kim.course.pk])) == [right]
    assert response_of(as_ida.kim.course.pk, wrong.pk).replaced_by == right.pk
    wrong.refresh_from_db()
    assert wrong.score == Decimal("50.00")


def test_correction_is_refused_without_a_reason_twice_or_of_something_else(as_ida):
    half = begin(as_ida.kim, as_ida.ida, code="GSE")
    wrong = counted(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)

    def tried(**changes):
        return refusal_of(
            begin, case=as_ida.kim, by=as_ida.ida, **{"corrects_why": "Fejl", **changes}
        )

    missing = MeasurementRefusal.WHY_MISSING
    assert tried(corrects=wrong, corrects_why=" ") == (missing, "corrects_why")
    assert tried(corrects=wrong, code="WHO_5") == (MeasurementRefusal.OTHERS_FORM, None)
    assert tried(corrects=half, code="GSE") == (MeasurementRefusal.NOT_FINISHED, None)
    right = begin(as_ida.kim, as_ida.ida, corrects=wrong, corrects_why="Fejl")
    do(complete_response, right, as_ida)
    assert tried(corrects=wrong) == (MeasurementRefusal.CORRECTED, None)


def test_stopped_correction_corrects_nothing_and_another_may(as_ida):
    wrong = counted(as_ida.kim, as_ida.ida, *[2] * 10, code="GSE")

    def correct(corrects=wrong):
        return begin(as_ida.kim, as_ida.ida, code="GSE", corrects=corrects, corrects_why="Fejl")

    stopped = correct()
    do(stop_response, stopped, as_ida)

    course = as_ida.kim.course
    assert (stopped.score, stopped.waits_for_talk) == (None, False)
    assert list(standing_responses([course.pk])) == [wrong]
    assert response_of(course.pk, wrong.pk).replaced_by is None
    [series] = results_of(course.pk)
    assert [point.figure.value for point in series.points] == [20]
    [sums] = [one for one in team_figures(course.team).instruments if one.courses]
    assert (sums.instrument.code, sums.waiting) == ("GSE", 0)
    assert refusal_of(correct, corrects=stopped) == (MeasurementRefusal.CORRECTION_STOPPED, None)

    right = correct()
    do(answer_question, right, as_ida, question="GOALS", points=4)
    do(complete_response, right, as_ida)

    assert list(standing_responses([course.pk])) == [right]


def test_fit_is_said_to_what_stands_while_a_correction_is_under_way_or_stopped(as_ida):
    wrong = answered(as_ida.kim, as_ida.ida, 3, 2, 4, 1, 0)
    stopped = begin(as_ida.kim, as_ida.ida, corrects=wrong, corrects_why="Fejl")
    do(stop_response, stopped, as_ida)
    begin(as_ida.kim, as_ida.ida, corrects=wrong, corrects_why="Fejl")

    do(say_fit, wrong, as_ida, fits=Fit.YES)

    assert wrong.counts
    assert refused_to(say_fit, stopped, as_ida, fits=Fit.YES) == MeasurementRefusal.NOTHING_TO_TALK
