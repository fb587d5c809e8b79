import datetime as dt

from hjemmebane.domain.contacts.actions import give_task
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.actions.noting import place_course
from hjemmebane.domain.practice.queries import Moving, moving_of
from hjemmebane.domain.practice.rules import check_can_move_team
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.ids import new_id


@action
def move_team(*, team: Team, to: str, version: int, by: Actor, at: dt.datetime) -> Moving:
    """Let a team work after another method from now on; its coordinator may.

    What was written keeps the method it was written with. Each citizen whose part the new method
    knows is placed there, and so are the members' functions; the others are left, and everybody in
    the team is told how many citizens wait to be placed. Refuses somebody else, an unknown method
    and the one the team has. Raises EditConflict.
    """
    check_can_move_team(by, team, to, today=day_of(at))
    take_turns(f"practice.move_team {team.pk}")
    before, moving = pack(team.method_pack), moving_of(team, to, today=day_of(at))
    team.save_changes({"method_pack": to}, version=version)
    reason = f"Teamet gik fra {before.title} til {moving.to.title}."
    for course, part in moving.placed:
        course.team = team
        place_course(
            id=new_id(),
            course=course,
            part=part.code,
            reason=reason,
            from_on=day_of(at),
            by=by,
            at=at,
        )
    for membership, functions in moving.functions:
        membership.save_changes({"core_functions": functions}, version=membership.version)
    _tell(team, moving, by=by, at=at)
    return moving


def _tell(team: Team, moving: Moving, *, by: Actor, at: dt.datetime) -> None:
    """A task for each of the team, for it is theirs to learn the new method."""
    what = f"Læs Metoden: teamet arbejder nu efter {moving.to.title}."
    if count := len(moving.left):
        many = "borger skal" if count == 1 else "borgere skal"
        what += f" {count} {many} placeres på ny i praksismodellen."
    for member in members_of([team.pk], day_of(at)):
        give_task(
            id=new_id(), about=team, what=what, staff_member=member.staff_member, by=by, at=at
        )
