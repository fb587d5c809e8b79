"""Start et forløb: a person, a course and a yes, all or nothing, and nothing typed is lost."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.choices import CitizenRefusal, CprRefusal
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import cpr_of
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import RecordRefusal
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, STARTED_ON

URL = "/borgere/nyt-forloeb/"


def typed(cast, **changes):
    return {
        "id": new_id(),
        "citizen_id": new_id(),
        "given_name": "Vita",
        "family_name": "Holm",
        "cpr": "",
        "born_on": "1970-05-04",
        "gender": "UNKNOWN",
        "address": "Åvej 2",
        "phone": "",
        "email": "",
        "preferred_channel": "VISIT",
        "language": "Dansk",
        "reading_needs": "",
        "team": cast.team_one.pk,
        "started_on": "2025-05-05",
        "legal_basis": "SEL_85",
        "origin": "Opsøgende medarbejder",
        "consent_how_given": "ORALLY",
        **changes,
    }


def test_start_writes_the_person_the_course_and_the_consent(cast):
    sent = typed(cast, cpr="010170-1234", has_protected_address="on")

    response = browser(cast.ida).post(URL, sent)

    overview = reverse("staff:citizens:overview", args=[sent["citizen_id"]])
    assert (response.status_code, response["Location"]) == (302, overview)
    with acting(cast.ida.actor):
        course = Course.objects.select_related("citizen").get(pk=sent["id"])
        consent = Consent.objects.get(citizen_id=sent["citizen_id"])
        number = cpr_of(course.citizen)
    assert (course.team_id, course.started_on) == (cast.team_one.pk, dt.date(2025, 5, 5))
    assert (str(course.citizen), number) == ("Vita Holm", "010170-1234")
    assert course.citizen.has_protected_address
    assert (consent.team_id, consent.how_given) == (cast.team_one.pk, "ORALLY")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"given_name": ""}, "Fornavn: Dette felt er påkrævet."),
        ({"given_name": "a" * 81}, "Fornavn: Denne værdi må højst have 80 tegn"),
        ({"cpr": "1234"}, CprRefusal.FORMAT.label),
        ({"cpr": "320170-1234"}, CprRefusal.DATE.label),
        ({"cpr": KIMS_CPR}, CprRefusal.KNOWN.label),
        ({"born_on": "31.02.1970"}, "Skriv en dato, der findes"),
        ({"born_on": "2099-01-01"}, CitizenRefusal.BORN_IN_FUTURE.label),
        ({"born_on": "1899-01-01"}, CitizenRefusal.TOO_OLD.label),
        ({"email": "vita"}, "Skriv en hel e-mailadresse"),
        ({"started_on": "2099-01-01"}, CourseRefusal.FUTURE_START.label),
        ({"started_on": ""}, "Forløbet starter: Dette felt er påkrævet."),
        ({"consent_how_given": ""}, "Et forløb starter med borgerens ja."),
        ({"team": new_id()}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_start_refuses_in_danish_beside_the_field_and_keeps_everything(cast, changes, said):
    sent = typed(cast, **changes)

    response = browser(cast.ida).post(URL, sent)

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == {
        name: str(value) for name, value in changes.items()
    }
    assert "Opsøgende medarbejder" in response.content.decode()
    with acting(cast.ida.actor):
        assert not Citizen.objects.filter(given_name="Vita").exists()


def test_start_in_a_team_of_others_is_no_choice(cast):
    response = browser(cast.ida).post(URL, typed(cast, team=cast.team_two.pk))

    assert response.status_code == 422
    assert "Valget findes ikke længere. Vælg igen." in words(response)


def test_start_sent_twice_is_one_person(cast):
    client, sent = browser(cast.ida), typed(cast, cpr="010170-1234")

    answers = [client.post(URL, sent) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [answers[0]["Location"]] * 2
    with acting(cast.ida.actor):
        assert Citizen.objects.filter(given_name="Vita").count() == 1


@pytest.mark.parametrize("whose", ["mine", "another team's"])
def test_start_under_a_key_that_is_taken_keeps_everything_and_tells_nothing(cast, whose):
    client = browser(cast.ida)
    mine = typed(cast)
    client.post(URL, mine)
    key = mine["citizen_id"] if whose == "mine" else cast.noor.citizen.pk

    refused = client.post(URL, typed(cast, citizen_id=key))

    form = refused.context["form"]
    assert refused.status_code == 422
    assert form.non_field_errors() == [RecordRefusal.ID_TAKEN.label]
    assert "Opsøgende medarbejder" in refused.content.decode()
    keys = {name: form.data[name] for name in ("id", "citizen_id")}
    assert client.post(URL, typed(cast, **keys)).status_code == 302


def test_start_sent_again_with_other_words_is_another_person(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(URL, sent)

    refused = client.post(URL, sent | {"given_name": "Vera"})

    assert refused.status_code == 422
    assert RecordRefusal.SAVED_OTHERWISE.label in words(refused)
    keys = {key: refused.context["form"].data[key] for key in ("id", "citizen_id")}
    assert client.post(URL, sent | {"given_name": "Vera"} | keys).status_code == 302


def test_start_begins_today_in_ones_own_team(cast):
    form = browser(cast.ida).get(URL).context["form"]

    assert form.initial["started_on"] == today() > STARTED_ON
    assert [label for _key, label in form.fields["team"].choices] == ["Team et"]


def test_start_is_not_for_those_without_a_team(cast):
    assert browser(cast.mette).get(URL).status_code == 404
