"""Sparring and treatment meetings: the board meeting's machinery with the chosen citizens."""

import datetime as dt

import pytest

from hjemmebane.domain.meetings.actions import (
    add_to_meeting,
    close_meeting,
    note_at_meeting,
    open_meeting,
    take_up,
)
from hjemmebane.domain.meetings.choices import MeetingKind, MeetingRefusal
from hjemmebane.domain.meetings.queries import (
    items_of,
    last_held,
    last_item,
    last_taken_up,
    meetings_of,
    situations_of,
    waiting_for_treatment,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import KIM, NOW, start_case
from tests.factories.courses import end_today

pytestmark = pytest.mark.django_db

TODAY = day_of(NOW)
HOUR = dt.timedelta(hours=1)


def begin(cast, kind, **changes):
    given = {
        "id": new_id(),
        "team": cast.team_one,
        "kind": kind,
        "staff": [cast.ida.staff_member],
        "courses": [cast.kim.course],
        "planned_minutes": 60,
        "by": cast.ida.actor,
        "at": NOW,
    }
    return open_meeting(**given | changes)


def end(cast, meeting, at=NOW):
    return close_meeting(meeting=meeting, by=cast.ida.actor, at=at)


def test_treatment_meeting_takes_up_the_chosen_the_longest_wait_first(as_ida):
    first = begin(as_ida, MeetingKind.TREATMENT)
    take_up(item=items_of(first.pk).get(), by=as_ida.ida.actor, at=NOW)
    end(as_ida, first)
    newcomer = start_case(as_ida.team_one, as_ida.ida, KIM.__class__(given_name="Nana"))

    again = begin(
        as_ida, MeetingKind.TREATMENT, courses=[as_ida.kim.course, newcomer.course], at=NOW + HOUR
    )

    assert [(item.course, item.why) for item in items_of(again.pk)] == [
        (newcomer.course, "Ikke gennemgået i dybden endnu"),
        (as_ida.kim.course, "Gennemgået i dybden i dag"),
    ]


def test_sparring_is_about_a_theme_and_perhaps_somebody(as_ida):
    meeting = begin(as_ida, MeetingKind.SPARRING, courses=[], theme=" Når døren er lukket ")
    said = note_at_meeting(
        id=new_id(),
        meeting=meeting,
        point="SPARRING_TRY",
        text="Bo lægger en seddel",
        by=as_ida.ida.actor,
        at=NOW,
    )
    assert (meeting.theme, said.point) == ("Når døren er lukket", "SPARRING_TRY")
    assert not items_of(meeting.pk).exists()
    end(as_ida, meeting)

    about = begin(as_ida, MeetingKind.SPARRING, at=NOW + HOUR)
    assert [item.course for item in items_of(about.pk)] == [as_ida.kim.course]


@pytest.mark.parametrize("kind", [MeetingKind.SPARRING, MeetingKind.TREATMENT])
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"staff": []}, (MeetingRefusal.NOBODY_PRESENT, "staff")),
        ({"staff": "omar"}, (MeetingRefusal.NOT_IN_TEAM, "staff")),
        ({"courses": "noor"}, (MeetingRefusal.ANOTHER_TEAM, "courses")),
        ({"courses": "twice"}, (MeetingRefusal.ALREADY_LISTED, "courses")),
    ],
)
def test_meeting_that_cannot_be_is_refused(as_ida, kind, changes, reason):
    people = {
        "omar": [as_ida.omar.staff_member],
        "noor": [as_ida.noor.course],
        "twice": [as_ida.kim.course, as_ida.kim.course],
    }
    given = {name: people.get(str(value), value) for name, value in changes.items()}
    with pytest.raises(Refused) as refused:
        begin(as_ida, kind, **given)
    assert (refused.value.reason, refused.value.field) == reason
    assert not meetings_of(as_ida.team_one.pk).exists()


def test_meeting_about_nothing_is_refused(as_ida):
    for kind, reason in (
        (MeetingKind.TREATMENT, (MeetingRefusal.NOBODY_CHOSEN, "courses")),
        (MeetingKind.SPARRING, (MeetingRefusal.NOTHING_TO_TAKE_UP, "theme")),
    ):
        with pytest.raises(Refused) as refused:
            begin(as_ida, kind, courses=[], theme="  ")
        assert (refused.value.reason, refused.value.field) == reason


def test_ended_course_is_not_gone_into(as_ida):
    end_today(as_ida.kim, as_ida.ida)
    as_ida.kim.course.refresh_from_db()
    for kind in (MeetingKind.TREATMENT, MeetingKind.SPARRING):
        with pytest.raises(Refused):
            begin(as_ida, kind)
    assert waiting_for_treatment(as_ida.team_one.pk) == []


def test_one_meeting_is_open_whatever_the_kind(as_ida):
    begin(as_ida, MeetingKind.SPARRING)
    for kind in MeetingKind:
        with pytest.raises(Refused) as refused:
            begin(as_ida, kind, at=NOW + HOUR)
        assert refused.value.reason == MeetingRefusal.ALREADY_OPEN


def test_citizen_is_listed_once(as_ida):
    meeting = begin(as_ida, MeetingKind.TREATMENT)
    with pytest.raises(Refused) as refused:
        add_to_meeting(
            id=new_id(), meeting=meeting, course=as_ida.kim.course, by=as_ida.ida.actor, at=NOW
        )
    assert refused.value.reason == MeetingRefusal.ALREADY_LISTED


def test_only_the_board_meeting_counts_for_how_often_somebody_is_taken_up(as_ida):
    """In depth is beside the weekly look at everybody, and decided all the same."""
    course, by = as_ida.kim.course, as_ida.ida.actor
    treated = begin(as_ida, MeetingKind.TREATMENT)
    item = take_up(item=items_of(treated.pk).get(), by=by, at=NOW)
    end(as_ida, treated)

    assert last_taken_up([course.pk]) == {}
    assert last_taken_up([course.pk], MeetingKind.TREATMENT) == {course.pk: NOW}
    (situation,) = situations_of(as_ida.team_one.pk)
    assert situation.discussed_on is None
    (waiting,) = waiting_for_treatment(as_ida.team_one.pk)
    assert waiting.treated_on == TODAY
    board = begin(as_ida, MeetingKind.BOARD, courses=[], at=NOW + HOUR)
    assert last_item(course.pk, before=board) == item


def test_each_kind_has_its_own_last_time(as_ida):
    end(as_ida, begin(as_ida, MeetingKind.SPARRING))
    end(as_ida, begin(as_ida, MeetingKind.BOARD, at=NOW + HOUR), at=NOW + HOUR)

    assert last_held(as_ida.team_one.pk) == {
        MeetingKind.SPARRING: NOW,
        MeetingKind.BOARD: NOW + HOUR,
    }


def test_questions_are_as_many_whoever_waits(cast, django_assert_num_queries):
    with acting(cast.ida.actor):
        for name in ("Ane", "Bob"):
            with django_assert_num_queries(2):
                waiting_for_treatment(cast.team_one.pk)
            start_case(cast.team_one, cast.ida, KIM.__class__(given_name=name))


def test_meeting_of_another_team_does_not_exist(cast):
    with acting(cast.ida.actor):
        begin(cast, MeetingKind.SPARRING, theme="Døren")
    for outsider in (cast.omar, cast.mette):
        with acting(outsider.actor):
            assert not meetings_of(cast.team_one.pk).exists()
            assert last_held(cast.team_one.pk) == {}
