"""The calendar of a person, a team or a citizen: its days, and what stands in them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.design.navigation import Link
from hjemmebane.design.picking import Pick
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import names_of
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.teams.models import Absence
from hjemmebane.faces.staff.calendar.pages.lanes import QUARTERS, Spot, Timed, hours_shown, spots
from hjemmebane.faces.staff.calendar.pages.weeks import Address, Span, as_asked, holiday_on
from hjemmebane.faces.staff.colleagues import together_with
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_span

MEETING = "Netværksmøde"


@dataclass(frozen=True)
class Block:
    """Something in a day.

    who: everybody who comes; in one's own calendar the others. way: the minutes before it.
    series: it is one of several.
    move_url: empty where it cannot be moved any more. tone: what it looks like.
    at, long: quarters from the first hour that is shown; travel: quarters of the way, drawn before.
    """

    key: UUID
    version: int
    time: str
    start: str
    minutes: int
    name: str
    what: str
    who: str
    place: str
    way: str
    status: str
    tone: str
    url: str
    move_url: str
    change_url: str
    is_series: bool = False
    at: int = 0
    long: int = 1
    lane: int = 1
    lanes: int = 1


@dataclass(frozen=True)
class DayShown:
    """A day. notes: that it is a holiday, and who is away."""

    key: str
    label: str
    short: str
    is_today: bool
    notes: Sequence[str]
    blocks: Sequence[Block]
    url: str
    new_url: str


@dataclass(frozen=True)
class Hour:
    label: str
    at: int


@dataclass(frozen=True)
class CalendarPage:
    title: str
    told: str
    days: Sequence[DayShown]
    hours: Sequence[Hour]
    first_hour: int
    quarters: int
    before: Link
    after: Link
    now_url: str
    now_label: str
    whose: Pick | None
    views: Sequence[Link]
    is_day: bool
    asked: tuple[str, str]
    citizen_ids: Sequence[UUID]


def blocks_of(
    span: Span,
    appointments: Sequence[Appointment],
    meetings: Sequence[NetworkMeeting],
    busy: Sequence[Slot],
    *,
    owner: str,
    at: dt.datetime,
) -> tuple[dict[dt.date, list[Block]], range]:
    """What stands in each day, in the order of time, and the hours that it takes."""
    timed = {
        one.pk: (Timed(one.pk, one.slot.starts_at, one.slot.over_at), appointed(one, at, owner))
        for one in appointments
    }
    for one in meetings:
        slot = Slot(one.starts_at)
        timed[one.pk] = (Timed(one.pk, slot.starts_at, slot.over_at), around(one))
    for slot in busy:
        one = elsewhere(slot)
        timed[one.key] = (Timed(one.key, slot.starts_at, slot.over_at), one)
    by_day: dict[dt.date, dict[UUID, Spot]] = {
        day: spots(day, [time for time, _ in timed.values() if _touches(day, time)])
        for day in span.days
    }
    hours = hours_shown(spot for found in by_day.values() for spot in found.values())
    placed = {
        day: [
            placed_at(timed[key][1], spot, hours.start)
            for key, spot in sorted(found.items(), key=lambda one: (one[1].at, one[1].lane))
        ]
        for day, found in by_day.items()
    }
    return placed, hours


def _touches(day: dt.date, time: Timed) -> bool:
    last = day_of(time.over_at - dt.timedelta(microseconds=1))
    return day_of(time.starts_at) <= day <= last


def placed_at(block: Block, spot: Spot, first_hour: int) -> Block:
    return replace(
        block,
        at=spot.at - first_hour * QUARTERS,
        long=spot.long,
        lane=spot.lane,
        lanes=spot.lanes,
    )


def clock_of(slot: Slot) -> str:
    """“10.00–11.30”; only the beginning where the end is open."""
    return written_span(slot.starts_at, slot.ends_at).split()[-1]


def appointed(one: Appointment, at: dt.datetime, owner: str) -> Block:
    citizen = one.course.citizen
    stands = one.status == AppointmentStatus.PLANNED
    can_change = stands and one.starts_at > at
    args = [citizen.pk, one.pk]
    return Block(
        key=one.pk,
        version=one.version,
        time=clock_of(one.slot),
        start=one.starts_at.astimezone(COPENHAGEN).strftime("%Y-%m-%dT%H:%M"),
        minutes=one.slot.minutes,
        name=str(citizen),
        what=one.what,
        who=together_with(names_of(one), owner),
        place=one.place_in_words,
        way=f"{one.travel_minutes} min. på vejen" if one.travel_minutes else "",
        status="" if stands else str(one.get_status_display()),
        tone="now" if stands else "past",
        url=reverse("staff:contacts:page", args=[citizen.pk]),
        move_url=reverse("staff:calendar:move", args=args) if can_change else "",
        change_url=reverse("staff:calendar:change", args=args) if can_change else "",
        is_series=one.series_id is not None,
    )


def around(one: NetworkMeeting) -> Block:
    citizen = one.course.citizen
    names = [guest.staff_member.name for guest in one.invitations.all()]
    return Block(
        key=one.pk,
        version=one.version,
        time=clock_of(Slot(one.starts_at)),
        start="",
        minutes=Slot(one.starts_at).minutes,
        name=str(citizen),
        what=MEETING,
        who=" og ".join(names),
        place=one.place,
        way="",
        status="",
        tone="meeting",
        url=reverse("staff:network_meetings:meeting", args=[citizen.pk, one.pk]),
        move_url="",
        change_url="",
    )


def elsewhere(slot: Slot) -> Block:
    """A time with a citizen of another team: the time, and nothing of whom."""
    return Block(
        key=new_id(),
        version=0,
        time=clock_of(slot),
        start="",
        minutes=slot.minutes,
        name="Optaget",
        what="Aftale i et andet team",
        who="",
        place="",
        way="",
        status="",
        tone="past",
        url="",
        move_url="",
        change_url="",
    )


def days_shown(
    span: Span,
    placed: dict[dt.date, list[Block]],
    absences: Sequence[Absence],
    *,
    address: Address,
    new_url: str,
) -> list[DayShown]:
    """The days with their notes; a holiday is named, and who is away all day."""
    return [
        DayShown(
            key=day.isoformat(),
            label=date_format(day, "l j. F").capitalize(),
            short=date_format(day, "D j/n").capitalize(),
            is_today=day == span.today,
            notes=notes_on(day, absences),
            blocks=placed[day],
            url=address(as_asked(day, is_day=True)),
            new_url=f"{new_url}?start={day.isoformat()}" if day >= span.today else "",
        )
        for day in span.days
    ]


def notes_on(day: dt.date, absences: Sequence[Absence]) -> list[str]:
    away = [f"{one.staff_member.name} er væk" for one in absences if one.is_whole_on(day)]
    return [*filter(None, [holiday_on(day)]), *away]


def calendar_page(
    span: Span,
    *,
    appointments: Sequence[Appointment],
    meetings: Sequence[NetworkMeeting],
    absences: Sequence[Absence],
    busy: Sequence[Slot] = (),
    address: Address,
    new_url: str,
    whose: Pick | None = None,
    owner: str = "",
    at: dt.datetime,
) -> CalendarPage:
    """`owner` is the one whose calendar it is: they are not told that they come."""
    placed, hours = blocks_of(span, appointments, meetings, busy, owner=owner, at=at)
    before, after = span.ways(address)
    day_or_week = (
        as_asked(span.first, is_day=False),
        as_asked(span.today if span.is_now else span.first, is_day=True),
    )
    return CalendarPage(
        title=span.title,
        told=span.told,
        days=days_shown(span, placed, absences, address=address, new_url=new_url),
        hours=[Hour(f"{one:02}", (one - hours.start) * QUARTERS) for one in hours],
        first_hour=hours.start,
        quarters=len(hours) * QUARTERS,
        before=before,
        after=after,
        now_url=span.now_url(address),
        now_label=span.now_label,
        whose=whose,
        views=[
            Link("Uge", address(day_or_week[0]), current=not span.is_day),
            Link("Dag", address(day_or_week[1]), current=span.is_day),
        ],
        is_day=span.is_day,
        asked=tuple(as_asked(span.first, is_day=span.is_day).split("=")),
        citizen_ids=sorted({one.course.citizen_id for one in (*appointments, *meetings)}),
    )
