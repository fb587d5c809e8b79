"""What a citizen answers: theirs to write, the team's to read, and nobody's to write over."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from hjemmebane.domain.measurements.actions import postpone_measurement
from hjemmebane.domain.measurements.choices import (
    Fit,
    Manner,
    MeasurementRefusal,
    NoneReason,
    ResponseStatus,
)
from hjemmebane.domain.measurements.models import Postponement, Response
from hjemmebane.domain.measurements.queries import to_measure
from hjemmebane.domain.sharing.actions import (
    answer_own_question,
    begin_own_answers,
    end_own_answers,
    say_own_fit,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.queries import own_answers, own_questions, own_response
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.domain.measurements.test_edges import take_up_ending
from tests.domain.sharing.test_actions_citizens import end
from tests.factories.cast import STARTED_ON
from tests.factories.measuring import answered, begin, counted
from tests.factories.refusals import refused_as_not_yours
from tests.factories.sharing import open_to

CODES = ("CONNECTEDNESS", "HOPE", "IDENTITY", "MEANING", "EMPOWERMENT")


def start(cast, by, **changes):
    given = {
        "id": new_id(),
        "course": cast.kim.course,
        "instrument": "BRIEF_INSPIRE_O",
        "wording": "WORKING 1",
    }
    return begin_own_answers(**given | changes, by=by, at=now())


def say(response, by, *points):
    for code, given in zip(CODES, points, strict=False):
        answer_own_question(
            response=response,
            question=code,
            points=given,
            version=response.version,
            by=by,
            at=now(),
        )
    return response


def finish(response, by):
    return end_own_answers(response=response, version=response.version, by=by, at=now())


def fit(response, by, fits=Fit.YES):
    return say_own_fit(response=response, fits=fits, version=response.version, by=by, at=now())


def test_citizen_answers_alone_and_says_that_it_fits(cast, kim):
    with acting(kim.actor):
        response = finish(say(start(cast, kim.actor), kim.actor, 3, 2, 4, 1, 0), kim.actor)
        fit(response, kim.actor)
        assert own_answers(cast.kim.course.pk) == [response]
    with acting(cast.ida.actor):
        kept = Response.objects.get()
    assert (kept.manner, kept.measured_on, kept.score) == (Manner.ALONE, today(), 50)
    assert kept.counts


def test_too_few_answers_are_stopped_kindly(cast, kim):
    with acting(kim.actor):
        response = finish(say(start(cast, kim.actor), kim.actor, 3, None), kim.actor)
        with pytest.raises(AlreadySaved):
            finish(response, kim.actor)
    assert (response.status, response.score) == (ResponseStatus.STOPPED, None)


def test_borrowed_device_answers_together(cast):
    together = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    with acting(together):
        response = say(start(cast, together, is_borrowed=True), together, 3)
    assert (response.manner, response.recorded_by_id) == (Manner.TOGETHER, cast.ida.user.pk)


def test_begun_with_the_team_goes_on_in_the_citizens_hands(cast, kim):
    with acting(cast.ida.actor):
        begun = begin(cast.kim, cast.ida, manner=Manner.TOGETHER)
    with acting(kim.actor):
        held = own_response(cast.kim.course.pk, begun.pk)
        assert say(held, kim.actor, 4).answers == {"CONNECTEDNESS": 4}


def test_what_the_team_rates_and_puts_off_is_the_teams(cast, kim, lise):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS", "MEASUREMENTS"])
    with acting(cast.ida.actor):
        answered(cast.kim, cast.ida, *[2] * 11, code="VUM")
        put_off = postpone(cast)
        mine = counted(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    with acting(kim.actor):
        assert list(Response.objects.all()) == [mine]
        assert not Postponement.objects.exists()
        days = ask_guard("own_due_days", str(cast.kim.course.pk))
        assert days == [("GSE", put_off.due_on, put_off.until_on, None)]
        codes = {
            asked.instrument.code for asked, _ in own_questions(cast.kim.course, today=today())
        }
        assert codes == {"PROGRESSION", "BRIEF_INSPIRE", "BRIEF_INSPIRE_O", "GSE"}
    for other in (lise, cast.omar):
        with acting(other.actor):
            assert not Response.objects.exists()
            assert ask_guard("own_due_days", str(cast.kim.course.pk)) == []


def wanted(cast, on=None):
    return {
        asked.instrument.code
        for asked, is_wanted in own_questions(cast.kim.course, today=on or today())
        if is_wanted
    }


def postpone(cast, days=9):
    """GSE, that the citizen would not answer, to a day to come."""
    [open_now] = [
        one for one in to_measure([cast.kim.course], today=today()) if one.instrument.code == "GSE"
    ]
    return postpone_measurement(
        id=new_id(),
        course=cast.kim.course,
        instrument="GSE",
        due_on=open_now.due_on,
        until_on=today() + dt.timedelta(days=days),
        reason=NoneReason.DECLINED,
        by=cast.ida.actor,
        at=now(),
    )


def test_what_was_put_off_is_not_asked_for_until_its_day(cast, kim):
    with acting(kim.actor):
        assert "GSE" in wanted(cast)
    with acting(cast.ida.actor):
        put_off = postpone(cast)
        postpone(cast, days=3)
    with acting(kim.actor):
        assert "GSE" not in wanted(cast)
        assert "BRIEF_INSPIRE_O" in wanted(cast)
        assert "GSE" in wanted(cast, on=today() + dt.timedelta(days=3))
    assert put_off.until_on > today() + dt.timedelta(days=3)


def test_end_is_asked_for_when_the_ending_is_taken_up(cast, kim):
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, *[2] * 10, code="GSE", measured_on=STARTED_ON)
    with acting(kim.actor):
        assert "GSE" not in wanted(cast)
    with acting(cast.ida.actor):
        ending = take_up_ending(cast)
    with acting(kim.actor):
        assert "GSE" in wanted(cast)
        days = ask_guard("own_due_days", str(cast.kim.course.pk))
    assert days == [("", None, None, ending.begun_on)]


def test_citizen_says_whether_paper_fits_and_changes_nothing_in_it(cast, kim):
    with acting(cast.ida.actor):
        half = begin(cast.kim, cast.ida, code="GSE")
        paper = answered(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    with acting(kim.actor):
        fit(own_response(cast.kim.course.pk, paper.pk), kim.actor, Fit.NO)
        assert not Response.objects.filter(pk=half.pk).update(answers={"HOPE": 1})
    with acting(cast.ida.actor):
        assert not Response.objects.get(pk=paper.pk).counts


@pytest.mark.parametrize(
    "changes",
    [{"measured_on": today()}, {"manner": "RATED"}, {"instrument": "GSE"}],
    ids=lambda changes: next(iter(changes)),
)
def test_citizen_changes_only_their_answers(cast, kim, changes):
    with acting(kim.actor):
        response = start(cast, kim.actor)
        with pytest.raises(DatabaseError), transaction.atomic():
            Response.objects.filter(pk=response.pk).update(**changes)


def test_citizen_answers_for_nobody_else_and_does_not_rate(cast, kim):
    with acting(kim.actor), refused_as_not_yours():
        start(cast, kim.actor, course=cast.noor.course)
    with acting(kim.actor), pytest.raises(Refused) as refused:
        start(cast, kim.actor, instrument="VUM", wording="OWN 1")
    assert refused.value.reason == MeasurementRefusal.STAFF_RATED


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"wording": "WORKING 0"}, MeasurementRefusal.OLD_WORDING),
        ({"instrument": "LUCK"}, MeasurementRefusal.UNKNOWN_INSTRUMENT),
    ],
    ids=["old words", "unknown"],
)
def test_beginning_is_refused(cast, kim, changes, reason):
    with acting(kim.actor), pytest.raises(Refused) as refused:
        start(cast, kim.actor, **changes)
    assert refused.value.reason == reason


def test_same_form_twice_is_one_and_a_second_waits(cast, kim):
    key = new_id()
    with acting(kim.actor):
        start(cast, kim.actor, id=key)
        with pytest.raises(AlreadySaved):
            start(cast, kim.actor, id=key)
        with pytest.raises(Refused) as refused:
            start(cast, kim.actor)
    assert refused.value.reason == MeasurementRefusal.ALREADY_UNDER_WAY


def test_nothing_is_answered_in_a_course_that_has_ended(cast, kim):
    with acting(kim.actor):
        begun = start(cast, kim.actor)
    course = end(cast)
    with acting(kim.actor):
        begun.course = course
        assert own_questions(course, today=today()) == []
        for act in (
            lambda: start(cast, kim.actor, course=course),
            lambda: say(begun, kim.actor, 1),
            lambda: finish(begun, kim.actor),
            lambda: fit(begun, kim.actor),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert refused.value.reason == SharingRefusal.COURSE_ENDED
