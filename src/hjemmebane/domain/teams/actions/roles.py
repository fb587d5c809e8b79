"""Describing what the team is for, and what each of its members is."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import RoleDescription, StaffMember, Team
from hjemmebane.domain.teams.queries import role_fields
from hjemmebane.domain.teams.rules import (
    check_answers,
    check_can_describe_role,
    check_has_no_role_description,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def describe_role(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    staff_member: StaffMember | None,
    answers: Mapping[str, str],
    by: Actor,
    at: dt.datetime,
) -> RoleDescription:
    """Describe the team's function, or a member's, the first time.

    Refuses somebody else's, somebody not in the team, nothing written, a CPR number, and a second
    one.
    """
    check_can_describe_role(by, team, staff_member, today=day_of(at))
    method = pack(team.method_pack)
    description = RoleDescription(
        id=id,
        team=team,
        staff_member=staff_member,
        answers=_said(team, staff_member, answers),
        method_pack=method.code,
        method_version=method.version,
    )
    take_turns(f"teams.describe_role {team.pk} {staff_member and staff_member.pk}")
    description.check_unsent()
    check_answers(description.answers, today=day_of(at))
    check_has_no_role_description(team, staff_member)
    return description.insert()


@action
def change_role_description(
    *,
    description: RoleDescription,
    answers: Mapping[str, str],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> RoleDescription:
    """Write it anew; the history keeps what stood. Refuses as when it was described.

    Raises EditConflict when somebody else saved since `version`.
    """
    team, staff_member = description.team, description.staff_member
    check_can_describe_role(by, team, staff_member, today=day_of(at))
    said = _said(team, staff_member, {**description.answers, **answers})
    check_answers(said, today=day_of(at))
    method = pack(team.method_pack)
    changes = {"answers": said, "method_pack": method.code, "method_version": method.version}
    return description.save_changes(changes, version=version)


def _said(
    team: Team, staff_member: StaffMember | None, answers: Mapping[str, str]
) -> dict[str, str]:
    """What is said, in the order of the method's lines."""
    said = {field.code: answers.get(field.code, "") for field in role_fields(team, staff_member)}
    return {code: words.strip() for code, words in said.items() if words.strip()}
