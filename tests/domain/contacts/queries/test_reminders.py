"""Whose tasks and follow-ups wait, in which order, and nobody else's."""

import datetime as dt

from hjemmebane.domain.contacts.queries import (
    days_to_do,
    days_to_follow_up,
    follow_ups_for,
    follow_ups_of,
    tasks_for,
    tasks_of,
)
from hjemmebane.foundation.actors import acting
from tests.domain.contacts.actions.test_reminders import LATER, answer, settle
from tests.factories.cast import NOW
from tests.factories.plans import TODAY, TOMORROW
from tests.factories.reminders import follow, give

LAST_WEEK = NOW - dt.timedelta(days=7)


def test_tasks_of_a_citizen_come_soonest_first_and_settled_last(as_ida):
    someday, tomorrow, today, done = (
        give(as_ida.kim, as_ida.ida, due_on=day) for day in (None, TOMORROW, TODAY, TODAY)
    )
    settle(done, as_ida.ida)
    give(as_ida.kim, as_ida.ida, about=as_ida.team_one)

    assert list(tasks_of(as_ida.kim.course.pk)) == [today, tomorrow, someday, done]


def test_follow_ups_of_a_citizen_come_soonest_first_and_settled_last(as_ida):
    tomorrow, today, done = (
        follow(as_ida.kim, as_ida.ida, due_on=day) for day in (TOMORROW, TODAY, TODAY)
    )
    answer(done, as_ida.ida)

    assert list(follow_ups_of(as_ida.kim.course.pk)) == [today, tomorrow, done]


def test_my_tasks_are_mine_open_or_settled_since(as_ida, django_assert_num_queries):
    ida, kim = as_ida.ida, as_ida.kim
    mine, teams = give(kim, ida), give(kim, ida, about=as_ida.team_one, due_on=TODAY)
    give(kim, ida, staff_member=as_ida.bo.staff_member)
    long_done = settle(give(kim, ida, at=LAST_WEEK), ida, at=LAST_WEEK)
    done = settle(give(kim, ida), ida)

    with django_assert_num_queries(1):
        found = list(tasks_for(ida.staff_member.pk, settled_since=NOW))
        names = [str(task.course.citizen) if task.course else task.team.name for task in found]

    assert found == [teams, mine, done]
    assert long_done not in found
    assert names == ["Team et", "Kim Krog", "Kim Krog"]


def test_my_follow_ups_are_mine_and_what_is_due_and_nobodys(as_ida):
    ida, kim = as_ida.ida, as_ida.kim
    mine = follow(kim, ida, staff_member=ida.staff_member, due_on=TOMORROW)
    nobodys = follow(kim, ida, due_on=TODAY)
    follow(kim, ida, due_on=TOMORROW)
    follow(kim, ida, staff_member=as_ida.bo.staff_member)
    answer(follow(kim, ida, staff_member=ida.staff_member), ida)

    found = follow_ups_for(ida.staff_member.pk, [as_ida.team_one.pk], until=TODAY)

    assert list(found) == [nobodys, mine]


def test_nobody_is_reminded_of_the_dead(as_ida):
    ida, kim = as_ida.ida, as_ida.kim
    give(kim, ida)
    follow(kim, ida)
    citizen = kim.citizen
    citizen.save_changes({"died_on": TODAY}, version=citizen.version)

    assert list(tasks_for(ida.staff_member.pk, settled_since=LATER)) == []
    assert list(follow_ups_for(ida.staff_member.pk, [as_ida.team_one.pk], until=TODAY)) == []


def test_other_team_learns_nothing(cast):
    with acting(cast.ida.actor):
        give(cast.kim, cast.ida)
        follow(cast.kim, cast.ida)

    with acting(cast.omar.actor):
        assert list(tasks_of(cast.kim.course.pk)) == []
        assert list(follow_ups_of(cast.kim.course.pk)) == []
        assert list(tasks_for(cast.ida.staff_member.pk, settled_since=NOW)) == []
        nobodys = follow_ups_for(cast.omar.staff_member.pk, [cast.team_one.pk], until=TODAY)
        assert list(nobodys) == []


def test_days_that_wait_are_told_by_course(as_ida, django_assert_num_queries):
    ida, kim = as_ida.ida, as_ida.kim
    for day in (TOMORROW, None, TODAY):
        give(kim, ida, due_on=day)
    settle(give(kim, ida, due_on=TODAY), ida)
    give(kim, ida, about=as_ida.team_one)
    for day in (TOMORROW, TODAY):
        follow(kim, ida, due_on=day)
    answer(follow(kim, ida), ida)
    courses = [kim.course.pk, as_ida.noor.course.pk]

    with django_assert_num_queries(2):
        assert days_to_do(courses) == {kim.course.pk: (TODAY, TOMORROW, None)}
        assert days_to_follow_up(courses) == {kim.course.pk: (TODAY, TOMORROW)}
