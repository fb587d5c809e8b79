import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.contacts.actions.companions import (
    ask_to_tell,
    bring_along,
    drop_tellings,
    go_without,
)
from hjemmebane.domain.contacts.actions.notices import Happened, tell_colleagues
from hjemmebane.domain.contacts.choices import AppointmentStatus, NoticeKind
from hjemmebane.domain.contacts.models import Appointment, AppointmentMove
from hjemmebane.domain.contacts.queries import gave_it_untold, move_to_change, who_comes
from hjemmebane.domain.contacts.rules import (
    check_can_make,
    check_can_reassign,
    check_can_settle,
    check_is_told,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved


@action
def make_appointment(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    what: str,
    starts_at: dt.datetime,
    ends_at: dt.datetime | None,
    place: str,
    staff_member: StaffMember,
    where: str = "",
    travel_minutes: int = 0,
    companions: Sequence[StaffMember] = (),
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Agree on a time with the citizen; `companions` go along.

    Refuses an ended course, a citizen who has died, a time that has passed, an end before the start
    or more than a day after it, and somebody who is not in the team that day.
    """
    appointment = Appointment(
        id=id,
        course=course,
        what=what.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        where=where.strip(),
        travel_minutes=travel_minutes,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    check_can_make(course_to_change(course.pk), appointment, companions, now=at)
    appointment.insert()
    if companions:
        bring_along(appointment=appointment, staff=companions, by=by, at=at)
    return appointment


@action
def reassign_appointment(
    *,
    appointment: Appointment,
    staff_member: StaffMember,
    tell_citizen: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Let a colleague go instead; time, place and what was agreed stay. Both are told.

    `tell_citizen` is what the citizen is to know: it becomes a task of the one who takes over,
    and one from an earlier move is dropped. Nothing is left to tell when it comes back before
    anybody told. Refuses an ended course, an appointment that is settled or has begun, the one who
    goes already, and somebody who is not in the team that day. Raises EditConflict when somebody
    else saved since `version`.
    """
    course_to_change(appointment.course_id)  # before what is in it, as everybody takes them
    giver = appointment.staff_member
    if giver == staff_member and appointment.version == version + 1:
        raise AlreadySaved(appointment)  # two taps of the same thumb
    check_can_reassign(appointment, staff_member, now=at)
    appointment.save_changes({"staff_member": staff_member}, version=version)
    # Who went along comes in front now.
    go_without(appointment=appointment, staff=[staff_member], by=by, at=at)
    untold = drop_tellings(appointment=appointment, by=by, at=at)
    is_news = bool(tell_citizen) and not gave_it_untold(staff_member, untold)
    telling = (
        ask_to_tell(appointment=appointment, what=tell_citizen, by=by, at=at) if is_news else None
    )
    AppointmentMove(
        id=new_id(),
        course=appointment.course,
        appointment=appointment,
        giver=giver,
        taker=staff_member,
        giver_seen_at=at if giver.user_id == by.user_id else None,
        taker_seen_at=at if staff_member.user_id == by.user_id else None,
        telling=telling,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
    return appointment


@action
def see_move(*, move: AppointmentMove, by: Actor, at: dt.datetime) -> AppointmentMove:
    """Say that one has seen that an appointment went from or to oneself. Refuses anybody else."""
    move = move_to_change(move.pk)
    check_is_told(by, move)
    seen = "giver_seen_at" if move.giver.user_id == by.user_id else "taker_seen_at"
    if getattr(move, seen):
        return move
    return move.save_changes({seen: at}, version=move.version)


@action
def settle_appointment(
    *,
    appointment: Appointment,
    status: AppointmentStatus,
    reason: str = "",
    tell_citizen: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Say what became of an appointment: kept, cancelled (and why) or missed. Once.

    Before its time it can only be cancelled; then the others who were to come are told, and
    `tell_citizen` becomes a task of the one who calls it off. Nobody has to tell who comes any
    more. Raises EditConflict when somebody else saved since `version`.
    """
    course_to_change(appointment.course_id)  # before what is in it, as everybody takes them
    check_can_settle(appointment, status=status, now=at)
    drop_tellings(appointment=appointment, by=by, at=at)
    is_cancelled = status == AppointmentStatus.CANCELLED
    changes = {"status": status, "cancelled_because": reason.strip() if is_cancelled else ""}
    appointment.save_changes(changes, version=version)
    if is_cancelled and appointment.starts_at > at:
        before, kind = appointment.starts_at, NoticeKind.CANCELLED
        done = [Happened(kind, who, appointment, before) for who in who_comes(appointment)]
        tell_colleagues(done=done, by=by, at=at)
        if tell_citizen:
            taker = staff_member(by)  # who comes may be the one who is ill
            ask_to_tell(appointment=appointment, what=tell_citizen, taker=taker, by=by, at=at)
    return appointment
