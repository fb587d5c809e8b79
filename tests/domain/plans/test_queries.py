"""The whole plan in a fixed number of queries, and what the board asks of many plans at once."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.plans.actions import (
    move_item,
    reach_sub_goal,
    record_agreement,
    settle_goal,
    take_version,
)
from hjemmebane.domain.plans.choices import (
    AgreementStance,
    AssessmentKind,
    AssessmentStatus,
    GoalStatus,
    ItemKind,
    ReflectionKind,
    Voice,
)
from hjemmebane.domain.plans.queries import (
    assessment_gaps,
    first_wishes,
    goals_reached,
    item_of,
    open_sub_goals,
    plan_of,
    sub_goals_reached,
    versions_of,
    whole_plan,
    wishes_of,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.plans import LEAST, TODAY, YESTERDAY, Writing

WHOLE_PLAN = 16
LINES = ("NURSE", "PEDAGOGICAL", "SUBSTANCE_COUNSELLOR")
AREAS = ("HOUSING", "ECONOMY", "PHYSICAL_HEALTH")


@contextmanager
def queries(count):
    with CaptureQueriesContext(connection) as captured:
        yield
    assert len(captured) == count, [query["sql"] for query in captured]


def fill(writing, cast, number):
    """So many of everything a plan can hold."""
    for turn in range(number):
        wish = writing.add(ItemKind.WISH)
        goal = writing.add(
            ItemKind.GOAL,
            wishes=[wish],
            responsible_kind="STAFF",
            staff_member=cast.ida.staff_member,
        )
        step = writing.add(ItemKind.SUB_GOAL, goal=goal)
        partner = {"responsible_kind": "PARTNER", "partner_person": cast.lise}
        writing.add(ItemKind.ACTIVITY, sub_goal=step, **partner)
        writing.add(ItemKind.ACTIVITY, **partner)
        for kind in (ItemKind.RESOURCE, ItemKind.OTHER_PLAN, ItemKind.ASSESSMENT):
            writing.add(kind)
        for question in ReflectionKind:
            writing.add(ItemKind.REFLECTION, kind=question)
        writing.add(ItemKind.OTHER_EFFORT, organisation=cast.job_centre)
        writing.add(ItemKind.MEETING, participants=[("Ask", "Borger"), ("Ida", "Bostøtte")])
        writing.add(ItemKind.CONTRIBUTION, line=LINES[turn], staff_member=cast.ida.staff_member)
        describe_life_situation(
            id=new_id(),
            citizen=writing.plan.course.citizen,
            area=AREAS[turn],
            text="Nu",
            by=writing.by,
            at=NOW,
        )
        same = {"plan": writing.plan, "by": writing.by, "at": NOW}
        take_version(id=new_id(), reason="", **same)
        record_agreement(
            id=new_id(), stance=AgreementStance.AGREES, reason="", said_on=TODAY, **same
        )


def shown(whole):
    """Everything a page would write, so that nothing is left to be fetched by it."""
    yield from (str(part) for part in (whole.wishes, whole.resources, whole.other_plans))
    for view in whole.goals:
        yield view.goal.responsible_name
        yield str(view.wishes + view.sub_goals)
        yield from (activity.responsible_name for activity in view.activities)
    yield from (activity.responsible_name for activity in whole.loose_activities)
    yield from (str(said) for answers in whole.reflections.values() for said in answers)
    yield from (str(effort.organisation) for effort in whole.other_efforts)
    yield from (str(assessment) for assessment in whole.assessments)
    yield from (str(person) for meeting in whole.meetings for person in meeting.participants.all())
    yield from (str(line.staff_member) for line in whole.contributions)
    yield from (str(agreement.plan_version) for agreement in whole.agreements)
    yield from (f"{version} {version.recorded_by}" for version in whole.versions)
    yield from (situation.recorded_by.full_name for situation in whole.life_situation.values())
    yield f"{whole.plan.course.citizen} {whole.plan.course.team}"


@pytest.mark.parametrize("number", [1, 3])
def test_whole_plan_takes_as_many_queries_for_three_of_everything(writing, as_ida, number):
    fill(writing, as_ida, number)
    plan = plan_of(writing.plan.course_id)

    with queries(WHOLE_PLAN):
        whole = whole_plan(plan)

    with queries(0):
        assert len("".join(shown(whole))) > 0
    assert [len(part) for part in (whole.goals, whole.versions, whole.agreements)] == [number] * 3


def test_plan_of_brings_course_team_and_citizen(writing):
    with queries(1):
        plan = plan_of(writing.plan.course_id)
        assert (plan.course.team.name, plan.course.citizen.given_name) == ("Team et", "Ask")


@pytest.mark.parametrize("kind", ItemKind)
def test_item_comes_with_what_stands_beside_it(writing, kind):
    item = writing.add(kind)

    with queries(1):
        kept = item_of(writing.plan, kind, item.pk)
        assert (kept.plan, kept.course) == (writing.plan, writing.plan.course)
        assert {name: getattr(kept, name) for name in LEAST[kind]} == LEAST[kind]


def test_empty_plan_is_whole_too(writing):
    whole = whole_plan(plan_of(writing.plan.course_id))

    assert whole.plan == writing.plan
    assert (whole.wishes, whole.goals, whole.meetings, whole.versions) == ((), (), (), ())
    assert whole.reflections == dict.fromkeys(ReflectionKind, ())
    assert whole.life_situation == {}


def test_whole_plan_holds_everything_in_its_place_and_nothing_of_others(writing, elsewhere):
    elsewhere.add(ItemKind.WISH)
    wish, other_wish = writing.add(ItemKind.WISH), writing.add(ItemKind.WISH)
    goal = writing.add(ItemKind.GOAL, wishes=[other_wish])
    first, second = (writing.add(ItemKind.SUB_GOAL, goal=goal) for _ in range(2))
    move_item(item=second, up=True, by=writing.by, at=NOW)
    own, under_step = (
        writing.add(ItemKind.ACTIVITY, goal=goal),
        writing.add(ItemKind.ACTIVITY, sub_goal=first),
    )
    loose = writing.add(ItemKind.ACTIVITY)
    worry, works = (
        writing.add(ItemKind.REFLECTION, kind="WORRY"),
        writing.add(ItemKind.REFLECTION, kind="WORKS"),
    )
    older, newer = (writing.add(ItemKind.MEETING, held_on=day) for day in (YESTERDAY, TODAY))

    whole = whole_plan(plan_of(writing.plan.course_id))

    [view] = whole.goals
    assert whole.wishes == (wish, other_wish)
    assert (view.goal, view.wishes) == (goal, (other_wish,))
    assert view.sub_goals == (second, first)
    assert view.activities == (own, under_step)
    assert whole.loose_activities == (loose,)
    assert whole.reflections == {
        ReflectionKind.WORRY: (worry,),
        ReflectionKind.WORKS: (works,),
        ReflectionKind.NEXT_STEP: (),
    }
    assert whole.meetings == (newer, older)


def test_whole_plan_of_another_team_is_empty(writing, as_ida):
    fill(writing, as_ida, 1)
    plan = plan_of(writing.plan.course_id)

    with acting(as_ida.omar.actor):
        whole = whole_plan(plan)

    parts = (whole.wishes, whole.goals, whole.loose_activities, whole.resources)
    around = (whole.other_plans, whole.other_efforts, whole.assessments, whole.contributions)
    kept = (whole.meetings, whole.agreements, whole.versions, *whole.reflections.values())
    assert {*parts, *around, *kept} == {()}
    assert whole.life_situation == {}


# ---------------------------------------------------------------- steps still open


def test_open_sub_goals_come_in_the_order_of_the_plan(writing, elsewhere):
    elsewhere.add(ItemKind.SUB_GOAL)
    first, second, settled = (writing.add(ItemKind.GOAL) for _ in range(3))
    late, early = (
        writing.add(ItemKind.SUB_GOAL, goal=second),
        writing.add(ItemKind.SUB_GOAL, goal=first),
    )
    next_step = writing.add(ItemKind.SUB_GOAL, goal=first)
    reached = writing.add(ItemKind.SUB_GOAL, goal=first)
    writing.add(ItemKind.SUB_GOAL, goal=settled)
    reach_sub_goal(sub_goal=reached, on=TODAY, version=1, by=writing.by, at=NOW)
    settle_goal(
        goal=settled,
        status=GoalStatus.REACHED,
        reason="",
        on=TODAY,
        version=1,
        by=writing.by,
        at=NOW,
    )

    with queries(1):
        steps = list(open_sub_goals(writing.plan.course_id))
        assert [step.goal for step in steps] == [first, first, second]
    assert steps == [early, next_step, late]


def test_open_sub_goals_of_another_team_are_not_there(as_ida):
    with acting(as_ida.omar.actor):
        assert list(open_sub_goals(as_ida.kim.course.pk)) == []


# ---------------------------------------------------------------- assessments


def states(course_id):
    return {state.kind: state for state in assessment_gaps([course_id])[course_id]}


def test_every_kind_of_assessment_is_a_gap_until_it_is_written_down(writing):
    known = states(writing.plan.course_id)

    assert set(known) == set(AssessmentKind)
    assert all(state.is_gap for state in known.values())
    assert {(state.status, state.since, state.assessment) for state in known.values()} == {
        (None, None, None)
    }


@pytest.mark.parametrize(
    ("status", "is_gap", "since"),
    [
        (AssessmentStatus.NEEDED, True, dt.date(2025, 4, 1)),
        (AssessmentStatus.ORDERED, True, dt.date(2025, 4, 2)),
        (AssessmentStatus.UNDER_WAY, True, dt.date(2025, 4, 2)),
        (AssessmentStatus.DONE, False, dt.date(2025, 4, 3)),
        (AssessmentStatus.DECLINED, False, dt.date(2025, 4, 4)),
        (AssessmentStatus.NOT_RELEVANT, False, TODAY),
    ],
)
def test_assessment_stands_so_since_its_day(writing, status, is_gap, since):
    assessment = writing.add(
        ItemKind.ASSESSMENT,
        status=status,
        needed_on=dt.date(2025, 4, 1),
        ordered_on=dt.date(2025, 4, 2),
        done_on=dt.date(2025, 4, 3),
        declined_on=dt.date(2025, 4, 4),
    )

    state = states(writing.plan.course_id)[AssessmentKind.SOMATIC]

    assert (state.assessment, state.status) == (assessment, status)
    assert (state.is_gap, state.since) == (is_gap, since)


def test_assessment_under_way_stands_so_since_it_began(writing):
    writing.add(ItemKind.ASSESSMENT, status="UNDER_WAY", ordered_on=YESTERDAY, started_on=TODAY)

    assert states(writing.plan.course_id)[AssessmentKind.SOMATIC].since == TODAY


def test_assessment_without_days_stands_so_since_it_was_written_down(writing):
    writing.add(ItemKind.ASSESSMENT)

    assert states(writing.plan.course_id)[AssessmentKind.SOMATIC].since == TODAY


def test_newest_assessment_of_a_kind_holds(writing):
    writing.add(ItemKind.ASSESSMENT, status="DONE", done_on=YESTERDAY)
    newest = writing.add(ItemKind.ASSESSMENT)

    assert states(writing.plan.course_id)[AssessmentKind.SOMATIC].assessment == newest


def test_assessments_of_many_courses_are_one_query(writing, elsewhere):
    own, other = writing.add(ItemKind.ASSESSMENT), elsewhere.add(ItemKind.ASSESSMENT)

    with queries(1):
        found = assessment_gaps([own.course_id, other.course_id])

    assert {
        course: [state.assessment for state in known if state.assessment]
        for course, known in found.items()
    } == {own.course_id: [own], other.course_id: [other]}


def test_assessments_of_another_team_are_not_there(writing, as_ida):
    writing.add(ItemKind.ASSESSMENT)

    with acting(as_ida.omar.actor):
        assert {state.assessment for state in states(writing.plan.course_id).values()} == {None}


# ---------------------------------------------------------------- for other pages


def test_milestones_are_told_latest_first(writing, elsewhere):
    elsewhere.add(ItemKind.WISH)
    wishes = [writing.add(ItemKind.WISH) for _ in range(2)]
    earlier, later, still_open = (writing.add(ItemKind.GOAL) for _ in range(3))
    steps = [writing.add(ItemKind.SUB_GOAL, goal=still_open) for _ in range(2)]
    same = {"version": 1, "by": writing.by, "at": NOW}
    for goal, day in ((later, TODAY), (earlier, YESTERDAY)):
        settle_goal(goal=goal, status=GoalStatus.REACHED, reason="", on=day, **same)
    for step, day in zip(steps, (YESTERDAY, TODAY), strict=True):
        reach_sub_goal(sub_goal=step, on=day, **same)
    version = take_version(id=new_id(), plan=writing.plan, reason="", by=writing.by, at=NOW)
    course_id = writing.plan.course_id

    assert list(wishes_of(course_id)) == wishes
    assert list(goals_reached(course_id)) == [later, earlier]
    assert list(sub_goals_reached(course_id)) == steps[::-1]
    assert list(versions_of(course_id)) == [version]


def test_milestones_of_another_team_are_not_there(writing, as_ida):
    fill(writing, as_ida, 1)
    course_id = writing.plan.course_id

    with acting(as_ida.omar.actor):
        asked = (wishes_of, goals_reached, sub_goals_reached, versions_of)
        assert [list(question(course_id)) for question in asked] == [[], [], [], []]


def test_first_wish_is_the_citizens_own_and_nobody_elses(as_ida, django_assert_num_queries):
    writing = Writing(as_ida.kim.plan, as_ida.ida.actor)
    course_id = as_ida.kim.course.pk
    writing.add(ItemKind.WISH, text="Have en hund")
    with django_assert_num_queries(1):
        assert first_wishes([course_id, as_ida.noor.course.pk]) == {course_id: as_ida.kim.wish}
    writing.change(as_ida.kim.wish, said_by=Voice.TEAM)
    assert first_wishes([course_id])[course_id].text == "Have en hund"
