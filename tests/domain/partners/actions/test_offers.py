"""Places to belong, and whether they are as they say."""

import pytest

from hjemmebane.domain.partners.actions import change_offer, check_offer_again
from hjemmebane.domain.partners.choices import PartnerRefusal
from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.partners.queries import all_offers_in, offers_in
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, employ
from tests.factories.partnership import GARDEN, offer
from tests.factories.plans import TODAY, TOMORROW, YESTERDAY, refusal_of


def change(cast, garden, by=None, **values):
    version = values.pop("version", garden.version)
    return change_offer(
        offer=garden, values=values, version=version, by=by or cast.ida.actor, at=NOW
    )


def test_offer_is_kept(as_ida):
    offer(as_ida, as_ida.ida.actor, name=" Haven bag Stationen ")

    [kept] = offers_in([as_ida.municipality.pk])
    assert (kept.name, kept.themes) == (GARDEN["name"], GARDEN["themes"])
    assert not kept.is_demo


def test_offer_that_closed_is_not_offered_and_not_forgotten(as_ida):
    garden = offer(as_ida, as_ida.ida.actor)
    change(as_ida, garden, is_closed=True)

    here = [as_ida.municipality.pk]
    assert list(offers_in(here)) == []
    assert list(all_offers_in(here)) == [garden]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"themes": []}, PartnerRefusal.THEME_MISSING, "themes"),
        ({"checked_on": TOMORROW}, PartnerRefusal.FUTURE, "checked_on"),
        ({"about": "Kim, 070761-4285"}, PartnerRefusal.CPR_NUMBER, "about"),
        ({"barrier": "0707614285"}, PartnerRefusal.CPR_NUMBER, "barrier"),
    ],
)
def test_offer_is_refused(as_ida, changes, reason, field):
    assert refusal_of(offer, cast=as_ida, by=as_ida.ida.actor, **changes) == (reason, field)
    garden = offer(as_ida, as_ida.ida.actor)
    assert refusal_of(change, cast=as_ida, garden=garden, **changes) == (reason, field)


def test_offer_stands_once_in_a_municipality(as_ida):
    offer(as_ida, as_ida.ida.actor)
    other = offer(as_ida, as_ida.ida.actor, name="Andet")

    taken = (PartnerRefusal.OFFER_TAKEN, "name")
    assert refusal_of(offer, cast=as_ida, by=as_ida.ida.actor) == taken
    assert refusal_of(change, cast=as_ida, garden=other, name=f" {GARDEN['name']}") == taken


def test_double_submit_is_one_row(as_ida):
    garden = offer(as_ida, as_ida.ida.actor)

    with pytest.raises(AlreadySaved):
        offer(as_ida, as_ida.ida.actor, id=garden.pk)


def test_offer_is_seen_to_once_a_day(as_ida):
    garden = offer(as_ida, as_ida.ida.actor, checked_on=YESTERDAY)
    who = {"by": as_ida.ida.actor, "at": NOW}

    check_offer_again(offer=garden, version=1, **who)

    assert CommunityOffer.objects.get(pk=garden.pk).checked_on == TODAY
    with pytest.raises(AlreadySaved):
        check_offer_again(offer=garden, version=1, **who)


def test_stale_changes_are_noticed(as_ida):
    garden = offer(as_ida, as_ida.ida.actor, checked_on=YESTERDAY)

    with pytest.raises(EditConflict):
        change(as_ida, garden, about="Andet", version=7)
    with pytest.raises(EditConflict):
        check_offer_again(offer=garden, version=7, by=as_ida.ida.actor, at=NOW)


def test_other_municipalities_keep_out(cast):
    with acting(cast.ida.actor):
        garden = offer(cast, cast.ida.actor)
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")

    with acting(stranger.actor):
        by = stranger.actor
        told = [
            refusal_of(offer, cast=cast, by=by),
            refusal_of(change, cast=cast, garden=garden, by=by, about="A"),
            refusal_of(check_offer_again, offer=garden, version=1, by=by, at=NOW),
        ]
        assert CommunityOffer.objects.filter(pk=garden.pk).update(about="Uden om") == 0
    assert told == [(PartnerRefusal.NOT_YOURS, None)] * 3
