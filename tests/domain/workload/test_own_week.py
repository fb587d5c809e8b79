"""One person's week, line by line: what the team's week counts, and nothing else."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import ContactKind
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.teams.actions import record_training
from hjemmebane.domain.teams.models import TrainingRecord
from hjemmebane.domain.workload.actions import log_meeting
from hjemmebane.domain.workload.calculations.days import by_day, in_all
from hjemmebane.domain.workload.calculations.hours import Spent, monday_of
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import (
    another_week,
    figures_of,
    minutes_of_day,
    team_week,
    time_lines,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of, now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.plans import TODAY

LINES_QUERIES = 3


def lines(cast, employee, day=TODAY):
    return time_lines(cast.team_one.pk, employee.staff_member.pk, monday_of(day))


def learn(cast, *employees, hours="2.5", held_on=TODAY):
    return record_training(
        id=new_id(),
        team=cast.team_one,
        values={
            "kind": "SUPERVISION",
            "held_on": held_on,
            "hours": Decimal(hours),
            "led_by": "Bo",
            "about": "At blive ved",
        },
        staff=[one.staff_member for one in employees],
        by=cast.ida.actor,
        at=NOW,
    )


def gather(cast, *employees, minutes=50):
    meeting = new_id()
    log_meeting(
        team=cast.team_one,
        staff=[one.staff_member for one in employees],
        worked_on=TODAY,
        minutes=minutes,
        note="Tavlemøde",
        meeting_id=meeting,
        by=cast.ida.actor,
        at=NOW,
    )
    return meeting


def met_at(cast, moment):
    """Ten minutes with Kim, written down long after."""
    log_contact(
        id=new_id(),
        course=cast.kim.course,
        details=ContactDetails(started_at=moment, direct_minutes=10),
        staff=[cast.ida.staff_member],
        sub_goals={},
        by=cast.ida.actor,
        at=now(),
    )


def test_each_line_knows_where_it_comes_from(as_ida, meet, spend):
    ida = as_ida.ida
    visit = meet(as_ida.kim, ida, travel_minutes=20)
    call = meet(as_ida.kim, ida, kind=ContactKind.PARTNER, direct_minutes=30)
    written = spend(as_ida, ida, minutes=15)
    meeting = gather(as_ida, ida)
    training = learn(as_ida, ida)

    told = {line.source.pk: (type(line.source), line.spent) for line in lines(as_ida, ida)}

    met = TimeEntry.objects.get(meeting_id=meeting)
    assert told == {
        visit.pk: (Contact, Spent(direct=60, travel=20)),
        call.pk: (Contact, Spent(coordination=30)),
        written.pk: (TimeEntry, Spent(coordination=15)),
        met.pk: (TimeEntry, Spent(meeting=50)),
        training.pk: (TrainingRecord, Spent(learning=150)),
    }


def test_lines_add_up_to_the_teams_figures(as_ida, meet, spend):
    meet(as_ida.kim, as_ida.ida, staff=[as_ida.ida, as_ida.bo], travel_minutes=10)
    gather(as_ida, as_ida.ida, as_ida.bo)
    learn(as_ida, as_ida.ida, as_ida.bo)
    for number, kind in enumerate(TimeKind, start=1):
        spend(as_ida, as_ida.ida, kind=kind, minutes=number * 7)

    week = team_week(as_ida.team_one, at=NOW)
    for member in week.members:
        employee = as_ida.ida if member.staff_member == as_ida.ida.staff_member else as_ida.bo
        told = lines(as_ida, employee)
        assert in_all(one.spent for one in told) == member.spent
        assert minutes_of_day(member.staff_member.pk, TODAY) == member.spent.minutes
    assert week.spent.learning == 2 * 150 + 3 * 7


def test_manager_is_told_the_same_sums_with_trainings(as_ida):
    learn(as_ida, as_ida.ida, as_ida.bo, hours="1.5")
    figures = figures_of(team_week(as_ida.team_one, at=NOW))

    assert figures is not None
    if figures.spent is not None:  # told only where there are citizens enough
        assert figures.spent.learning == 180


@pytest.mark.parametrize(
    "sunday", [dt.date(2025, 3, 30), dt.date(2025, 10, 26)], ids=["spring", "autumn"]
)
def test_nights_of_daylight_saving_stay_in_their_week(as_ida, sunday):
    """The first and the last minute of the week, and of the day with too few or too many hours."""
    monday = sunday - dt.timedelta(days=6)
    moments = [
        dt.datetime.combine(monday, dt.time(0, 0), COPENHAGEN),
        dt.datetime.combine(sunday, dt.time(0, 0), COPENHAGEN),
        dt.datetime.combine(sunday, dt.time(23, 59), COPENHAGEN),
    ]
    outside = [moments[0] - dt.timedelta(minutes=1), moments[2] + dt.timedelta(minutes=1)]
    for moment in [*moments, *outside]:
        met_at(as_ida, moment)

    told = lines(as_ida, as_ida.ida, sunday)
    assert [line.day for line in told] == [monday, sunday, sunday]
    sums = by_day(((line.day, line.spent) for line in told), monday)
    member = another_week(as_ida.team_one, monday, at=now()).members
    ida = next(one for one in member if one.staff_member == as_ida.ida.staff_member)
    assert in_all(sums.values()) == ida.spent == Spent(direct=30)
    assert all(day_of(line.source.started_at) == line.day for line in told)


@pytest.mark.parametrize("number", [1, 3])
def test_lines_take_three_queries(as_ida, meet, spend, number, django_assert_num_queries):
    for _ in range(number):
        meet(as_ida.kim, as_ida.ida, direct_minutes=5)
        spend(as_ida, as_ida.ida, minutes=5)
        learn(as_ida, as_ida.ida, hours="0.5")
    with django_assert_num_queries(LINES_QUERIES):
        [str(getattr(line.source, "course", "")) for line in lines(as_ida, as_ida.ida)]


def test_another_team_sees_no_line(cast, meet, spend):
    with acting(cast.ida.actor):
        meet(cast.kim, cast.ida)
        spend(cast, cast.ida)
        learn(cast, cast.ida)
    with acting(cast.omar.actor):
        assert lines(cast, cast.ida) == []
