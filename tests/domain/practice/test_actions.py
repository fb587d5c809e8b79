import datetime as dt

import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.courses.actions import put_on_hold
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.practice.actions import place_course, take_up_again
from hjemmebane.domain.practice.choices import PlacementRefusal
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_now, placements_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.courses import HOLD
from tests.factories.history import changes_by

TODAY = day_of(NOW)
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)


def place(course, by, part="ENGAGEMENT", *, at=NOW, **changes):
    arguments = {"id": new_id(), "reason": "Vi kender hinanden nu.", "from_on": TODAY} | changes
    return place_course(course=course, part=part, by=by.actor, at=at, **arguments)


def test_placement_keeps_reason_and_method(as_ida):
    placed = place(as_ida.kim.course, as_ida.ida, reason="  Ønskerne er sagt.  ")

    kept = Placement.objects.get(pk=placed.pk)
    assert kept.course_id == as_ida.kim.course.pk
    assert (kept.part, kept.from_on, kept.reason) == ("ENGAGEMENT", TODAY, "Ønskerne er sagt.")
    assert (kept.method_pack, kept.method_version) == ("m-act", "1")
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert changes_by(as_ida.ida.actor, "practice.place_course") == [
        ("INSERT", "practice_placement")
    ]


def test_course_moves_in_any_direction(as_ida):
    for part in ("BRIDGING", "ENGAGEMENT", "GOAL_WORK", "ENGAGEMENT"):
        place(as_ida.kim.course, as_ida.ida, part)

    assert [p.part for p in placements_of(as_ida.kim.course.pk)] == [
        "ENGAGEMENT",
        "GOAL_WORK",
        "ENGAGEMENT",
        "BRIDGING",
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"part": "HEAVEN"}, PlacementRefusal.UNKNOWN_PART, "part"),
        ({"part": "ENGAGEMENT"}, PlacementRefusal.SAME_PART, "part"),
        ({"reason": " \n"}, PlacementRefusal.REASON_MISSING, "reason"),
        ({"from_on": TOMORROW}, PlacementRefusal.FUTURE, "from_on"),
        ({"from_on": YESTERDAY}, PlacementRefusal.BEFORE_LAST, "from_on"),
    ],
)
def test_placement_is_refused(as_ida, changes, reason, field):
    place(as_ida.kim.course, as_ida.ida, "ENGAGEMENT")

    with pytest.raises(Refused) as refused:
        place(as_ida.kim.course, as_ida.ida, **{"part": "BRIDGING", **changes})

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert placements_of(as_ida.kim.course.pk).count() == 1


def test_ended_course_stays_where_it_is(as_ida):
    course = as_ida.kim.course
    course.save_changes({"status": CourseStatus.ENDED, "ended_on": TODAY}, version=course.version)

    with pytest.raises(Refused) as refused:
        place(course, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


def test_double_submit_is_one_placement(as_ida):
    placed = place(as_ida.kim.course, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        place(as_ida.kim.course, as_ida.ida, id=placed.pk)

    assert double.value.record == placed
    assert placements_of(as_ida.kim.course.pk).count() == 1


@pytest.mark.parametrize(
    "other", [{"part": "GOAL_WORK"}, {"reason": "Noget andet"}, {"from_on": YESTERDAY}]
)
def test_form_sent_again_with_other_words_is_no_double_click(as_ida, other):
    placed = place(as_ida.kim.course, as_ida.ida)

    with pytest.raises(Refused) as refused:
        place(as_ida.kim.course, as_ida.ida, **{"id": placed.pk, **other})

    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE
    assert placements_of(as_ida.kim.course.pk).count() == 1


def test_other_team_neither_places_nor_sees(cast):
    with acting(cast.ida.actor):
        place(cast.kim.course, cast.ida)

    with acting(cast.omar.actor):
        with pytest.raises(type(cast.kim.course).DoesNotExist):
            place(cast.kim.course, cast.omar, "BRIDGING")
        assert list(placements_of(cast.kim.course.pk)) == []
        assert placements_now([cast.kim.course.pk, cast.noor.course.pk]) == {}
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Placement(
                course=cast.kim.course,
                part="BRIDGING",
                from_on=TODAY,
                reason="Udefra",
                method_pack="m-act",
                method_version="1",
                recorded_by=cast.omar.user,
                recorded_at=NOW,
            ).save()


def take_up(course, by, *, part="", **changes):
    arguments = {"id": new_id(), "on": TODAY, "reason": "Kim ringede"} | changes
    return take_up_again(course=course, part=part, by=by.actor, at=NOW, **arguments)


def pause(case, by):
    put_on_hold(id=new_id(), course=case.course, values=HOLD, by=by.actor, at=NOW)


@pytest.mark.parametrize(
    ("part", "parts"),
    [
        ("", ["GOAL_WORK"]),
        ("GOAL_WORK", ["GOAL_WORK"]),
        ("ENGAGEMENT", ["ENGAGEMENT", "GOAL_WORK"]),
    ],
)
def test_course_is_taken_up_again_where_it_makes_sense(as_ida, part, parts):
    place(as_ida.kim.course, as_ida.ida, "GOAL_WORK")
    pause(as_ida.kim, as_ida.ida)

    take_up(as_ida.kim.course, as_ida.ida, part=part)

    assert [p.part for p in placements_of(as_ida.kim.course.pk)] == parts
    course = Course.objects.get(pk=as_ida.kim.course.pk)
    assert course.status == CourseStatus.ACTIVE
    assert changes_by(as_ida.ida.actor, "courses.reactivate")[-2:] == [
        ("INSERT", "courses_reactivation"),
        ("UPDATE", "courses_course"),
    ]


def test_refused_move_leaves_the_course_on_hold(as_ida):
    pause(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        take_up(as_ida.kim.course, as_ida.ida, part="HEAVEN")

    assert refused.value.reason == PlacementRefusal.UNKNOWN_PART
    assert Course.objects.get(pk=as_ida.kim.course.pk).status == CourseStatus.ON_HOLD


def test_taken_up_twice_is_once(as_ida):
    pause(as_ida.kim, as_ida.ida)
    key = new_id()
    take_up(as_ida.kim.course, as_ida.ida, part="ENGAGEMENT", id=key)

    with pytest.raises(AlreadySaved):
        take_up(as_ida.kim.course, as_ida.ida, part="ENGAGEMENT", id=key)
    assert len(placements_of(as_ida.kim.course.pk)) == 1


def test_another_team_takes_nothing_up(cast):
    with acting(cast.ida.actor):
        pause(cast.kim, cast.ida)
    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        take_up(cast.kim.course, cast.omar)
