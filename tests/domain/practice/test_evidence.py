"""The record in numbers, counted at once for one course or for many."""

import datetime as dt
from dataclasses import replace

import pytest

from hjemmebane.domain.citizens.actions import (
    CitizenDetails,
    add_around_citizen,
    describe_life_situation,
)
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.courses.actions import (
    CourseStart,
    choose_primary_contact,
    decide,
    log_early_attempt,
    start_course_for_new_citizen,
)
from hjemmebane.domain.courses.choices import DecisionOutcome, EarlyOutcome, Place
from hjemmebane.domain.courses.queries import criteria_of
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.actions import reach_sub_goal, take_version
from hjemmebane.domain.plans.choices import AssessmentStatus, ItemKind
from hjemmebane.domain.plans.queries import assessment_gaps
from hjemmebane.domain.practice.actions import judge_indicator, set_activity
from hjemmebane.domain.practice.calculations.facts import Assessments, Screening
from hjemmebane.domain.practice.calculations.standings import Kind
from hjemmebane.domain.practice.queries import facts_of, points_in_parts, verdicts_now
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, start_case
from tests.factories.courses import ATTEMPT, MATCH, assessed, spotted
from tests.factories.plans import Writing

TODAY = day_of(NOW)
ENGAGEMENT = current_pack().practice_part("ENGAGEMENT")


def facts(*courses):
    found = facts_of(courses, assessment_gaps(c.pk for c in courses), today=TODAY)
    return [found[course.pk] for course in courses]


def days_ago(count):
    return NOW - dt.timedelta(days=count)


def meet(cast, days, **details):
    log_contact(
        id=new_id(),
        course=cast.kim.course,
        details=ContactDetails(started_at=days_ago(days), **details),
        staff=[cast.ida.staff_member],
        sub_goals={},
        by=cast.ida.actor,
        at=NOW,
    )


def test_contacts_are_counted_by_month_and_kind(as_ida):
    meet(as_ida, 0, is_acute=True)
    meet(as_ida, 29, kind=ContactKind.ACCOMPANIMENT)
    meet(as_ida, 31, place=Place.DROP_IN)
    meet(as_ida, 59)
    meet(as_ida, 80, place=Place.OUTDOORS)
    meet(as_ida, 2, outcome=Outcome.NOT_MET)
    meet(as_ida, 2, kind=ContactKind.PARTNER)
    meet(as_ida, 91)

    [held] = facts(as_ida.kim.course)

    assert (held.met, held.met_before, held.acute, held.out_together) == (2, 2, 1, 3)


def test_plan_is_counted(as_ida):
    kim, ida = as_ida.kim, as_ida.ida
    writing = Writing(kim.plan, ida.actor)
    writing.add(ItemKind.WISH, said_by="TEAM")
    writing.add(ItemKind.GOAL)
    writing.add(ItemKind.ACTIVITY)
    writing.add(ItemKind.ACTIVITY, status="DONE")
    writing.add(ItemKind.ACTIVITY, responsible_kind="PARTNER", partner_person=as_ida.lise)
    writing.add(ItemKind.OTHER_EFFORT)
    writing.add(ItemKind.OTHER_PLAN)
    writing.add(ItemKind.MEETING, held_on=days_ago(40).date())
    take_version(id=new_id(), plan=kim.plan, reason="", by=ida.actor, at=days_ago(12))
    for step, day in ((kim.first_step, 1), (kim.second_step, 70)):
        on = days_ago(day).date()
        reach_sub_goal(sub_goal=step, on=on, version=step.version, by=ida.actor, at=NOW)

    [held] = facts(kim.course)

    assert (held.wishes, held.goals, held.goals_from_wishes) == (1, 2, 1)
    assert (held.citizen_activities, held.partner_activities) == (1, 1)
    assert (held.other_efforts, held.other_plans, held.plan_meeting_age) == (1, 1, 40)
    assert (held.has_plan, held.plan_version, held.plan_version_age) == (True, 1, 12)
    assert held.steps_reached == (1, 0, 1)


def test_people_and_consents_are_counted(as_ida):
    kim, who = as_ida.kim, {"by": as_ida.ida.actor, "at": NOW}
    add_around_citizen(
        record=NetworkPerson(citizen=kim.citizen, name="Søs", relation="Søster"), **who
    )
    for area in ("HOUSING", "HOUSING", "ECONOMY"):
        describe_life_situation(id=new_id(), citizen=kim.citizen, area=area, text="Sådan", **who)
    for until_on in (None, TODAY - dt.timedelta(days=1)):
        give_consent(
            id=new_id(),
            citizen=kim.citizen,
            recipient=as_ida.job_centre,
            scope=[ConsentScope.GOALS],
            purpose="Praktik",
            how_given=HowGiven.ORALLY,
            from_on=TODAY - dt.timedelta(days=3),
            until_on=until_on,
            by=as_ida.ida.actor,
            at=NOW - dt.timedelta(days=3),
        )
    choose_primary_contact(
        id=new_id(),
        course=kim.course,
        staff_member=as_ida.ida.staff_member,
        chosen_by_citizen=True,
        **who,
    )

    [held] = facts(kim.course)

    assert (held.network, held.life_areas, held.life_areas_in_all) == (1, 2, 9)
    assert (held.consent_age, held.partner_consents, held.primary_contact_age) == (91, 1, 0)
    assert (held.years, held.is_of_age) == (63, True)


