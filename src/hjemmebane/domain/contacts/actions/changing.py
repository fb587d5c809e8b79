"""Changing what is agreed: one appointment, or one and those of its series that come after it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from hjemmebane.domain.contacts.actions.companions import (
    ask_to_tell,
    bring_along,
    drop_tellings,
    go_without,
)
from hjemmebane.domain.contacts.actions.notices import Happened, tell_colleagues
from hjemmebane.domain.contacts.choices import AppointmentStatus, NoticeKind
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import rest_of_series, who_comes
from hjemmebane.domain.contacts.rules import (
    check_can_change,
    check_can_make,
    check_in_team_throughout,
    check_is_repeated,
    days_later,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import AlreadySaved, EditConflict


@dataclass(frozen=True)
class AppointmentDetails:
    """All that is agreed. travel_minutes: the way there; companions: who goes along."""

    what: str
    starts_at: dt.datetime
    ends_at: dt.datetime | None
    place: str
    staff_member: StaffMember
    where: str = ""
    travel_minutes: int = 0
    companions: Sequence[StaffMember] = ()

    @classmethod
    def of(cls, appointment: Appointment) -> "AppointmentDetails":
        """As it stands now. One query."""
        own = [one.name for one in fields(cls) if one.name != "companions"]
        along = tuple(who_comes(appointment)[1:])
        return cls(**{name: getattr(appointment, name) for name in own}, companions=along)

    @property
    def values(self) -> dict[str, object]:
        """What the appointment itself keeps."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        del told["companions"]
        return {**told, "what": self.what.strip(), "where": self.where.strip()}


