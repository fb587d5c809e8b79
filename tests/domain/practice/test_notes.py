"""Noting how far activities have come and what indicators say: append-only, any time, any part."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.practice.actions import judge_indicator, set_activity
from hjemmebane.domain.practice.choices import Judgement, PracticeRefusal, Standing
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement
from hjemmebane.domain.practice.queries import activities_now, judgements_now, notes_about
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.history import changes_by
from tests.factories.plans import end_course, refusal_of

TODAY = day_of(NOW)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
ACTIVITY, INDICATOR = "ENGAGEMENT_WISHES", "ENGAGEMENT_WISHES_SAID"


def activity(cast, **changes):
    return {
        "id": new_id(),
        "course": cast.kim.course,
        "code": ACTIVITY,
        "status": Standing.UNDER_WAY,
        "on": TODAY,
        "by": cast.ida.actor,
        "at": NOW,
        **changes,
    }


def indicator(cast, **changes):
    return {
        "id": new_id(),
        "course": cast.kim.course,
        "code": INDICATOR,
        "judgement": Judgement.MET,
        "on": TODAY,
        "by": cast.ida.actor,
        "at": NOW,
        **changes,
    }


BOTH = pytest.mark.parametrize(
    ("action", "arguments", "model"),
    [(set_activity, activity, ActivityStatus), (judge_indicator, indicator, IndicatorJudgement)],
    ids=["activity", "indicator"],
)


def test_activity_keeps_status_note_who_and_method(as_ida):
    bo = as_ida.bo.staff_member

    noted = set_activity(**activity(as_ida, note="  Hun begyndte selv.  ", staff_member=bo))

    kept = ActivityStatus.objects.get(pk=noted.pk)
    assert (kept.code, kept.status, kept.note) == (ACTIVITY, "UNDER_WAY", "Hun begyndte selv.")
    assert (kept.staff_member_id, kept.noted_on) == (bo.pk, TODAY)
    assert (kept.method_pack, kept.method_version) == ("m-act", "1")
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert changes_by(as_ida.ida.actor, "practice.set_activity") == [
        ("INSERT", "practice_activitystatus")
    ]


def test_indicator_keeps_judgement_note_and_method(as_ida):
    noted = judge_indicator(**indicator(as_ida, note=" Tre ønsker. "))

    kept = IndicatorJudgement.objects.get(pk=noted.pk)
    assert (kept.code, kept.judgement, kept.note) == (INDICATOR, "MET", "Tre ønsker.")
    assert (kept.noted_on, kept.method_pack, kept.method_version) == (TODAY, "m-act", "1")
    assert changes_by(as_ida.ida.actor, "practice.judge_indicator") == [
        ("INSERT", "practice_indicatorjudgement")
    ]


def test_newest_note_holds_for_each_code_and_the_rest_is_history(as_ida, django_assert_num_queries):
    kim = as_ida.kim.course.pk
    first = set_activity(**activity(as_ida, on=YESTERDAY))
    later = set_activity(**activity(as_ida, status=Standing.NOT_YET))
    now = set_activity(**activity(as_ida, status=Standing.DONE, at=NOW + dt.timedelta(minutes=1)))
    other = set_activity(**activity(as_ida, code="BRIDGING_PREPARE"))
    judged = judge_indicator(**indicator(as_ida))

    with django_assert_num_queries(1):
        assert activities_now(kim) == {ACTIVITY: now, "BRIDGING_PREPARE": other}
    with django_assert_num_queries(1):
        assert judgements_now(kim) == {INDICATOR: judged}
    assert list(notes_about(ActivityStatus, kim, ACTIVITY)) == [now, later, first]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"code": "HEAVEN"}, PracticeRefusal.UNKNOWN_ACTIVITY, None),
        ({"code": INDICATOR}, PracticeRefusal.UNKNOWN_ACTIVITY, None),
        ({"on": TOMORROW}, PracticeRefusal.FUTURE, "on"),
        ({"on": YESTERDAY}, PracticeRefusal.BEFORE_LAST, "on"),
    ],
)
def test_activity_is_refused(as_ida, changes, reason, field):
    set_activity(**activity(as_ida))

    assert refusal_of(set_activity, **activity(as_ida, **changes)) == (reason, field)
    assert ActivityStatus.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"code": ACTIVITY}, PracticeRefusal.UNKNOWN_INDICATOR, None),
        ({"on": TOMORROW}, PracticeRefusal.FUTURE, "on"),
        ({"on": YESTERDAY}, PracticeRefusal.BEFORE_LAST, "on"),
    ],
)
def test_indicator_is_refused(as_ida, changes, reason, field):
    judge_indicator(**indicator(as_ida))

    assert refusal_of(judge_indicator, **indicator(as_ida, **changes)) == (reason, field)
    assert IndicatorJudgement.objects.count() == 1


def test_colleague_of_another_team_is_refused(as_ida):
    omar = as_ida.omar.staff_member

    assert refusal_of(set_activity, **activity(as_ida, staff_member=omar)) == (
        PracticeRefusal.NOT_IN_TEAM,
        "staff_member",
    )


def test_who_left_the_team_stays_on_what_is_noted_and_gets_nothing_new(as_ida):
    bo = as_ida.bo.staff_member
    set_activity(**activity(as_ida, staff_member=bo))
    membership = TeamMembership.objects.get(staff_member=bo)
    with acting(OPERATIONS):
        leave_team(membership=membership, until_on=YESTERDAY, version=1, by=OPERATIONS, at=NOW)

    noted = set_activity(**activity(as_ida, staff_member=bo, status=Standing.DONE))

    assert noted.staff_member == bo
    new = activity(as_ida, staff_member=bo, code="BRIDGING_PLAN")
    assert refusal_of(set_activity, **new) == (PracticeRefusal.NOT_IN_TEAM, "staff_member")


@BOTH
def test_ended_course_is_noted_no_more(as_ida, action, arguments, model):
    end_course(as_ida.kim.course)
    course = Course.objects.get(pk=as_ida.kim.course.pk)

    refusal = refusal_of(action, **arguments(as_ida, course=course))

    assert refusal == (CourseRefusal.ALREADY_ENDED, None)
    assert not model.objects.exists()


@BOTH
def test_double_submit_is_one_note(as_ida, action, arguments, model):
    sent = arguments(as_ida)
    noted = action(**sent)

    with pytest.raises(AlreadySaved) as double:
        action(**sent)

    assert double.value.record == noted
    assert model.objects.count() == 1


@BOTH
def test_same_form_with_other_words_is_no_double_click(as_ida, action, arguments, model):
    sent = arguments(as_ida)
    action(**sent)

    refusal = refusal_of(action, **{**sent, "note": "Noget andet"})

    assert refusal == (RecordRefusal.SAVED_OTHERWISE, None)


@BOTH
def test_unknown_choice_and_too_long_a_note_are_refused(as_ida, action, arguments, model):
    choice = "status" if model is ActivityStatus else "judgement"
    for changes, field in (({choice: "PERHAPS"}, choice), ({"note": "a" * 2_001}, "note")):
        with pytest.raises(ValidationError) as invalid:
            action(**arguments(as_ida, **changes))
        assert set(invalid.value.message_dict) == {field}
    assert not model.objects.exists()


@BOTH
def test_other_team_neither_notes_nor_sees(cast, action, arguments, model):
    with acting(cast.ida.actor):
        action(**arguments(cast))

    with acting(cast.omar.actor):
        refusal = refusal_of(action, **arguments(cast, by=cast.omar.actor))
        assert refusal == (RecordRefusal.NOT_YOURS, None)
        assert not model.objects.exists()


@BOTH
def test_note_can_be_neither_changed_nor_removed(as_ida, action, arguments, model):
    noted = action(**arguments(as_ida))

    for undo in (
        lambda: noted.save_changes({"note": "Nej"}, version=noted.version),
        lambda: noted.remove(version=noted.version),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            undo()


@BOTH
def test_note_is_not_kept_when_what_it_stands_in_fails(as_ida, action, arguments, model):
    def fail_afterwards():
        with transaction.atomic():
            action(**arguments(as_ida))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_afterwards()

    assert not model.objects.exists()
    assert changes_by(as_ida.ida.actor, f"practice.{action.__name__}") == []