def test_assessments_stand_by_how_far_they_have_come(as_ida):
    writing = Writing(as_ida.kim.plan, as_ida.ida.actor)
    writing.add(ItemKind.ASSESSMENT, kind="SOMATIC", status=AssessmentStatus.UNDER_WAY)
    writing.add(ItemKind.ASSESSMENT, kind="SOCIAL", status=AssessmentStatus.DONE, done_on=TODAY)
    writing.add(ItemKind.ASSESSMENT, kind="SUBSTANCE")

    [held] = facts(as_ida.kim.course)

    assert held.assessments == Assessments(
        not_considered=("§ 141", "psykiatrisk", "koordinerende plan"),
        needed=("rusmidler",),
        under_way=("somatisk",),
        settled=("social",),
    )


def come_from_the_street(cast, **written):
    """A course of somebody who was sought out twice before, met once, and assessed twice."""
    ida, who = cast.ida, {"by": cast.ida.actor, "at": NOW}
    early = spotted(cast.team_one, ida, spotted_on=TODAY - dt.timedelta(days=40))
    not_yet = replace(MATCH, outcome=DecisionOutcome.NOT_NOW)
    decide(id=new_id(), assessment=assessed(early, ida), details=not_yet, **who)
    for days, outcome in ((30, EarlyOutcome.NOT_MET), (20, EarlyOutcome.MET)):
        log_early_attempt(
            id=new_id(),
            early_contact=early,
            values={**ATTEMPT, "at": days_ago(days), "outcome": outcome},
            staff_member=ida.staff_member,
            **who,
        )
    decide(id=new_id(), assessment=assessed(early, ida, **written), details=MATCH, **who)
    return start_course_for_new_citizen(
        citizen_id=new_id(),
        course_id=new_id(),
        details=CitizenDetails(given_name="Ask"),
        team=cast.team_one,
        start=CourseStart(started_on=TODAY, consent_how_given=HowGiven.ORALLY),
        early_contact=early,
        **who,
    )


def test_what_came_before_the_course_is_counted(as_ida):
    course = come_from_the_street(as_ida, gathered="Sover ude", risks="", own_account="Fryser")
    spotted(as_ida.team_one, as_ida.ida)  # somebody else, who has no course

    [held, other] = facts(course, as_ida.kim.course)

    assert held.screening == Screening(
        spotted_age=40,
        attempts=2,
        met=1,
        assessed_age=0,
        yes=len(criteria_of(as_ida.team_one)),
        is_gathered=True,
        has_risks=False,
        has_own_account=True,
        decided_age=0,
    )
    assert other.screening == Screening()


def test_other_team_reads_nothing_from_before_the_course(cast):
    with acting(cast.ida.actor):
        course = come_from_the_street(cast)

    with acting(cast.omar.actor):
        [held] = facts(course)

    assert held.screening == Screening()


@pytest.mark.parametrize("citizens", [1, 3])
def test_board_is_counted_in_as_many_queries_whatever_the_number(
    as_ida, django_assert_num_queries, citizens
):
    courses = [as_ida.kim.course]
    for number in range(citizens - 1):
        details = CitizenDetails(given_name=f"Borger {number}")
        courses.append(start_case(as_ida.team_one, as_ida.ida, details).course)
    gaps = assessment_gaps([course.pk for course in courses])

    with django_assert_num_queries(2):
        points = points_in_parts({course: [ENGAGEMENT] for course in courses}, gaps, today=TODAY)

    assert points.keys() == {course.pk for course in courses}
    assert all(len(found["ENGAGEMENT"]) == 10 for found in points.values())


def test_nothing_is_asked_of_an_empty_board(as_ida, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert facts_of([], {}, today=TODAY) == {}


def test_courses_are_told_apart(as_ida):
    other = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ask"))
    Writing(other.plan, as_ida.ida.actor).add(ItemKind.WISH)
    who = {"on": TODAY, "by": as_ida.ida.actor, "at": NOW}
    set_activity(id=new_id(), course=other.course, code="BRIDGING_PLAN", status="DONE", **who)
    judge_indicator(id=new_id(), course=other.course, code="BRIDGING_READY", judgement="MET", **who)

    assert [held.wishes for held in facts(as_ida.kim.course, other.course)] == [1, 2]
    assert verdicts_now([as_ida.kim.course.pk, other.course.pk]) == {
        as_ida.kim.course.pk: {},
        other.course.pk: {
            (Kind.ACTIVITY, "BRIDGING_PLAN"): "DONE",
            (Kind.INDICATOR, "BRIDGING_READY"): "MET",
        },
    }


def test_other_team_reads_no_evidence(cast):
    with acting(cast.omar.actor):
        [held] = facts(cast.kim.course)

    assert (held.wishes, held.goals, held.has_plan, held.consent_age) == (0, 0, False, None)
