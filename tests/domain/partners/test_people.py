import datetime as dt

import pytest

from hjemmebane.domain.partners.actions import add_organisation, change_employer, leave_partner
from hjemmebane.domain.partners.choices import PartnerKind, PartnerRefusal
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, employ


def organise(cast, actor):
    return add_organisation(
        id=new_id(),
        municipality=cast.municipality,
        kind=PartnerKind.SHELTER,
        name="Herberget",
        by=actor,
        at=NOW,
    )


def leave(cast, person, day=None):
    return leave_partner(
        person=person,
        left_on=day or NOW.date(),
        version=person.version,
        by=cast.ida.actor,
        at=NOW,
    )


def move(cast, person, organisation):
    return change_employer(
        id=new_id(),
        person=person,
        organisation=organisation,
        version=person.version,
        by=cast.ida.actor,
        at=NOW,
    )


def test_somebody_leaves_a_partner(as_ida):
    assert leave(as_ida, as_ida.lise).left_on == NOW.date()


def test_somebody_leaves_once(as_ida):
    leave(as_ida, as_ida.lise)

    with pytest.raises(Refused) as refused:
        leave(as_ida, as_ida.lise)
    assert refused.value.reason is PartnerRefusal.HAS_LEFT


def test_day_of_leaving_has_come(as_ida):
    with pytest.raises(Refused) as refused:
        leave(as_ida, as_ida.lise, NOW.date() + dt.timedelta(days=1))
    assert refused.value.reason is PartnerRefusal.YET_TO_COME


def test_who_begins_elsewhere_is_somebody_new_there(as_ida):
    shelter = organise(as_ida, as_ida.ida.actor)

    moved = move(as_ida, as_ida.lise, shelter)

    old = PartnerPerson.objects.get(pk=as_ida.lise.pk)
    assert (moved.name, moved.organisation_id, moved.left_on) == ("Lise", shelter.pk, None)
    assert (old.organisation_id, old.left_on) == (as_ida.job_centre.pk, NOW.date())


def test_other_municipalities_shut_nobody_out(cast):
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")
    who = {"person": cast.lise, "version": 1, "by": stranger.actor, "at": NOW}

    with acting(stranger.actor):
        for act in (
            lambda: leave_partner(left_on=NOW.date(), **who),
            lambda: change_employer(id=new_id(), organisation=cast.job_centre, **who),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert refused.value.reason is PartnerRefusal.NOT_YOURS


def test_nobody_moves_to_where_they_are(as_ida):
    with pytest.raises(Refused) as refused:
        move(as_ida, as_ida.lise, as_ida.job_centre)
    assert refused.value.reason is PartnerRefusal.SAME_PLACE


def test_who_has_left_does_not_move(as_ida):
    leave(as_ida, as_ida.lise)

    with pytest.raises(Refused) as refused:
        move(as_ida, as_ida.lise, organise(as_ida, as_ida.ida.actor))
    assert refused.value.reason is PartnerRefusal.HAS_LEFT
