"""Every kind of item is added, changed, moved and removed by the same four actions."""

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import Progress
from hjemmebane.domain.plans.actions import add_item, change_item, move_item, remove_item
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import (
    ITEM_MODELS,
    Goal,
    GoalWish,
    Plan,
    PlanActivity,
    PlanMeeting,
    PlanMeetingParticipant,
    SubGoal,
    Wish,
)
from hjemmebane.domain.plans.queries import item_of, siblings_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.plans import LEAST, TODAY, changes_of, end_course, refusal_of

every_kind = pytest.mark.parametrize("kind", ItemKind)


def order(item):
    return [str(sibling) for sibling in siblings_of(item)]


def participants(meeting):
    rows = PlanMeetingParticipant.objects.filter(meeting=meeting).order_by("pk")
    return list(rows.values_list("name", "role"))


# ---------------------------------------------------------------- added


@every_kind
def test_added_item_is_kept_with_who_and_when(writing, kind):
    item = writing.add(kind)

    kept = item_of(writing.plan, kind, item.pk)
    assert kept == item
    assert {name: getattr(kept, name) for name in LEAST[kind]} == LEAST[kind]
    assert (kept.plan_id, kept.course_id) == (writing.plan.pk, writing.plan.course_id)
    assert (kept.recorded_by_id, kept.recorded_at) == (writing.by.user_id, NOW)
    assert changes_of(kept) == [("INSERT", "plans.add_item", writing.by.key)]


def test_every_kind_has_its_own_model():
    assert set(ITEM_MODELS) == set(ItemKind)
    assert len(set(ITEM_MODELS.values())) == len(ItemKind)


@every_kind
def test_item_sent_twice_is_one_item(writing, kind):
    item = writing.add(kind)
    values = {**LEAST[kind], **({"goal": item.goal} if kind == ItemKind.SUB_GOAL else {})}

    with pytest.raises(AlreadySaved) as already:
        add_item(id=item.pk, plan=writing.plan, kind=kind, values=values, by=writing.by, at=NOW)

    assert already.value.record == item
    assert ITEM_MODELS[kind].objects.filter(plan=writing.plan).count() == 1


def test_meeting_sent_twice_has_its_people_once(writing):
    people = [("Ask", "Borger"), ("Ida", "Bostøtte")]
    meeting = writing.add(ItemKind.MEETING, participants=people)

    with pytest.raises(AlreadySaved):
        writing.add(ItemKind.MEETING, meeting.pk, participants=people)

    assert participants(meeting) == people


@every_kind
def test_nothing_is_added_to_an_ended_course(writing, kind):
    goal = writing.add(ItemKind.GOAL)
    end_course(writing.plan.course)
    more = {"goal": goal} if kind == ItemKind.SUB_GOAL else {}

    assert writing.refuses(kind, **more) == (PlanRefusal.COURSE_ENDED, None)


@every_kind
def test_plan_of_another_team_is_not_there(writing, as_ida, kind):
    with acting(as_ida.omar.actor), pytest.raises(Plan.DoesNotExist):
        add_item(
            id=new_id(),
            plan=writing.plan,
            kind=kind,
            values=LEAST[kind],
            by=as_ida.omar.actor,
            at=NOW,
        )


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (ItemKind.WISH, "text", ""),
        (ItemKind.WISH, "text", "x" * 10_001),
        (ItemKind.WISH, "chime", "LUCK"),
        (ItemKind.GOAL, "measure", "x" * 501),
        (ItemKind.GOAL, "responsible_kind", "NOBODY"),
        (ItemKind.ASSESSMENT, "kind", "DENTAL"),
        (ItemKind.MEETING, "held_on", None),
    ],
)
def test_field_at_fault_is_named(writing, kind, field, value):
    with pytest.raises(ValidationError) as invalid:
        writing.add(kind, **{field: value})

    assert set(invalid.value.message_dict) == {field}


