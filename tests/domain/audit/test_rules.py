"""What one has just done oneself is done when it is asked for again."""

import pytest

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW
from tests.factories.plans import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def reached(cast):
    step, ida = cast.kim.first_step, cast.ida.actor
    with acting(ida):
        return reach_sub_goal(sub_goal=step, on=TODAY, version=step.version, by=ida, at=NOW)


def test_ones_own_change_stands(cast, reached):
    with acting(cast.ida.actor), pytest.raises(AlreadySaved) as double:
        check_undone(reached, {"status": "REACHED"}, by=cast.ida.actor)
    assert double.value.record == reached


def test_other_words_are_another_change(cast, reached):
    with acting(cast.ida.actor):
        check_undone(reached, {"status": "DROPPED"}, by=cast.ida.actor)


def test_what_somebody_else_did_is_told(cast, reached):
    with acting(cast.bo.actor):
        check_undone(reached, {"status": "REACHED"}, by=cast.bo.actor)


def test_what_is_as_it_was_first_written_is_no_change(cast):
    with acting(cast.ida.actor):
        check_undone(cast.kim.first_step, {"status": "OPEN"}, by=cast.ida.actor)