@action
def change_appointment(
    *,
    appointment: Appointment,
    details: AppointmentDetails,
    tell_citizen: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Change when, where, what or who of one appointment. The colleagues in it are told.

    `tell_citizen` becomes a task, as in `reassign_appointment`. One of a series stands apart from
    then on. Refuses what `make_appointment` does, and one that is settled or has begun. Raises
    EditConflict when somebody else saved since `version`, AlreadySaved when it is so already.
    """
    course = course_to_change(appointment.course_id)
    if _is(appointment, details):
        raise AlreadySaved(appointment)  # two taps of the same thumb
    _check(course, appointment, details, at=at)
    done = _change(appointment, details, version=version, is_alone=True, by=by, at=at)
    _tell(done, tell_citizen, by=by, at=at)
    return appointment


@action
def change_series(
    *,
    appointment: Appointment,
    details: AppointmentDetails,
    also_apart: bool = False,
    tell_citizen: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Change one of a series and those that come after it, by as many days and to the same time.

    Those that were changed by themselves stay as they are, unless `also_apart`. Danish time holds:
    ten o'clock is ten o'clock in summer and winter. Refuses what `change_appointment` does, one
    that is not repeated, and a time that one of the days does not have.
    """
    course = course_to_change(appointment.course_id)
    check_is_repeated(appointment)
    if _is(appointment, details):
        raise AlreadySaved(appointment)
    _check(course, appointment, details, at=at)
    if appointment.version != version:
        raise EditConflict(appointment)
    going = [
        appointment if one == appointment else one
        for one in rest_of_series(appointment)
        if also_apart or not one.stands_apart or one == appointment
    ]
    changed = [(one, _moved_along(one, appointment, details)) for one in going]
    days = [day_of(one.starts_at) for _, one in changed]
    check_in_team_throughout(course, [details.staff_member], days, field="staff_member")
    check_in_team_throughout(course, details.companions, days, field="companions")
    done: list[Happened] = []
    for one, new in changed:
        done += _change(one, new, version=one.version, is_alone=False, by=by, at=at)
    _tell(done, tell_citizen, by=by, at=at)
    return appointment


@action
def end_series(
    *,
    appointment: Appointment,
    reason: str = "",
    tell_citizen: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Call off one of a series and all that come after it, those changed by themselves as well.

    `tell_citizen` becomes a task of the one who calls them off.
    Refuses one that is not repeated, settled or begun. Raises EditConflict when somebody else saved
    since `version`.
    """
    course_to_change(appointment.course_id)
    check_is_repeated(appointment)
    check_can_change(appointment, now=at)
    if appointment.version != version:
        raise EditConflict(appointment)
    done: list[Happened] = []
    for one in rest_of_series(appointment):
        drop_tellings(appointment=one, by=by, at=at)
        done += [Happened(NoticeKind.CANCELLED, who, one, one.starts_at) for who in who_comes(one)]
        changes = {"status": AppointmentStatus.CANCELLED, "cancelled_because": reason.strip()}
        one.save_changes(changes, version=one.version)
    series = appointment.series
    if series:
        series.save_changes({"ended_on": day_of(appointment.starts_at)}, version=series.version)
    tell_colleagues(done=done, by=by, at=at)
    if tell_citizen:
        taker = staff_member(by)
        ask_to_tell(appointment=appointment, what=tell_citizen, taker=taker, by=by, at=at)
    return appointment


def _is(appointment: Appointment, details: AppointmentDetails) -> bool:
    now = AppointmentDetails.of(appointment)
    return set(now.companions) == set(details.companions) and now.values == details.values


def _check(
    course: Course, appointment: Appointment, details: AppointmentDetails, *, at: dt.datetime
) -> None:
    check_can_change(appointment, now=at)
    changed = Appointment(course=course, **details.values)
    check_can_make(course, changed, details.companions, now=at)


def _moved_along(
    one: Appointment, first: Appointment, details: AppointmentDetails
) -> AppointmentDetails:
    """What becomes of one of a series when `first` becomes what the details say."""
    days = day_of(one.starts_at) - day_of(first.starts_at)
    return replace(
        details,
        starts_at=days_later(details.starts_at, days),
        ends_at=days_later(details.ends_at, days) if details.ends_at else None,
    )


def _change(
    appointment: Appointment,
    details: AppointmentDetails,
    *,
    version: int,
    is_alone: bool,
    by: Actor,
    at: dt.datetime,
) -> list[Happened]:
    """Write it, and say what happened to whom."""
    before, came = appointment.starts_at, who_comes(appointment)
    comes = [details.staff_member, *details.companions]
    stood = AppointmentDetails.of(appointment).values
    is_apart = appointment.stands_apart or (is_alone and appointment.series_id is not None)
    changes = {**details.values, "stands_apart": is_apart}
    appointment.save_changes(changes, version=version)
    left = [one for one in came[1:] if one not in details.companions]
    new = [one for one in details.companions if one not in came[1:]]
    if left:
        go_without(appointment=appointment, staff=left, by=by, at=at)
    if new:
        bring_along(appointment=appointment, staff=new, by=by, at=at)
    is_other = _without_staff(stood) != _without_staff(details.values)
    kinds = {
        NoticeKind.ADDED: [one for one in comes if one not in came],
        NoticeKind.REMOVED: [one for one in came if one not in comes],
        NoticeKind.CHANGED: [one for one in comes if one in came and is_other],
    }
    return [
        Happened(kind, who, appointment, before) for kind, staff in kinds.items() for who in staff
    ]


def _without_staff(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name != "staff_member"}


def _tell(done: Sequence[Happened], tell_citizen: str, *, by: Actor, at: dt.datetime) -> None:
    """The colleagues, and by a task the citizen. What they were to be told before is dropped."""
    changed = list({one.appointment.pk: one.appointment for one in done}.values())
    for appointment in changed:
        drop_tellings(appointment=appointment, by=by, at=at)
    telling = None
    if tell_citizen and changed:
        telling = ask_to_tell(appointment=changed[0], what=tell_citizen, by=by, at=at)
    tell_colleagues(done=done, telling=telling, by=by, at=at)
