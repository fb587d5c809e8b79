"""Hvem ser hvad: what is open to whom, stopped in two presses, and who has looked."""

import datetime as dt

from django.urls import reverse

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.actions import add_organisation, change_employer
from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.sharing.queries import opened_citizens
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import words
from tests.factories.sharing import let_citizen_in, let_in, open_to

URL = reverse("citizen:sharing:page")


def stop(consent):
    return reverse("citizen:sharing:stop", args=[consent.pk])


def look(case, by, what, reason=""):
    with acting(by.actor):
        log_access(citizens=[case.citizen.pk], what=what, reason=reason, by=by.actor, at=now())


def test_what_is_open_is_told_in_sentences(cast, phone):
    until = today() + dt.timedelta(days=60)
    open_to(
        cast.job_centre,
        cast.kim,
        cast.ida,
        scope=["GOALS", "APPOINTMENTS"],
        until_on=until,
        purpose="Et godt job",
    )

    read = words(phone.get(URL))

    assert "Jobcenter Aabenby De kan se: dit mål: En tur om ugen dine aftaler" in read
    assert f"Det bruger de til: Et godt job Det gælder til {written_day(until)}." in read
    assert "hvor du bor" not in read


def test_citizen_with_a_protected_address_reads_that_nobody_sees_it(cast, phone):
    with acting(cast.ida.actor):
        kim = Citizen.objects.get(pk=cast.kim.citizen.pk)
        kim.save_changes({"has_protected_address": True}, version=kim.version)
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["CONTACT_INFORMATION"], goals=[])

    read = words(phone.get(URL))

    assert "De kan se: hvordan de får fat i dig, men ikke hvor du bor dit navn" in read


def test_without_a_chosen_goal_they_see_the_name_and_nobodys_doings(cast, phone):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS", "ACTIVITIES"], goals=[])

    read = words(phone.get(URL))

    assert "De kan se: dit navn, og hvem de kan ringe til i dit team Det bruger de til" in read


def test_nothing_open_is_told(phone):
    assert "Lige nu kan ingen andre se din plan." in words(phone.get(URL))


def test_consent_to_one_person_names_them(cast, phone):
    open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise)

    assert "Lise fra Jobcenter Aabenby" in words(phone.get(URL))


def test_sharing_is_stopped_with_a_second_press_on_the_same_page(cast, phone):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    lise = let_in(cast.lise, cast.ida)
    assert stop(consent) not in phone.get(URL).content.decode()
    asked = phone.get(URL, {"stop": str(consent.pk)})
    assert stop(consent) in asked.content.decode()

    for _ in range(2):
        answer = phone.post(stop(consent), {"version": consent.version})
        assert (answer.status_code, answer["Location"]) == (302, URL)

    assert "Det er stoppet. Jobcenter Aabenby kan ikke se mere." in words(phone.get(URL))
    with acting(lise.actor):
        assert opened_citizens() == []


def test_consent_that_was_changed_meanwhile_is_asked_about_again(cast, phone):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)

    answer = phone.post(stop(consent), {"version": 7})

    assert answer.status_code == 409
    assert "En anden har rettet det imens." in words(answer)


def test_yes_to_the_team_and_another_citizens_consents_are_not_there(cast, phone):
    with acting(cast.ida.actor):
        team = Consent.objects.get(citizen=cast.kim.citizen, team=cast.team_one)
    other = open_to(cast.job_centre, cast.noor, cast.omar, goals=[cast.noor.goal.pk])

    for consent in (team, other):
        assert phone.post(stop(consent), {"version": 1}).status_code == 404


def test_who_has_looked_is_told_without_names(cast, phone):
    open_to(cast.job_centre, cast.kim, cast.ida)
    lise = let_in(cast.lise, cast.ida)
    for _ in range(2):
        look(cast.kim, cast.ida, "Adresse", reason="Akut besøg")
    look(cast.kim, lise, "Fælles plan")
    look(cast.noor, cast.omar, "Noget andet")
    phone.get(reverse("citizen:plan:page"))

    read = words(phone.get(URL))

    assert read.count("En fra dit team så: Adresse. Fordi: Akut besøg") == 1
    assert "En fra Jobcenter Aabenby så: Fælles plan." in read
    assert "Ida" not in read
    assert "Lise" not in read
    assert "Noget andet" not in read
    assert "så: Min plan" not in read


def test_who_looked_is_told_from_where_they_looked_then(cast, phone):
    open_to(cast.job_centre, cast.kim, cast.ida)
    lise = let_in(cast.lise, cast.ida)
    look(cast.kim, lise, "Fælles plan")
    by = {"by": cast.ida.actor, "at": now()}
    with acting(cast.ida.actor):
        shelter = add_organisation(
            id=new_id(),
            municipality=cast.job_centre.municipality,
            kind=PartnerKind.SHELTER,
            name="Herberget",
            **by,
        )
        change_employer(
            id=new_id(),
            person=lise.person,
            organisation=shelter,
            version=lise.person.version,
            **by,
        )

    read = words(phone.get(URL))

    assert "En fra Jobcenter Aabenby så: Fælles plan." in read
    assert "Herberget" not in read


def test_another_citizen_sees_nothing_of_it(cast, client):
    open_to(cast.job_centre, cast.kim, cast.ida)
    noor = let_citizen_in(cast.noor, cast.omar)
    client.force_login(noor.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert "Jobcenter" not in words(client.get(URL))
