"""Several people at one course, or at somebody before theirs, in the same moment."""

import pytest

from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import (
    CourseStart,
    decide,
    open_assessment,
    open_end_form,
    open_start_form,
    start_course,
)
from hjemmebane.domain.courses.choices import CourseRefusal, IntakeRefusal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, gather
from tests.factories.courses import MATCH, assessed, end_today, spotted

AT_ONCE = 4


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


@pytest.fixture
def ida(cast):
    return cast.ida.actor


@pytest.fixture
def early(cast, ida):
    with acting(ida):
        return spotted(cast.team_one, cast.ida)


@pytest.mark.parametrize("begin", [open_start_form, open_end_form])
def test_form_that_all_begin_at_once_is_one(cast, ida, begin):
    def job():
        begin(id=new_id(), course=cast.kim.course, by=ida, at=NOW)

    assert at_once(ida, *[job] * AT_ONCE) == ["AlreadySaved"] * (AT_ONCE - 1) + ["done"]


def test_assessment_that_all_begin_at_once_is_one(ida, early):
    def job():
        open_assessment(id=new_id(), early_contact=early, by=ida, at=NOW)

    assert at_once(ida, *[job] * AT_ONCE) == ["AlreadySaved"] * (AT_ONCE - 1) + ["done"]


def test_one_of_several_who_decide_at_once_does(cast, ida, early):
    with acting(ida):
        assessment = assessed(early, cast.ida)

    def job():
        decide(id=new_id(), assessment=assessment, details=MATCH, by=ida, at=NOW)

    too_late = IntakeRefusal.ALREADY_DECIDED.value
    assert at_once(ida, *[job] * AT_ONCE) == [too_late] * (AT_ONCE - 1) + ["done"]


def test_course_that_all_start_at_once_is_one(cast, ida):
    with acting(ida):
        end_today(cast.kim, cast.ida)

    def job():
        start_course(
            id=new_id(),
            citizen=cast.kim.citizen,
            team=cast.team_one,
            start=CourseStart(started_on=NOW.date(), consent_how_given=HowGiven.ORALLY),
            by=ida,
            at=NOW,
        )

    there = CourseRefusal.ALREADY_THERE.value
    assert at_once(ida, *[job] * AT_ONCE) == [there] * (AT_ONCE - 1) + ["done"]
