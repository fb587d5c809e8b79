"""What an appointment would meet, in calm sentences; and that the others in them are read about."""

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID

from hjemmebane.domain.contacts.calculations import USUAL_LENGTH, Slot
from hjemmebane.domain.contacts.queries import Booking, Clashes, clashes_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.meetings.queries import network_meetings_between
from hjemmebane.domain.teams.models import Absence, StaffMember
from hjemmebane.faces.staff.moments import coming_moment
from hjemmebane.foundation.forms import WarnedForm
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_day, written_time


def heeds_clashes(
    request: ActorRequest,
    form: WarnedForm,
    bookings: Sequence[Booking],
    *,
    also: Sequence[str] = (),
    at: dt.datetime,
) -> bool:
    """Whether what the form is about to book meets nothing, or its maker has read what.

    Everything it meets is said at once, with what there is to say besides, and nothing twice.
    """
    met = [said for one in warnings_of(request, bookings, at=at) for said in one]
    return form.heeds(list(dict.fromkeys([*also, *met])))


def bookings_for(
    slots: Sequence[Slot],
    staff: Sequence[StaffMember],
    course: Course,
    *,
    besides: Sequence[UUID] = (),
) -> list[Booking]:
    """A booking for each who comes at each of the times; the citizen's own time is asked once.

    besides: the appointments themselves, in the order of the times. A second tap of the thumb
    meets what the first has made, so a new one names its key as well.
    """
    keys = besides or [None] * len(slots)
    return [
        Booking(who, slot, course if number == 0 else None, besides=key)
        for slot, key in zip(slots, keys, strict=True)
        for number, who in enumerate(staff)
    ]


def warnings_of(
    request: ActorRequest, bookings: Sequence[Booking], *, at: dt.datetime
) -> list[list[str]]:
    """For each of the bookings what there is to know before it is made.

    The citizens in it are read about, as those are whom the page has noted already.
    """
    found = clashes_of(bookings)
    around = _meetings_at(bookings)
    met = [one for clashes in found for one in (*clashes.of_staff, *clashes.of_citizen)]
    told = [
        [*_told(booking, clashes, at), *_told_of_meetings(booking, around, at)]
        for booking, clashes in zip(bookings, found, strict=True)
    ]
    read = [one for booking in bookings for one in around if _is_met(booking, one)]
    request.reading.citizens.update(one.course.citizen_id for one in (*met, *read))
    return told


def _meetings_at(bookings: Sequence[Booking]) -> list[NetworkMeeting]:
    """The network meetings there are meanwhile; one that began within the usual length goes on."""
    if not bookings:
        return []
    slots = [booking.slot for booking in bookings]
    first = min(one.leaves_at for one in slots) - USUAL_LENGTH
    return list(network_meetings_between(first, max(one.over_at for one in slots)))


def _is_met(booking: Booking, meeting: NetworkMeeting) -> bool:
    asked = {one.staff_member_id for one in meeting.invitations.all()}
    is_citizens = booking.course is not None and meeting.course_id == booking.course.pk
    is_for = booking.staff_member.pk in asked or is_citizens
    return is_for and booking.slot.meets(Slot(meeting.starts_at))


def _told_of_meetings(
    booking: Booking, around: Sequence[NetworkMeeting], at: dt.datetime
) -> Iterator[str]:
    for one in around:
        if _is_met(booking, one):
            when = slot_in_words(Slot(one.starts_at), at)
            yield f"{one.course.citizen} har netværksmøde {when}."


def _told(booking: Booking, clashes: Clashes, at: dt.datetime) -> Iterator[str]:
    name = booking.staff_member.name
    for one in clashes.of_staff:
        when, way = slot_in_words(one.slot, at), _way(one.slot, booking.slot)
        yield f"{name} har en aftale med {one.course.citizen} {when}{way}."
    for slot in clashes.elsewhere:
        yield f"{name} har en anden aftale {slot_in_words(slot, at)}{_way(slot, booking.slot)}."
    for one in clashes.of_citizen:
        when, comes = slot_in_words(one.slot, at), one.staff_member.name
        yield f"{one.course.citizen} har en anden aftale {when}: {one.what}, {comes} kommer."
    if clashes.absence:
        yield f"{name} er registreret væk {days_away(clashes.absence)}."


def _way(slot: Slot, other: Slot) -> str:
    """Where the two do not overlap, it is the way that there is no time for."""
    return "" if slot.overlaps(other) else ", og der er ikke tid til vejen"


def slot_in_words(slot: Slot, at: dt.datetime) -> str:
    """“i morgen kl. 10.00”; and “til kl. 11.30” where the end is agreed."""
    until = f" til {written_time(slot.ends_at)}" if slot.ends_at else ""
    return f"{coming_moment(slot.starts_at, at)}{until}"


def days_away(absence: Absence) -> str:
    """“3. maj 2026”, “fra 3. maj 2026 til og med 9. maj 2026”, “fra 3. maj 2026”."""
    first, last = absence.from_on, absence.until_on
    if first == last:
        return written_day(first)
    until = f" til og med {written_day(last)}" if last else ""
    return f"fra {written_day(first)}{until}"
