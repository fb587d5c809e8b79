"""Letting somebody in: the letter says nothing, and the page says truthfully whether it went."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import invitation_code
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.sharing import let_citizen_in, let_in

NOBODY_THERE = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 2},
    }
}
CODE = re.compile(r"\b\w{4}-\w{4}-\w{4}\b")


@pytest.fixture
def lise(cast):
    with acting(cast.ida.actor):
        return cast.lise.save_changes({"email": "lise@partner.example"}, version=1)


@pytest.fixture
def ida(cast):
    return browser(cast.ida)


def door(person, verb=""):
    return reverse(f"staff:doors:partner{verb}", args=[person.pk])


def citizens_door(cast, verb=""):
    return reverse(f"staff:doors:citizen{verb}", args=[cast.kim.citizen.pk])


def invite(client, person, callbacks, **sent):
    with callbacks(execute=True):
        return client.post(door(person, "_invite"), {"id": new_id(), **sent})


def only_invitation(cast):
    with acting(cast.ida.actor):
        return Invitation.objects.get()


# ------------------------------------------------------------------ a partner
def test_partner_is_asked_by_a_letter_that_says_nothing(
    cast, ida, lise, django_capture_on_commit_callbacks
):
    answer = invite(ida, lise, django_capture_on_commit_callbacks)

    [letter] = mail.outbox
    invitation = only_invitation(cast)
    assert answer["Location"] == door(lise)
    assert letter.to == ["lise@partner.example"]
    assert f"/invitation/{invitation_code(invitation.pk)}/" in letter.body
    personal = ("Kim", "Krog", "Lise", "Ida", "Noor", "borger", "job")
    assert [word for word in personal if word in letter.subject + letter.body] == []
    assert invitation.mailed_at


def test_page_says_when_the_letter_went_and_shows_the_link(
    cast, ida, lise, django_capture_on_commit_callbacks
):
    invite(ida, lise, django_capture_on_commit_callbacks)

    page = ida.get(door(lise))

    assert "Mailen blev sendt" in words(page)
    assert invitation_code(only_invitation(cast).pk) in page.content.decode()


def test_letter_that_failed_loses_no_invitation(
    cast, ida, lise, settings, django_capture_on_commit_callbacks
):
    settings.MAILERS = NOBODY_THERE
    invite(ida, lise, django_capture_on_commit_callbacks)

    page = words(ida.get(door(lise)))

    assert "Mailen er ikke sendt. Giv linket videre på en anden måde" in page
    assert only_invitation(cast).mailed_at is None


@pytest.mark.parametrize(
    ("mailers", "sentence"),
    [
        (None, "Derfor står linket kun i mailen"),
        (NOBODY_THERE, "Mailen er ikke sendt. Prøv igen senere, eller ring til jeres it-drift."),
    ],
)
def test_new_key_to_who_has_come_in_is_shown_to_nobody(
    cast, ida, lise, settings, django_capture_on_commit_callbacks, mailers, sentence
):
    """Citizens of other teams lie behind that door too."""
    person = let_in(lise, cast.ida).person
    settings.MAILERS = mailers or settings.MAILERS
    invite(ida, person, django_capture_on_commit_callbacks)
    with acting(cast.ida.actor):
        invitation = Invitation.objects.get(accepted_at=None)

    page = ida.get(door(person))

    assert sentence in words(page)
    assert invitation_code(invitation.pk) not in page.text


@pytest.mark.parametrize(
    ("is_away", "sentence"),
    [
        (False, "Invitationen er sendt."),
        (True, "Invitationen er lavet, men mailen blev ikke sendt."),
    ],
)
def test_next_page_tells_whether_it_went(committed_db, cast, settings, is_away, sentence):
    """The letter goes when the transaction has ended, and before the answer."""
    with acting(cast.ida.actor):
        lise = cast.lise.save_changes({"email": "lise@partner.example"}, version=1)
    if is_away:
        settings.MAILERS = NOBODY_THERE
    client = browser(cast.ida)

    client.post(door(lise, "_invite"), {"id": new_id()})

    assert sentence in words(client.get(door(lise)))


def test_house_that_sends_no_letters_says_so(
    cast, ida, lise, settings, django_capture_on_commit_callbacks
):
    settings.SENDS_EMAIL = False
    invite(ida, lise, django_capture_on_commit_callbacks)

    assert "Her sendes ingen e-mail." in words(ida.get(door(lise)))


def test_form_sent_twice_is_one_letter(cast, ida, lise, django_capture_on_commit_callbacks):
    sent = {"id": new_id()}
    for _ in range(2):
        invite(ida, lise, django_capture_on_commit_callbacks, **sent)

    assert len(mail.outbox) == 1


def test_nobody_without_email_is_asked(cast, ida, django_capture_on_commit_callbacks):
    answer = invite(ida, cast.lise, django_capture_on_commit_callbacks)

    assert answer.status_code == 422
    assert "Skriv først en e-mail på personen i kartoteket." in words(answer)
    assert mail.outbox == []


def test_invitation_is_taken_back(cast, ida, lise, django_capture_on_commit_callbacks):
    invite(ida, lise, django_capture_on_commit_callbacks)
    version = only_invitation(cast).version

    ida.post(door(lise, "_cancel"), {"version": version})

    assert only_invitation(cast).cancelled_at
    assert not CODE.search(words(ida.get(door(lise))))


def test_stale_page_takes_nothing_back(cast, ida, lise, django_capture_on_commit_callbacks):
    invite(ida, lise, django_capture_on_commit_callbacks)

    answer = ida.post(door(lise, "_cancel"), {"version": 9})

    assert answer.status_code == 409
    assert only_invitation(cast).cancelled_at is None


def test_nothing_is_left_to_take_back(ida, lise):
    assert ida.post(door(lise, "_cancel"), {"version": 1})["Location"] == door(lise)


def test_partner_who_stops_is_shut_out_at_once(cast, ida):
    lise = let_in(cast.lise, cast.ida)

    ida.post(door(cast.lise, "_leave"), {"version": lise.person.version})

    page = words(ida.get(door(cast.lise)))
    assert "Intet er åbent længere." in page
    assert "Send en ny invitation" not in page
    assert ida.get(door(cast.lise, "_move")).status_code == 404


def test_partner_begins_elsewhere(cast, ida):
    lise = let_in(cast.lise, cast.ida)
    with acting(cast.ida.actor):
        shelter = add_organisation(
            id=new_id(),
            municipality=cast.municipality,
            kind="SHELTER",
            name="Herberget",
            by=cast.ida.actor,
            at=now(),
        )
    typed = {
        "id": new_id(),
        "version": lise.person.version,
        "organisation": shelter.pk,
        "email": "lise@herberg.example",
    }

    answer = ida.post(door(cast.lise, "_move"), typed)

    with acting(cast.ida.actor):
        moved = PartnerPerson.objects.get(organisation=shelter)
        old = PartnerPerson.objects.get(pk=cast.lise.pk)
    assert answer["Location"] == door(moved)
    assert (moved.user_id, old.user_id, old.left_on) == (lise.user.pk, None, today())


def test_somebody_in_no_team_lets_nobody_in(cast):
    assert browser(cast.mette).get(door(cast.lise)).status_code == 404


# ------------------------------------------------------------------ a citizen
def test_citizens_code_is_on_the_page_to_be_printed(cast, ida):
    ida.post(citizens_door(cast, "_invite"), {"id": new_id()})

    page = words(ida.get(citizens_door(cast)))

    assert invitation_code(only_invitation(cast).pk) in page
    assert "http://testserver/min-plan/kom-ind/" in page


def test_citizens_code_is_taken_back(cast, ida):
    ida.post(citizens_door(cast, "_invite"), {"id": new_id()})
    version = only_invitation(cast).version

    ida.post(citizens_door(cast, "_cancel"), {"version": version})

    assert not CODE.search(words(ida.get(citizens_door(cast))))
    assert ida.post(citizens_door(cast, "_cancel"), {"version": version}).status_code == 302


def test_lost_telephone_is_shut_out(cast, ida):
    kim = let_citizen_in(cast.kim, cast.ida)
    assert kim.user.username in words(ida.get(citizens_door(cast)))

    ida.post(citizens_door(cast, "_close"), {"id": new_id()})

    assert "Adgangen er lukket. En ny kode åbner den igen." in words(ida.get(citizens_door(cast)))
    assert not User.objects.get(pk=kim.user.pk).is_active


def test_what_is_not_open_is_not_shut(cast, ida):
    answer = ida.post(citizens_door(cast, "_close"), {"id": new_id()})

    assert answer.status_code == 422
    assert "Borgeren har ingen åben adgang." in words(answer)


def test_network_page_leads_to_the_door(cast, ida):
    page = ida.get(reverse("staff:citizens:network", args=[cast.kim.citizen.pk]))

    assert citizens_door(cast) in page.content.decode()


@pytest.mark.parametrize("verb", ["", "_invite", "_cancel", "_close"])
def test_another_team_finds_no_door(cast, verb):
    client = browser(cast.omar)
    method = client.post if verb else client.get

    assert method(citizens_door(cast, verb), {"id": new_id()}).status_code == 404
