import pytest
from django.db import IntegrityError, connection

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.foundation.actions import VERB, action
from hjemmebane.foundation.actors import OPERATIONS, Actor, NobodyActs, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW

IDA = Actor.person(new_id())


def verb_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [VERB])
        return cursor.fetchone()[0]


@action
def tell(*, by, at):
    """The verb that the history would bear."""
    return verb_now()


@action
def tell_twice(*, by, at):
    """Its own verb before and after another action, and the other's."""
    return verb_now(), tell(by=by, at=at), verb_now()


@action
def call(*, citizen, by, at):
    """Changes a citizen."""
    citizen.save_changes({"phone": "1"}, version=citizen.version)


@action
def call_and_fail(*, citizen, by, at):
    """Changes a citizen and then fails."""
    citizen.save_changes({"phone": "1"}, version=citizen.version)
    raise IntegrityError("too bad")


@action
def call_it_and_go_on(*, citizen, by, at):
    """Changes a citizen in an action of its own, and fails afterwards."""
    call(citizen=citizen, by=by, at=at)
    raise IntegrityError("too bad")


def positional(plan, *, by):
    """Takes a plan by position."""


def variable(*plans, by):
    """Takes any number of plans."""


def nobody(*, at):
    """Takes no `by`."""


def anything(*, by, **more):
    """Takes any keyword."""


@pytest.mark.parametrize("function", [positional, variable, nobody, anything])
def test_misshapen_function_is_no_action(function):
    with pytest.raises(TypeError, match="keyword-only"):
        action(function)


def test_positional_arguments_are_refused(as_ida):
    with pytest.raises(NobodyActs):
        tell(as_ida.ida.actor, NOW)
    with pytest.raises(TypeError):
        tell(NOW, by=as_ida.ida.actor)


def test_action_outside_a_block_is_refused():
    with pytest.raises(NobodyActs):
        tell(by=IDA, at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("by", [Actor.person(new_id()), OPERATIONS, None])
def test_acting_in_another_name_is_refused(by):
    with acting(IDA), pytest.raises(NobodyActs, match="is not who acts"):
        tell(by=by, at=NOW)


@pytest.mark.django_db
def test_verb_is_back_after_an_action_within_the_action():
    with acting(IDA):
        outer, inner, outer_again = tell_twice(by=IDA, at=NOW)

        assert (outer, inner, outer_again) == (
            "tests.tell_twice",
            "tests.tell",
            "tests.tell_twice",
        )


def test_failed_action_leaves_neither_row_nor_verb(as_ida):
    changes, verb = Change.objects.count(), verb_now()

    with pytest.raises(IntegrityError):
        call_and_fail(citizen=as_ida.kim.citizen, by=as_ida.ida.actor, at=NOW)

    assert Citizen.objects.get(pk=as_ida.kim.citizen.pk).phone == "20 20 20 20"
    assert (Change.objects.count(), verb_now()) == (changes, verb)


def test_action_within_an_action_falls_with_it(as_ida):
    with pytest.raises(IntegrityError):
        call_it_and_go_on(citizen=as_ida.kim.citizen, by=as_ida.ida.actor, at=NOW)

    assert Citizen.objects.get(pk=as_ida.kim.citizen.pk).phone == "20 20 20 20"


def test_verb_is_room_and_action(as_ida):
    verbs = set(Change.objects.values_list("verb", flat=True))

    assert {"courses.start_course", "plans.add_item"} <= verbs
