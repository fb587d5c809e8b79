import datetime as dt

import pytest

from hjemmebane.domain.audit.queries import changes_of_course
from hjemmebane.domain.contacts.actions import observe_light, raise_follow_up
from hjemmebane.domain.courses.actions import agree_on_intensity, put_on_hold, set_cadence
from hjemmebane.domain.courses.choices import Cadence
from hjemmebane.domain.meetings.actions import (
    add_to_meeting,
    close_meeting,
    join_meeting,
    leave_meeting,
    move_in_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    put_on_board,
    take_off_board,
    take_up,
)
from hjemmebane.domain.meetings.calculations import RED
from hjemmebane.domain.meetings.choices import BoardRefusal, MeetingKind, MeetingRefusal
from hjemmebane.domain.meetings.models import TeamMeeting
from hjemmebane.domain.meetings.queries import (
    attendances_of,
    board_entries_now,
    changes_at,
    citizen_notes_of,
    items_of,
    last_item,
    last_taken_up,
    meeting_under_way,
    meetings_of,
    notes_of,
    situations_of,
)
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW
from tests.factories.courses import HOLD, LOW, end_today

pytestmark = pytest.mark.django_db

TODAY = day_of(NOW)
LATER = NOW + dt.timedelta(hours=1)


def begin(cast, **changes):
    given = {
        "id": new_id(),
        "team": cast.team_one,
        "staff": [cast.ida.staff_member],
        "planned_minutes": 60,
        "by": cast.ida.actor,
        "at": NOW,
    }
    return open_meeting(**given | changes)


def reason_of(refused):
    return (refused.value.reason, refused.value.field)


@pytest.fixture
def meeting(as_ida):
    return begin(as_ida)


def test_meeting_opens_with_everybody_in_order_of_need(as_ida, meeting):
    (item,) = items_of(meeting.pk)

    assert meeting_under_way(as_ida.team_one.pk) == meeting
    assert [one.staff_member for one in attendances_of(meeting.pk)] == [as_ida.ida.staff_member]
    assert (item.course, item.position, item.why) == (as_ida.kim.course, 1, "Ikke drøftet endnu")
    assert (meeting.kind, meeting.method_pack) == (MeetingKind.BOARD, "m-act")


def test_a_team_has_one_meeting_at_a_time(as_ida, meeting):
    with pytest.raises(Refused) as refused:
        begin(as_ida)
    assert refused.value.reason == MeetingRefusal.ALREADY_OPEN


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"staff": []}, (MeetingRefusal.NOBODY_PRESENT, "staff")),
        ({"planned_minutes": 0}, (MeetingRefusal.TOO_LONG, "planned_minutes")),
        ({"planned_minutes": 481}, (MeetingRefusal.TOO_LONG, "planned_minutes")),
    ],
)
def test_meeting_that_is_none_is_refused(as_ida, changes, reason):
    with pytest.raises(Refused) as refused:
        begin(as_ida, **changes)
    assert reason_of(refused) == reason
    assert not meetings_of(as_ida.team_one.pk).exists()


def test_only_the_team_is_at_its_meeting(as_ida, meeting):
    omar = as_ida.omar.staff_member
    with pytest.raises(Refused) as refused:
        join_meeting(meeting=meeting, staff_member=omar, by=as_ida.ida.actor, at=NOW)
    assert reason_of(refused) == (MeetingRefusal.NOT_IN_TEAM, "staff")


def test_people_come_and_go_but_somebody_stays(as_ida, meeting):
    ida, bo = as_ida.ida.staff_member, as_ida.bo.staff_member
    who = {"meeting": meeting, "by": as_ida.ida.actor, "at": NOW}

    with pytest.raises(Refused) as refused:
        leave_meeting(staff_member=ida, **who)
    assert refused.value.reason == MeetingRefusal.LAST_ONE
    for _ in range(2):
        join_meeting(staff_member=bo, **who)
    leave_meeting(staff_member=ida, **who)

    assert [one.staff_member for one in attendances_of(meeting.pk)] == [bo]


def test_citizen_is_listed_once(as_ida, meeting):
    with pytest.raises(Refused) as refused:
        add_to_meeting(
            id=new_id(), meeting=meeting, course=as_ida.kim.course, by=as_ida.ida.actor, at=NOW
        )
    assert refused.value.reason == MeetingRefusal.ALREADY_LISTED


def test_citizen_who_came_later_is_put_last(as_ida, meeting):
    items_of(meeting.pk).delete()
    item = add_to_meeting(
        id=new_id(), meeting=meeting, course=as_ida.kim.course, by=as_ida.ida.actor, at=NOW
    )
    assert (item.position, list(items_of(meeting.pk))) == (1, [item])


