"""Møde: the list in order of need, a decision that is the change, and the minutes."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.contacts.choices import ReminderRefusal
from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.meetings.actions import add_to_meeting, close_meeting
from hjemmebane.domain.meetings.choices import BoardRefusal, MeetingRefusal
from hjemmebane.domain.meetings.models import CitizenNote, MeetingItem, MeetingNote, TeamMeeting
from hjemmebane.domain.meetings.queries import board_entries_now, items_of
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Assessment, Goal, SubGoal
from hjemmebane.domain.practice.models import Placement
from hjemmebane.faces.staff.meetings.pages.clock import for_each, minutes_between
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import RecordRefusal
from tests.factories.browsing import HTMX, browser, words
from tests.factories.cast import employ, let_join
from tests.factories.courses import end_today
from tests.factories.plans import begin_course

START = reverse("staff:meetings:page")


def open_meeting(cast, **changes):
    sent = {"id": new_id(), "staff": [cast.ida.staff_member.pk], "planned_minutes": 60} | changes
    return browser(cast.ida).post(START, sent)


@pytest.fixture
def meeting(cast):
    open_meeting(cast)
    with acting(cast.ida.actor):
        return TeamMeeting.objects.get()


@pytest.fixture
def turn(cast, meeting):
    with acting(cast.ida.actor):
        return MeetingItem.objects.get(course=cast.kim.course)


def at(turn, name="turn", *args):
    return reverse(f"staff:meetings:{name}", args=[turn.meeting_id, turn.pk, *args])


def decide(cast, turn, key, *, by=None, htmx=False, **sent):
    values = {"id": new_id()} | sent
    fields = {f"{key}-{name}": value for name, value in values.items()}
    return browser(by or cast.ida).post(
        at(turn, "decide", key), fields, headers=HTMX if htmx else {}
    )


def seen_by(employee, model):
    with acting(employee.actor):
        return list(model.objects.all())


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


def test_citizen_is_taken_up_and_seen_by_all(cast, turn):
    answer = browser(cast.ida).post(at(turn, "turn_to"), {"version": turn.version})
    assert answer["Location"] == at(turn)

    page = browser(cast.bo).get(at(turn))
    for shown in ("Kim Krog", str(cast.kim.wish), str(cast.kim.goal), "Beslut her"):
        assert shown in words(page)
    assert seen_by(cast.ida, MeetingItem)[0].taken_up_at


def test_each_decision_is_the_change_and_stands_in_the_minutes(cast, turn, meeting):
    goal, ida = cast.kim.goal.pk, cast.ida.staff_member.pk
    for key, sent in (
        ("delmaal", {"goal": goal, "text": "Ringe til lægen"}),
        ("udredning", {"kind": "SOMATIC", "staff_member": ida, "barrier": ""}),
        ("del", {"part": "GOAL_WORK", "reason": "Kim er klar"}),
        ("ansvar", {"goal": goal, "staff_member": ida, "seen_change": 10**9}),
        ("tavlen", {"reason": "CRISIS", "note": "Sover ude", "review_on": "2099-01-01"}),
        (
            "aftale",
            {
                "what": "Kaffe",
                "starts_at_0": "2099-01-01",
                "starts_at_1": "10:00",
                "starts_at": "2099-01-01T10:00",
                "place": "HOME",
                "staff_member": ida,
            },
        ),
        ("opgave", {"what": "Bestille tid", "staff_member": ida, "due_on": "2099-01-01"}),
        ("opfoelgning", {"why": "Gik det godt?", "due_on": "2099-01-01", "staff_member": ""}),
        ("lys", {"colour": "RED", "note": "Sover ikke"}),
        ("tages-op", {"cadence": "MONTHLY", "seen_change": 10**9}),
        ("af-tavlen", {}),
        ("sagt", {"text": "Bo tager med"}),
    ):
        answer = decide(cast, turn, key, **sent)
        assert answer.status_code == 302, words(answer)

    minutes = words(browser(cast.bo).get(reverse("staff:meetings:meeting", args=[meeting.pk])))
    for sentence in (
        "Nyt delmål: “Ringe til lægen”",
        "bestilt",
        "Praksismodel: Flyttet til",
        "Ida",
        "På tavlen: Krise. Sover ude",
        "Aftale: Kaffe",
        "Opgave: Ida: Bestille tid, senest",
        "Følges op: Gik det godt? – Hele teamet",
        "Lys: Rød. Sover ikke",
        "Tages op: hver måned",
        "Taget af tavlen: Krise",
        "Bo tager med",
    ):
        assert sentence in minutes
    assert seen_by(cast.ida, Placement)[0].reason == "Kim er klar"
    assert seen_by(cast.ida, Assessment)[0].status == "ORDERED"


def test_refused_decision_keeps_what_was_typed(cast, turn):
    refused = decide(cast, turn, "del", htmx=True, part="GOAL_WORK", reason="   ")
    assert refused.status_code == 422
    assert 'id="beslut-del"' in refused.text
    assert seen_by(cast.ida, Placement) == []

    typed = decide(cast, turn, "sagt", htmx=True, text="x" * 5001)
    assert typed.status_code == 422
    assert "x" * 5001 in typed.text


def test_step_is_ticked_for_everybody(cast, turn):
    step = cast.kim.first_step
    url = at(turn, "tap", "delmaal", step.pk, "naaet")
    news = at(turn, "news")
    before = browser(cast.bo).get(at(turn)).context["desk"].pulse
    assert browser(cast.bo).get(f"{news}?efter={before}").status_code == 204

    ticked = browser(cast.ida).post(url, {"version": step.version}, headers=HTMX)

    assert 'id="nu"' in ticked.text
    told = browser(cast.bo).get(f"{news}?efter={before}", headers=HTMX)
    assert "Delmål nået" in told.text
    stale = browser(cast.bo).post(
        at(turn, "tap", "delmaal", step.pk, "laeg-vaek"), {"version": step.version}, headers=HTMX
    )
    assert stale.status_code in {409, 422}
    with acting(cast.ida.actor):
        assert SubGoal.objects.get(pk=step.pk).status == "REACHED"
        occasions = Change.objects.filter(row_id=str(step.pk)).values_list("occasion", flat=True)
        assert list(occasions)[-1] == turn.meeting.occasion


def test_what_waits_is_ticked_at_the_meeting(cast, turn, meeting):
    ida = cast.ida.staff_member.pk
    decide(cast, turn, "opgave", what="Bestille tid", staff_member=ida, due_on="2099-01-01")
    decide(cast, turn, "opfoelgning", why="Sov Kim?", due_on="2099-01-01", staff_member="")
    assert "Venter på nogen" in words(browser(cast.bo).get(at(turn)))

    for kind, model in (("opgave", Task), ("opfoelgning", FollowUp)):
        (record,) = seen_by(cast.ida, model)
        url = at(turn, "tap", kind, record.pk, "gjort")
        assert browser(cast.bo).post(url, {"version": record.version}).status_code == 302
        again = browser(cast.ida).post(url, {"version": record.version + 1}, headers=HTMX)
        assert (again.status_code, ReminderRefusal.ALREADY_SETTLED.label in words(again)) == (
            422,
            True,
        )
        assert seen_by(cast.ida, model)[0].status == "DONE"

    told = words(browser(cast.bo).get(at(turn)))
    assert "Venter på nogen" not in told
    assert "Opgave gjort op: Ida" in told
    assert "Fulgt op: Sov Kim?" in told


def test_nobody_overtakes_what_somebody_else_just_decided(cast, turn):
    """Both saw the goal without anybody; Bo's choice stands until Ida says so once more."""
    goal, seen = cast.kim.goal.pk, browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    ida, bo = cast.ida.staff_member.pk, cast.bo.staff_member.pk
    decide(cast, turn, "ansvar", by=cast.bo, goal=goal, staff_member=bo, seen_change=seen)
    late = {"goal": goal, "staff_member": ida, "id": new_id()}

    refused = decide(cast, turn, "ansvar", htmx=True, seen_change=seen, **late)

    assert (refused.status_code, MeetingRefusal.OVERTAKEN.label in words(refused)) == (422, True)
    assert seen_by(cast.ida, Goal)[0].staff_member_id == bo
    form = refused.context["decision"].form
    decide(cast, turn, "ansvar", seen_change=form["seen_change"].value(), **late)
    assert seen_by(cast.ida, Goal)[0].staff_member_id == ida