@pytest.mark.parametrize("name", ["position", "status", "course", "recorded_at", "wishes", "hue"])
def test_what_is_not_the_writers_to_set_is_an_error(writing, name):
    with pytest.raises(TypeError, match=name):
        writing.add(ItemKind.SUB_GOAL, **{name: None})


def test_participant_without_a_role_undoes_the_meeting(writing):
    with pytest.raises(ValidationError):
        writing.add(ItemKind.MEETING, participants=[("Ask", "Borger"), ("Ida", "")])

    assert not PlanMeeting.objects.filter(plan=writing.plan).exists()
    assert not Change.objects.filter(table_name="plans_planmeeting").exists()


@pytest.mark.parametrize("people", [None, "Ask"])
def test_participants_that_are_no_pairs_are_an_error(writing, people):
    with pytest.raises((TypeError, ValueError)):
        writing.add(ItemKind.MEETING, participants=people)


# ---------------------------------------------------------------- wishes


def test_goal_springs_from_wishes_once_each(writing):
    son, home = writing.add(ItemKind.WISH), writing.add(ItemKind.WISH, text="Et hjem")

    goal = writing.add(ItemKind.GOAL, wishes=[son, home, son])

    assert set(goal.wishes.all()) == {son, home}
    link = GoalWish.objects.filter(goal=goal).first()
    assert changes_of(link) == [("INSERT", "plans.add_item", writing.by.key)]


def test_goal_changes_wishes_without_touching_those_that_stay(writing):
    son, home, dog = (writing.add(ItemKind.WISH, text=text) for text in ("Søn", "Hjem", "Hund"))
    goal = writing.add(ItemKind.GOAL, wishes=[son, home])
    kept = GoalWish.objects.get(goal=goal, wish=home)

    writing.change(goal, wishes=Wish.objects.filter(pk__in=[home.pk, dog.pk]))

    assert set(Goal.objects.get(pk=goal.pk).wishes.all()) == {home, dog}
    assert GoalWish.objects.get(goal=goal, wish=home) == kept


def test_wish_of_another_plan_undoes_the_goal(writing, elsewhere):
    foreign = elsewhere.add(ItemKind.WISH)

    assert writing.refuses(ItemKind.GOAL, wishes=[foreign]) == (PlanRefusal.OTHER_PLAN, "wishes")
    assert not Change.objects.filter(verb="plans.add_item", table_name="plans_goal").filter(
        course_id=writing.plan.course_id
    )


@pytest.mark.parametrize("wishes", [None, ["Se min søn"]])
def test_wishes_that_are_none_are_an_error(writing, wishes):
    with pytest.raises(TypeError, match="wishes"):
        writing.add(ItemKind.GOAL, wishes=wishes)


# ---------------------------------------------------------------- changed


def test_change_item_keeps_what_is_left_out(writing):
    goal = writing.add(ItemKind.GOAL, measure="En gang om måneden")

    writing.change(goal, text="Kaffe hver uge")

    kept = Goal.objects.get(pk=goal.pk)
    assert (kept.text, kept.measure, kept.version) == ("Kaffe hver uge", "En gang om måneden", 2)
    assert changes_of(kept)[1:] == [("UPDATE", "plans.change_item", writing.by.key)]
    change = Change.objects.get(row_id=str(kept.pk), operation="UPDATE")
    assert set(change.after) == {"text", "version"}


def test_second_of_two_writers_is_told(writing):
    mine = writing.add(ItemKind.GOAL)
    writing.change(Goal.objects.get(pk=mine.pk), text="Deres")

    with pytest.raises(EditConflict) as conflict:
        change_item(item=mine, values={"text": "Mine"}, version=1, by=writing.by, at=NOW)

    assert conflict.value.current.text == "Deres"
    assert Goal.objects.get(pk=mine.pk).text == "Deres"


