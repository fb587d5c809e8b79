from decimal import Decimal

from hjemmebane.domain.teams.actions import add_team, appoint_manager
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.queries import (
    full_time_equivalents,
    members_of,
    staff_member,
    staff_of,
    teams_managed_by,
    teams_worked_in,
    uncovered_functions,
    work_in_team,
)
from hjemmebane.foundation.actors import OPERATIONS, Actor
from hjemmebane.foundation.ids import new_id
from tests.domain.teams.test_actions import DAY, TODAY, join, leave, place_of
from tests.factories.cast import HIRED_ON, NOW


def test_staff_member_behind_an_actor(as_ida):
    assert staff_member(as_ida.ida.actor) == as_ida.ida.staff_member
    assert staff_member(OPERATIONS) is None
    assert staff_member(Actor.person(new_id())) is None


def test_teams_follow_memberships_of_the_day(as_operations):
    cast = as_operations
    leave(place_of(cast.ida), TODAY)
    join(cast, cast.ida, team=cast.team_two, from_on=TODAY)

    def worked_in(day):
        return list(teams_worked_in(cast.ida.actor, day))

    assert worked_in(HIRED_ON - DAY) == []
    assert worked_in(HIRED_ON) == [cast.team_one]
    assert worked_in(TODAY) == [cast.team_one, cast.team_two]
    assert worked_in(TODAY + DAY) == [cast.team_two]


def test_teams_come_in_danish_order(as_operations):
    cast = as_operations
    for name in ("Team Østen", "Team Aabyen", "Team Zoo", "Team Ærlig"):
        team = add_team(municipality=cast.municipality, name=name, by=OPERATIONS, at=NOW)
        join(cast, cast.ida, team=team)
        appoint_manager(
            team=team,
            staff_member=cast.mette.staff_member,
            from_on=TODAY,
            by=OPERATIONS,
            at=NOW,
        )
    expected = ["Team et", "Team Zoo", "Team Ærlig", "Team Østen", "Team Aabyen"]

    assert [team.name for team in teams_worked_in(cast.ida.actor, TODAY)] == expected
    assert [team.name for team in teams_managed_by(cast.mette.actor, TODAY)] == expected


def test_managing_a_team_is_not_working_in_it(as_operations):
    mette = as_operations.mette.actor

    assert list(teams_managed_by(mette, TODAY)) == [as_operations.team_one]
    assert list(teams_managed_by(mette, HIRED_ON - DAY)) == []
    assert list(teams_worked_in(mette, TODAY)) == []
    assert list(teams_managed_by(as_operations.bo.actor, TODAY)) == []


def test_several_work_in_a_team_when_each_of_them_does(as_ida):
    ida, bo, omar = (one.staff_member.pk for one in (as_ida.ida, as_ida.bo, as_ida.omar))
    team = as_ida.team_one.pk

    assert work_in_team(team, [ida, bo, ida], TODAY)
    assert not work_in_team(team, [ida, omar], TODAY)
    assert not work_in_team(team, [ida], HIRED_ON - DAY)


def test_members_come_by_name_in_one_query(as_ida, django_assert_num_queries):
    teams = [as_ida.team_one.pk, as_ida.team_two.pk]
    with django_assert_num_queries(1):
        shown = [(m.staff_member.name, m.team.name) for m in members_of(teams, TODAY)]

    assert shown == [("Bo", "Team et"), ("Ida", "Team et"), ("Omar", "Team to")]
    assert list(staff_of(as_ida.team_one.pk, TODAY)) == [
        as_ida.bo.staff_member,
        as_ida.ida.staff_member,
    ]
    assert list(staff_of(as_ida.team_one.pk, HIRED_ON - DAY)) == []


def test_positions_and_missing_functions(as_ida):
    members = list(members_of([as_ida.team_one.pk], TODAY))

    assert full_time_equivalents(members) == Decimal(2)
    assert uncovered_functions(as_ida.team_one, members) == [
        CoreFunction.HEALTH,
        CoreFunction.AUTHORITY,
    ]
    assert full_time_equivalents([]) == 0
    assert uncovered_functions(as_ida.team_one, []) == list(CoreFunction)
