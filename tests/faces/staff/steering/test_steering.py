"""Styregruppen: written down, open points first, and read by those who manage the team."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.meetings.actions import (
    handle_steering_point,
    hold_steering_meeting,
    raise_steering_point,
)
from hjemmebane.domain.meetings.choices import SteeringRefusal
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import OVERTAKEN
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR

pytestmark = pytest.mark.django_db

URL = reverse("staff:steering:page")
LONG_AGO = dt.timedelta(days=120)


def signed(cast):
    return {"by": cast.bo.actor, "at": now()}


@pytest.fixture
def held(cast):
    with acting(cast.bo.actor):
        return hold_steering_meeting(
            id=new_id(),
            team=cast.team_one,
            held_on=today() - LONG_AGO,
            staff=[cast.bo.staff_member],
            others=["Jobcentret, afdelingsleder"],
            talked_about="Ventetider",
            **signed(cast),
        )


def put_down(cast, held, **changes):
    given = {"kind": "OBSTACLE", "text": "Lange ventetider", "who": "", "due_on": None}
    with acting(cast.bo.actor):
        return raise_steering_point(id=new_id(), meeting=held, **given | changes, **signed(cast))


@pytest.fixture
def point(cast, held):
    return put_down(cast, held, who="Jobcentret", due_on=today() - dt.timedelta(days=1))


def at(name, record):
    return reverse(f"staff:steering:{name}", args=[record.pk])


@pytest.mark.parametrize("reader", ["ida", "bo", "mette"])
def test_open_points_stand_first_for_members_and_managers(cast, point, reader):
    page = words(browser(getattr(cast, reader)).get(URL))
    for shown in ("Forhindringer", "Lange ventetider", "Jobcentret · senest", "Over tiden"):
        assert shown in page
    assert "Ingen borgere nævnes her" in page


def test_manager_finds_the_way(cast):
    assert "Styregruppe" in words(browser(cast.mette).get(reverse("staff:teams:page")))
    empty = words(browser(cast.mette).get(URL))
    assert "Intet står åbent" in empty


def test_meeting_is_written_down_and_points_after_it(cast):
    client = browser(cast.mette)
    form = client.get(reverse("staff:steering:new"))
    assert "Nævn ingen borgere" in words(form)
    sent = {
        "id": new_id(),
        "held_on": today().isoformat(),
        "staff": [cast.bo.staff_member.pk, cast.mette.staff_member.pk],
        "others": "Jobcentret, afdelingsleder\r\nRusmiddelcentret",
        "talked_about": "",
    }
    refused = client.post(reverse("staff:steering:new"), sent | {"talked_about": KIMS_CPR})
    assert refused.status_code == 422
    assert SteeringRefusal.CPR_NUMBER.label in words(refused)
    assert "Rusmiddelcentret" in refused.text

    page = client.post(reverse("staff:steering:new"), sent, follow=True)
    for shown in ("Bo, Socialrådgiver", "Mette, Leder", "Jobcentret, afdelingsleder"):
        assert shown in words(page)
    with acting(cast.mette.actor):
        meeting = SteeringGroupMeeting.objects.get()
    added = {"id": new_id(), "kind": "AGREEMENT", "text": "Én indgang", "who": "", "due_on": ""}
    refused = client.post(at("point_new", meeting), added)
    assert (refused.status_code, "Én indgang" in refused.text) == (422, True)
    page = client.post(at("point_new", meeting), added | {"who": "Jobcentret"}, follow=True)
    assert "Aftaler" in words(page)
    assert "Én indgang" in words(page)


def test_citizens_name_is_asked_about_and_somebody_elses_is_kept(cast, held):
    """A manager sees no citizens and is told of none; Bo is, and may know better."""
    sent = {
        "id": new_id(),
        "held_on": today().isoformat(),
        "others": "Jobcentret",
        "talked_about": "kim krog venter",
    }
    assert "Det er en anden" not in words(browser(cast.bo).get(reverse("staff:steering:new")))
    refused = browser(cast.bo).post(reverse("staff:steering:new"), sent)
    assert refused.status_code == 422
    for shown in (SteeringRefusal.CITIZEN_NAMED.label, "kim krog venter", "Det er en anden"):
        assert shown in words(refused)
    sure = browser(cast.bo).post(reverse("staff:steering:new"), sent | {"is_sure": "on"})
    assert sure.status_code == 302
    other = sent | {"id": new_id()}
    assert browser(cast.mette).post(reverse("staff:steering:new"), other).status_code == 302

    again = sent | {"others": "", "is_sure": "on"}
    nobody = browser(cast.bo).post(reverse("staff:steering:new"), again)
    assert SteeringRefusal.NOBODY_PRESENT.label in words(nobody)
    assert "Det er en anden" in words(nobody)


def test_point_and_what_came_of_it_name_nobody(cast, held, point):
    client = browser(cast.bo)
    named = {"id": new_id(), "kind": "OBSTACLE", "text": "Kim Krog venter", "who": "", "due_on": ""}
    for url, sent in (
        (at("point_new", held), named),
        (at("handle", point), {"version": 1, "outcome": "Kim Krog fik plads"}),
    ):
        told = client.post(url, sent)
        assert told.status_code == 422
        assert "Det er en anden" in words(told)
        assert client.post(url, sent | {"is_sure": "on"}).status_code == 302


def test_who_was_there_is_told_by_what_they_are(cast):
    page = words(browser(cast.bo).get(reverse("staff:steering:new")))

    for shown in ("Mette, leder for teamet", "Bo, Socialrådgiver"):
        assert shown in page
    assert "Hvem var med? Mindst én: vælg her, eller skriv det nedenfor." in page


@pytest.mark.parametrize("year", [1850, 2199])
def test_year_of_nobodys_meeting_is_a_slip(cast, held, year):
    day, client = f"{year}-01-02", browser(cast.bo)
    sent = {"id": new_id(), "held_on": day, "others": "Jobcentret", "talked_about": ""}
    point = {"id": new_id(), "kind": "OBSTACLE", "text": "Tid", "who": "", "due_on": day}
    for url, form in ((reverse("staff:steering:new"), sent), (at("point_new", held), point)):
        told = client.post(url, form)
        assert (told.status_code, "Skriv et årstal mellem" in words(told)) == (422, True)


def test_handling_what_was_rewritten_meanwhile_is_told_in_words(cast, point):
    rewritten = {"version": 1, "kind": "OBSTACLE", "text": "Andet", "who": "", "due_on": ""}
    browser(cast.mette).post(at("point", point), rewritten)

    told = browser(cast.bo).post(at("handle", point), {"version": 1, "outcome": ""})

    assert (told.status_code, OVERTAKEN in words(told)) == (409, True)


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ("Jobcentret\n" + "x" * 121, "Skriv højst 120 tegn på hver linje."),
        ("\n".join(["Jobcentret"] * 31), "Skriv højst 30 linjer."),
    ],
)
def test_too_much_about_who_was_there_is_told_in_danish(cast, others, told):
    sent = {"id": new_id(), "held_on": today().isoformat(), "others": others, "talked_about": ""}
    refused = browser(cast.mette).post(reverse("staff:steering:new"), sent)

    assert refused.status_code == 422
    assert told in words(refused)
    assert "array" not in words(refused)


def test_as_many_lines_as_there_may_be_are_kept(cast):
    lines = [f"{number} ".ljust(120, "x") for number in range(30)]
    sent = {
        "id": new_id(),
        "held_on": today().isoformat(),
        "others": "\r\n".join(["", *lines, " "]),
        "talked_about": "",
    }
    assert browser(cast.mette).post(reverse("staff:steering:new"), sent).status_code == 302
    with acting(cast.mette.actor):
        assert SteeringGroupMeeting.objects.get().others == lines


def test_meeting_is_mended_and_says_when_somebody_else_did(cast, held):
    client, url = browser(cast.bo), at("edit", held)
    assert "Jobcentret, afdelingsleder" in words(client.get(url))
    sent = {
        "version": held.version,
        "held_on": held.held_on.isoformat(),
        "staff": [cast.bo.staff_member.pk],
        "others": "",
        "talked_about": "Andet",
    }
    assert client.post(url, sent).status_code == 302
    stale = client.post(url, sent | {"talked_about": "Tredje"})
    assert (stale.status_code, "Tredje" in stale.text) == (409, True)


def test_point_is_mended_handled_and_opened_again(cast, held, point):
    client = browser(cast.mette)
    sent = {"version": 1, "kind": "AGREEMENT", "text": "Én indgang", "who": "Vi", "due_on": ""}
    assert client.post(at("point", point), sent | {"text": KIMS_CPR}).status_code == 422
    assert client.post(at("point", point), sent).status_code == 302
    assert client.post(at("handle", point), {"version": 1, "outcome": "Ja"}).status_code == 409
    done = client.post(at("handle", point), {"version": 2, "outcome": "Det lykkedes"})
    assert done.status_code == 302

    assert "Intet står åbent" in words(client.get(URL))
    page = words(client.get(at("meeting", held)))
    assert "Det lykkedes" in page
    assert "Håndteret" in page
    again = client.post(at("handle", point), {"version": 3, "outcome": ""})
    assert SteeringRefusal.HANDLED.label in words(again)
    assert client.post(at("reopen", point), {"version": 3}).status_code == 302
    told = client.post(at("reopen", point), {"version": 3})
    assert (told.status_code, SteeringRefusal.STILL_OPEN.label in words(told)) == (422, True)


def test_opening_again_says_when_somebody_else_was_there_first(cast, point):
    with acting(cast.bo.actor):
        handle_steering_point(point=point, version=point.version, **signed(cast))
    stale = browser(cast.bo).post(at("reopen", point), {"version": 1})
    assert (stale.status_code, "En anden har rettet det imens." in words(stale)) == (409, True)


def test_later_meeting_shows_what_stood_open(cast, held, point):
    with acting(cast.bo.actor):
        later = hold_steering_meeting(
            id=new_id(),
            team=cast.team_one,
            held_on=today(),
            staff=[cast.bo.staff_member],
            **signed(cast),
        )
    page = words(browser(cast.bo).get(at("meeting", later)))
    assert "Stod åbent fra før" in page
    assert "Lange ventetider" in page


def test_another_team_finds_nothing(cast, held, point):
    client = browser(cast.omar)
    assert "Lange ventetider" not in words(client.get(URL))
    for name, record in (("meeting", held), ("edit", held), ("point", point), ("handle", point)):
        assert client.get(at(name, record)).status_code == 404
    assert client.post(at("reopen", point), {"version": 1}).status_code == 404
    assert client.post(at("point_new", held), {}).status_code == 404
    with acting(cast.bo.actor):
        assert SteeringPoint.objects.get().is_open


def test_questions_are_as_many_however_much_there_is(cast, held):
    asked = []
    for _ in range(2):
        for number in range(2):
            put_down(cast, held, text=f"Punkt {number}")
        counts = []
        for url in (URL, at("meeting", held)):
            client = browser(cast.bo)
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            counts.append(len(queries))
        asked.append(counts)
    assert asked[0] == asked[1]
