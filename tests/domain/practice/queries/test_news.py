"""What others wrote since a moment: exactly that, counted, in one statement."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.practice.queries import News, news_since
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import live_a_life
from tests.factories.plans import TODAY
from tests.factories.reminders import follow, give, see

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def log(case, by, *, started_at, at):
    log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(started_at=started_at),
        staff=[by.staff_member],
        sub_goals={},
        by=by.actor,
        at=at,
    )


def ask(cast, since, reader):
    teams = [cast.team_one.pk, cast.team_two.pk]
    return news_since(teams, since, besides=reader.user.pk)


def test_contacts_of_others_are_counted_from_a_moment_on(cast, django_assert_num_queries):
    kim, bo = cast.kim, cast.bo
    with acting(cast.ida.actor):
        log(kim, cast.ida, started_at=NOW, at=NOW + DAY)
    with acting(bo.actor):
        log(kim, bo, started_at=NOW - DAY, at=NOW)
        log(kim, bo, started_at=NOW - DAY, at=NOW + DAY)
        log(kim, bo, started_at=NOW, at=NOW + 2 * DAY)
    with acting(cast.ida.actor), django_assert_num_queries(1):
        found = ask(cast, NOW, cast.ida)

    assert found == [News(kim.course.pk, "contact", bo.user.pk, 2, NOW + 2 * DAY, "Bo")]


def test_contact_written_down_late_is_news(cast):
    with acting(cast.bo.actor):
        log(cast.kim, cast.bo, started_at=NOW - 10 * DAY, at=NOW)
    with acting(cast.ida.actor):
        assert [one.about for one in ask(cast, NOW - DAY, cast.ida)] == ["contact"]


def test_everything_the_team_writes_has_a_word(cast):
    with acting(cast.ida.actor):
        live_a_life(cast.kim, cast.ida)
        give(cast.kim, cast.ida)
        follow(cast.kim, cast.ida)
        see(cast.kim, cast.ida, Light.RED)
    with acting(cast.bo.actor):
        abouts = {one.about for one in ask(cast, LONG_AGO, cast.bo)}

    assert abouts == {
        "again",
        "follow_up",
        "goal",
        "hold",
        "life_event",
        "light",
        "sub_goal",
        "task",
        "wish",
    }


@pytest.mark.parametrize(("since", "abouts"), [(NOW - DAY, ["reached_step"]), (NOW, [])])
def test_step_reached_is_news_from_the_day_after(as_ida, since, abouts):
    step = SubGoal.objects.get(pk=as_ida.kim.first_step.pk)
    reach_sub_goal(sub_goal=step, on=TODAY, version=step.version, by=as_ida.ida.actor, at=NOW)

    found = ask(as_ida, since, as_ida.ida)

    assert [(one.about, one.who) for one in found] == [(about, None) for about in abouts]
    midnight = dt.datetime.combine(TODAY, dt.time(), COPENHAGEN)
    assert [one.latest for one in found] == [midnight for _ in abouts]


def test_other_team_learns_nothing(cast):
    with acting(cast.ida.actor):
        give(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert {one.course_id for one in ask(cast, LONG_AGO, cast.bo)} == {cast.noor.course.pk}
