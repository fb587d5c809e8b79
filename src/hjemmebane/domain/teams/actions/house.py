"""Setting up teams: operations, for memberships also the coordinator; one's own oneself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.choices import AuthorityKind, PortraitRefusal
from hjemmebane.domain.teams.models import (
    Absence,
    BoardLayout,
    Municipality,
    Persona,
    Portrait,
    StaffMember,
    Team,
    TeamManager,
    TeamMembership,
)
from hjemmebane.domain.teams.queries import portrait_content, portrait_of, portrait_place
from hjemmebane.domain.teams.rules import (
    check_absence,
    check_can_join,
    check_can_lay_out,
    check_can_write_absence,
    check_functions,
    check_has_no_layout,
    check_has_no_persona,
    check_hours_fit,
    check_is_oneself,
)
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.pictures import UnusablePicture, square_jpeg
from hjemmebane.foundation.records import AlreadySaved
from hjemmebane.foundation.sealing import seal_bytes

# Pixels: sharp at the largest it is shown, on a telephone and on paper.
PORTRAIT_SIDE = 280


@action
def add_municipality(
    *, name: str, code: str, kind: str = AuthorityKind.KOMMUNE, by: Actor, at: dt.datetime
) -> Municipality:
    return Municipality(name=name, kind=kind, code=code).insert()


@action
def add_team(
    *,
    municipality: Municipality,
    name: str,
    host: str = "",
    meeting_rhythm: str = "",
    max_caseload: Decimal | None = None,
    youngest: int | None = None,
    oldest: int | None = None,
    own_criteria: Sequence[str] = (),
    method_pack: str = "m-act",
    by: Actor,
    at: dt.datetime,
) -> Team:
    """Set a team up to work after a method, with its caseload unless another is said."""
    team = Team(
        municipality=municipality,
        name=name,
        host=host,
        meeting_rhythm=meeting_rhythm,
        max_caseload=max_caseload or Decimal(pack(method_pack).size.caseload),
        youngest=youngest,
        oldest=oldest,
        own_criteria=list(own_criteria),
        method_pack=method_pack,
    )
    return team.insert()


@action
def add_staff_member(
    *, user: User, profession: str, phone: str = "", by: Actor, at: dt.datetime
) -> StaffMember:
    """Make a login a member of staff. On its own this opens nothing: memberships do."""
    member = StaffMember(user=user, name=user.full_name, profession=profession, phone=phone)
    return member.insert()


@action
def join_team(
    *,
    team: Team,
    staff_member: StaffMember,
    core_functions: Sequence[str],
    executing_hours: Decimal,
    coordination_hours: Decimal = Decimal(0),
    profession: str = "",
    from_on: dt.date,
    until_on: dt.date | None = None,
    by: Actor,
    at: dt.datetime,
) -> TeamMembership:
    """Give a staff member a place in the team for a period; from then on they see its citizens.

    Refuses a function that the team's method lacks, a period that ends before it starts or
    overlaps a membership they already have, and more hours, with those in other teams, than a week
    has.
    """
    take_turns(f"teams.hours {staff_member.pk}")
    check_functions(team, core_functions)
    check_can_join(team, staff_member, from_on=from_on, until_on=until_on)
    check_hours_fit(
        staff_member,
        hours=executing_hours + coordination_hours,
        from_on=from_on,
        until_on=until_on,
    )
    membership = TeamMembership(
        team=team,
        staff_member=staff_member,
        core_functions=list(core_functions),
        profession=profession or staff_member.profession,
        executing_hours=executing_hours,
        coordination_hours=coordination_hours,
        from_on=from_on,
        until_on=until_on,
    )
    return membership.insert()


@action
def leave_team(
    *, membership: TeamMembership, until_on: dt.date, version: int, by: Actor, at: dt.datetime
) -> TeamMembership:
    """End a membership after `until_on`; from the next day its citizens are out of sight.

    Staying longer than was written is refused as joining is. Raises EditConflict.
    """
    take_turns(f"teams.hours {membership.staff_member_id}")
    check_can_join(
        membership.team,
        membership.staff_member,
        from_on=membership.from_on,
        until_on=until_on,
        besides=membership,
    )
    check_hours_fit(
        membership.staff_member,
        hours=membership.executing_hours + membership.coordination_hours,
        from_on=membership.from_on,
        until_on=until_on,
        besides=membership,
    )
    return membership.save_changes({"until_on": until_on}, version=version)


@action
def appoint_manager(
    *, team: Team, staff_member: StaffMember, from_on: dt.date, by: Actor, at: dt.datetime
) -> TeamManager:
    """Let a staff member see the team's aggregates. Never a case."""
    return TeamManager(team=team, staff_member=staff_member, from_on=from_on).insert()


