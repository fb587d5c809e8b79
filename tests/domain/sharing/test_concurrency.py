"""A citizen presses twice, or on two things at once, as on a slow telephone: none is an error."""

import pytest

from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.actions import choose_pictogram, reach_own_step, take_up_own_step
from hjemmebane.domain.sharing.models import Pictogram
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from tests.factories.at_once import at_once
from tests.factories.cast import gather

AT_ONCE = 4


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def test_pictures_chosen_at_once_leave_one(cast, kim):
    def choosing(symbol):
        return lambda: choose_pictogram(
            course=cast.kim.course, item_id=cast.kim.wish.pk, symbol=symbol, by=kim.actor, at=now()
        )

    symbols = ("walk", "tree") * 2
    assert at_once(kim.actor, *map(choosing, symbols)) == ["done"] * AT_ONCE

    with acting(kim.actor):
        assert Pictogram.objects.get().symbol in symbols


def test_step_pressed_at_once_is_reached_and_taken_up_once(cast, kim):
    def pressing(action, step):
        version = step.version
        return lambda: action(
            course=cast.kim.course,
            step=SubGoal.objects.get(pk=step.pk),
            version=version,
            by=kim.actor,
            at=now(),
        )

    for action, status in ((reach_own_step, "REACHED"), (take_up_own_step, "OPEN")):
        with acting(kim.actor):
            step = SubGoal.objects.get(pk=cast.kim.first_step.pk)
        answers = at_once(kim.actor, *[pressing(action, step)] * AT_ONCE)
        assert answers == ["AlreadySaved"] * (AT_ONCE - 1) + ["done"]
        with acting(kim.actor):
            assert SubGoal.objects.get(pk=step.pk).status == status