def test_reason_that_nobody_has_seen_is_not_taken_away(cast, turn):
    """Ida's form was shown beside a crisis; Bo has said since that Kim withdraws."""
    on_board = {"note": "", "review_on": "2099-01-01"}
    decide(cast, turn, "tavlen", reason="CRISIS", **on_board)
    seen = browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    decide(cast, turn, "tavlen", by=cast.bo, reason="WITHDRAWN", seen_change=seen, **on_board)

    refused = decide(cast, turn, "af-tavlen", htmx=True, seen_change=seen)

    assert (refused.status_code, MeetingRefusal.OVERTAKEN.label in words(refused)) == (422, True)
    with acting(cast.ida.actor):
        assert board_entries_now([cast.kim.course.pk])[cast.kim.course.pk].reason == "WITHDRAWN"


def test_own_change_overtakes_nobody(cast, turn):
    goal, ida = cast.kim.goal.pk, cast.ida.staff_member.pk
    seen = browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    for staff_member in (ida, cast.bo.staff_member.pk):
        sent = {"goal": goal, "staff_member": staff_member, "seen_change": seen}
        assert decide(cast, turn, "ansvar", **sent).status_code == 302

    assert seen_by(cast.ida, Goal)[0].staff_member_id == cast.bo.staff_member.pk


def test_what_was_written_before_an_assessment_was_ordered_stays(cast, turn):
    values = {"kind": "SOMATIC", "status": "NEEDED", "barrier": "Afventer afklaring"}
    with acting(cast.ida.actor):
        by = {"by": cast.ida.actor, "at": now()}
        add_item(id=new_id(), plan=cast.kim.plan, kind=ItemKind.ASSESSMENT, values=values, **by)

    decide(cast, turn, "udredning", kind="SOMATIC", staff_member="", barrier="", seen_change=10**9)

    (assessment,) = seen_by(cast.ida, Assessment)
    assert (assessment.status, assessment.barrier) == ("ORDERED", "Afventer afklaring")