@action
def register_absence(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    staff_member: StaffMember,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> Absence:
    """Write that somebody is away for some days: oneself, or as coordinator one of the team.

    Refuses an end before the start, days on which they are away already or in no team, and more
    hours than a week has.
    """
    absence = Absence(id=id, staff_member=staff_member, **values)
    check_can_write_absence(by, staff_member, today=day_of(at))
    take_turns(f"teams.absence {staff_member.pk}")
    absence.check_unsent()
    check_absence(absence)
    return absence.insert()


@action
def change_absence(
    *, absence: Absence, values: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> Absence:
    """Write it anew, as when somebody is well again. Refuses as when it was registered.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_absence(by, absence.staff_member, today=day_of(at))
    take_turns(f"teams.absence {absence.staff_member_id}")
    check_absence(Absence(id=absence.pk, staff_member=absence.staff_member, **values))
    return absence.save_changes(values, version=version)


@action
def cancel_absence(*, absence: Absence, version: int, by: Actor, at: dt.datetime) -> None:
    """Take an absence back that does not come to be; the change history keeps it.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_absence(by, absence.staff_member, today=day_of(at))
    absence.remove(version=version)


@action
def introduce_oneself(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    staff_member: StaffMember,
    values: Mapping[str, str],
    by: Actor,
    at: dt.datetime,
) -> Persona:
    """Write one's persona the first time. Refuses somebody else's, and a second one."""
    persona = Persona(id=id, staff_member=staff_member, **values)
    check_is_oneself(by, staff_member)
    take_turns(f"teams.introduce_oneself {staff_member.pk}")
    persona.check_unsent()
    check_has_no_persona(staff_member)
    return persona.insert()


@action
def change_persona(
    *, persona: Persona, values: Mapping[str, str], version: int, by: Actor, at: dt.datetime
) -> Persona:
    """Say it otherwise. Refuses somebody else's; raises EditConflict."""
    check_is_oneself(by, persona.staff_member)
    return persona.save_changes(values, version=version)


@action
def show_portrait(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    staff_member: StaffMember,
    picture: bytes,
    by: Actor,
    at: dt.datetime,
) -> Portrait:
    """Keep a picture of oneself in the place of a former one, drawn anew from the uploaded file.

    Refuses somebody else's, and a file that is no picture. AlreadySaved when it is the same.
    """
    check_is_oneself(by, staff_member)
    content = _drawn(picture)
    take_turns(f"teams.show_portrait {staff_member.pk}")
    shown = portrait_of(staff_member.pk)
    if shown is None:
        sealed = seal_bytes(content, place=portrait_place(id))
        return Portrait(id=id, staff_member=staff_member, content_sealed=sealed).insert()
    if portrait_content(shown) == content:
        raise AlreadySaved(shown)
    changes = {"content_sealed": seal_bytes(content, place=portrait_place(shown.pk))}
    return shown.save_changes(changes, version=shown.version)


def _drawn(picture: bytes) -> bytes:
    try:
        return square_jpeg(picture, side=PORTRAIT_SIDE)
    except UnusablePicture as unusable:
        raise Refused(PortraitRefusal[unusable.flaw.value], field="picture") from unusable


@action
def remove_portrait(*, portrait: Portrait, by: Actor, at: dt.datetime) -> None:
    """Take one's picture away again, for good. Refuses somebody else's."""
    check_is_oneself(by, portrait.staff_member)
    portrait.remove(version=portrait.version)


@action
def choose_columns(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    columns: Sequence[str],
    by: Actor,
    at: dt.datetime,
) -> BoardLayout:
    """Give the team's board columns of its own, the first time. Those of the team may.

    Refuses none at all, the same one twice, and what a colleague chose in the meantime.
    """
    layout = BoardLayout(id=id, team=team, columns=list(columns))
    check_can_lay_out(by, team, columns, today=day_of(at))
    take_turns(f"teams.choose_columns {team.pk}")
    layout.check_unsent()
    check_has_no_layout(team)
    return layout.insert()


@action
def change_columns(
    *, layout: BoardLayout, columns: Sequence[str], version: int, by: Actor, at: dt.datetime
) -> BoardLayout:
    """Choose other columns, or another order. Refuses as the first time; raises EditConflict."""
    check_can_lay_out(by, layout.team, columns, today=day_of(at))
    return layout.save_changes({"columns": list(columns)}, version=version)
