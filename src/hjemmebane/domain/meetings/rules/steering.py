import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from hjemmebane.domain.citizens.queries import full_names
from hjemmebane.domain.meetings.calculations import names_somebody
from hjemmebane.domain.meetings.choices import SteeringPointKind, SteeringRefusal
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.domain.meetings.queries import may_attend_steering
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


def check_can_hold_steering(
    *, held_on: dt.date, staff: Collection[StaffMember], others: Sequence[str], today: dt.date
) -> None:
    """Held already, with somebody at it."""
    if held_on > today:
        raise Refused(SteeringRefusal.FUTURE, field="held_on")
    if not staff and not others:
        raise Refused(SteeringRefusal.NOBODY_PRESENT, field="staff")


def check_may_attend(team: Team, staff: Collection[StaffMember], *, today: dt.date) -> None:
    """Those with a login work in the team or manage it; everybody else is a role in words."""
    if not {member.pk for member in staff} <= {
        member.pk for member in may_attend_steering(team.pk, today)
    }:
        raise Refused(SteeringRefusal.NOT_OF_THE_TEAM, field="staff")


def check_names_nobody(texts: Mapping[str, str], *, today: dt.date, is_sure: bool) -> None:
    """No citizen's number in what managers and other departments read, and no citizen's name.

    Names are those of citizens whom the writer works with: row-level security leaves out all
    others, so a manager is not told who is a citizen. Somebody else may be called the same:
    is_sure, the writer says so.
    """
    for field, text in texts.items():
        if holds_cpr(text, today=today):
            raise Refused(SteeringRefusal.CPR_NUMBER, field=field)
    if is_sure:
        return
    names = full_names()
    for field, text in texts.items():
        if names_somebody(text, names):
            raise Refused(SteeringRefusal.CITIZEN_NAMED, field=field)


def check_point_is_whole(
    meeting: SteeringGroupMeeting, *, kind: str, who: str, due_on: dt.date | None
) -> None:
    """An agreement is somebody's, and nothing is due before it was agreed on."""
    if kind == SteeringPointKind.AGREEMENT and not who.strip():
        raise Refused(SteeringRefusal.NOBODY_RESPONSIBLE, field="who")
    if due_on and due_on < meeting.held_on:
        raise Refused(SteeringRefusal.DUE_BEFORE_MEETING, field="due_on")


def check_point_is_open(point: SteeringPoint) -> None:
    if not point.is_open:
        raise Refused(SteeringRefusal.HANDLED)


def check_point_is_handled(point: SteeringPoint) -> None:
    if point.is_open:
        raise Refused(SteeringRefusal.STILL_OPEN)
