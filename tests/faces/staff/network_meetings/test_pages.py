"""A network meeting from the wish to the table, and where it shows afterwards."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.meetings.choices import NetworkRefusal
from hjemmebane.domain.meetings.models import (
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.forms import OVERTAKEN
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.network_meetings.kitchen import ROUND, kept
from tests.factories.browsing import browser, words
from tests.factories.network_meetings import WISH, call, come, invite, say, the_citizen

MOST_QUERIES = 25


def written(moment):
    return f"{moment.astimezone(COPENHAGEN):%Y-%m-%dT%H:%M}"


def test_citizens_page_leads_to_the_meetings_and_a_new_one(cast):
    kim, phone = [cast.kim.citizen.pk], browser(cast.ida)
    listed = reverse("staff:network_meetings:page", args=kim)
    assert listed in phone.get(reverse("staff:citizens:network", args=kim)).content.decode()
    assert "Ingen netværksmøder endnu" in words(phone.get(listed))

    new = reverse("staff:network_meetings:new", args=kim)
    sent = {
        "id": new_id(),
        "wish": "",
        "starts_at": f"{today().year + 1}-01-02T10:00",
        "place": "Hjemme",
    }
    refused = phone.post(new, sent)
    assert refused.status_code == 422
    assert NetworkRefusal.WISH_MISSING.label in words(refused)
    assert 'value="Hjemme"' in refused.content.decode()

    made = phone.post(new, sent | {"wish": WISH})
    (meeting,) = kept(cast.ida, NetworkMeeting)
    assert made["Location"] == reverse("staff:network_meetings:meeting", args=[*kim, meeting.pk])
    page = words(phone.get(made["Location"]))
    for shown in (WISH, "Kim Krog", "Inden mødet", "Invitér en til", "Kommer ikke"):
        assert shown in page
    assert "Er med Kim Krog" not in page
    assert WISH in words(phone.get(listed))


def test_time_and_place_are_put_right(kitchen):
    page = kitchen.page("edit")
    assert WISH in words(page)

    sent = {"wish": WISH, "starts_at": written(now() + dt.timedelta(days=1)), "place": "Hos Marie"}
    assert kitchen.post("edit", version=1, **sent)["Location"] == kitchen.url("meeting")
    assert "Hos Marie" in words(kitchen.page())
    overtaken = kitchen.post("edit", version=1, **sent | {"place": "I parken"})
    assert overtaken.status_code == 409
    assert "I parken" in overtaken.content.decode()


def test_only_those_the_citizen_said_yes_to_are_invited(kitchen):
    assert "Lise" in words(kitchen.page())
    kitchen.withdraws()
    assert "Lise" not in words(kitchen.page())
    refused = kitchen.invites("PARTNER", kitchen.cast.lise, may_be_said="Kun om praktik")
    assert refused.status_code == 422
    assert NetworkRefusal.NO_CONSENT.label in words(refused)
    assert "Kun om praktik" in words(refused)

    assert kitchen.invites("NETWORK", kitchen.marie, may_be_said="Alt").status_code == 302
    assert list(kitchen.guests()) == ["Kim Krog", "Marie"]
    assert "Det må der tales om: Alt" in words(kitchen.page())
    assert kitchen.invites("STAFF", kitchen.ida.staff_member).status_code == 302


def test_second_tap_is_the_first_told_again(kitchen):
    """Invited, here, closed: each is sent twice as it was, and done once."""
    sent = {"id": new_id(), "who": f"NETWORK-{kitchen.marie.pk}", "may_be_said": "Alt"}
    assert [kitchen.post("invite", **sent).status_code for _ in "ab"] == [302, 302]
    assert list(kitchen.guests()) == ["Kim Krog", "Marie"]
    other = kitchen.post("invite", **sent | {"may_be_said": "Intet"})
    assert (other.status_code, "Intet" in words(other)) == (422, True)

    kitchen.invites("STAFF", kitchen.ida.staff_member)
    for name in ("Kim Krog", "Ida"):
        guest = kitchen.guests()[name]
        here = {"answer": "PRESENT", "version": guest.version}
        told = [kitchen.post("answer", guest.pk, **here).status_code for _ in "ab"]
        assert (told, kitchen.guests()[name].version) == ([302, 302], guest.version + 1)
    assert [kitchen.post("close", version=1).status_code for _ in "ab"] == [302, 302]
    assert kept(kitchen.ida, NetworkMeeting)[0].version == 2


def test_cancelled_twice_is_cancelled_once(kitchen):
    sent = {"version": 1, "reason": "Kim er syg"}
    assert [kitchen.post("cancel", **sent).status_code for _ in "ab"] == [302, 302]
    told = kitchen.post("cancel", **sent | {"reason": "Regn"})
    assert (told.status_code, NetworkRefusal.CANCELLED.label in words(told)) == (422, True)


@pytest.mark.parametrize("name", ["answer", "close", "cancel"])
def test_what_somebody_changed_meanwhile_is_said_in_words(kitchen, name):
    guests = kitchen.guests()
    if name == "close":
        kitchen.gathers()
    if name == "answer":
        kitchen.answers("Kim Krog", "DECLINED")
    else:
        moved = {"wish": WISH, "starts_at": written(now()), "place": "Hos Marie"}
        kitchen.post("edit", version=1, **moved)
    key = [guests["Kim Krog"].pk] if name == "answer" else []

    told = kitchen.post(name, *key, version=1, answer="PRESENT", reason="Kim er syg")

    assert (told.status_code, OVERTAKEN in words(told)) == (409, True)


@pytest.mark.parametrize("day", ["1850-01-02T10:00", "2199-01-02T10:00"])
def test_year_nobody_meets_in_is_a_slip(kitchen, day):
    sent = {"wish": WISH, "starts_at": day, "place": "Hjemme"}
    refused = kitchen.post("edit", version=1, **sent)
    assert (refused.status_code, "Skriv et årstal mellem" in words(refused)) == (422, True)


def test_meeting_is_led_by_somebody_of_the_team(kitchen):
    kitchen.answers("Kim Krog")
    refused = kitchen.closes()
    assert refused.status_code == 422
    assert NetworkRefusal.NOBODY_OF_THE_TEAM.label in words(refused)


def test_consent_taken_back_shows_and_keeps_them_out(kitchen):
    kitchen.invites("PARTNER", kitchen.cast.lise)
    kitchen.withdraws()

    page = words(kitchen.page())
    assert "Må ikke være med længere" in page
    assert "Er med Lise" not in page
    assert "Er med Kim Krog" in page
    assert "Tryk “Er med” ved hver, der er her. Så kan I begynde samtalen." in page
    refused = kitchen.answers("Lise")
    assert refused.status_code == 422
    assert NetworkRefusal.NO_LONGER_ALLOWED.label in words(refused)


def test_each_voice_is_written_alike_and_the_next_is_asked(kitchen):
    kitchen.gathers()
    page = kitchen.page("round", ROUND)
    kim = kitchen.guests()["Kim Krog"]
    assert f'value="{kim.pk}" checked' in page.content.decode().replace("  ", " ") or (
        "checked" in page.content.decode()
    )

    answer = kitchen.says("Marie", "Jeg savner dig")
    assert answer["Location"] == f"{kitchen.url('round', ROUND)}#ord"
    kitchen.says("Kim Krog", "Jeg vil have ro")
    page = words(kitchen.page("round", ROUND))
    assert page.index("Jeg vil have ro") < page.index("Jeg savner dig")
    assert "Ikke hørt endnu: Lise" in page
    kitchen.says("Marie", "Og jeg laver kaffe")
    assert "2 har sagt noget" in words(kitchen.page())


def test_words_survive_a_refusal(kitchen):
    kitchen.gathers()
    guest = kitchen.guests()["Lise"]
    kitchen.withdraws()

    refused = kitchen.post("round", ROUND, guest=guest.pk, text="Vi kan vente")
    assert refused.status_code == 422
    assert "Vi kan vente" in words(refused)
    empty = kitchen.says("Marie", "")
    assert empty.status_code == 422
    assert kept(kitchen.ida, NetworkVoice) == []


def test_point_and_people_that_are_not_there_answer_nothing(kitchen):
    assert kitchen.page("round", "BOARD_WEEK").status_code == 404
    for name in ("reword", "answer", "minutes", "paper"):
        assert kitchen.page(name, new_id()).status_code in {404, 405}
    assert kitchen.post("answer", new_id(), answer="PRESENT").status_code == 404


def test_words_are_put_right(kitchen):
    kitchen.gathers()
    kitchen.says("Kim Krog", "Jeg vil have ro")
    (voice,) = kept(kitchen.ida, NetworkVoice)
    assert "Jeg vil have ro" in words(kitchen.page("reword", voice.pk))

    kitchen.post("reword", voice.pk, text="Jeg vil have fred", version=1, stays_here="on")
    page = words(kitchen.page("round", ROUND))
    assert "Jeg vil have fred" in page
    assert "Ikke videre" in page
    stale = kitchen.post("reword", voice.pk, text="Noget tredje", version=1)
    assert stale.status_code == 409
    kitchen.closes()
    kitchen.post("reword", voice.pk, version=2)
    (voice,) = kept(kitchen.ida, NetworkVoice)
    assert (voice.text, voice.stays_here) == ("Jeg vil have fred", False)


def test_words_sent_after_somebody_closed_the_meeting_are_refused_and_kept(kitchen):
    kitchen.gathers()
    kitchen.says("Kim Krog", "Jeg vil have ro")
    (voice,) = kept(kitchen.ida, NetworkVoice)
    kitchen.closes()

    refused = kitchen.post("reword", voice.pk, text="Jeg vil have fred", version=1)

    assert refused.status_code == 422
    read = words(refused)
    for shown in (NetworkRefusal.CLOSED.label, "Jeg vil have ro", "Jeg vil have fred"):
        assert shown in read
    (voice,) = kept(kitchen.ida, NetworkVoice)
    assert voice.text == "Jeg vil have ro"


def test_promise_stands_in_the_plan(kitchen):
    kitchen.gathers()
    marie = kitchen.guests()["Marie"]
    refused = kitchen.post("promise", guest=marie.pk, what="", how_often="Hver søndag")
    assert refused.status_code == 422
    assert "Hver søndag" in refused.content.decode()

    goal = kitchen.cast.kim.goal.pk
    sent = {"guest": marie.pk, "what": "Kommer til kaffe", "how_often": "", "due_on": ""}
    assert kitchen.post("promise", **sent, goal=goal).status_code == 302
    (activity,) = kept(kitchen.ida, PlanActivity)
    assert (activity.what, activity.network_person_id) == ("Kommer til kaffe", kitchen.marie.pk)
    assert "Marie: Kommer til kaffe" in words(kitchen.page("promise"))
    plan = reverse("staff:plans:page", args=[kitchen.cast.kim.citizen.pk])
    assert "Kommer til kaffe" in words(kitchen.phone.get(plan))


def test_meeting_closes_with_somebody_and_is_cancelled_with_a_reason(kitchen):
    refused = kitchen.closes()
    assert refused.status_code == 422
    assert NetworkRefusal.NOBODY_PRESENT.label in words(refused)
    refused = kitchen.post("cancel", version=1, reason="")
    assert refused.status_code == 422
    assert NetworkRefusal.REASON_MISSING.label in words(refused)

    assert kitchen.post("cancel", version=1, reason="Kim er syg").status_code == 302
    page = words(kitchen.page())
    assert "Mødet er aflyst" in page
    assert "Kim er syg" in page
    assert "Invitér en til" not in page


@pytest.mark.parametrize("name", ["meeting", "round", "promise", "minutes", "page"])
def test_pages_ask_as_many_queries_whatever_was_said(kitchen, name):
    kitchen.gathers()
    if name == "minutes":
        kitchen.closes()
    kim = kitchen.guests()["Kim Krog"]
    args = {"round": [ROUND], "minutes": [kim.pk]}.get(name, [])
    url = (
        reverse("staff:network_meetings:page", args=[kitchen.cast.kim.citizen.pk])
        if name == "page"
        else kitchen.url(name, *args)
    )
    asked = []
    for number in (1, 3):
        for _ in range(number):
            more(kitchen, kim)
        with CaptureQueriesContext(connection) as queries:
            kitchen.phone.get(url)
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert asked[0] <= MOST_QUERIES


def more(kitchen, kim):
    """Another voice, another promise, another meeting, and somebody more in the network."""
    kitchen.says("Kim Krog", "Jeg vil have ro")
    kitchen.post("promise", guest=kim.pk, what="Går en tur")
    with acting(kitchen.ida.actor):
        held = call(kitchen.cast.kim, kitchen.ida, at=now())
        say(come(the_citizen(held), kitchen.ida, at=now()), kitchen.ida, "Hej")
        friend = NetworkPerson(
            citizen=kitchen.cast.kim.citizen,
            name="Ven",
            relation="Ven",
            wish_for_contact="Ja",
        )
        add_around_citizen(record=friend, **kitchen.who)
        if kitchen.meeting.is_planned and not kept_closed(kitchen):
            come(
                invite(kitchen.meeting, kitchen.ida, "NETWORK", friend, at=now()),
                kitchen.ida,
                at=now(),
            )


def kept_closed(kitchen):
    return NetworkMeeting.objects.get(pk=kitchen.meeting.pk).is_held


def test_another_team_finds_nothing(kitchen):
    other = browser(kitchen.cast.omar)
    for name in ("meeting", "edit", "promise"):
        assert other.get(kitchen.url(name)).status_code == 404
    assert len(kept(kitchen.ida, NetworkInvitation)) == 1


def test_colleague_who_is_asked_finds_the_meeting_in_their_day(kitchen):
    kitchen.invites("STAFF", kitchen.ida.staff_member)
    kitchen.invites("STAFF", kitchen.cast.bo.staff_member)
    kitchen.answers("Bo", "DECLINED")
    mine = kitchen.phone.get(reverse("staff:today:page"))
    others = browser(kitchen.cast.bo).get(reverse("staff:today:page"))

    assert [(one.name, one.what, one.place, one.url) for one in mine.context["page"].today] == [
        ("Kim Krog", "Netværksmøde", "I køkkenet", kitchen.url("meeting"))
    ]
    assert not others.context["page"].today

    for name in ("Kim Krog", "Ida"):
        kitchen.answers(name)
    kitchen.closes()
    (held,) = kitchen.phone.get(reverse("staff:today:page")).context["page"].today
    assert held.status == "Holdt"


def test_timeline_tells_of_the_meeting_when_it_has_been_or_was_cancelled(kitchen):
    timeline = reverse("staff:citizens:timeline", args=[kitchen.cast.kim.citizen.pk])
    with acting(kitchen.ida.actor):
        later = now() + dt.timedelta(days=2)
        coming = call(kitchen.cast.kim, kitchen.ida, at=now(), starts_at=later, wish="Senere")
    kitchen.gathers()
    kitchen.closes()
    told = words(kitchen.phone.get(f"{timeline}?vis=aftaler"))
    assert "Netværksmøde – holdt" in told
    assert WISH in told
    assert "Senere" not in told

    kitchen.meeting = coming
    kitchen.post("cancel", version=1, reason="Kim er syg")
    told = words(kitchen.phone.get(timeline))
    assert "Netværksmøde – aflyst" in told
    assert "Kim er syg" in told
