"""The plan itself: opened once, changed by two, never after the end."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.actions import change_plan, open_plan
from hjemmebane.domain.plans.choices import PlanRefusal
from hjemmebane.domain.plans.models import Plan
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.keeping import keep_row
from tests.factories.plans import changes_of, end_course, refusal_of


def stored(writing):
    return Plan.objects.get(pk=writing.plan.pk)


def test_open_plan_keeps_method_and_who_began_it(as_ida, course):
    plan = open_plan(id=new_id(), course=course, by=as_ida.ida.actor, at=NOW)

    kept = plan_of(course.pk)
    assert kept == plan
    assert (kept.method_pack, kept.method_version) == ("m-act", "1")
    assert (kept.recorded_by, kept.recorded_at) == (as_ida.ida.user, NOW)
    assert changes_of(plan) == [("INSERT", "plans.open_plan", as_ida.ida.actor.key)]


def test_course_without_a_plan_has_none(as_ida, course):
    assert plan_of(course.pk) is None


def test_open_plan_refuses_a_second(writing):
    assert refusal_of(
        open_plan, id=new_id(), course=writing.plan.course, by=writing.by, at=NOW
    ) == (PlanRefusal.PLAN_EXISTS, None)
    assert Plan.objects.get(course=writing.plan.course) == writing.plan


def test_open_plan_sent_twice_is_one_plan(writing):
    with pytest.raises(AlreadySaved) as already:
        open_plan(id=writing.plan.pk, course=writing.plan.course, by=writing.by, at=NOW)

    assert already.value.record == writing.plan


def test_open_plan_refuses_an_ended_course(as_ida, course):
    end_course(course)

    assert refusal_of(open_plan, id=new_id(), course=course, by=as_ida.ida.actor, at=NOW) == (
        PlanRefusal.COURSE_ENDED,
        None,
    )


def test_course_of_another_team_is_not_there(cast):
    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        open_plan(id=new_id(), course=cast.kim.course, by=cast.omar.actor, at=NOW)


def test_change_plan_writes_only_what_changed(writing):
    changed = change_plan(
        plan=writing.plan,
        changes={"purpose": "Ro i hverdagen", "guiding_purposes": ["OWN_LIFE", "ASSESSED"]},
        version=1,
        by=writing.by,
        at=NOW,
    )

    plan = stored(writing)
    assert (plan.purpose, plan.guiding_purposes) == ("Ro i hverdagen", ["OWN_LIFE", "ASSESSED"])
    assert plan.cross_professional_evaluation == ""
    assert plan.version == changed.version == 2
    assert changes_of(plan)[1:] == [("UPDATE", "plans.change_plan", writing.by.key)]
    change = Change.objects.get(row_id=str(plan.pk), operation="UPDATE")
    assert set(change.after) == {"purpose", "guiding_purposes", "version"}


def test_change_plan_refuses_a_purpose_outside_the_method(writing):
    refusal = refusal_of(
        change_plan,
        plan=writing.plan,
        changes={"guiding_purposes": ["OWN_LIFE", "WEALTH"]},
        version=1,
        by=writing.by,
        at=NOW,
    )

    assert refusal == (PlanRefusal.UNKNOWN_CHOICE, "guiding_purposes")
    assert stored(writing).guiding_purposes == []


def test_change_plan_refuses_ten_thousand_and_one_characters(writing):
    with pytest.raises(ValidationError) as invalid:
        change_plan(
            plan=writing.plan, changes={"purpose": "x" * 10_001}, version=1, by=writing.by, at=NOW
        )

    assert set(invalid.value.message_dict) == {"purpose"}


def test_change_plan_refuses_an_ended_course(writing):
    end_course(writing.plan.course)

    refusal = refusal_of(
        change_plan, plan=writing.plan, changes={"purpose": "Nu"}, version=1, by=writing.by, at=NOW
    )

    assert refusal == (PlanRefusal.COURSE_ENDED, None)


def test_change_plan_leaves_fixed_fields_alone(writing):
    with pytest.raises(TypeError, match="course"):
        change_plan(plan=writing.plan, changes={"course": None}, version=1, by=writing.by, at=NOW)


def test_second_of_two_writers_is_told(writing):
    theirs = stored(writing)
    change_plan(plan=theirs, changes={"purpose": "Deres"}, version=1, by=writing.by, at=NOW)

    with pytest.raises(EditConflict) as conflict:
        change_plan(
            plan=writing.plan, changes={"purpose": "Mine"}, version=1, by=writing.by, at=NOW
        )

    assert conflict.value.current.purpose == "Deres"
    assert stored(writing).purpose == "Deres"


def test_plan_of_another_team_is_not_there(writing, as_ida):
    with acting(as_ida.omar.actor):
        assert plan_of(writing.plan.course_id) is None
        with pytest.raises(Plan.DoesNotExist):
            change_plan(
                plan=writing.plan,
                changes={"purpose": "Fremmed"},
                version=1,
                by=as_ida.omar.actor,
                at=NOW,
            )


def test_database_holds_one_plan_per_course(writing):
    twin = Plan(
        course=writing.plan.course,
        recorded_by_id=writing.by.user_id,
        recorded_at=NOW,
        method_pack="m-act",
        method_version="1",
    )

    with pytest.raises(IntegrityError, match="one_plan_per_course"):
        keep_row(record=twin, by=writing.by)
