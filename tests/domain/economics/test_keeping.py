"""Calculations leave the list and come back; nothing is deleted, and others touch nothing."""

import pytest

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.economics.actions import change_costing, change_scenario, put_away, take_up
from hjemmebane.domain.economics.choices import EconomyRefusal
from hjemmebane.domain.economics.queries import as_costing, costing, scenario
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import EditConflict
from tests.factories.economics import a_costing, a_scenario, keep_costing, keep_scenario

pytestmark = pytest.mark.django_db
KEEP = pytest.mark.parametrize("keep", [keep_costing, keep_scenario])


def move(action, by, saved, *, version=1):
    with acting(by.actor):
        return action(saved=saved, version=version, by=by.actor, at=now())


def again(cast, saved):
    """As it stands now."""
    with acting(cast.mette.actor):
        return costing(saved.pk) or scenario(saved.pk)


@KEEP
def test_put_away_and_taken_up_by_another(cast, keep):
    saved = keep(cast, cast.mette)

    move(put_away, cast.mette, saved)
    assert again(cast, saved).put_away_at is not None

    move(take_up, cast.bo, again(cast, saved), version=2)
    assert again(cast, saved).put_away_at is None


def test_nothing_of_it_is_lost(cast):
    saved = keep_costing(cast, cast.mette)

    move(put_away, cast.mette, saved)

    with acting(cast.bo.actor):
        assert as_costing(costing(saved.pk)) == a_costing()


@pytest.mark.slow
def test_both_ways_are_in_the_history(committed_db, cast):
    saved = keep_costing(cast, cast.mette)
    move(put_away, cast.mette, saved)
    move(take_up, cast.bo, again(cast, saved), version=2)

    history = Change.objects.using("owner").filter(
        table_name="economics_savedcosting", operation="UPDATE"
    )
    assert list(history.order_by("id").values_list("verb", "actor")) == [
        ("economics.put_away", cast.mette.actor.key),
        ("economics.take_up", cast.bo.actor.key),
    ]


@KEEP
def test_asked_twice_is_done_once(cast, keep):
    saved = keep(cast, cast.mette)

    move(take_up, cast.mette, saved)
    assert again(cast, saved).version == 1
    move(put_away, cast.mette, saved)
    move(put_away, cast.mette, again(cast, saved))
    assert again(cast, saved).version == 2


@KEEP
@pytest.mark.parametrize("action", [put_away, take_up])
@pytest.mark.parametrize("who", ["ida", "omar"])
def test_who_neither_coordinates_nor_manages_is_refused(cast, keep, action, who):
    saved = keep(cast, cast.mette)

    with pytest.raises(Refused) as refused:
        move(action, getattr(cast, who), saved)

    assert refused.value.reason == EconomyRefusal.NOT_YOURS
    assert again(cast, saved).version == 1


@KEEP
def test_what_somebody_has_changed_meanwhile_is_not_put_away(cast, keep):
    saved = keep(cast, cast.mette)
    move(put_away, cast.bo, saved)
    move(take_up, cast.bo, again(cast, saved), version=2)

    with pytest.raises(EditConflict):
        move(put_away, cast.mette, again(cast, saved), version=1)


def test_what_is_put_away_is_not_changed(cast):
    one, other = keep_costing(cast, cast.mette), keep_scenario(cast, cast.mette)
    for saved in (one, other):
        move(put_away, cast.mette, saved)
    given = {"version": 2, "by": cast.mette.actor, "at": now()}

    with acting(cast.mette.actor):
        with pytest.raises(Refused) as of_costing:
            change_costing(
                saved=costing(one.pk), team=None, costing=a_costing(title="Nyt"), **given
            )
        with pytest.raises(Refused) as of_scenario:
            change_scenario(saved=scenario(other.pk), scenario=a_scenario(title="Nyt"), **given)

    assert of_costing.value.reason == of_scenario.value.reason == EconomyRefusal.PUT_AWAY
    assert again(cast, one).title == "Team Vest"
