"""A partner turns letters about news off and on again."""

from django.test import Client
from django.urls import reverse

from hjemmebane.domain.sharing.queries import wants_letters
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import words
from tests.factories.sharing import hire

PAGE = "partner:notices:mail"


def test_letters_are_turned_off_and_on(lise):
    client = Client()
    client.force_login(lise.user)
    page = words(client.get(reverse(PAGE)))
    assert "Du får en mail, når der er nyt. Højst én om dagen." in page
    assert "Den går til lise@partner.example." in page

    answer = client.post(reverse(PAGE), {"mail": "nej"}, follow=True)
    assert "Du får ingen mail mere." in words(answer)
    with acting(lise.actor):
        assert not wants_letters()

    answer = client.post(reverse(PAGE), {"mail": "ja"}, follow=True)
    assert "Du får en mail, når der er nyt." in words(answer)
    with acting(lise.actor):
        assert wants_letters()


def test_partner_without_an_address_is_told_whom_to_tell(cast):
    per, client = hire(cast.job_centre, "Per", cast.ida), Client()
    with acting(cast.ida.actor):
        per.person.save_changes({"email": ""}, version=per.person.version)
    client.force_login(per.user)

    assert "Der er ingen e-mail på dig." in words(client.get(reverse(PAGE)))


def test_who_has_left_is_told_so(cast, lise):
    client = Client()
    client.force_login(lise.user)
    with acting(cast.ida.actor):
        lise.person.save_changes({"left_on": "2026-01-01"}, version=lise.person.version)

    answer = client.post(reverse(PAGE), {"mail": "nej"}, follow=True)

    assert "Du er ikke længere tilknyttet." in words(answer)
