"""Keeping costings and scenarios: all their lines or nothing, for the municipality's own."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.economics import choices
from hjemmebane.domain.economics.actions import change_costing, change_scenario
from hjemmebane.domain.economics.calculations import figures
from hjemmebane.domain.economics.calculations.costing import Amount, Post
from hjemmebane.domain.economics.calculations.scenario import Kind, Payer
from hjemmebane.domain.economics.choices import EconomyRefusal
from hjemmebane.domain.economics.models import (
    SavedAmount,
    SavedConsequence,
    SavedCosting,
    SavedPost,
    SavedScenario,
)
from hjemmebane.domain.economics.queries import (
    as_costing,
    as_scenario,
    costing,
    costings_in,
    scenario,
    scenarios_in,
)
from hjemmebane.domain.teams.actions import add_municipality, add_team
from hjemmebane.foundation.actors import OPERATIONS, SETTING, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.economics import a_costing, a_scenario, keep_costing, keep_scenario

pytestmark = pytest.mark.django_db
PUBLISHED = {"MUNICIPALITY": Decimal(-98800), "REGION": Decimal(3700)}


def change(by, saved, changed, *, version=1, team=None):
    with acting(by.actor):
        return change_costing(
            saved=saved, team=team, costing=changed, version=version, by=by.actor, at=now()
        )


def elsewhere(cast):
    """A team of another municipality."""
    with acting(OPERATIONS):
        other = add_municipality(name="Ø", code="999", by=OPERATIONS, at=NOW)
        return add_team(municipality=other, name="Team Ø", by=OPERATIONS, at=NOW)


@pytest.mark.parametrize("who", ["mette", "bo"])
def test_costing_comes_back_as_it_was_kept(cast, who):
    by = getattr(cast, who)
    saved = keep_costing(cast, by, team=cast.team_one)

    with acting(by.actor):
        assert as_costing(costing(saved.pk)) == a_costing()
        assert costing(saved.pk).team == cast.team_one


@pytest.mark.slow
def test_each_line_is_in_the_history_under_its_verb(committed_db, cast):
    keep_costing(cast, cast.mette)

    history = Change.objects.using("owner").filter(table_name__startswith="economics_")
    assert set(history.values_list("verb", "actor")) == {
        ("economics.save_costing", cast.mette.actor.key)
    }
    assert history.count() == 6


def test_known_total_comes_back_too(cast):
    known = a_costing(staff=(), known_total=Decimal(1356900), known_hours=Decimal("88.3"))
    saved = keep_costing(cast, cast.mette, known)

    with acting(cast.mette.actor):
        assert as_costing(costing(saved.pk)) == known


def test_changed_costing_has_the_new_lines_alone(cast):
    saved = keep_costing(cast, cast.mette)
    changed = a_costing(
        staff=(Post(title="Peer", hours=Decimal(20), monthly_pay=Decimal(30000)),),
        other=(),
        avoided=(Amount(what="Akut", kroner=Decimal(1)), Amount(what="Nat", kroner=Decimal(2))),
        count_avoided=True,
    )

    change(cast.bo, saved, changed)

    with acting(cast.bo.actor):
        assert as_costing(costing(saved.pk)) == changed
        assert SavedPost.objects.count() == 1
        assert SavedAmount.objects.count() == 3


def test_stale_change_is_noticed_and_nothing_written(cast):
    saved = keep_costing(cast, cast.mette)
    change(cast.bo, saved, a_costing(title="Bos"))

    with pytest.raises(EditConflict):
        change(cast.mette, saved, a_costing(title="Mettes", staff=a_costing().staff[:1]))

    with acting(cast.mette.actor):
        assert as_costing(costing(saved.pk)) == a_costing(title="Bos")


def test_double_submit_is_one_and_other_lines_are_told(cast):
    key = new_id()
    keep_costing(cast, cast.mette, id=key)

    with pytest.raises(AlreadySaved):
        keep_costing(cast, cast.mette, id=key)
    with pytest.raises(Refused) as refused:
        keep_costing(cast, cast.mette, a_costing(other=()), id=key)
    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE


@pytest.mark.parametrize("who", ["ida", "omar"])
def test_who_neither_coordinates_nor_manages_keeps_nothing(cast, who):
    by = getattr(cast, who)
    for keep in (keep_costing, keep_scenario):
        with pytest.raises(Refused) as refused:
            keep(cast, by)
        assert refused.value.reason == EconomyRefusal.NOT_YOURS


def test_another_municipalitys_team_is_refused(cast):
    with pytest.raises(Refused) as refused:
        keep_costing(cast, cast.mette, team=elsewhere(cast))
    assert refused.value.reason == EconomyRefusal.OTHER_TEAM


def test_post_without_known_pay_is_refused(cast):
    unknown = (Post(title="Psykiater", profession="PSYCHIATRIST", hours=Decimal(10)),)

    with pytest.raises(Refused) as refused:
        keep_costing(cast, cast.mette, a_costing(staff=unknown))
    assert refused.value.reason == EconomyRefusal.NO_PAY


@pytest.mark.parametrize("place", ["head", "line"])
def test_cpr_number_is_refused(cast, place):
    texts = (
        {"title": "Kim 070761-4285"}
        if place == "head"
        else {"other": (Amount(what="Kim 070761-4285", kroner=Decimal(1)),)}
    )

    with pytest.raises(Refused) as refused:
        keep_costing(cast, cast.mette, a_costing(**texts))
    assert refused.value.reason == EconomyRefusal.CPR_NUMBER
    with acting(cast.mette.actor):
        assert SavedCosting.objects.count() == 0


TABLES = (SavedCosting, SavedPost, SavedAmount, SavedScenario, SavedConsequence)


@pytest.mark.parametrize("token", ["", "user:vrøvl|9999999999|vrøvl"], ids=["none", "forged"])
def test_nobody_sees_anything(cast, token):
    keep_costing(cast, cast.mette)
    keep_scenario(cast, cast.mette)
    with acting(cast.mette.actor):
        assert all(table.objects.count() for table in TABLES)

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, token])
    assert [table.objects.count() for table in TABLES] == [0] * 5


@pytest.mark.parametrize(
    ("choices", "reckoned"),
    [
        (choices.Rounding, figures.Rounding),
        (choices.Payer, Payer),
        (choices.ConsequenceKind, Kind),
    ],
    ids=lambda one: one.__name__,
)
def test_what_is_kept_has_the_codes_that_are_reckoned_with(choices, reckoned):
    assert set(choices.values) == {one.value for one in reckoned}


def test_others_read_and_write_nothing(cast):
    saved, other = keep_costing(cast, cast.mette), keep_scenario(cast, cast.mette)

    for stranger in (cast.ida.actor, cast.omar.actor):
        with acting(stranger):
            assert [table.objects.count() for table in TABLES] == [0] * 5
            assert (costing(saved.pk), scenario(other.pk)) == (None, None)
            assert costings_in([cast.municipality.pk]) == []
            assert SavedCosting.objects.filter(pk=saved.pk).update(title="Min") == 0
    with acting(cast.bo.actor):
        assert [one.pk for one in costings_in([cast.municipality.pk])] == [saved.pk]
        assert [one.pk for one in scenarios_in([cast.municipality.pk])] == [other.pk]


def test_saved_costing_is_never_deleted_by_the_web_process(cast):
    saved = keep_costing(cast, cast.mette)

    with (
        acting(cast.mette.actor),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM economics_savedcosting WHERE id = %s", [saved.pk])


def test_scenario_comes_back_as_it_was_kept(cast):
    whole = a_scenario(published=PUBLISHED)
    saved = keep_scenario(cast, cast.bo, whole)

    with acting(cast.mette.actor):
        assert as_scenario(scenario(saved.pk)) == whole


def test_changed_scenario_has_the_new_consequences_alone(cast):
    saved = keep_scenario(cast, cast.bo)
    changed = replace(a_scenario(), consequences=a_scenario().consequences[1:])

    with acting(cast.mette.actor):
        change_scenario(saved=saved, scenario=changed, version=1, by=cast.mette.actor, at=now())
        assert as_scenario(scenario(saved.pk)) == changed
        assert SavedConsequence.objects.count() == 1


def test_double_submit_of_a_scenario(cast):
    key = new_id()
    keep_scenario(cast, cast.mette, id=key)

    with pytest.raises(AlreadySaved):
        keep_scenario(cast, cast.mette, id=key)
    with pytest.raises(Refused):
        keep_scenario(cast, cast.mette, a_scenario(consequences=()), id=key)


def test_costings_are_read_in_as_many_queries_as_one(cast, django_assert_num_queries):
    for _ in range(3):
        keep_costing(cast, cast.mette)

    with acting(cast.mette.actor), django_assert_num_queries(3):
        found = [as_costing(one) for one in costings_in([cast.municipality.pk])]
    assert found == [a_costing()] * 3
