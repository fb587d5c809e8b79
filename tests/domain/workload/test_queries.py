import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Sum

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.courses.actions import agree_on_intensity
from hjemmebane.domain.courses.choices import Intensity
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.choices import AbsenceKind, CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.calculations.hours import Spent
from hjemmebane.domain.workload.calculations.intensity import Given, Match
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import (
    another_week,
    caseload_of,
    figures_of,
    minutes_of_day,
    needs_of,
    team_week,
    time_entries_of,
    visible_time_entries,
    who_knows,
)
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.domain.workload.conftest import TOMORROW
from tests.factories.cast import HIRED_ON, NOW, employ, let_join, start_case
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
WEEK_QUERIES, NEEDS_QUERIES = 5, 4


def week(cast):
    return team_week(cast.team_one, at=NOW)


def of(cast, employee):
    return next(one for one in week(cast).members if one.staff_member == employee.staff_member)


def test_week_tells_each_member_by_name(as_ida):
    told = week(as_ida)

    assert [one.staff_member.name for one in told.members] == ["Bo", "Ida"]
    assert told.monday == TODAY
    assert (told.executing_hours, told.coordination_hours) == (Decimal(74), Decimal(0))
    assert (told.hours.available, told.left) == (Decimal(74), Decimal(74))
    assert told.uncovered == [CoreFunction.HEALTH, CoreFunction.AUTHORITY]
    assert (told.unattended, told.gaps) == ([], [])


def test_spent_is_told_by_what_it_went_to(as_ida, spend, meet):
    ida = as_ida.ida
    meet(as_ida.kim, ida, travel_minutes=20)
    meet(as_ida.kim, ida, kind=ContactKind.PARTNER, direct_minutes=30)
    meet(as_ida.kim, ida, started_at=NOW - 7 * DAY)
    for kind, minutes in zip(TimeKind, (10, 40, 50, 5), strict=True):
        spend(as_ida, ida, kind=kind, minutes=minutes)
    spend(as_ida, ida, worked_on=TODAY - DAY)

    assert of(as_ida, ida).spent == Spent(
        direct=60, coordination=40, travel=25, meeting=40, learning=50
    )
    assert of(as_ida, as_ida.bo).spent == Spent()


def test_two_who_went_together_both_spent_the_time(as_ida, meet):
    meet(as_ida.kim, as_ida.ida, staff=[as_ida.ida, as_ida.bo])

    assert [one.spent.direct for one in week(as_ida).members] == [60, 60]


def test_appointments_to_come_this_week_are_counted(as_ida, agree):
    agree(as_ida.kim, as_ida.ida)
    agree(as_ida.kim, as_ida.ida, starts_at=TOMORROW, ends_at=TOMORROW + HOUR / 2)
    agree(as_ida.kim, as_ida.ida, starts_at=NOW + 7 * DAY)

    told = of(as_ida, as_ida.ida)
    assert told.agreed_minutes == 90
    assert told.left == Decimal("35.5")


def test_absence_takes_hours_and_leaves_a_function_unattended(as_ida):
    register_absence(
        id=new_id(),
        staff_member=as_ida.ida.staff_member,
        values={"kind": AbsenceKind.ILLNESS, "from_on": TODAY, "until_on": TODAY + DAY},
        by=as_ida.ida.actor,
        at=NOW,
    )

    told = of(as_ida, as_ida.ida)
    assert (told.hours.away, told.left) == (Decimal("14.8"), Decimal("22.2"))
    assert (told.is_away(TODAY), told.is_away(TODAY + 2 * DAY)) == (True, False)
    assert week(as_ida).unattended == [CoreFunction.SOCIAL_PRACTICAL]


def test_own_entries_of_the_week(as_ida, spend):
    entry = spend(as_ida, as_ida.ida)
    team, ida = as_ida.team_one.pk, as_ida.ida.staff_member.pk

    assert list(time_entries_of(team, TODAY, TODAY, staff_member_id=ida)) == [entry]
    assert list(time_entries_of(team, TODAY, TODAY)) == [entry]
    assert not time_entries_of(team, TODAY, TODAY, staff_member_id=as_ida.bo.staff_member.pk)
    assert not time_entries_of(team, TODAY - DAY, TODAY - DAY)
    assert list(visible_time_entries()) == [entry]
    assert minutes_of_day(ida, TODAY) == 60
    assert minutes_of_day(ida, TODAY, besides=entry.pk) == 0


def agree_on(case, by, **values):
    agree_on_intensity(
        id=new_id(),
        course=case.course,
        values={
            "level": Intensity.ORDINARY,
            "from_on": TODAY - 27 * DAY,
            "caseload_weight": Decimal("0.5"),
            **values,
        },
        by=by.actor,
        at=NOW,
    )


def test_need_tells_agreed_beside_given(as_ida, meet):
    agree_on(as_ida.kim, as_ida.ida, contacts_per_week=Decimal(1))
    for days in (0, 10, 20, 40):
        meet(as_ida.kim, as_ida.ida, started_at=NOW - days * DAY)
    meet(as_ida.kim, as_ida.ida, outcome=Outcome.NOT_MET, direct_minutes=0)
    meet(as_ida.kim, as_ida.ida, outcome=Outcome.CANCELLED, direct_minutes=0)
    meet(as_ida.kim, as_ida.ida, kind=ContactKind.NETWORK)

    (need,) = needs_of(list(open_courses(as_ida.team_one.pk)), at=NOW)

    assert need.intensity.given == Given(contacts=3, minutes=180, attempts=1)
    assert (need.intensity.contacts, need.intensity.match) == (Decimal(4), Match.NEAR)


