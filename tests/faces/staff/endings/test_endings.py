"""Afslutning: written with the citizen, carried out, taken back, and a death asked about twice."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.consents.choices import ConsentRefusal
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.courses.actions import begin_ending, change_ending
from hjemmebane.domain.courses.choices import CourseRefusal, EndingReason, EndingRefusal, Place
from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.queries import ending_of, transition_staff_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW
from tests.factories.courses import ENDING

OVERVIEW = "staff:citizens:overview"


def address(cast, name="page", route="staff:endings"):
    return reverse(f"{route}:{name}", args=[cast.kim.citizen.pk])


def typed(cast, **changes):
    return {
        "id": new_id(),
        "reason": "GOALS_REACHED",
        "begun_on": today(),
        "explanation": "",
        "own_needs": "En at ringe til om søndagen",
        "results_to_keep": "- Ringer selv til lægen\nBetaler huslejen",
        "transition_plan": "",
        "next_provider": cast.job_centre.pk,
        "next_contact": "Lise",
        "transition_until": "",
        "staff": [cast.ida.staff_member.pk],
        **changes,
    }


def begun(cast, **values):
    with acting(cast.ida.actor):
        return begin_ending(
            id=new_id(),
            course=cast.kim.course,
            values={**ENDING, **values},
            by=cast.ida.actor,
            at=NOW,
        )


def course_of(cast):
    with acting(cast.ida.actor):
        return Course.objects.get(pk=cast.kim.course.pk)


def ending_now(cast):
    with acting(cast.ida.actor):
        return ending_of(cast.kim.course.pk)


def post(cast, name, **sent):
    return browser(cast.ida).post(address(cast, name), sent)


def agree(cast):
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Kaffe på torvet",
            starts_at=now() + dt.timedelta(days=3),
            ends_at=None,
            place=Place.HOME,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )


def test_ending_is_begun_once_and_stands_on_the_page(cast):
    client, sent = browser(cast.ida), typed(cast)

    for _ in range(2):
        response = client.post(address(cast, "begin"), sent)
        assert (response.status_code, response["Location"]) == (302, address(cast))

    ending = ending_now(cast)
    with acting(cast.ida.actor):
        staying = [row.staff_member.name for row in transition_staff_of(ending)]
    assert (ending.next_provider, staying) == (cast.job_centre, ["Ida"])
    read = words(client.get(address(cast)))
    for told in ("Målene er nået", "En at ringe til om søndagen", "Betaler huslejen", "Lise"):
        assert told in read
    assert course_of(cast).is_open


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "Hvorfor slutter forløbet: Dette felt er påkrævet."),
        ({"reason": "DIED"}, "Valget findes ikke længere. Vælg igen."),
        ({"begun_on": "2099-01-01"}, CourseRefusal.FUTURE.label),
        ({"begun_on": "2020-01-01"}, CourseRefusal.BEFORE_COURSE.label),
        ({"transition_until": "2024-01-01"}, EndingRefusal.TRANSITION_REVERSED.label),
    ],
)
def test_ending_is_refused_in_danish_and_kept(cast, changes, said):
    sent = typed(cast, **changes)

    response = post(cast, "begin", **sent)

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert form["own_needs"].value() == "En at ringe til om søndagen"
    assert ending_now(cast) is None


def test_two_who_write_at_once_both_keep_their_words(cast):
    ending = begun(cast)
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        change_ending(
            ending=Ending.objects.get(pk=ending.pk),
            values={"own_needs": "Fred"},
            staff=[],
            version=1,
            by=cast.ida.actor,
            at=NOW,
        )

    sent = {**typed(cast), "version": 1}
    response = client.post(address(cast, "write"), sent)
    assert response.status_code == 409
    assert "Fred" in words(response)
    assert "En at ringe til om søndagen" in words(response)

    sent["version"] = response.context["form"]["version"].value()
    assert client.post(address(cast, "write"), sent).status_code == 302
    assert ending_now(cast).own_needs == "En at ringe til om søndagen"


def test_course_ends_with_its_appointments_and_stays_readable(cast):
    agree(cast)
    begun(cast)
    sent = {"ended_on": today(), "version": course_of(cast).version}

    response = post(cast, "end", **sent)

    assert (response.status_code, response["Location"]) == (302, address(cast))
    assert course_of(cast).ended_on == today()
    with acting(cast.ida.actor):
        assert [a.status for a in Appointment.objects.all()] == [AppointmentStatus.CANCELLED]
    client = browser(cast.ida)
    read = words(client.get(address(cast, "overview", "staff:citizens")))
    assert cast.kim.wish.text in read
    assert "Log kontakt" not in read
    assert "Kaffe på torvet" not in read
    assert cast.kim.citizen.given_name not in words(client.get(reverse("staff:board:page")))
    found = words(client.post(reverse("staff:citizens:search"), {"words": "Kim"}))
    assert "Team et, afsluttet" in found


@pytest.mark.parametrize(
    ("day", "said"),
    [("2099-01-01", EndingRefusal.FUTURE.label), ("2020-01-01", EndingRefusal.BEFORE_START.label)],
)
def test_end_on_an_impossible_day_is_refused(cast, day, said):
    begun(cast)

    response = post(cast, "end", ended_on=day, version=course_of(cast).version)

    assert response.status_code == 422
    assert said in words(response)
    assert course_of(cast).is_open


def test_end_that_was_not_begun_or_comes_twice_is_refused(cast):
    version = course_of(cast).version
    response = post(cast, "end", ended_on=today(), version=version)
    assert EndingRefusal.NOT_BEGUN.label in words(response)

    begun(cast)
    assert post(cast, "end", ended_on=today(), version=version).status_code == 302
    response = post(cast, "end", ended_on=today(), version=version)
    assert response.status_code == 422
    assert CourseRefusal.ALREADY_ENDED.label in words(response)


def test_ending_is_taken_off_the_table(cast):
    ending = begun(cast)

    assert post(cast, "call_off", version=ending.version).status_code == 302

    assert ending_now(cast) is None


def test_withdrawal_says_what_happens_and_is_not_called_off(cast):
    client = browser(cast.ida)
    network = words(client.get(address(cast, "network", "staff:citizens")))
    assert "Borgeren trækker samtykket til teamet tilbage" in network
    assert "bliver lukket ude nu" in words(client.get(address(cast, "take_back")))

    assert post(cast, "take_back", id=new_id(), explanation="").status_code == 302

    ending = ending_now(cast)
    assert ending.reason == EndingReason.CONSENT_WITHDRAWN
    with acting(cast.ida.actor):
        assert list(consents_in_force(cast.kim.citizen.pk, day=today())) == []
    response = post(cast, "call_off", version=ending.version)
    assert response.status_code == 422
    assert EndingRefusal.CANNOT_BE_CALLED_OFF.label in words(response)


def test_death_is_asked_about_once_more(cast):
    agree(cast)
    sent = {"id": new_id(), "died_on": today(), "version": course_of(cast).version}

    response = post(cast, "death", **sent)
    assert response.status_code == 422
    assert "Sæt kryds, når I er sikre" in words(response)
    assert course_of(cast).is_open

    assert post(cast, "death", **sent, is_known="on").status_code == 302
    assert not course_of(cast).is_open
    read = words(browser(cast.ida).get(address(cast)))
    assert "Død" in read
    assert "Nyt forløb" not in read
    with acting(cast.ida.actor):
        planned = Appointment.objects.filter(status=AppointmentStatus.PLANNED)
        assert planned.count() == 0


def test_who_comes_back_starts_anew_and_the_old_course_is_readable(cast):
    begun(cast)
    client = browser(cast.ida)
    post(cast, "end", ended_on=today(), version=course_of(cast).version)
    assert "Nyt forløb" in words(client.get(address(cast)))

    again = address(cast, "again", "staff:citizens")
    sent = {
        "id": new_id(),
        "team": cast.team_one.pk,
        "started_on": today(),
        "legal_basis": "SEL_85",
        "origin": "Kom selv",
        "consent_how_given": "ORALLY",
    }
    refused = client.post(again, {**sent, "consent_how_given": ""})
    assert refused.status_code == 422
    for _ in range(2):
        assert client.post(again, sent).status_code == 302

    overview = address(cast, "overview", "staff:citizens")
    assert cast.kim.wish.text not in words(client.get(overview))
    old = client.get(f"{overview}?forloeb={cast.kim.course.pk}")
    assert cast.kim.wish.text in words(old)
    assert "Du læser et andet forløb" in words(old)
    assert client.get(f"{overview}?forloeb={new_id()}").status_code == 404
    assert client.get(f"{overview}?forloeb={cast.noor.course.pk}").status_code == 404


def test_nothing_is_added_to_an_ended_course(cast):
    begun(cast)
    post(cast, "end", ended_on=today(), version=course_of(cast).version)
    client, citizen = browser(cast.ida), cast.kim.citizen.pk
    life = reverse("staff:citizens:describe", args=[citizen, "HOUSING"])
    person = reverse("staff:citizens:around_new", args=[citizen, "person"])
    consent = reverse("staff:consents:new", args=[citizen])

    for url, sent in (
        (life, {"HOUSING-id": new_id(), "HOUSING-text": "Ny bolig"}),
        (
            person,
            {
                "id": new_id(),
                "name": "Søs",
                "relation": "Søster",
                "kind": "PRIVATE",
                "closeness": "CLOSE",
            },
        ),
    ):
        response = client.post(url, sent)
        assert response.status_code == 422
        assert CourseRefusal.ALREADY_ENDED.label in words(response)
    given = {"id": new_id(), "recipient": cast.job_centre.pk, "scope": ["GOALS"]}
    given |= {"purpose": "Praktik", "how_given": "ORALLY", "from_on": today()}
    assert ConsentRefusal.TEAM_FIRST.label in words(client.post(consent, given))


@pytest.mark.parametrize("name", ["page", "begin", "write", "end", "take_back", "death"])
def test_other_team_finds_nothing(cast, name):
    begun(cast)
    client = browser(cast.omar)
    assert client.get(address(cast, name)).status_code == 404
    if name != "page":
        assert client.post(address(cast, name), typed(cast)).status_code == 404
    assert course_of(cast).is_open


def test_end_form_is_at_hand_from_the_day_the_ending_begins(cast):
    client, form = browser(cast.ida), address(cast, "end_form", "staff:courses")
    assert form not in client.get(address(cast)).content.decode()
    begun(cast)

    page = client.get(address(cast))

    assert f'href="{form}"' in page.content.decode()
    assert "Slutskemaet Ikke begyndt" in words(page)