def test_same_form_with_other_words_is_not_called_done(cast, turn):
    key, on_board = new_id(), {"note": "", "review_on": "2099-01-01"}
    decide(cast, turn, "tavlen", id=key, reason="CRISIS", **on_board)

    again = decide(cast, turn, "tavlen", id=key, reason="WITHDRAWN", htmx=True, **on_board)

    assert (again.status_code, RecordRefusal.SAVED_OTHERWISE.label in words(again)) == (422, True)


def test_team_comes_back_to_a_citizen(cast, turn, meeting):
    with acting(cast.ida.actor):
        other = begin_course(cast)
        item = add_to_meeting(meeting=meeting, course=other, by=cast.ida.actor, at=now())
    screen = reverse("staff:meetings:screen", args=[meeting.pk])
    for here, name in ((turn, "Kim Krog"), (item, "Ask"), (turn, "Kim Krog")):
        version = next(i.version for i in seen_by(cast.ida, MeetingItem) if i.pk == here.pk)
        browser(cast.ida).post(at(here, "turn_to"), {"version": version})
        assert name in words(browser(cast.bo).get(screen))


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


def test_screen_reads_about_nobody_before_the_first(cast, meeting):
    with acting(cast.ida.actor):
        before = Access.objects.count()
    browser(cast.bo).get(reverse("staff:meetings:screen", args=[meeting.pk]))

    with acting(cast.ida.actor):
        assert Access.objects.count() == before


def test_who_is_taken_off_the_board_already_is_not_taken_off_again(cast, turn):
    refused = decide(cast, turn, "af-tavlen", htmx=True)

    assert (refused.status_code, BoardRefusal.ALREADY_OFF.label in words(refused)) == (422, True)


def test_citizen_whose_course_ends_amid_the_meeting_keeps_what_was_decided(cast, turn, meeting):
    step = cast.kim.first_step
    decide(cast, turn, "delmaal", goal=cast.kim.goal.pk, text="Ringe til lægen")
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    url = at(turn, "tap", "delmaal", step.pk, "naaet")
    refused = browser(cast.ida).post(url, {"version": step.version}, headers=HTMX)
    assert refused.status_code == 422
    page = words(browser(cast.ida).get(at(turn)))
    assert "Forløbet er afsluttet" in page
    assert "Nyt delmål: “Ringe til lægen”" in page
    listed = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert "Forløbet er afsluttet" in words(listed)


def test_closed_meeting_is_read_and_added_to(cast, turn, meeting):
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())

    refused = decide(cast, turn, "del", htmx=True, part="GOAL_WORK", reason="Klar")
    assert refused.status_code == 422
    assert seen_by(cast.ida, Placement) == []
    added = decide(cast, turn, "sagt", text="Glemte at sige: Bo tager med")
    assert added.status_code == 302
    assert seen_by(cast.ida, CitizenNote)[0].text == "Glemte at sige: Bo tager med"
    assert "tilføjet" in words(browser(cast.ida).get(at(turn)))


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
        item = add_to_meeting(meeting=meeting, course=other, by=cast.ida.actor, at=now())

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


def test_large_screen_follows_the_meeting(cast, turn, meeting):
    screen, news = (
        reverse(f"staff:meetings:{name}", args=[meeting.pk]) for name in ("screen", "screen_news")
    )
    page = browser(cast.bo).get(screen)
    assert "Skærmen skifter af sig selv" in words(page)
    seen = page.context["desk"].beat
    assert browser(cast.bo).get(f"{news}?efter={seen}").status_code == 204

    browser(cast.ida).post(at(turn, "turn_to"), {"version": turn.version})

    came = browser(cast.bo).get(f"{news}?efter={seen}")
    assert "Kim Krog" in words(came)
    assert "Beslut her" not in words(came)
    seen = came.context["desk"].beat
    decide(cast, turn, "lys", colour="RED", note="Sover ikke")
    assert "Sover ikke" in words(browser(cast.bo).get(f"{news}?efter={seen}"))


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


def test_nothing_is_chosen_for_the_team(cast, turn):
    for key, sent in (("opgave", {"what": "Ringe"}), ("tavlen", {"review_on": "2099-01-01"})):
        assert decide(cast, turn, key, htmx=True, **sent).status_code == 422
    assert seen_by(cast.ida, Task) == []


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


def test_clock_shares_what_is_left_among_those_who_wait():
    assert [for_each(60, 15), for_each(-3, 4), for_each(30, 0), for_each(7, 2)] == [4, 0, 0, 3]


def test_clock_counts_whole_minutes_and_never_below_none():
    start = now()
    later = start + dt.timedelta(minutes=3, seconds=59)
    assert (minutes_between(start, later), minutes_between(later, start)) == (3, 0)
