"""One's appointments and the meetings around one's citizens, as they stand on I dag."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.contacts.choices import AppointmentStatus, Outcome
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import LastContact, last_contacts, names_of
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import together_with
from hjemmebane.faces.staff.contacts.pages.beginning import log_url
from hjemmebane.faces.staff.contacts.pages.visits import VisitOnPage, in_vain_in_words, to_arrive_at
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.faces.staff.tasks.pages import I_DAG
from hjemmebane.faces.staff.today.pages.clashes import Planned
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_span, written_time


@dataclass(frozen=True)
class Meeting:
    """An appointment, or a meeting around somebody.

    clashes: what stands in the way of it, in sentences.
    address: empty where nobody is to go. hidden: it is protected.
    log_url: where it is written down; empty while its day is not here. try_url: that it failed.
    in_vain: the attempts since the citizen was last met. visit: where one says one has arrived.
    together: who else comes, in words.
    """

    citizen_id: UUID
    name: str
    url: str
    time: str
    when: str
    what: str
    place: str
    address: str
    hidden: bool
    address_url: str
    phone: str
    status: str
    log_url: str
    settle_url: str
    try_url: str = ""
    in_vain: str = ""
    visit: VisitOnPage | None = None
    clashes: Sequence[str] = ()
    together: str = ""


@dataclass(frozen=True)
class Day:
    label: str
    meetings: Sequence[Meeting]


@dataclass(frozen=True)
class Showing:
    """What a meeting is shown with. arrival: the key of the next; None while one is somewhere."""

    to: StaffMember
    clashes: Mapping[UUID, Sequence[str]]
    tried: Mapping[UUID, LastContact]
    arrival: UUID | None


def showing(
    to: StaffMember,
    appointments: Iterable[Appointment],
    clashes: Mapping[UUID, Sequence[str]],
    *,
    is_out: bool,
) -> Showing:
    tried = last_contacts({one.course_id for one in appointments})
    return Showing(to, clashes, tried, arrival=None if is_out else new_id())


def in_a_day(day: dt.date, planned: Iterable[Planned], shows: Showing, at: dt.datetime) -> Day:
    return Day(day_in_words(day, day_of(at)), [meeting(one, at, shows) for one in planned])


def day_in_words(day: dt.date, today: dt.date) -> str:
    """“I morgen”, “Torsdag 3. maj”."""
    if day == today + dt.timedelta(days=1):
        return "I morgen"
    return date_format(day, "l j. F").capitalize()


def meeting(planned: Planned, at: dt.datetime, shows: Showing) -> Meeting:
    is_around = isinstance(planned, NetworkMeeting)
    shown = around_citizen(planned, at) if is_around else appointed(planned, at, shows)
    return replace(shown, clashes=shows.clashes.get(planned.pk, ()))


def around_citizen(planned: NetworkMeeting, at: dt.datetime) -> Meeting:
    """A network meeting I am asked to; it leads into the meeting."""
    citizen = planned.course.citizen
    return Meeting(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:network_meetings:meeting", args=[citizen.pk, planned.pk]),
        time=written_time(planned.starts_at),
        when=recent_moment(planned.starts_at, at),
        what="Netværksmøde",
        place=planned.place,
        address="",
        hidden=False,
        address_url="",
        phone=citizen.phone,
        status="" if planned.is_planned else str(planned.get_state_display()),
        log_url="",
        settle_url="",
    )


def appointed(appointment: Appointment, at: dt.datetime, shows: Showing) -> Meeting:
    citizen = appointment.course.citizen
    is_at_home = appointment.place == Place.HOME
    address = shown_address(citizen) if is_at_home else ""
    has_come = day_of(appointment.starts_at) <= day_of(at)
    is_today = day_of(appointment.starts_at) == day_of(at)
    is_settled = appointment.status != AppointmentStatus.PLANNED
    new = reverse("staff:contacts:new", args=[citizen.pk])
    tried = shows.tried.get(appointment.course_id)
    arrival = shows.arrival if is_today and not is_settled else None
    return Meeting(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:citizens:overview", args=[citizen.pk]),
        time=written_span(appointment.starts_at, appointment.ends_at),
        when=recent_moment(appointment.starts_at, at),
        what=appointment.what,
        place=appointment.get_place_display(),
        address=address or "",
        hidden=is_at_home and address is None,
        address_url=reverse("staff:citizens:address", args=[citizen.pk]),
        phone=citizen.phone,
        status=str(appointment.get_status_display()) if is_settled else "",
        log_url=log_url(new, aftale=appointment.pk, fra=I_DAG) if has_come else "",
        try_url=(
            log_url(new, aftale=appointment.pk, udfald=Outcome.NOT_MET, fra=I_DAG)
            if has_come
            else ""
        ),
        settle_url=f"{reverse('staff:contacts:page', args=[citizen.pk])}#aftaler",
        in_vain=in_vain_in_words(tried.in_vain, at) if tried else "",
        visit=to_arrive_at(citizen, arrival, from_page=I_DAG) if arrival else None,
        together=together_with(names_of(appointment), shows.to.name),
    )