def test_conflict_leaves_wishes_alone(writing):
    wish = writing.add(ItemKind.WISH)
    goal = writing.add(ItemKind.GOAL, wishes=[wish])
    writing.change(Goal.objects.get(pk=goal.pk), text="Deres")

    with pytest.raises(EditConflict):
        change_item(item=goal, values={"wishes": []}, version=1, by=writing.by, at=NOW)

    assert list(goal.wishes.all()) == [wish]


def test_refused_change_leaves_the_item_in_hand_as_it_was(writing):
    meeting = writing.add(ItemKind.MEETING)

    with pytest.raises(ValidationError):
        writing.change(meeting, held_on=None)

    assert meeting.held_on == TODAY


@every_kind
def test_nothing_changes_on_an_ended_course(writing, kind):
    item = writing.add(kind)
    end_course(writing.plan.course)
    same = {"item": item, "by": writing.by, "at": NOW}

    ended = (PlanRefusal.COURSE_ENDED, None)
    assert refusal_of(change_item, values={}, version=1, **same) == ended
    assert refusal_of(remove_item, version=1, **same) == ended
    assert refusal_of(move_item, up=True, **same) == ended


def test_item_of_another_team_is_not_there(writing, as_ida):
    wish = writing.add(ItemKind.WISH)
    same = {"item": wish, "by": as_ida.omar.actor, "at": NOW}

    with acting(as_ida.omar.actor):
        with pytest.raises(Wish.DoesNotExist):
            item_of(writing.plan, ItemKind.WISH, wish.pk)
        with pytest.raises(Plan.DoesNotExist):
            change_item(values={"text": "Fremmed"}, version=1, **same)
        with pytest.raises(Plan.DoesNotExist):
            remove_item(version=1, **same)
        with pytest.raises(Plan.DoesNotExist):
            move_item(up=True, **same)


def test_item_of_another_plan_is_not_in_this_one(writing, elsewhere):
    with pytest.raises(Wish.DoesNotExist):
        item_of(writing.plan, ItemKind.WISH, elsewhere.add(ItemKind.WISH).pk)


def test_participants_are_written_anew_in_their_order(writing):
    meeting = writing.add(ItemKind.MEETING, participants=[("Ask", "Borger"), ("Ida", "Bostøtte")])

    writing.change(meeting, participants=[("Bo", "Rådgiver"), ("Ask", "Borger")])

    assert participants(meeting) == [("Bo", "Rådgiver"), ("Ask", "Borger")]


def test_unchanged_participants_are_left_alone(writing):
    meeting = writing.add(ItemKind.MEETING, participants=[("Ask", "Borger")])
    person = meeting.participants.get()

    writing.change(meeting, place="Hos Ask", participants=[("Ask", "Borger")])

    assert meeting.participants.get() == person
    assert writing.plan.course_id == person.course_id


# ---------------------------------------------------------------- under a goal


def test_sub_goal_needs_a_goal(writing):
    assert writing.refuses(ItemKind.SUB_GOAL, goal=None) == (PlanRefusal.GOAL_MISSING, "goal")


def test_parents_belong_to_the_same_plan(writing, elsewhere):
    goal, step = elsewhere.add(ItemKind.GOAL), elsewhere.add(ItemKind.SUB_GOAL)
    own = writing.add(ItemKind.GOAL)

    other_goal = (PlanRefusal.OTHER_PLAN, "goal")
    assert writing.refuses(ItemKind.SUB_GOAL, goal=goal) == other_goal
    assert writing.refuses(ItemKind.ACTIVITY, goal=goal) == other_goal
    assert writing.refuses(ItemKind.ACTIVITY, goal=own, sub_goal=step) == (
        PlanRefusal.OTHER_PLAN,
        "sub_goal",
    )


def test_goal_that_was_removed_meanwhile_is_no_parent(writing):
    goal = writing.add(ItemKind.GOAL)
    remove_item(item=Goal.objects.get(pk=goal.pk), version=1, by=writing.by, at=NOW)

    assert writing.refuses(ItemKind.SUB_GOAL, goal=goal) == (PlanRefusal.OTHER_PLAN, "goal")


