"""The steering group: held, written anew, and what it agrees on stands until it is handled."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmebane.domain.meetings.actions import (
    change_steering_meeting,
    change_steering_point,
    handle_steering_point,
    hold_steering_meeting,
    raise_steering_point,
    reopen_steering_point,
)
from hjemmebane.domain.meetings.choices import SteeringRefusal
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.domain.meetings.queries import (
    may_attend_steering,
    open_steering_points,
    points_carried_to,
    points_raised_at,
    steering_attendances_of,
    steering_meetings_of,
    visible_steering_meetings,
)
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import KIMS_CPR, NOW, employ, let_join

pytestmark = pytest.mark.django_db

TODAY = day_of(NOW)
DAY, QUARTER = dt.timedelta(days=1), dt.timedelta(days=91)


def hold(cast, **changes):
    given = {
        "id": new_id(),
        "team": cast.team_one,
        "held_on": TODAY,
        "staff": [cast.bo.staff_member, cast.mette.staff_member],
        "others": [" Jobcentret, afdelingsleder ", ""],
        "talked_about": " Ventetider ",
        "by": cast.bo.actor,
        "at": NOW,
    }
    return hold_steering_meeting(**given | changes)


def put_down(cast, meeting, **changes):
    given = {
        "id": new_id(),
        "meeting": meeting,
        "kind": "AGREEMENT",
        "text": "Én indgang til jobcentret",
        "who": "Jobcentret",
        "by": cast.bo.actor,
        "at": NOW,
    }
    return raise_steering_point(**given | changes)


def reason_of(refused):
    return (refused.value.reason, refused.value.field)


@pytest.fixture
def as_bo(cast):
    with acting(cast.bo.actor):
        yield cast


def test_meeting_says_who_was_there(as_bo):
    meeting = hold(as_bo)

    assert list(steering_meetings_of(as_bo.team_one.pk)) == [meeting]
    assert (meeting.others, meeting.talked_about) == (["Jobcentret, afdelingsleder"], "Ventetider")
    there = [one.staff_member.name for one in steering_attendances_of(meeting.pk)]
    assert there == ["Bo", "Mette"]


def test_those_who_were_there_are_in_the_order_of_the_danish_alphabet(cast):
    with acting(OPERATIONS):
        aage = employ("Aage", "Peer")
        let_join(cast.team_one, aage, CoreFunction.HEALTH)
    with acting(cast.bo.actor):
        meeting = hold(cast, staff=[aage.staff_member, cast.bo.staff_member])
        there = [one.staff_member.name for one in steering_attendances_of(meeting.pk)]

    assert there == ["Bo", "Aage"]


def test_manager_and_members_are_asked_about(as_bo):
    names = [member.name for member in may_attend_steering(as_bo.team_one.pk, TODAY)]
    assert names == ["Mette", "Bo", "Ida"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"held_on": TODAY + DAY}, (SteeringRefusal.FUTURE, "held_on")),
        ({"staff": [], "others": ["  "]}, (SteeringRefusal.NOBODY_PRESENT, "staff")),
        ({"others": [f"Kim {KIMS_CPR}"]}, (SteeringRefusal.CPR_NUMBER, "others")),
        ({"talked_about": f"Om {KIMS_CPR}"}, (SteeringRefusal.CPR_NUMBER, "talked_about")),
        ({"others": ["kim KROG, borger"]}, (SteeringRefusal.CITIZEN_NAMED, "others")),
        ({"talked_about": "Kim Krogs bolig"}, (SteeringRefusal.CITIZEN_NAMED, "talked_about")),
    ],
)
def test_meeting_that_is_none_or_names_a_citizen_is_refused(as_bo, changes, reason):
    with pytest.raises(Refused) as refused:
        hold(as_bo, **changes)
    assert reason_of(refused) == reason
    assert not visible_steering_meetings().exists()


def test_login_of_another_team_was_not_there(as_bo):
    with pytest.raises(Refused) as refused:
        hold(as_bo, staff=[as_bo.omar.staff_member])
    assert reason_of(refused) == (SteeringRefusal.NOT_OF_THE_TEAM, "staff")


def test_meeting_is_written_anew(as_bo):
    meeting = hold(as_bo)
    changed = {
        "meeting": meeting,
        "held_on": TODAY - DAY,
        "staff": [as_bo.mette.staff_member, as_bo.ida.staff_member],
        "others": [],
        "talked_about": "Ventetider og veje",
        "by": as_bo.bo.actor,
        "at": NOW,
    }
    change_steering_meeting(version=meeting.version, **changed)

    there = [one.staff_member.name for one in steering_attendances_of(meeting.pk)]
    assert there == ["Ida", "Mette"]
    with pytest.raises(EditConflict):
        change_steering_meeting(**changed | {"version": 1})
    for bad, reason in (
        ({"held_on": TODAY + DAY}, SteeringRefusal.FUTURE),
        ({"staff": [as_bo.omar.staff_member]}, SteeringRefusal.NOT_OF_THE_TEAM),
        ({"talked_about": KIMS_CPR}, SteeringRefusal.CPR_NUMBER),
    ):
        with pytest.raises(Refused) as refused:
            change_steering_meeting(**changed | bad | {"version": meeting.version})
        assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"who": " "}, (SteeringRefusal.NOBODY_RESPONSIBLE, "who")),
        ({"due_on": TODAY - DAY}, (SteeringRefusal.DUE_BEFORE_MEETING, "due_on")),
        ({"text": f"{KIMS_CPR} venter"}, (SteeringRefusal.CPR_NUMBER, "text")),
        ({"who": KIMS_CPR.replace("-", "")}, (SteeringRefusal.CPR_NUMBER, "who")),
        ({"text": "Kim  Krog venter"}, (SteeringRefusal.CITIZEN_NAMED, "text")),
        ({"who": "Kim Krog"}, (SteeringRefusal.CITIZEN_NAMED, "who")),
    ],
)
def test_point_that_says_too_little_or_too_much_is_refused(as_bo, changes, reason):
    meeting = hold(as_bo)
    with pytest.raises(Refused) as refused:
        put_down(as_bo, meeting, **changes)
    assert reason_of(refused) == reason
    assert not SteeringPoint.objects.exists()


def test_obstacle_may_be_nobodys_yet(as_bo):
    point = put_down(as_bo, hold(as_bo), kind="OBSTACLE", who="")
    assert list(open_steering_points(as_bo.team_one.pk)) == [point]


def test_point_stands_at_later_meetings_until_it_is_handled(as_bo):
    first = hold(as_bo, held_on=TODAY - 2 * QUARTER)
    kept, done = put_down(as_bo, first), put_down(as_bo, first, text="Nøgle til huset")
    second = hold(as_bo, held_on=TODAY - QUARTER)
    handle_steering_point(
        point=done, outcome=" Den ligger her ", version=done.version, by=as_bo.bo.actor, at=NOW
    )
    third = hold(as_bo, held_on=TODAY + DAY, at=NOW + QUARTER)

    assert list(points_raised_at(first)) == [kept, done]
    assert list(points_carried_to(first)) == []
    assert list(points_carried_to(second)) == [kept, done]
    assert list(points_carried_to(third)) == [kept]
    done.refresh_from_db()
    assert (done.handled_on, done.outcome) == (TODAY, "Den ligger her")


def test_point_is_handled_once_and_opened_again(as_bo):
    point, who = put_down(as_bo, hold(as_bo)), {"by": as_bo.bo.actor, "at": NOW}
    with pytest.raises(Refused) as refused:
        reopen_steering_point(point=point, version=point.version, **who)
    assert refused.value.reason == SteeringRefusal.STILL_OPEN
    with pytest.raises(Refused) as refused:
        handle_steering_point(point=point, outcome=KIMS_CPR, version=point.version, **who)
    assert reason_of(refused) == (SteeringRefusal.CPR_NUMBER, "outcome")

    handle_steering_point(point=point, version=point.version, **who)
    again = {"kind": "OBSTACLE", "text": "Andet", "who": "", "due_on": None}
    for refused_now in (
        lambda: handle_steering_point(point=point, version=point.version, **who),
        lambda: change_steering_point(point=point, version=point.version, **again, **who),
    ):
        with pytest.raises(Refused) as refused:
            refused_now()
        assert refused.value.reason == SteeringRefusal.HANDLED

    reopen_steering_point(point=point, version=point.version, **who)
    changed = change_steering_point(point=point, version=point.version, **again, **who)
    assert (changed.text, changed.is_open) == ("Andet", True)
    with pytest.raises(EditConflict):
        change_steering_point(point=point, version=1, **again, **who)


def test_somebody_else_of_the_same_name_may_be_named(as_bo):
    who = {"by": as_bo.bo.actor, "at": NOW}
    sure = {"is_sure": True}
    meeting = hold(as_bo, others=["Kim Krog, Jobcentret"], **sure)
    point = put_down(as_bo, meeting, who="Kim Krog", **sure)
    again = {"kind": "AGREEMENT", "text": "Kim Krog ringer", "who": "Kim Krog", "due_on": None}
    written = {"held_on": TODAY, "staff": [], "others": ["Kim Krog"], "talked_about": ""}
    for refused in (
        lambda: change_steering_meeting(meeting=meeting, version=1, **written, **who),
        lambda: change_steering_point(point=point, version=1, **again, **who),
        lambda: handle_steering_point(point=point, version=1, outcome="Kim Krog ringede", **who),
    ):
        with pytest.raises(Refused) as told:
            refused()
        assert told.value.reason == SteeringRefusal.CITIZEN_NAMED

    change_steering_meeting(meeting=meeting, version=1, **written, **sure, **who)
    change_steering_point(point=point, version=1, **again, **sure, **who)
    with pytest.raises(Refused) as told:
        hold(as_bo, talked_about=f"Kim Krog {KIMS_CPR}", **sure)
    assert told.value.reason == SteeringRefusal.CPR_NUMBER


@pytest.mark.parametrize("text", ["Kim er ikke Krog", "Kim Krogh", "Joakim Krog", "Noor", ""])
def test_half_a_name_names_nobody(as_bo, text):
    assert hold(as_bo, talked_about=text).talked_about == text


def test_manager_is_not_told_who_is_a_citizen(cast):
    """Neither by a refusal nor by the number of questions."""
    asked = []
    with acting(cast.mette.actor):
        for text in ("Kim Krog venter", "Ingen venter her"):
            with CaptureQueriesContext(connection) as queries:
                assert hold(cast, by=cast.mette.actor, talked_about=text).talked_about == text
            asked.append(len(queries))
    assert asked[0] == asked[1]


def test_manager_reads_and_writes_and_nobody_else_from_outside(cast):
    with acting(cast.mette.actor):
        meeting = hold(cast, by=cast.mette.actor)
        put_down(cast, meeting, by=cast.mette.actor)
    with acting(cast.ida.actor):
        assert list(visible_steering_meetings()) == [meeting]
    with acting(cast.omar.actor):
        assert not SteeringGroupMeeting.objects.exists()
        assert not SteeringPoint.objects.exists()
        with pytest.raises(Refused):
            hold(cast, staff=[], by=cast.omar.actor)