def test_course_that_ended_meanwhile_is_not_listed(as_ida, meeting):
    items_of(meeting.pk).delete()
    end_today(as_ida.kim, as_ida.ida)
    course = as_ida.kim.course
    course.refresh_from_db()
    with pytest.raises(Refused):
        add_to_meeting(id=new_id(), meeting=meeting, course=course, by=as_ida.ida.actor, at=NOW)


def test_alone_on_the_list_nobody_moves(as_ida, meeting):
    item = items_of(meeting.pk).get()
    for up in (True, False):
        move_in_meeting(item=item, up=up, by=as_ida.ida.actor, at=NOW)
    assert items_of(meeting.pk).get().position == 1


def test_a_citizen_is_taken_up_once(as_ida, meeting):
    item = items_of(meeting.pk).get()

    take_up(item=item, by=as_ida.ida.actor, at=NOW)
    take_up(item=item, by=as_ida.ida.actor, at=LATER)

    assert last_taken_up([as_ida.kim.course.pk]) == {as_ida.kim.course.pk: NOW}
    (situation,) = situations_of(as_ida.team_one.pk)
    assert situation.discussed_on == TODAY


def test_what_was_decided_last_time_is_found_again(as_ida, meeting):
    course, by = as_ida.kim.course, as_ida.ida.actor
    item = take_up(item=items_of(meeting.pk).get(), by=by, at=NOW)
    assert last_item(course.pk, before=meeting) is None
    close_meeting(meeting=meeting, by=by, at=LATER)

    again = begin(as_ida, at=LATER)

    assert last_item(course.pk, before=again) == item
    assert items_of(again.pk).get().why == "Drøftet i dag"


def test_time_of_a_meeting_is_written_down_for_those_who_were_there(as_ida, meeting):
    by = as_ida.ida.actor
    join_meeting(meeting=meeting, staff_member=as_ida.bo.staff_member, by=by, at=NOW)

    close_meeting(meeting=meeting, by=by, at=NOW + dt.timedelta(minutes=50))

    entries = TimeEntry.objects.order_by("staff_member__name")
    assert [(one.staff_member, one.kind, one.minutes, one.note) for one in entries] == [
        (as_ida.bo.staff_member, TimeKind.MEETING, 50, "Tavlemøde"),
        (as_ida.ida.staff_member, TimeKind.MEETING, 50, "Tavlemøde"),
    ]
    assert {one.worked_on for one in entries} == {NOW.date()}


def test_closed_meeting_stands_and_is_added_to(as_ida, meeting):
    by, item = as_ida.ida.actor, items_of(meeting.pk).get()
    closed = close_meeting(meeting=meeting, by=by, at=NOW)
    for refused_now in (
        lambda: close_meeting(meeting=closed, by=by, at=LATER),
        lambda: take_up(item=item, by=by, at=LATER),
        lambda: move_in_meeting(item=item, up=True, by=by, at=LATER),
        lambda: add_to_meeting(
            id=new_id(), meeting=closed, course=as_ida.kim.course, by=by, at=LATER
        ),
        lambda: join_meeting(meeting=closed, staff_member=as_ida.bo.staff_member, by=by, at=LATER),
        lambda: leave_meeting(
            meeting=closed, staff_member=as_ida.ida.staff_member, by=by, at=LATER
        ),
    ):
        with pytest.raises(Refused) as refused:
            refused_now()
        assert refused.value.reason == MeetingRefusal.CLOSED

    said = note_about_citizen(id=new_id(), item=item, text=" Bo ringer. ", by=by, at=LATER)

    assert list(citizen_notes_of(meeting.pk)) == [said]
    assert said.text == "Bo ringer."


def test_what_is_said_under_a_point_is_kept(as_ida, meeting):
    by = as_ida.ida.actor
    said = note_at_meeting(
        id=new_id(), meeting=meeting, point="BOARD_WEEK", text="Bo er væk", by=by, at=NOW
    )
    assert list(notes_of(meeting.pk)) == [said]
    with pytest.raises(Refused) as refused:
        note_at_meeting(id=new_id(), meeting=meeting, point="NO", text="?", by=by, at=NOW)
    assert refused.value.reason == MeetingRefusal.UNKNOWN_POINT


