import datetime as dt

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import (
    consents_in_force,
    consents_of,
    consents_to_ask_again,
    covers,
    unrenewed,
)
from hjemmebane.domain.partners.actions import add_person
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.domain.consents.test_actions import TODAY, TOMORROW, YESTERDAY, give, renew, withdraw
from tests.factories.cast import NOW, start_case


def test_consents_in_force_on_a_day(as_ida):
    team_consent = Consent.objects.get(team=as_ida.team_one)
    ending = give(as_ida, as_ida.ida)
    endless = give(as_ida, as_ida.ida, until_on=None)
    withdraw(give(as_ida, as_ida.ida), as_ida.ida)
    kim = as_ida.kim.citizen.pk

    assert set(consents_in_force(kim, day=YESTERDAY)) == {team_consent}
    assert set(consents_in_force(kim, day=TODAY)) == {team_consent, ending, endless}
    assert set(consents_in_force(kim, day=TOMORROW)) == {team_consent, ending, endless}
    after = TOMORROW + dt.timedelta(days=1)
    assert set(consents_in_force(kim, day=after)) == {team_consent, endless}


def test_consents_come_newest_first_in_one_query(as_ida, django_assert_num_queries):
    older = give(as_ida, as_ida.ida, from_on=YESTERDAY)
    newer = give(as_ida, as_ida.ida)

    with django_assert_num_queries(1):
        shown = [(c.pk, str(c.organisation or c.team)) for c in consents_of(as_ida.kim.citizen.pk)]

    team_consent = Consent.objects.get(team=as_ida.team_one)
    assert shown == [
        (newer.pk, "Jobcenter Aabenby"),
        (older.pk, "Jobcenter Aabenby"),
        (team_consent.pk, "Team et"),
    ]


def test_consents_are_asked_again_until_renewed_or_withdrawn(as_ida, django_assert_num_queries):
    kim = as_ida.kim.citizen.pk
    ending = give(as_ida, as_ida.ida)

    def asked(day, within=dt.timedelta(0)):
        return consents_to_ask_again([kim], day=day, within=within)

    with django_assert_num_queries(1):
        assert asked(TOMORROW) == [ending]
    assert asked(TODAY) == []
    assert asked(TODAY, within=dt.timedelta(days=1)) == [ending]
    assert asked(TOMORROW + dt.timedelta(days=400)) == [ending]
    longer = give(as_ida, as_ida.ida, until_on=TOMORROW + dt.timedelta(days=90))
    assert asked(TOMORROW) == []
    withdraw(longer, as_ida.ida)
    assert asked(TOMORROW) == [ending]
    withdraw(ending, as_ida.ida)
    assert asked(TOMORROW) == []


def test_consents_that_end_first_are_asked_again_first(as_ida):
    kim = as_ida.kim.citizen
    liv = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Liv")).citizen
    _renewed, first, last = (
        give(as_ida, as_ida.ida, citizen=citizen, until_on=TOMORROW + dt.timedelta(days=days))
        for citizen, days in ((kim, 0), (liv, 3), (kim, 5))
    )

    late = TOMORROW + dt.timedelta(days=400)
    asked = consents_to_ask_again([kim.pk, liv.pk], day=late, within=dt.timedelta(0))

    assert asked == [first, last]


def test_nobody_asks_the_dead_again(as_ida):
    give(as_ida, as_ida.ida)
    kim = as_ida.kim.citizen
    kim.save_changes({"died_on": TODAY}, version=kim.version)

    late = TOMORROW + dt.timedelta(days=400)
    assert consents_to_ask_again([kim.pk], day=late, within=dt.timedelta(0)) == []


def test_another_team_asks_nobody_again(cast):
    with acting(cast.ida.actor):
        give(cast, cast.ida)
    with acting(cast.omar.actor):
        late = TOMORROW + dt.timedelta(days=400)
        kim = cast.kim.citizen.pk
        assert consents_to_ask_again([kim], day=late, within=dt.timedelta(0)) == []


def test_consent_covers_all_at_a_partner_or_just_the_one_it_names(as_ida):
    who = {"by": as_ida.ida.actor, "at": NOW}
    per = add_person(id=new_id(), organisation=as_ida.job_centre, name="Per", **who)
    to_all, to_lise = give(as_ida, as_ida.ida), give(as_ida, as_ida.ida, person=as_ida.lise)

    assert [covers(one, as_ida.lise) for one in (to_all, to_lise)] == [True, True]
    assert [covers(one, per) for one in (to_all, to_lise)] == [True, False]
    assert not covers(Consent.objects.get(team=as_ida.team_one), per)


def test_what_was_renewed_is_not_asked_again_though_the_new_one_was_taken_back(as_ida):
    kim, soon = as_ida.kim.citizen.pk, dt.timedelta(days=30)
    ending = give(as_ida, as_ida.ida)
    to_lise = give(as_ida, as_ida.ida, person=as_ida.lise)
    assert set(consents_to_ask_again([kim], day=TODAY, within=soon)) == {ending, to_lise}

    renewed = renew(to_lise, as_ida.ida)
    withdraw(renewed, as_ida.ida)

    assert consents_to_ask_again([kim], day=TODAY, within=soon) == [ending]
    assert unrenewed(consents_of(kim), day=TODAY, within=soon) == [ending]
