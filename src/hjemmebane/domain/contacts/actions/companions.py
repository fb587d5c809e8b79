"""Who goes along to an appointment, and what the citizen is to be told of it."""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.domain.contacts.actions.reminders import drop_reminder, give_task
from hjemmebane.domain.contacts.models import Appointment, AppointmentCompanion, Task
from hjemmebane.domain.contacts.queries import tellings_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id


@action
def bring_along(
    *, appointment: Appointment, staff: Iterable[StaffMember], by: Actor, at: dt.datetime
) -> None:
    """Let some of the staff go along."""
    for one in staff:
        AppointmentCompanion(
            id=new_id(),
            course_id=appointment.course_id,
            appointment=appointment,
            staff_member=one,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()


@action
def go_without(
    *, appointment: Appointment, staff: Iterable[StaffMember], by: Actor, at: dt.datetime
) -> None:
    """Let some of the staff not go along any more."""
    gone = [one.pk for one in staff]
    rows = AppointmentCompanion.objects.filter(appointment=appointment, staff_member_id__in=gone)
    for row in rows:
        row.remove(version=row.version)


@action
def ask_to_tell(
    *,
    appointment: Appointment,
    what: str,
    taker: StaffMember | None = None,
    by: Actor,
    at: dt.datetime,
) -> Task:
    """Make telling the citizen a task for `taker`, or else for whoever comes.

    The day before, so that nobody is surprised at the door; on the day, where it must be.
    """
    team_id, taker = appointment.course.team_id, taker or appointment.staff_member
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
    """Nobody is to tell the citizen of what is not so after all. Which were dropped."""
    untold = list(tellings_to_change(appointment.pk))
    for task in untold:
        drop_reminder(reminder=task, by=by, at=at)
    return untold
