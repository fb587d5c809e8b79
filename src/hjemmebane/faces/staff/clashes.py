"""What an appointment would meet, in calm sentences; and that the others in them are read about."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.queries import Booking, Clashes, clashes_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import Absence
from hjemmebane.faces.staff.moments import coming_moment
from hjemmebane.foundation.forms import WarnedForm
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_day, written_time


def heeds_clashes(
    request: ActorRequest, form: WarnedForm, course: Course, *, at: dt.datetime
) -> bool:
    """Whether the new appointment in the form meets nothing, or its maker has read what."""
    typed = form.cleaned_data
    slot = Slot(typed["starts_at"], typed.get("ends_at"))
    # A second tap of the thumb meets what the first has made.
    booking = Booking(typed["staff_member"], slot, course, besides=form.row_id)
    return form.heeds(*warnings_of(request, [booking], at=at))


def warnings_of(
    request: ActorRequest, bookings: Sequence[Booking], *, at: dt.datetime
) -> list[list[str]]:
    """For each of the bookings what there is to know before it is made.

    The citizens in it are read about, as those are whom the page has noted already.
    """
    found = clashes_of(bookings)
    met = [one for clashes in found for one in (*clashes.of_staff, *clashes.of_citizen)]
    request.reading.citizens.update(one.course.citizen_id for one in met)
    return [
        list(_told(booking, clashes, at)) for booking, clashes in zip(bookings, found, strict=True)
    ]


def _told(booking: Booking, clashes: Clashes, at: dt.datetime) -> Iterator[str]:
    name = booking.staff_member.name
    for one in clashes.of_staff:
        yield f"{name} har en aftale med {one.course.citizen} {slot_in_words(one.slot, at)}."
    for slot in clashes.elsewhere:
        yield f"{name} har en anden aftale {slot_in_words(slot, at)}."
    for one in clashes.of_citizen:
        when, comes = slot_in_words(one.slot, at), one.staff_member.name
        yield f"{one.course.citizen} har en anden aftale {when}: {one.what}, {comes} kommer."
    if clashes.absence:
        yield f"{name} er registreret væk {days_away(clashes.absence)}."


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
