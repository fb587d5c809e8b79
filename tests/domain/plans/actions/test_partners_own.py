"""What a partner wrote with their own login is changed and removed by nobody in the team."""

import pytest

from hjemmebane.domain.plans.actions import add_item, change_item, move_item, remove_item
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.queries import item_of
from hjemmebane.domain.sharing.actions import write_activity
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.sharing import let_in, open_to


@pytest.fixture
def written(cast):
    """Lise has written an activity towards Kim's goal."""
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(lise.actor):
        activity = write_activity(
            id=new_id(),
            course_id=cast.kim.course.pk,
            goal=cast.kim.goal,
            values={"what": "Vi finder en praktik"},
            by=lise.actor,
            at=now(),
        )
    with acting(cast.ida.actor):
        return item_of(cast.kim.plan, ItemKind.ACTIVITY, activity.pk)


@pytest.fixture
def who(cast):
    return {"by": cast.ida.actor, "at": now()}


def test_team_neither_changes_nor_removes_it(cast, written, who):
    with acting(cast.ida.actor):
        for act in (
            lambda: change_item(item=written, values={"what": "Andet"}, version=1, **who),
            lambda: remove_item(item=written, version=1, **who),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert refused.value.reason == PlanRefusal.PARTNERS_OWN
        assert item_of(cast.kim.plan, ItemKind.ACTIVITY, written.pk).what == "Vi finder en praktik"


def test_its_place_in_the_list_is_the_teams(cast, written, who):
    with acting(cast.ida.actor):
        assert move_item(item=written, up=True, **who) == written


def test_what_the_team_wrote_for_a_partner_stays_the_teams(cast, written, who):
    with acting(cast.ida.actor):
        ours = add_item(
            id=new_id(),
            plan=cast.kim.plan,
            kind=ItemKind.ACTIVITY,
            values={
                "what": "Ringer",
                "responsible_kind": "PARTNER",
                "partner_person": written.partner_person,
            },
            **who,
        )
        changed = change_item(item=ours, values={"what": "Skriver"}, version=1, **who)
        assert changed.what == "Skriver"
        remove_item(item=ours, version=2, **who)
