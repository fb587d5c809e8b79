"""A team goes over to another method: what follows, what stays, and who may."""

import pytest

from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.contacts.queries import persistence_rules
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.meetings.actions import set_agenda
from hjemmebane.domain.meetings.queries import kinds_of, own_agenda, points_now
from hjemmebane.domain.method.content.persistence import Rule
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.actions import (
    judge_indicator,
    move_team,
    place_course,
    set_activity,
)
from hjemmebane.domain.practice.choices import Judgement, MoveRefusal, Standing
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.domain.practice.queries import moving_of, placements_now, placements_of
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team, TeamMembership
from hjemmebane.domain.teams.queries import functions_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by

TODAY = day_of(NOW)


def place(cast, part="GOAL_WORK"):
    with acting(cast.ida.actor):
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part=part,
            reason="Planen er lavet.",
            from_on=TODAY,
            by=cast.ida.actor,
            at=NOW,
        )


def move(cast, to="act", *, by=None, version=None):
    who = by or cast.bo
    with acting(who.actor):
        team = Team.objects.get(pk=cast.team_one.pk)
        return move_team(team=team, to=to, version=version or team.version, by=who.actor, at=NOW)


def team_now(cast):
    return Team.objects.get(pk=cast.team_one.pk)


def test_everything_follows_the_new_method(cast):
    """Parts, agenda, thresholds, fidelity and texts, without a line of code."""
    before = pack("m-act")
    place(cast)
    move(cast)

    with acting(cast.bo.actor):
        team = team_now(cast)
        act = pack(team.method_pack)
        readings = readings_of(team, at=NOW)
        assert act.code == "act"
        assert len(act.practice_parts) == 5
        assert (
            points_now(team, "BOARD") == act.agenda("BOARD").items != before.agenda("BOARD").items
        )
        assert kinds_of(team)["BOARD"] == "Dagligt teammøde"
        assert [one.indicator for one in readings] == list(act.fidelity_indicators)
        assert persistence_rules(team.method_pack)[Rule.CONTACT_GAP].days == 4
        assert list(functions_of(team).values())[-2:] == ["Myndighed", "Teamkoordinator"]
        assert act.text != before.text


def test_a_citizen_is_placed_as_the_new_method_reads_it_and_the_old_stays(cast):
    place(cast)
    moving = move(cast)

    with acting(cast.ida.actor):
        newest, first = placements_of(cast.kim.course.pk)
        assert (newest.part, newest.method_pack) == ("INTEGRATED", "act")
        assert (first.part, first.method_pack, first.method_version) == ("GOAL_WORK", "m-act", "1")
        assert newest.reason == "Teamet gik fra M-ACT til ACT."
        assert [part.code for _, part in moving.placed] == ["INTEGRATED"]
        assert moving.left == []


def test_what_was_noted_keeps_its_method(cast):
    with acting(cast.ida.actor):
        said = {"course": cast.kim.course, "on": TODAY, "by": cast.ida.actor, "at": NOW}
        set_activity(id=new_id(), code="GOAL_WORK_ADJUST", status=Standing.DONE, **said)
        judge_indicator(id=new_id(), code="GOAL_WORK_ASSESSED", judgement=Judgement.MET, **said)
    move(cast)

    with acting(cast.ida.actor):
        kept = ActivityStatus.objects.get(), IndicatorJudgement.objects.get()
        assert {(one.method_pack, one.method_version) for one in kept} == {("m-act", "1")}


def test_a_citizen_without_a_counterpart_is_left_and_the_team_is_told(cast):
    moving = move(cast)

    with acting(cast.bo.actor):
        assert [course.pk for course in moving.left] == [cast.kim.course.pk]
        assert not Placement.objects.filter(course=cast.kim.course).exists()
        told = Task.objects.filter(team=cast.team_one, course=None)
        assert {one.what for one in told} == {
            (
                "Læs Metoden: teamet arbejder nu efter ACT."
                " 1 borger skal placeres på ny i praksismodellen."
            )
        }
        assert {one.staff_member for one in told} == {
            cast.ida.staff_member,
            cast.bo.staff_member,
        }


def test_functions_of_the_members_are_read_anew(cast):
    with acting(cast.bo.actor):
        [membership] = TeamMembership.objects.filter(
            team=cast.team_one, staff_member=cast.ida.staff_member
        )
        membership.save_changes(
            {"core_functions": ["HEALTH", "SOCIAL_PRACTICAL"]}, version=membership.version
        )
    move(cast)

    with acting(cast.bo.actor):
        found = TeamMembership.objects.filter(team=cast.team_one)
        held = {one.staff_member_id: one.core_functions for one in found}
        assert held[cast.ida.staff_member.pk] == ["NURSING", "SOCIAL_PRACTICAL"]
        assert CoreFunction.COORDINATION in held[cast.bo.staff_member.pk]


def test_back_again_nothing_is_lost(cast):
    place(cast)
    with acting(cast.bo.actor):
        points = points_now(cast.team_one, "BOARD")[1:]
        set_agenda(
            team=cast.team_one, kind="BOARD", points=points, version=0, by=cast.bo.actor, at=NOW
        )
    move(cast)
    with acting(cast.bo.actor):
        assert own_agenda(team_now(cast), "BOARD") is None
    move(cast, "m-act")

    with acting(cast.bo.actor):
        assert points_now(team_now(cast), "BOARD") == points
        now = placements_now([cast.kim.course.pk])[cast.kim.course.pk]
        assert (now.part, now.method_pack) == ("GOAL_WORK", "m-act")
        assert Placement.objects.count() == 3


def test_it_is_told_before_it_is_done(cast):
    place(cast, "BRIDGING")
    with acting(cast.bo.actor):
        seen = moving_of(cast.team_one, "act", today=TODAY)
        assert [(course.pk, part.code) for course, part in seen.placed] == [
            (cast.kim.course.pk, "LIGHTER")
        ]
        assert team_now(cast).method_pack == "m-act"


def test_change_history_names_who_moved_the_citizen(cast):
    place(cast)
    move(cast)
    with acting(cast.bo.actor):
        changed = changes_by(cast.bo.actor, "practice.place_course")
        assert changed == [("INSERT", "practice_placement")]


@pytest.mark.parametrize(
    ("who", "to", "reason"),
    [
        ("ida", "act", MoveRefusal.NOT_YOURS),
        ("omar", "act", MoveRefusal.NOT_YOURS),
        ("mette", "act", MoveRefusal.NOT_YOURS),
        ("bo", "fact", MoveRefusal.UNKNOWN_METHOD),
        ("bo", "m-act", MoveRefusal.SAME_METHOD),
    ],
)
def test_refusals(cast, who, to, reason):
    with pytest.raises(Refused) as refused:
        move(cast, to, by=getattr(cast, who))

    assert refused.value.reason == reason
    with acting(cast.bo.actor):
        assert team_now(cast).method_pack == "m-act"


def test_somebody_else_chose_in_the_meantime(cast):
    seen = team_now_version(cast)
    move(cast)
    with pytest.raises(EditConflict):
        move(cast, "m-act", version=seen)


def team_now_version(cast):
    with acting(cast.bo.actor):
        return team_now(cast).version


def test_another_teams_coordinator_cannot_even_in_plain_sql(cast):
    """The guard lets a coordinator change their own team, and no other."""
    with acting(cast.bo.actor):
        assert not Team.objects.filter(pk=cast.team_two.pk).update(method_pack="act")
    with acting(cast.ida.actor):
        assert not Team.objects.filter(pk=cast.team_one.pk).update(method_pack="act")
