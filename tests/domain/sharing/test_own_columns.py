"""Which columns of a row a citizen may change, in SQL as well: what is theirs and no more."""

import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.actions import choose_pictogram
from hjemmebane.domain.sharing.models import Pictogram
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.sharing import open_to


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (SubGoal, {"text": "Noget andet"}),
        (SubGoal, {"goal_id": None}),
        (SubGoal, {"position": 9}),
        (Consent, {"scope": ["GOALS"]}),
        (Consent, {"until_on": None, "purpose": "Alt"}),
    ],
)
def test_citizen_changes_no_other_columns_of_what_the_team_wrote(cast, kim, model, changes):
    open_to(cast.job_centre, cast.kim, cast.ida, until_on=today())
    handed_over = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    for actor in (kim.actor, handed_over):
        with acting(actor):
            rows = model.objects.exclude(pk__in=Consent.objects.filter(organisation=None))
            held = pytest.raises(ProgrammingError, match=r"not theirs to change|permission denied")
            with held, transaction.atomic():
                rows.update(**changes)


def test_citizen_changes_how_far_a_step_has_come(cast, kim):
    step = cast.kim.first_step
    with acting(kim.actor):
        reached = {"status": "REACHED", "settled_on": today()}
        assert SubGoal.objects.filter(pk=step.pk).update(**reached) == 1


def test_citizen_changes_of_a_picture_what_it_shows_and_no_more(cast, kim):
    with acting(kim.actor):
        who = {"by": kim.actor, "at": now()}
        choose_pictogram(course=cast.kim.course, item_id=cast.kim.goal.pk, symbol="walk", **who)
        assert Pictogram.objects.update(symbol="sun") == 1
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Pictogram.objects.update(item_id=new_id())
