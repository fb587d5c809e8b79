"""Er kommet forbi: one tap for the partner, news for the team, a sentence for the citizen."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.models import SignOfLife
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.partners import close
from tests.factories.sharing import let_citizen_in

TOMORROW = today() + dt.timedelta(days=1)


def page(cast):
    return reverse("partner:citizens:citizen", args=[cast.kim.citizen.pk])


def url(cast):
    return reverse("partner:citizens:sign", args=[cast.kim.citizen.pk])


def contacts(cast):
    return reverse("staff:contacts:page", args=[cast.kim.citizen.pk])


def tap(cast, who, **changes):
    sent = {"id": new_id(), "note": "", "seen_on": today().isoformat(), **changes}
    return browser(who).post(url(cast), sent)


def told(cast):
    with acting(cast.ida.actor):
        return [one.note for one in SignOfLife.objects.order_by("recorded_at")]


def ask(cast, who, lise, wanted="ja"):
    asked = {"person": lise.person.pk, "wanted": wanted}
    return browser(who).post(reverse("staff:signs:ask", args=[cast.kim.citizen.pk]), asked)


def test_one_tap_tells_the_team_and_twice_does_no_harm(cast, lise, consent):
    for _ in range(2):
        answer = tap(cast, lise)
        assert (answer.status_code, answer["Location"]) == (302, f"{page(cast)}#forbi")

    assert told(cast) == [""]
    assert "Du har fortalt det i dag." in words(browser(lise).get(page(cast)))
    assert "I dag Lise, Jobcenter Aabenby" in words(browser(cast.ida).get(contacts(cast)))
    news = words(browser(cast.ida).get(reverse("staff:today:page")))
    assert "Er kommet forbi" in news


def test_words_are_read_by_team_and_citizen(cast, lise, consent):
    tap(cast, lise, note="Fik en kop kaffe")
    kim = let_citizen_in(cast.kim, cast.ida)

    assert "Fik en kop kaffe" in words(browser(cast.ida).get(contacts(cast)))
    read = words(browser(kim).get(reverse("citizen:sharing:page")))
    assert "har sagt til dit team, at du kom forbi." in read
    assert "Fik en kop kaffe" in read


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"seen_on": (today() + dt.timedelta(days=1)).isoformat()},
            SharingRefusal.SIGN_TO_COME.label,
        ),
        ({"seen_on": "2020-01-01"}, SharingRefusal.SIGN_LONG_AGO.label),
        ({"note": "Set 010190-1234"}, SharingRefusal.CPR_NUMBER.label),
    ],
    ids=["to-come", "long-ago", "cpr"],
)
def test_refusal_keeps_what_was_typed(cast, lise, consent, changes, sentence):
    answer = tap(cast, lise, **{"note": "Kaffe", **changes})

    assert answer.status_code == 422
    assert sentence in words(answer)
    typed = {"note": "Kaffe", **changes}
    assert answer.context["page"].signs.form["note"].value() == typed["note"]
    assert told(cast) == []


def test_closed_door_gives_the_words_back(cast, lise, consent):
    close(consent, cast.ida)

    answer = tap(cast, lise, note="Hun sad på bænken")

    assert answer.status_code == 404
    assert "Hun sad på bænken" in words(answer)
    assert told(cast) == []


def test_team_asks_and_the_partner_reads_it(cast, lise, consent):
    shown = browser(cast.ida).get(contacts(cast))
    assert "Bed om at få det at vide" in words(shown)

    assert ask(cast, cast.ida, lise)["Location"].endswith("#livstegn")
    assert "Teamet vil gerne vide det" in words(browser(lise).get(page(cast)))
    assert "Bedt om at sige til siden" in words(browser(cast.ida).get(contacts(cast)))
    ask(cast, cast.ida, lise, wanted="nej")
    assert "Teamet vil gerne vide det" not in words(browser(lise).get(page(cast)))


def test_asking_whom_one_cannot_is_told(cast, lise, consent):
    close(consent, cast.ida)

    client = browser(cast.ida)
    asked = {"person": lise.person.pk, "wanted": "ja"}
    answer = client.post(reverse("staff:signs:ask", args=[cast.kim.citizen.pk]), asked, follow=True)
    assert "Personen kan ikke længere læse noget om borgeren." in words(answer)
    assert ask(cast, cast.omar, lise).status_code == 404
