"""What is agreed on the roles of a team, and how it came to be so."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.method.content.entries import RoleField, RoleOwner
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import RoleDescription, StaffMember, Team
from hjemmebane.foundation.database import ask_guard


def role_fields(team: Team, staff_member: StaffMember | None) -> list[RoleField]:
    """The lines that the team's method has for the team's function, or for a member's."""
    whose = RoleOwner.MEMBER if staff_member else RoleOwner.TEAM
    return pack(team.method_pack).role_fields_of(whose)


def role_descriptions_of(team_id: UUID) -> dict[UUID | None, RoleDescription]:
    """A team's descriptions by staff member; the team's own is None's."""
    written = RoleDescription.objects.filter(team_id=team_id).select_related("team")
    return {one.staff_member_id: one for one in written}


def role_description(team_id: UUID, staff_member: StaffMember | None) -> RoleDescription | None:
    found = RoleDescription.objects.filter(team_id=team_id, staff_member=staff_member)
    return found.select_related("team").first()


@dataclass(frozen=True)
class Rewriting:
    """One time that a description was written: by whose actor key, and each line's words before."""

    at: dt.datetime
    actor: str
    before: Mapping[str, str]


def rewritings_in(team_id: UUID) -> dict[UUID, list[Rewriting]]:
    """What the change history tells of a team's descriptions, by description, the newest first."""
    told: dict[UUID, list[Rewriting]] = defaultdict(list)
    for row in ask_guard("history_of_role_descriptions", str(team_id)):
        description, at, actor, before, after = row
        was, became = (json.loads(str(one)) if one else {} for one in (before, after))
        lines = [code for code in {**was, **became} if was.get(code) != became.get(code)]
        if lines and isinstance(description, UUID) and isinstance(at, dt.datetime):
            words = {code: was.get(code, "") for code in lines}
            told[description].append(Rewriting(at, str(actor), words))
    return told