def test_known_is_who_met_the_citizen_lately_and_when(as_ida, meet):
    ida, bo = as_ida.ida, as_ida.bo
    meet(as_ida.kim, ida, started_at=NOW - 3 * DAY)
    last = meet(as_ida.kim, ida, started_at=NOW - 2 * DAY)
    meet(as_ida.kim, ida, staff=[bo], outcome=Outcome.NOT_MET)
    meet(as_ida.kim, ida, staff=[bo], kind=ContactKind.PARTNER)
    course = as_ida.kim.course.pk

    assert who_knows([course], at=NOW) == {course: {ida.staff_member.pk: last.started_at}}
    assert who_knows([course], at=NOW + 190 * DAY) == {}


def test_caseload_counts_by_weight(as_ida):
    agree_on(as_ida.kim, as_ida.ida, contacts_per_week=Decimal(1))

    caseload = caseload_of(list(open_courses(as_ida.team_one.pk)), week(as_ida))

    assert (caseload.citizens, caseload.weight) == (1, Decimal("0.5"))
    assert caseload.per_full_time == Decimal("0.25")


def test_figures_of_the_manager_are_those_of_the_team(cast, spend, meet):
    with acting(cast.ida.actor):
        for name in ("Pia", "Per"):
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
        meet(cast.kim, cast.ida, travel_minutes=20)
        meet(cast.kim, cast.ida, kind=ContactKind.PARTNER, direct_minutes=30)
        for kind in TimeKind:
            spend(cast, cast.ida, kind=kind, minutes=10)
        told, courses = week(cast), list(open_courses(cast.team_one.pk))
        expected = (caseload_of(courses, told), told.spent)

    for reader in (cast.mette, cast.bo):
        with acting(reader.actor):
            figures = figures_of(week(cast))
            assert (figures.caseload, figures.spent) == expected


def test_figures_of_very_few_citizens_tell_no_minutes(cast, meet):
    with acting(cast.ida.actor):
        meet(cast.kim, cast.ida)

    with acting(cast.mette.actor):
        figures = figures_of(week(cast))

    assert (figures.caseload.citizens, figures.spent) == (1, None)


def test_figures_are_for_nobody_else(cast):
    for reader in (cast.omar.actor, OPERATIONS):
        with acting(reader):
            assert figures_of(week(cast)) is None


def test_manager_reads_no_row_of_time(cast, spend):
    with acting(cast.ida.actor):
        spend(cast, cast.ida)
        assert TimeEntry.objects.aggregate(all=Sum("minutes")) == {"all": 60}
    with acting(cast.mette.actor):
        assert not TimeEntry.objects.exists()
        assert week(cast).spent == Spent()


@pytest.mark.parametrize("more", [0, 2])
def test_queries_do_not_grow_with_the_team(cast, django_assert_num_queries, more, meet):
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    with acting(cast.ida.actor):
        for number in range(more):
            case = start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Bo{number}"))
            meet(case, cast.ida, staff=[new[number]])
        with django_assert_num_queries(WEEK_QUERIES):
            assert len(week(cast).members) == 2 + more
        courses = list(open_courses(cast.team_one.pk))
        with django_assert_num_queries(NEEDS_QUERIES):
            assert len(needs_of(courses, at=NOW)) == 1 + more


def test_week_to_come_has_who_begins_in_it_and_what_is_agreed(as_ida, agree):
    monday = TODAY + 7 * DAY
    with acting(OPERATIONS):
        new = employ("Nanna", "Peer")
        let_join(as_ida.team_one, new, CoreFunction.HEALTH, from_on=monday + DAY)
    with acting(as_ida.ida.actor):
        agree(as_ida.kim, as_ida.ida, starts_at=NOW + 7 * DAY)

        told = another_week(as_ida.team_one, monday, at=NOW)

    assert [one.staff_member.name for one in told.members] == ["Bo", "Ida", "Nanna"]
    assert told.members[2].hours.available == Decimal("29.6")
    assert (told.agreed_minutes, told.days_left) == (60, 4)  # Monday is a holiday


def test_week_that_is_over_has_who_has_left_since(as_ida, spend):
    spend(as_ida, as_ida.ida, worked_on=TODAY - 7 * DAY)
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=as_ida.bo.staff_member)
        leave_team(
            membership=membership, until_on=TODAY - 5 * DAY, version=1, by=OPERATIONS, at=NOW
        )

    with acting(as_ida.ida.actor):
        told = another_week(as_ida.team_one, TODAY - 7 * DAY, at=NOW)
        assert [one.staff_member.name for one in week(as_ida).members] == ["Ida"]

    assert [one.staff_member.name for one in told.members] == ["Bo", "Ida"]
    assert (told.spent.coordination, told.is_over) == (60, True)
    assert told.left == Decimal("22.2") + Decimal("28.6")  # Thursday was a holiday


def test_who_changes_hours_in_a_week_is_in_it_once(cast):
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=cast.bo.staff_member)
        leave_team(
            membership=membership, until_on=TODAY + 8 * DAY, version=1, by=OPERATIONS, at=NOW
        )
        let_join(cast.team_one, cast.bo, CoreFunction.HEALTH, from_on=TODAY + 9 * DAY)

    with acting(cast.ida.actor):
        told = another_week(cast.team_one, TODAY + 7 * DAY, at=NOW)

    assert [one.staff_member.name for one in told.members] == ["Bo", "Ida"]
    assert told.members[0].hours.planned == 37


def test_who_left_before_the_week_is_not_in_it(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    with acting(cast.omar.actor):
        told = team_week(cast.team_two, at=NOW)

    assert [one.staff_member.name for one in told.members] == ["Ida", "Omar"]
    assert told.monday > HIRED_ON
