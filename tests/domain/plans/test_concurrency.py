"""Several people at one plan in the same moment: nothing is lost, doubled or skipped."""

import pytest

from hjemmebane.domain.plans.actions import (
    add_item,
    change_item,
    open_plan,
    record_agreement,
    remove_item,
    take_version,
)
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import Agreement, Goal, Plan, PlanVersion, SubGoal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, gather
from tests.factories.plans import TODAY, Writing, begin_course, start_writing

AT_ONCE = 4


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


@pytest.fixture
def writing(cast):
    with acting(cast.ida.actor):
        return start_writing(cast)


def adding(writing: Writing, kind: ItemKind, item_id=None, **values):
    return lambda: add_item(
        id=item_id or new_id(), plan=writing.plan, kind=kind, values=values, by=writing.by, at=NOW
    )


def test_steps_added_at_once_get_places_of_their_own(writing):
    with acting(writing.by):
        goal = writing.add(ItemKind.GOAL)
    jobs = [adding(writing, ItemKind.SUB_GOAL, goal=goal, text=f"{n}") for n in range(AT_ONCE)]

    assert at_once(writing.by, *jobs) == ["done"] * AT_ONCE

    with acting(writing.by):
        places = SubGoal.objects.filter(goal=goal).order_by("position")
        assert list(places.values_list("position", flat=True)) == list(range(AT_ONCE))


def test_versions_taken_at_once_are_numbered_without_gaps(writing):
    def work():
        wish = adding(writing, ItemKind.WISH, text="Mere")()
        take_version(id=new_id(), plan=wish.plan, reason="", by=writing.by, at=NOW)

    assert at_once(writing.by, *[work] * AT_ONCE) == ["done"] * AT_ONCE

    with acting(writing.by):
        numbers = PlanVersion.objects.filter(plan=writing.plan).order_by("number")
        assert list(numbers.values_list("number", flat=True)) == list(range(1, AT_ONCE + 1))


def test_one_of_two_equal_versions_is_taken(writing):
    def take():
        take_version(id=new_id(), plan=writing.plan, reason="", by=writing.by, at=NOW)

    assert at_once(writing.by, take, take) == [PlanRefusal.NOTHING_CHANGED.value, "done"]


def test_form_sent_twice_at_once_is_one_row(writing):
    item_id, agreement_id = new_id(), new_id()
    add = adding(writing, ItemKind.WISH, item_id, text="Ro")

    def agree():
        record_agreement(
            id=agreement_id,
            plan=writing.plan,
            stance=AgreementStance.AGREES,
            reason="",
            said_on=TODAY,
            by=writing.by,
            at=NOW,
        )

    assert at_once(writing.by, add, add) == ["AlreadySaved", "done"]
    assert at_once(writing.by, agree, agree) == ["AlreadySaved", "done"]
    with acting(writing.by):
        assert Agreement.objects.filter(plan=writing.plan).count() == 1


def test_two_who_open_at_once_make_one_plan(cast):
    with acting(cast.ida.actor):
        course = begin_course(cast)

    def begin():
        open_plan(id=new_id(), course=course, by=cast.ida.actor, at=NOW)

    assert at_once(cast.ida.actor, begin, begin) == [PlanRefusal.PLAN_EXISTS.value, "done"]
    with acting(cast.ida.actor):
        assert Plan.objects.filter(course=course).count() == 1


def test_one_of_two_who_save_the_same_goal_is_told(writing):
    with acting(writing.by):
        goal = writing.add(ItemKind.GOAL)

    def save(text):
        item = Goal.objects.get(pk=goal.pk)
        change_item(item=item, values={"text": text}, version=1, by=writing.by, at=NOW)

    told = at_once(writing.by, lambda: save("Den ene"), lambda: save("Den anden"))

    assert told == ["EditConflict", "done"]


def test_goal_cannot_go_while_a_step_is_put_under_it(writing):
    with acting(writing.by):
        goal = writing.add(ItemKind.GOAL)

    def remove():
        remove_item(item=Goal.objects.get(pk=goal.pk), version=1, by=writing.by, at=NOW)

    told = at_once(writing.by, remove, adding(writing, ItemKind.SUB_GOAL, goal=goal, text="Ringe"))

    assert told in ([PlanRefusal.IN_USE.value, "done"], [PlanRefusal.OTHER_PLAN.value, "done"])
    with acting(writing.by):
        assert Goal.objects.filter(pk=goal.pk).count() == SubGoal.objects.filter(goal=goal).count()
