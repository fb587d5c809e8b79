import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.actions.reminders import drop_reminder, give_task
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment, AppointmentMove, Task
from hjemmebane.domain.contacts.queries import gave_it_untold, move_to_change, tellings_to_change
from hjemmebane.domain.contacts.rules import (
    check_can_make,
    check_can_reassign,
    check_can_settle,
    check_is_told,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
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
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Agree on a time with the citizen.

    Refuses an ended course, a time that has passed, an end before the start, and somebody who is
    not in the team that day.
    """
    check_can_make(
        course_to_change(course.pk),
        starts_at=starts_at,
        ends_at=ends_at,
        staff_member=staff_member,
        now=at,
    )
    appointment = Appointment(
        id=id,
        course=course,
        what=what.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return appointment.insert()


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
    untold = drop_tellings(appointment=appointment, by=by, at=at)
    is_news = bool(tell_citizen) and not gave_it_untold(staff_member, untold)
    telling = _ask_to_tell(appointment, tell_citizen, by=by, at=at) if is_news else None
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


def _ask_to_tell(appointment: Appointment, what: str, *, by: Actor, at: dt.datetime) -> Task:
    """The day before, so that nobody is surprised at the door; on the day, where it must be."""
    team_id, taker = appointment.course.team_id, appointment.staff_member
    on_the_day = day_of(appointment.starts_at)
    due_on = max(on_the_day - dt.timedelta(days=1), day_of(at))
    if not work_in_team(team_id, [taker.pk], due_on):
        due_on = on_the_day
    return give_task(
        id=new_id(),
        about=appointment.course,
        what=what,
        staff_member=taker,
        due_on=due_on,
        by=by,
        at=at,
    )


@action
def drop_tellings(*, appointment: Appointment, by: Actor, at: dt.datetime) -> list[Task]:
    """Nobody is to tell the citizen of somebody who does not come after all. Which were dropped."""
    untold = list(tellings_to_change(appointment.pk))
    for task in untold:
        drop_reminder(reminder=task, by=by, at=at)
    return untold


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
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Say what became of an appointment: kept, cancelled or missed. Once.

    Before its time it can only be cancelled. Nobody has to tell who comes any more. Raises
    EditConflict when somebody else saved since `version`.
    """
    course_to_change(appointment.course_id)  # before what is in it, as everybody takes them
    check_can_settle(appointment, status=status, now=at)
    drop_tellings(appointment=appointment, by=by, at=at)
    return appointment.save_changes({"status": status}, version=version)
