import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Prefetch, Q, QuerySet

from hjemmebane.domain.contacts.choices import AppointmentStatus, ReminderStatus
from hjemmebane.domain.contacts.models import (
    Appointment,
    AppointmentCompanion,
    AppointmentMove,
    AppointmentNotice,
    Task,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.database import IsAnyOf


def with_companions(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Appointments with those who go along, by name; one query more."""
    rows = AppointmentCompanion.objects.select_related("staff_member")
    ordered = rows.order_by(alphabetical("staff_member__name"), "pk")
    return appointments.prefetch_related(Prefetch("companions", ordered))


def names_of(appointment: Appointment) -> list[str]:
    """Who comes: the one it stands with first. The appointment is read `with_companions`."""
    along = [one.staff_member.name for one in appointment.companions.all()]
    return [appointment.staff_member.name, *along]


def who_comes(appointment: Appointment) -> list[StaffMember]:
    """The one it stands with, and those who go along, as it stands now. One query."""
    rows = AppointmentCompanion.objects.filter(appointment=appointment)
    along = rows.select_related("staff_member").order_by("pk")
    return [appointment.staff_member, *(one.staff_member for one in along)]


def is_for(staff: Iterable[UUID]) -> Q:
    """The condition that an appointment stands with some of the staff, or that they go along."""
    wanted = list(staff)
    along = AppointmentCompanion.objects.filter(staff_member_id__in=wanted)
    keys = ArraySubquery(along.values("appointment_id"))
    return Q(staff_member_id__in=wanted) | Q(IsAnyOf(F("pk"), keys))


def appointments_of(course_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a course, the latest first."""
    return (
        Appointment.objects.filter(course_id=course_id)
        .select_related("staff_member")
        .order_by("-starts_at", "-pk")
    )


def next_appointments(course_ids: Iterable[UUID], after: dt.datetime) -> dict[UUID, Appointment]:
    """The first appointment from a moment on that still stands, by course, in one query."""
    coming = (
        Appointment.objects.filter(
            course_id__in=list(course_ids),
            status=AppointmentStatus.PLANNED,
            starts_at__gte=after,
        )
        .order_by("course_id", "starts_at", "pk")
        .distinct("course_id")
        .select_related("staff_member")
    )
    return {appointment.course_id: appointment for appointment in coming}


def appointments_for(
    staff_id: UUID, *, unsettled_since: dt.datetime, day: dt.datetime, until: dt.datetime
) -> QuerySet[Appointment]:
    """Whom somebody meets from the moment `day` begins, and whom they met and have not settled.

    In the order of time, `with_companions`. What is cancelled is left out, and so is who has died.
    """
    standing = Q(status=AppointmentStatus.PLANNED) | Q(starts_at__gte=day)
    kept = Appointment.objects.filter(
        standing,
        is_for([staff_id]),
        starts_at__gte=unsettled_since,
        starts_at__lt=until,
        course__citizen__died_on__isnull=True,
    ).exclude(status=AppointmentStatus.CANCELLED)
    return with_companions(
        kept.select_related("course__citizen", "staff_member").order_by("starts_at", "pk")
    )


def appointments_to_come(team_id: UUID, *, after: dt.datetime) -> QuerySet[Appointment]:
    """The appointments of a team from a moment on that still stand, in the order of time."""
    return (
        Appointment.objects.filter(
            course__team_id=team_id, status=AppointmentStatus.PLANNED, starts_at__gt=after
        )
        .select_related("course__citizen", "staff_member")
        .order_by("starts_at", "pk")
    )


def planned_to_change(course_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a course that still stand, held until the transaction ends."""
    planned = Appointment.objects.filter(course_id=course_id, status=AppointmentStatus.PLANNED)
    return planned.order_by("pk").select_for_update(no_key=True)


def appointment_to_change(appointment_id: UUID) -> Appointment:
    """An appointment, held until the transaction ends.

    Raises Appointment.DoesNotExist when it is not visible.
    """
    return Appointment.objects.select_for_update(no_key=True).get(pk=appointment_id)


def visible_moves() -> QuerySet[AppointmentMove]:
    """The moves of appointments in the acting person's teams, and between whom."""
    return AppointmentMove.objects.select_related("giver", "taker")


def moves_for(staff_id: UUID, *, since: dt.datetime) -> QuerySet[AppointmentMove]:
    """The moves that somebody has not seen, of appointments since a moment that still stand."""
    given = Q(giver_id=staff_id, giver_seen_at__isnull=True)
    taken = Q(taker_id=staff_id, taker_seen_at__isnull=True)
    return (
        visible_moves()
        .filter(
            given | taken,
            appointment__status=AppointmentStatus.PLANNED,
            appointment__starts_at__gte=since,
            course__citizen__died_on__isnull=True,
        )
        .select_related("appointment", "course__citizen", "giver", "taker", "recorded_by")
        .order_by("recorded_at", "pk")
    )


def move_to_change(move_id: UUID) -> AppointmentMove:
    """A move, held until the transaction ends: both may see it at once.

    Raises AppointmentMove.DoesNotExist when it is not visible.
    """
    return visible_moves().select_for_update(of=("self",), no_key=True).get(pk=move_id)


def gave_it_untold(staff_member: StaffMember, untold: Iterable[Task]) -> bool:
    """Whether one of the moves the citizen was not told of went from somebody."""
    return AppointmentMove.objects.filter(giver=staff_member, telling__in=untold).exists()


def tellings_to_change(appointment_id: UUID) -> QuerySet[Task]:
    """The open tasks to tell the citizen who comes, held until the transaction ends."""
    moves = AppointmentMove.objects.filter(appointment_id=appointment_id)
    notices = AppointmentNotice.objects.filter(appointment_id=appointment_id)
    told = Q(pk__in=moves.values("telling_id")) | Q(pk__in=notices.values("telling_id"))
    waiting = Task.objects.filter(told, status=ReminderStatus.OPEN)
    return waiting.order_by("pk").select_for_update(no_key=True)
