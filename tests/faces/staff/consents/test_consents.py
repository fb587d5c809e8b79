"""Samtykker: given to a partner, taken back in one step."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.consents.choices import ConsentRefusal
from hjemmebane.domain.consents.models import Consent
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, element, words


def address(cast, name, *args):
    return reverse(f"staff:consents:{name}", args=[cast.kim.citizen.pk, *args])


def typed(cast, **changes):
    return {
        "id": new_id(),
        "recipient": cast.job_centre.pk,
        "scope": ["GOALS", "ACTIVITIES"],
        "purpose": "Så jobcentret kender målene",
        "how_given": "ORALLY",
        "from_on": "2025-05-05",
        "until_on": "",
        **changes,
    }


def network(cast):
    return reverse("staff:citizens:network", args=[cast.kim.citizen.pk])


def given(cast):
    with acting(cast.ida.actor):
        return list(Consent.objects.filter(organisation=cast.job_centre))


def test_consent_is_given_once_and_stands_on_the_page(cast):
    client, sent = browser(cast.ida), typed(cast)

    for _ in range(2):
        response = client.post(address(cast, "new"), sent)
        assert (response.status_code, response["Location"]) == (302, network(cast))

    assert [consent.scope for consent in given(cast)] == [["GOALS", "ACTIVITIES"]]
    read = words(client.get(network(cast)))
    assert "Jobcenter Aabenby Mundtligt, 5. maj 2025 Gælder" in read


def test_consent_offers_the_partners_and_not_the_teams_own_work(cast):
    form = browser(cast.ida).get(address(cast, "new")).context["form"]

    assert [label for _key, label in form.fields["recipient"].choices] == [
        "Vælg …",
        "Jobcenter Aabenby",
    ]
    assert "TEAM_WORK" not in dict(form.fields["scope"].choices)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"recipient": ""}, "Til: Dette felt er påkrævet."),
        ({"scope": []}, "Vælg mindst én ting, som samtykket åbner for."),
        ({"scope": ["TEAM_WORK"]}, "Valget findes ikke længere. Vælg igen."),
        ({"purpose": "Hjælp\0"}, "Der er et tegn i teksten, som ikke kan gemmes."),
        ({"purpose": ""}, "Hvad skal det bruges til: Dette felt er påkrævet."),
        ({"from_on": "2099-01-01"}, ConsentRefusal.FUTURE_START.label),
        ({"until_on": "2025-05-04"}, ConsentRefusal.ENDS_BEFORE_START.label),
        ({"until_on": str(today() - dt.timedelta(days=1))}, ConsentRefusal.ALREADY_OVER.label),
        ({"until_on": "for evigt"}, "Skriv en dato, der findes"),
    ],
)
def test_consent_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(address(cast, "new"), typed(cast, **changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert given(cast) == []


def test_consent_is_withdrawn_in_place_and_for_good(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    url = address(cast, "withdraw", sent["id"])

    part = client.post(url, {"version": 1}, headers=HTMX)
    again = client.post(url, {"version": 2})

    assert "Trukket tilbage" in words(part)
    assert element(part, "samtykke") == element(client.get(network(cast)), "samtykke")
    assert again.status_code == 422
    assert ConsentRefusal.ALREADY_WITHDRAWN.label in words(again)


def test_what_is_in_force_stands_before_what_was_taken_back(cast):
    client, newest = browser(cast.ida), typed(cast, from_on="2025-05-06", purpose="Fortrudt")
    for sent in (newest, typed(cast, purpose="Gælder endnu")):
        client.post(address(cast, "new"), sent)
    client.post(address(cast, "withdraw", newest["id"]), {"version": 1})

    read = words(client.get(network(cast)))

    assert read.index("Gælder endnu") < read.index("Fortrudt")


def test_consent_is_not_withdrawn_from_a_stale_page(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)

    response = client.post(address(cast, "withdraw", sent["id"]), {"version": 9})

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)
    assert [consent.withdrawn_at for consent in given(cast)] == [None]


def test_the_teams_own_consent_cannot_be_withdrawn_here(cast):
    with acting(cast.ida.actor):
        own = Consent.objects.get(team=cast.team_one)

    response = browser(cast.ida).post(address(cast, "withdraw", own.pk), {"version": 1})

    assert response.status_code == 422
    assert ConsentRefusal.ENDS_COURSE.label in words(response)


def test_consent_of_another_team_does_not_exist(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)

    stolen = browser(cast.omar).post(address(cast, "withdraw", sent["id"]), {"version": 1})
    unknown = client.post(address(cast, "withdraw", new_id()), {"version": 1})

    assert (stolen.status_code, unknown.status_code) == (404, 404)


def test_consent_that_soon_runs_out_is_asked_again_and_then_no_more(cast):
    client, soon = browser(cast.ida), today() + dt.timedelta(days=30)
    client.post(address(cast, "new"), typed(cast, until_on=str(soon)))

    page, board = client.get(network(cast)), client.get("/tavlen/")
    client.post(address(cast, "new"), typed(cast, purpose="Stadig ja"))

    said = "Spørg igen: Kim Krog: samtykket til Jobcenter Aabenby udløber"
    assert "Spørg igen om Jobcenter Aabenby" in words(page)
    assert said in words(board)
    assert "Spørg igen" not in words(client.get(network(cast)))
    assert "Spørg igen" not in words(client.get("/tavlen/"))