def test_activity_may_stand_alone(writing):
    activity = writing.add(ItemKind.ACTIVITY)

    assert (activity.goal, activity.sub_goal) == (None, None)


@pytest.mark.parametrize("also", [{}, {"goal": None}])
def test_activity_under_a_sub_goal_is_under_its_goal(writing, also):
    step = writing.add(ItemKind.SUB_GOAL)

    assert writing.add(ItemKind.ACTIVITY, sub_goal=step, **also).goal == step.goal


def test_activity_refuses_a_sub_goal_of_another_goal(writing):
    step, goal = writing.add(ItemKind.SUB_GOAL), writing.add(ItemKind.GOAL)

    assert writing.refuses(ItemKind.ACTIVITY, goal=goal, sub_goal=step) == (
        PlanRefusal.OTHER_GOAL,
        "sub_goal",
    )


def test_sub_goal_takes_its_activities_to_another_goal(writing):
    step, goal = writing.add(ItemKind.SUB_GOAL), writing.add(ItemKind.GOAL)
    activity = writing.add(ItemKind.ACTIVITY, sub_goal=step)
    left_behind = writing.add(ItemKind.ACTIVITY, goal=step.goal)

    writing.change(step, goal=goal)

    assert PlanActivity.objects.get(pk=activity.pk).goal == goal
    assert PlanActivity.objects.get(pk=left_behind.pk).goal == left_behind.goal


# ---------------------------------------------------------------- removed


@every_kind
def test_item_that_nothing_hangs_from_is_removed(writing, kind):
    item = writing.add(kind)

    remove_item(item=item_of(writing.plan, kind, item.pk), version=1, by=writing.by, at=NOW)

    assert not ITEM_MODELS[kind].objects.filter(pk=item.pk).exists()
    assert changes_of(item)[1:] == [("DELETE", "plans.remove_item", writing.by.key)]


def test_goal_goes_with_its_links_and_meeting_with_its_people(writing):
    goal = writing.add(ItemKind.GOAL, wishes=[writing.add(ItemKind.WISH)])
    meeting = writing.add(ItemKind.MEETING, participants=[("Ask", "Borger")])

    for item in (goal, meeting):
        remove_item(item=item, version=1, by=writing.by, at=NOW)

    assert not GoalWish.objects.filter(goal_id=goal.pk).exists()
    assert not PlanMeetingParticipant.objects.filter(meeting_id=meeting.pk).exists()


@pytest.mark.parametrize("case", ["goal of a step", "goal of an activity", "step"])
def test_item_that_something_hangs_from_stays(writing, case):
    goal, step = writing.add(ItemKind.GOAL), writing.add(ItemKind.SUB_GOAL)
    writing.add(ItemKind.ACTIVITY, goal=goal)
    writing.add(ItemKind.ACTIVITY, sub_goal=step)
    items = {
        "goal of a step": step.goal,
        "goal of an activity": goal,
        "step": step,
    }

    refusal = refusal_of(remove_item, item=items[case], version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.IN_USE, None)
    assert type(items[case]).objects.filter(pk=items[case].pk).exists()
    assert PlanRefusal.IN_USE.label.startswith("Der hænger noget på det")


def test_wish_that_a_goal_springs_from_stays_and_is_not_asked_to_be_laid_aside(writing):
    wish = writing.add(ItemKind.WISH)
    writing.add(ItemKind.GOAL, wishes=[wish])

    refusal = refusal_of(remove_item, item=wish, version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.WISH_IN_USE, None)
    assert type(wish).objects.filter(pk=wish.pk).exists()


