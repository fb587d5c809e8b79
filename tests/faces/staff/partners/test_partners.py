"""Samarbejde: whom to call, what is agreed, and who has not answered."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.partners.actions import add_organisation, add_person, change_person
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.domain.sharing.actions import invite_partner
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ
from tests.factories.partnership import agree
from tests.factories.sharing import let_in

pytestmark = pytest.mark.django_db
PAGE = reverse("staff:partners:page")
DAY = dt.timedelta(days=1)


def at(name, key):
    return reverse(f"staff:partners:{name}", args=[key])


def typed_agreement(**changes):
    return {
        "id": new_id(),
        "content": "Vi ringer først",
        "contact_points": "",
        "status": "IN_FORCE",
        "agreed_on": str(today() - 30 * DAY),
        "review_on": str(today() + 90 * DAY),
        **changes,
    }


def test_page_shows_whom_to_call_and_how_it_stands_with_the_agreement(cast):
    with acting(cast.ida.actor):
        values = {"phone": "12 34 56 78", "is_resource": True}
        who = {"by": cast.ida.actor, "at": now()}
        change_person(person=cast.lise, values=values, version=1, **who)
        add_person(id=new_id(), organisation=cast.job_centre, name="Per", **who)
        agree(cast, cast.ida.actor)

    read = words(browser(cast.ida).get(PAGE))

    assert "Jobcenter Aabenby" in read
    assert "Aftalen skal ses efter" in read
    assert "Lise Jobkonsulent Ressourceperson 12 34 56 78" in read
    assert "Per" not in read.split("Ressourceperson")[1].split("Metoden")[0]


def test_partner_and_person_are_written_and_rewritten(cast):
    client = browser(cast.ida)
    sent = {"id": new_id(), "name": "Herberget", "kind": "SHELTER"}
    for _ in range(2):
        response = client.post(reverse("staff:partners:organisation_new"), sent)
        assert response.status_code == 302
    with acting(cast.ida.actor):
        shelter = PartnerOrganisation.objects.get(name="Herberget")
    per = {"id": new_id(), "name": "Per", "email": "per@herberget.example"}
    assert client.post(at("person_new", shelter.pk), per).status_code == 302
    with acting(cast.ida.actor):
        person = PartnerPerson.objects.get(name="Per")
    changed = {"version": 1, "name": "Per P.", "is_resource": "on"}
    assert client.post(at("person_edit", person.pk), changed).status_code == 302
    renamed = {"version": 1, "name": "Natherberget", "kind": "SHELTER"}
    assert client.post(at("organisation_edit", shelter.pk), renamed).status_code == 302

    read = words(client.get(at("organisation", shelter.pk)))
    assert "Natherberget" in read
    assert "Per P. Ressourceperson" in read


def test_name_that_is_taken_is_said_beside_it(cast):
    sent = {"id": new_id(), "name": cast.job_centre.name, "kind": "JOB_CENTRE"}

    refused = browser(cast.ida).post(reverse("staff:partners:organisation_new"), sent)

    assert refused.status_code == 422
    assert "Samarbejdspartneren står allerede i kartoteket." in words(refused)


def test_somebody_elses_save_is_noticed(cast):
    client, address = browser(cast.ida), at("person_edit", cast.lise.pk)
    client.post(address, {"version": 1, "name": "Lise Lund"})

    conflict = client.post(address, {"version": 1, "name": "Lise L."})

    assert conflict.status_code == 409
    assert "Lise Lund" in words(conflict)


def test_agreement_is_written_rewritten_and_ended(cast):
    client, address = browser(cast.ida), at("agreement", cast.job_centre.pk)
    sent = typed_agreement()
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    assert "Aftalen gælder" in words(client.get(at("organisation", cast.job_centre.pk)))

    again = typed_agreement(version=1, content="Vi ringer altid")
    assert client.post(address, again).status_code == 302
    assert client.post(address, again).status_code == 409
    ended = typed_agreement(version=2, content="Vi ringer altid", status="ENDED")
    assert client.post(address, ended).status_code == 302

    read = words(client.get(at("organisation", cast.job_centre.pk)))
    assert "Ingen aftale" in read
    assert "Tidligere aftaler" in read
    with acting(cast.ida.actor):
        assert CollaborationAgreement.objects.get().content == "Vi ringer altid"


def test_agreement_in_force_needs_its_days(cast):
    address = at("agreement", cast.job_centre.pk)

    refused = browser(cast.ida).post(address, typed_agreement(review_on=""))

    assert refused.status_code == 422
    assert "Skriv, hvornår I ser på aftalen igen." in words(refused)


def test_what_a_partner_is_for_is_written_and_rewritten(cast):
    client, address = browser(cast.ida), at("function", cast.job_centre.pk)
    sent = {"id": new_id(), "PARTNER_TASKS": "Finder job"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    changed = {"version": 1, "PARTNER_TASKS": "Finder praktik"}
    assert client.post(address, changed).status_code == 302
    assert client.post(address, changed).status_code == 409

    assert "Finder praktik" in words(client.get(at("organisation", cast.job_centre.pk)))
    refused = client.post(address, {"version": 2, "PARTNER_TASKS": "070761-4285"})
    assert refused.status_code == 422


def test_manager_reads_and_keeps_agreements(cast):
    client = browser(cast.mette)

    assert "Jobcenter Aabenby" in words(client.get(PAGE))
    door = reverse("staff:doors:partner", args=[cast.lise.pk])
    address = at("organisation", cast.job_centre.pk)
    assert door not in client.get(address).content.decode()
    assert door in browser(cast.ida).get(address).content.decode()
    assert client.post(at("agreement", cast.job_centre.pk), typed_agreement()).status_code == 302


def test_who_has_not_used_the_invitation_is_seen(cast):
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        lise = change_person(
            person=cast.lise, values={"email": "lise@partner.example"}, version=1, **who
        )
        long_ago = {"by": cast.ida.actor, "at": now() - 8 * DAY}
        invite_partner(id=new_id(), partner=lise, **long_ago)

    read = words(browser(cast.ida).get(PAGE))

    assert "Har ikke brugt invitationen fra" in read


def test_who_left_comes_last_and_is_not_called(cast):
    with acting(cast.ida.actor):
        PartnerPerson.objects.filter(pk=cast.lise.pk).update(
            left_on=today() - DAY, phone="12345678"
        )

    page = browser(cast.ida).get(at("organisation", cast.job_centre.pk))

    assert "Stoppet" in words(page)
    assert "12345678" not in words(page)


def test_partner_of_another_municipality_does_not_exist(cast):
    with acting(OPERATIONS):
        nik = employ("Nik", "Vikar")
    client = browser(nik)

    assert client.get(PAGE).status_code == 302
    for name in ("organisation", "organisation_edit", "agreement", "function", "person_new"):
        assert client.get(at(name, cast.job_centre.pk)).status_code == 404
    assert client.get(at("person_edit", cast.lise.pk)).status_code == 404


def test_page_asks_as_many_queries_whatever_the_number(cast):
    client, counts = browser(cast.ida), []
    for number in range(2):
        with acting(cast.ida.actor):
            who = {"by": cast.ida.actor, "at": now()}
            partner = add_organisation(
                id=new_id(),
                municipality=cast.municipality,
                kind="OTHER",
                name=f"Partner {number}",
                **who,
            )
            add_person(id=new_id(), organisation=partner, name="Per", **who)
            agree(cast, cast.ida.actor, organisation=partner)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_new_e_mail_says_what_somebody_still_logs_in_with(cast):
    """The address changes where letters go, and not the name of the login or the invitation."""
    client, address = browser(cast.ida), at("person_edit", cast.lise.pk)
    assert "logger stadig ind" not in words(client.get(address))
    lise = let_in(cast.lise, cast.ida)
    assert "Personen logger stadig ind som lise@partner.example" in words(client.get(address))

    answer = client.post(
        address, {"version": lise.person.version, "name": "Lise", "email": "ny@job.example"}
    )

    page = words(client.get(answer["Location"]))
    assert "Lise logger stadig ind som lise@partner.example." in page
    with acting(cast.ida.actor):
        assert PartnerPerson.objects.get(pk=cast.lise.pk).user.username == "lise@partner.example"


def test_new_e_mail_says_what_the_invitation_leads_to(cast):
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        lise = change_person(person=cast.lise, values={"email": "l@job.example"}, version=1, **who)
        invite_partner(id=new_id(), partner=lise, **who)

    page = words(browser(cast.ida).get(at("person_edit", lise.pk)))

    assert "Personen logger stadig ind som l@job.example" in page
