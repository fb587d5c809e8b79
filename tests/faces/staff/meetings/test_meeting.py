"""Møde: the list along the agenda, who is here, and the minutes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.choices import ReminderRefusal
from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.meetings.actions import add_to_meeting, close_meeting
from hjemmebane.domain.meetings.choices import MeetingRefusal
from hjemmebane.domain.meetings.models import MeetingItem, MeetingNote, TeamMeeting
from hjemmebane.domain.meetings.queries import items_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join
from tests.factories.meetings import START, at, decide, open_meeting, seen_by
from tests.factories.plans import begin_course


def test_meeting_begins_with_who_is_here(cast):
    page = browser(cast.ida).get(START)
    assert "Kim Krog" in words(page)
    assert "Ikke drøftet endnu" in words(page)

    refused = open_meeting(cast, staff=[])
    assert refused.status_code == 422
    assert seen_by(cast.ida, TeamMeeting) == []

    begun = open_meeting(cast)
    (meeting,) = seen_by(cast.ida, TeamMeeting)
    assert begun["Location"] == reverse("staff:meetings:meeting", args=[meeting.pk])
    assert browser(cast.bo).get(START)["Location"] == begun["Location"]


def test_second_meeting_is_refused_and_shows_the_way_to_the_first(cast, meeting):
    refused = open_meeting(cast)

    assert refused.status_code == 422
    assert MeetingRefusal.ALREADY_OPEN.label in words(refused)
    assert "Gå med i mødet" in words(refused)


def test_minutes_are_found_while_a_meeting_goes_on(cast, turn, meeting):
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())
    open_meeting(cast)
    (held,) = (one for one in seen_by(cast.ida, TeamMeeting) if one.is_open)

    page = browser(cast.bo).get(reverse("staff:meetings:meeting", args=[held.pk]))
    listed = browser(cast.bo).get(page.context["desk"].back_url)

    assert reverse("staff:meetings:meeting", args=[meeting.pk]) in listed.text
    assert "Gå med i mødet" in words(listed)


def test_point_that_is_not_on_the_agenda_is_not_there(cast, meeting):
    url = reverse("staff:meetings:note", args=[meeting.pk, "NOPE"])
    assert browser(cast.ida).post(url, {"NOPE-text": "Hej"}).status_code == 404


@pytest.mark.parametrize("minutes", ["-5", "4", "481", "999999999999"])
def test_meeting_of_an_odd_length_is_refused_with_the_real_limits(cast, minutes):
    refused = open_meeting(cast, planned_minutes=minutes)

    assert (refused.status_code, MeetingRefusal.TOO_LONG.label in words(refused)) == (422, True)


def test_point_of_the_agenda_keeps_what_was_said(cast, meeting):
    url = reverse("staff:meetings:note", args=[meeting.pk, "BOARD_WEEK"])
    sent = {"BOARD_WEEK-id": new_id(), "BOARD_WEEK-text": "Bo er på kursus torsdag"}

    browser(cast.ida).post(url, sent)

    assert seen_by(cast.ida, MeetingNote)[0].text == "Bo er på kursus torsdag"
    page = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert "Bo er på kursus torsdag" in words(page)


def test_people_come_and_go(cast, meeting):
    url = reverse("staff:meetings:attend", args=[meeting.pk])
    bo = {"id": new_id(), "staff_member": cast.bo.staff_member.pk}
    ida = bo | {"staff_member": cast.ida.staff_member.pk}

    refused = browser(cast.ida).post(url, ida)
    assert (refused.status_code, MeetingRefusal.LAST_ONE.label in words(refused)) == (422, True)
    browser(cast.ida).post(url, bo | {"here": "on"})
    browser(cast.ida).post(url, ida)

    page = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert page.context["page"].present == [cast.bo.staff_member.name]


def test_citizen_is_moved_up_and_down(cast, turn, meeting):
    with acting(cast.ida.actor):
        other = begin_course(cast)
        item = add_to_meeting(
            id=new_id(), meeting=meeting, course=other, by=cast.ida.actor, at=now()
        )

    def listed():
        with acting(cast.ida.actor):
            return list(items_of(meeting.pk).values_list("pk", flat=True))

    for way, expected in (("op", [item.pk, turn.pk]), ("ned", [turn.pk, item.pk])):
        browser(cast.ida).post(at(item, "move"), {"version": 1, "retning": way})
        assert listed() == expected


def test_what_was_promised_last_time_stands_first_and_is_ticked(cast, turn, meeting):
    decide(cast, turn, "opgave", what="Bestille tid", staff_member=cast.bo.staff_member.pk)
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())
    open_meeting(cast)
    (task,) = seen_by(cast.ida, Task)
    (held,) = (one for one in seen_by(cast.ida, TeamMeeting) if one.is_open)

    page = browser(cast.bo).get(reverse("staff:meetings:meeting", args=[held.pk]))
    assert "Bestille tid" in words(page)
    done = reverse("staff:meetings:finish", args=[held.pk, task.pk])
    assert browser(cast.bo).post(done, {"version": task.version}).status_code == 302

    assert seen_by(cast.ida, Task)[0].status == "DONE"
    told = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[held.pk]))
    assert "Opgave gjort op: Bo" in words(told)
    again = browser(cast.ida).post(done, {"version": task.version + 1})
    assert (again.status_code, ReminderRefusal.ALREADY_SETTLED.label in words(again)) == (422, True)
    assert browser(cast.omar).post(done, {"version": 1}).status_code == 404


def test_everybody_sees_what_happens_on_the_list(cast, turn, meeting):
    news = reverse("staff:meetings:list_news", args=[meeting.pk])
    page = browser(cast.bo).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    seen = page.context["desk"].pulse_of_meeting
    assert browser(cast.bo).get(f"{news}?efter={seen}").status_code == 204

    note = reverse("staff:meetings:note", args=[meeting.pk, "BOARD_WEEK"])
    browser(cast.ida).post(note, {"BOARD_WEEK-id": new_id(), "BOARD_WEEK-text": "Bo er på kursus"})
    told = browser(cast.bo).get(f"{news}?efter={seen}")
    assert "Bo er på kursus" in words(told)

    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())
    assert browser(cast.bo).get(f"{news}?efter={seen}")["HX-Refresh"] == "true"


def test_meeting_is_closed_once(cast, meeting):
    url = reverse("staff:meetings:close", args=[meeting.pk])
    assert browser(cast.ida).post(url, {"version": meeting.version}).status_code == 302
    again = browser(cast.ida).post(url, {"version": meeting.version})
    assert (again.status_code, MeetingRefusal.CLOSED.label in words(again)) == (422, True)


def test_minutes_say_whom_the_meeting_did_not_reach(cast, turn, meeting):
    shown = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert "Nåede vi ikke" not in words(shown)
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())

    minutes = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert "Nåede vi ikke Kim Krog" in words(minutes)


def test_only_a_citizens_own_turn_is_read_as_the_meeting(cast, turn, meeting):
    page, client = reverse("staff:meetings:meeting", args=[meeting.pk]), browser(cast.bo)
    client.get(page)
    client.get(at(turn, "turn"))
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())
    client.get(page)

    with acting(cast.ida.actor):
        of_bo = Access.objects.filter(citizen_id=cast.kim.citizen.pk, actor=cast.bo.actor.key)
        read = list(of_bo.order_by("pk").values_list("what", flat=True))
    assert read == ["Tavlemøde, listen", "Tavlemøde", "Tavlemøde, referatet"]


def test_meeting_of_another_team_does_not_exist(cast, turn, meeting):
    for name, args in (
        ("meeting", [meeting.pk]),
        ("turn", [meeting.pk, turn.pk]),
        ("news", [meeting.pk, turn.pk]),
    ):
        assert (
            browser(cast.omar).get(reverse(f"staff:meetings:{name}", args=args)).status_code == 404
        )
    assert decide(cast, turn, "sagt", by=cast.omar, text="Hej").status_code == 404
    assert decide(cast, turn, "findes-ikke", text="Hej").status_code == 404


def test_who_comes_too_late_to_the_list_is_told(cast, meeting):
    url = reverse("staff:meetings:add", args=[meeting.pk])

    told = browser(cast.ida).post(url, {"id": new_id(), "course": cast.kim.course.pk})

    assert told.status_code == 422
    assert told.context["page"].refusals


@pytest.mark.parametrize("route", ["meeting", "turn"])
def test_pages_ask_as_many_queries_whatever_was_said(cast, turn, route):
    args = [turn.meeting_id] + ([turn.pk] if route == "turn" else [])
    url, asked = reverse(f"staff:meetings:{route}", args=args), []
    for number in (1, 3):
        for _ in range(number):
            decide(cast, turn, "sagt", text="Bo ringer")
            decide(cast, turn, "delmaal", goal=cast.kim.goal.pk, text="Et skridt til")
        client = browser(cast.ida)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.parametrize("route", ["page", "meeting", "screen"])
def test_pages_ask_as_many_queries_whoever_is_there(cast, route):
    """One citizen and three, one task from last time and three, two members and three."""
    asked = []
    for more in (0, 2):
        with acting(cast.ida.actor):
            for _ in range(more):
                begin_course(cast)
        with acting(OPERATIONS):
            for name in ["Vera"] * bool(more):
                let_join(cast.team_one, employ(name, "Pædagog"), "HEALTH")
        hold_one_with_tasks(cast, 1 + more)
        url = reverse("staff:meetings:page")
        if route != "page":
            open_meeting(cast)
            (now_held,) = (one for one in seen_by(cast.ida, TeamMeeting) if one.is_open)
            url = reverse(f"staff:meetings:{route}", args=[now_held.pk])
        client = browser(cast.ida)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        asked.append(len(queries))
        close_all(cast)

    assert asked[0] == asked[1]


def hold_one_with_tasks(cast, tasks):
    open_meeting(cast)
    with acting(cast.ida.actor):
        item = MeetingItem.objects.filter(
            course=cast.kim.course, meeting__closed_at__isnull=True
        ).get()
    browser(cast.ida).post(at(item, "turn_to"), {"version": item.version})
    for number in range(tasks):
        who = cast.bo.staff_member.pk
        decide(cast, item, "opgave", what=f"Ringe {number}", staff_member=who)
    close_all(cast)


def close_all(cast):
    with acting(cast.ida.actor):
        for one in TeamMeeting.objects.filter(closed_at__isnull=True):
            close_meeting(meeting=one, by=cast.ida.actor, at=now())