def test_step_that_a_contact_worked_on_stays(writing, as_ida):
    step = writing.add(ItemKind.SUB_GOAL)
    log_contact(
        id=new_id(),
        course=writing.plan.course,
        details=ContactDetails(started_at=NOW),
        staff=[as_ida.ida.staff_member],
        sub_goals={step.pk: Progress.STEP},
        by=writing.by,
        at=NOW,
    )

    refusal = refusal_of(remove_item, item=step, version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.IN_USE, None)


def test_changed_item_is_not_removed_unseen(writing):
    wish = writing.add(ItemKind.WISH)
    writing.change(Wish.objects.get(pk=wish.pk), text="Mere")

    with pytest.raises(EditConflict):
        remove_item(item=wish, version=1, by=writing.by, at=NOW)

    assert Wish.objects.get(pk=wish.pk).text == "Mere"


# ---------------------------------------------------------------- moved


def test_moved_item_changes_places_with_its_neighbour(writing):
    first, second, third = (writing.add(ItemKind.WISH, text=text) for text in "abc")

    moved = move_item(item=third, up=True, by=writing.by, at=NOW)

    assert order(first) == ["a", "c", "b"]
    assert moved.position == second.position
    assert ("UPDATE", "plans.move_item", writing.by.key) in changes_of(third)
    move_item(item=first, up=False, by=writing.by, at=NOW)
    assert order(first) == ["c", "a", "b"]


def test_item_at_the_end_stays_there(writing):
    first, last = (writing.add(ItemKind.WISH, text=text) for text in "ab")

    move_item(item=first, up=True, by=writing.by, at=NOW)
    move_item(item=last, up=False, by=writing.by, at=NOW)

    assert order(first) == ["a", "b"]


def test_move_does_not_disturb_whoever_edits(writing):
    first, last = (writing.add(ItemKind.WISH, text=text) for text in "ab")

    move_item(item=last, up=True, by=writing.by, at=NOW)
    writing.change(first, text="A")

    assert order(first) == ["b", "A"]


def test_sub_goal_moves_among_those_of_its_goal(writing):
    goal, other = writing.add(ItemKind.GOAL), writing.add(ItemKind.GOAL)
    first = writing.add(ItemKind.SUB_GOAL, goal=goal, text="a")
    between = writing.add(ItemKind.SUB_GOAL, goal=other, text="x")
    last = writing.add(ItemKind.SUB_GOAL, goal=goal, text="b")

    move_item(item=last, up=True, by=writing.by, at=NOW)

    assert order(first) == ["b", "a"]
    assert order(between) == ["x"]


def test_activity_and_reflection_move_in_their_own_lists(writing):
    goal = writing.add(ItemKind.GOAL)
    writing.add(ItemKind.ACTIVITY, what="løs")
    first, last = (writing.add(ItemKind.ACTIVITY, goal=goal, what=what) for what in "ab")
    worry = writing.add(ItemKind.REFLECTION, text="Husleje")
    works = writing.add(ItemKind.REFLECTION, kind="WORKS", text="Maden")

    move_item(item=last, up=True, by=writing.by, at=NOW)
    move_item(item=works, up=True, by=writing.by, at=NOW)

    assert order(first) == ["b", "a"]
    assert order(worry) == ["Det bekymrer: Husleje"]


def test_new_item_comes_last_also_after_a_removal(writing):
    first, last = (writing.add(ItemKind.WISH, text=text) for text in "ab")
    remove_item(item=first, version=1, by=writing.by, at=NOW)

    writing.add(ItemKind.WISH, text="c")

    assert order(last) == ["b", "c"]
    assert len(set(siblings_of(last).values_list("position"))) == 2


def test_step_that_changed_goal_meanwhile_moves_where_it_stands(writing):
    goal = writing.add(ItemKind.GOAL)
    there = writing.add(ItemKind.SUB_GOAL, goal=goal, text="a")
    step = writing.add(ItemKind.SUB_GOAL, text="b")
    writing.change(SubGoal.objects.get(pk=step.pk), goal=goal)

    move_item(item=step, up=True, by=writing.by, at=NOW)

    assert order(there) == ["b", "a"]
