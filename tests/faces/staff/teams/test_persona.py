"""Om mig: one's own words, on Teamet for everybody."""

from django.urls import reverse

from hjemmebane.domain.teams.actions import change_persona
from hjemmebane.domain.teams.queries import persona_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW

PERSONA, TEAM = "staff:teams:persona", "staff:teams:page"
SENT = {"can_help_with": "", "asked_about": "", "about_me": "Har en hund", "reached_how": "Sms"}


def test_persona_is_written_once_and_stands_on_the_team_page(cast):
    client, sent = browser(cast.ida), {"id": new_id(), **SENT}

    for _ in range(2):
        assert client.post(reverse(PERSONA), sent).status_code == 302

    read = words(browser(cast.bo).get(reverse(TEAM)))
    assert "Lidt om mig Har en hund" in read
    assert "Det kan jeg hjælpe med" not in read


def test_persona_is_changed_and_two_texts_meet(cast):
    client = browser(cast.ida)
    client.post(reverse(PERSONA), {"id": new_id(), **SENT})
    with acting(cast.ida.actor):
        mine = persona_of(cast.ida.staff_member.pk)
        values = {"about_me": "Har to hunde"}
        change_persona(persona=mine, values=values, version=1, by=cast.ida.actor, at=NOW)

    response = client.post(
        reverse(PERSONA), {**SENT, "id": "", "version": 1, "about_me": "Har en kat"}
    )

    assert response.status_code == 409
    assert "Har to hunde" in words(response)
    sent = {**SENT, "id": "", "version": 2, "about_me": "Har en kat"}
    assert client.post(reverse(PERSONA), sent).status_code == 302
    assert "Har en kat" in words(client.get(reverse(TEAM)))


def test_too_much_is_refused_and_kept(cast):
    sent = {"id": new_id(), **SENT, "about_me": "x" * 601}

    response = browser(cast.ida).post(reverse(PERSONA), sent)

    assert response.status_code == 422
    assert response.context["form"]["about_me"].value() == "x" * 601
