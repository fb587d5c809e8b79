"""What an appointment would meet if it were made. It is told, and never forbids anything."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from hjemmebane.domain.contacts.calculations import LONGEST_TRAVEL, USUAL_LENGTH, Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries.appointments import is_for, with_companions
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import Absence, StaffMember
from hjemmebane.domain.teams.queries import absences_between
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import rows_of

ON_THE_WAY = dt.timedelta(minutes=LONGEST_TRAVEL)


@dataclass(frozen=True)
class Booking:
    """A time that one of the staff is about to be given.

    course: whose time it takes as well; None where it only goes from one colleague to another.
    besides: the appointment or the series itself, where it may be there already.
    """

    staff_member: StaffMember
    slot: Slot
    course: Course | None = None
    besides: UUID | None = None


@dataclass(frozen=True)
class Clashes:
    """What there is at the time of a booking.

    of_staff: what the colleague has, the way to both counted in.
    elsewhere: when the colleague is with citizens whom the acting person may not see.
    of_citizen: what the citizen has agreed with somebody else.
    absence: where the colleague is wholly away that day.
    """

    of_staff: Sequence[Appointment]
    elsewhere: Sequence[Slot]
    of_citizen: Sequence[Appointment]
    absence: Absence | None


def clashes_of(bookings: Sequence[Booking]) -> list[Clashes]:
    """For each of the bookings, in their order. Four queries, whatever their number."""
    if not bookings:
        return []
    slots = [booking.slot for booking in bookings]
    span = Slot(min(one.leaves_at for one in slots), max(one.over_at for one in slots))
    staff = sorted({booking.staff_member.pk for booking in bookings})
    courses = {booking.course.pk for booking in bookings if booking.course}
    standing = _standing(span, staff, courses)
    elsewhere = busy_elsewhere(staff, span.leaves_at, span.over_at)
    absences = list(absences_between(staff, day_of(span.starts_at), day_of(span.over_at)))
    return [_met_by(booking, standing, elsewhere, absences) for booking in bookings]


def _standing(span: Slot, staff: Sequence[UUID], courses: set[UUID]) -> list[Appointment]:
    not_over = Q(ends_at__gt=span.starts_at) | Q(
        ends_at__isnull=True, starts_at__gt=span.starts_at - USUAL_LENGTH
    )
    found = Appointment.objects.filter(
        not_over,
        is_for(staff) | Q(course_id__in=courses),
        status=AppointmentStatus.PLANNED,
        starts_at__lt=span.over_at + ON_THE_WAY,
    )
    shown = found.select_related("course__citizen", "staff_member").order_by("starts_at", "pk")
    return list(with_companions(shown))


def busy_elsewhere(
    staff: Sequence[UUID], first: dt.datetime, until: dt.datetime
) -> list[tuple[UUID, Slot]]:
    """When colleagues are with citizens of teams that are not the acting person's, in a period."""
    return rows_of("guard.busy_elsewhere", list(staff), first, until, into=_busy)


def _busy(
    who: UUID, starts_at: dt.datetime, ends_at: dt.datetime | None, travel_minutes: int
) -> tuple[UUID, Slot]:
    return who, Slot(starts_at, ends_at, travel_minutes)


def _met_by(
    booking: Booking,
    standing: Sequence[Appointment],
    elsewhere: Sequence[tuple[UUID, Slot]],
    absences: Sequence[Absence],
) -> Clashes:
    who, day = booking.staff_member, day_of(booking.slot.starts_at)
    others = [one for one in standing if not _is_itself(booking, one)]
    own = [one for one in others if who.pk in _comes(one) and one.slot.meets(booking.slot)]
    away = (one for one in absences if one.staff_member_id == who.pk and one.is_whole_on(day))
    return Clashes(
        of_staff=own,
        elsewhere=[s for key, s in elsewhere if key == who.pk and s.meets(booking.slot)],
        of_citizen=[one for one in _of_citizen(booking, others) if one not in own],
        absence=next(away, None),
    )


def _is_itself(booking: Booking, one: Appointment) -> bool:
    return booking.besides is not None and booking.besides in {one.pk, one.series_id}


def _comes(appointment: Appointment) -> set[UUID]:
    along = {one.staff_member_id for one in appointment.companions.all()}
    return {appointment.staff_member_id, *along}


def _of_citizen(booking: Booking, others: Sequence[Appointment]) -> Iterator[Appointment]:
    """The way there takes no time of theirs."""
    for one in others:
        is_theirs = booking.course is not None and one.course_id == booking.course.pk
        if is_theirs and one.slot.overlaps(booking.slot):
            yield one


def busy_at(staff: Sequence[UUID], slot: Slot) -> set[UUID]:
    """Who of these has an appointment then, with whomever. At most four queries."""
    here = [one for one in _standing(slot, staff, set()) if one.slot.overlaps(slot)]
    others = busy_elsewhere(list(staff), slot.leaves_at, slot.over_at)
    elsewhere = [who for who, busy in others if busy.overlaps(slot)]
    return {*elsewhere, *(who for one in here for who in _comes(one))}
