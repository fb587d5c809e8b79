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

    Refuses somebody else's, somebody not in the team, nothing written, and a second one.
    """
    check_can_describe_role(by, team, staff_member, today=day_of(at))
    description = RoleDescription(
        id=id, team=team, staff_member=staff_member, **_written(team, staff_member, answers)
    )
    description.check_unsent()
    check_answers(description.answers)
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
    changes = _written(team, staff_member, {**description.answers, **answers})
    check_answers(changes["answers"])
    return description.save_changes(changes, version=version)


def _written(
    team: Team, staff_member: StaffMember | None, answers: Mapping[str, str]
) -> dict[str, dict[str, str] | str]:
    """What is said, in the order of the method's lines, and whose lines those were."""
    method = pack(team.method_pack)
    said = {field.code: answers.get(field.code, "") for field in role_fields(team, staff_member)}
    return {
        "answers": {code: words.strip() for code, words in said.items() if words.strip()},
        "method_pack": method.code,
        "method_version": method.version,
    }