def test_decision_is_the_change_itself(as_ida, meeting):
    course, by = as_ida.kim.course, as_ida.ida.actor
    words = {"course": course, "reason": "Klar", "from_on": TODAY, "by": by, "at": NOW}
    with on_occasion(meeting.occasion):
        placed = place_course(id=new_id(), part="GOAL_WORK", **words)
    place_course(id=new_id(), part="BRIDGING", **words)

    rows = changes_of_course(course.pk).filter(table_name="practice_placement")
    assert {row.occasion for row in rows} == {"", meeting.occasion}
    (decided,) = changes_at(meeting)
    assert (decided.row_id, decided.verb) == (str(placed.pk), "practice.place_course")


def on_board(cast, **changes):
    given = {
        "id": new_id(),
        "course": cast.kim.course,
        "reason": "CRISIS",
        "from_on": TODAY,
        "review_on": TODAY + dt.timedelta(days=7),
        "by": cast.ida.actor,
        "at": NOW,
    }
    return put_on_board(**given | changes)


def test_reason_on_the_board_is_one_at_a_time(as_ida):
    first = on_board(as_ida)
    second = on_board(as_ida, reason="ADMITTED", note=" Afdeling 3 ")

    first.refresh_from_db()
    assert first.until_on == TODAY
    assert board_entries_now([as_ida.kim.course.pk]) == {as_ida.kim.course.pk: second}
    assert second.note == "Afdeling 3"
    (situation,) = situations_of(as_ida.team_one.pk)
    assert situation.review_on == second.review_on


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"reason": "NO"}, (BoardRefusal.UNKNOWN_REASON, "reason")),
        ({"from_on": TODAY + dt.timedelta(days=1)}, (BoardRefusal.FUTURE, "from_on")),
        ({"review_on": TODAY}, (BoardRefusal.REVIEW_PAST, "review_on")),
    ],
)
def test_reason_that_says_nothing_is_refused(as_ida, changes, reason):
    with pytest.raises(Refused) as refused:
        on_board(as_ida, **changes)
    assert reason_of(refused) == reason
    assert board_entries_now([as_ida.kim.course.pk]) == {}


def test_citizen_is_taken_off_the_board_once(as_ida):
    entry, who = on_board(as_ida), {"by": as_ida.ida.actor, "at": NOW}
    for on, reason in (
        (TODAY + dt.timedelta(days=1), BoardRefusal.FUTURE),
        (TODAY - dt.timedelta(days=1), BoardRefusal.ENDS_BEFORE_START),
    ):
        with pytest.raises(Refused) as refused:
            take_off_board(entry=entry, on=on, **who)
        assert reason_of(refused) == (reason, "on")

    entry = take_off_board(entry=entry, on=TODAY, **who)

    assert board_entries_now([as_ida.kim.course.pk]) == {}
    with pytest.raises(AlreadySaved):
        take_off_board(entry=entry, on=TODAY, **who)
    with pytest.raises(Refused) as refused:
        take_off_board(entry=entry, on=TODAY - dt.timedelta(days=1), **who)
    assert refused.value.reason == BoardRefusal.ALREADY_OFF


def test_meetings_of_another_team_do_not_exist(cast):
    with acting(cast.ida.actor):
        mine = begin(cast)
    with acting(cast.omar.actor):
        assert not TeamMeeting.objects.filter(pk=mine.pk).exists()
        assert not items_of(mine.pk).exists()
        assert not attendances_of(mine.pk).exists()
        with pytest.raises(Refused):
            begin(cast, by=cast.omar.actor)
    with acting(cast.mette.actor):
        assert not TeamMeeting.objects.exists()


def test_light_follow_ups_and_cadence_make_the_order(as_ida):
    course, signed = as_ida.kim.course, {"by": as_ida.ida.actor, "at": NOW}
    observe_light(id=new_id(), course=course, colour=RED, **signed)
    raise_follow_up(id=new_id(), course=course, why="Sovet?", due_on=TODAY, **signed)
    set_cadence(course=course, cadence=Cadence.FORTNIGHTLY, **signed)

    (situation,) = situations_of(as_ida.team_one.pk)

    assert (situation.light, situation.light_on) == (RED, TODAY)
    assert (situation.follow_ups, situation.cadence_days) == ((TODAY, TODAY), 14)


@pytest.mark.parametrize("quieter", [HOLD, LOW])
def test_quiet_citizen_is_taken_up_once_a_month(as_ida, quieter):
    signed = {"by": as_ida.ida.actor, "at": NOW}
    action = put_on_hold if quieter is HOLD else agree_on_intensity
    action(id=new_id(), course=as_ida.kim.course, values=quieter, **signed)

    (situation,) = situations_of(as_ida.team_one.pk)

    assert situation.cadence_days == 28
