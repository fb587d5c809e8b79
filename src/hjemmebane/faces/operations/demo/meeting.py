"""The steps of meeting a citizen: contacts and appointments."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    ContactDetails,
    log_contact,
    make_appointment,
    make_series,
    settle_appointment,
)
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, MoodSeen, Outcome
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import number
from hjemmebane.faces.operations.demo.days import at_time
from hjemmebane.faces.operations.demo.entries import AppointmentEntry, ContactEntry
from hjemmebane.foundation.actors import Actor

USUAL_MINUTES = {ContactKind.PHONE: 15, ContactKind.SMS: 3, ContactKind.ACCOMPANIMENT: 100}
TRAVELLED = {ContactKind.VISIT, ContactKind.ACCOMPANIMENT, ContactKind.LETTER}
# Not everybody notes it, and not every time.
SEEN = ("", MoodSeen.GOOD, "", MoodSeen.IN_BETWEEN, MoodSeen.BAD, "")
WRITTEN_AFTER = dt.timedelta(minutes=40)
AGREED_BEFORE = dt.timedelta(days=7)


def contact_steps(case: Case, contacts: list[ContactEntry]) -> Iterator[Step]:
    for place, entry in enumerate(contacts):
        hour, minute = _time_of_day(case, place)
        started_at = case.days.moment(entry.ago, hour, minute)
        staff = entry.staff or (case.usual(started_at),)
        yield Step(
            started_at + WRITTEN_AFTER + dt.timedelta(minutes=_minutes(entry)),
            case.writer(*staff),
            partial(_log, case, entry, staff, started_at),
        )


def _time_of_day(case: Case, place: int) -> tuple[int, int]:
    """Between nine and three; two contacts of one day hardly ever at the same time."""
    return 9 + number(case.story.code, "time", place) % 6, place % 12 * 5


def _minutes(entry: ContactEntry) -> int:
    if entry.minutes is not None:
        return entry.minutes
    return USUAL_MINUTES.get(entry.kind, 50) if entry.outcome == Outcome.MET else 0


def _log(
    case: Case,
    entry: ContactEntry,
    staff: tuple[str, ...],
    started_at: dt.datetime,
    by: Actor,
    at: dt.datetime,
) -> None:
    drawn = number(case.story.code, "travel", started_at)
    log_contact(
        id=case.key(started_at, "contact", entry.kind, entry.note),
        course=case.course,
        details=ContactDetails(
            started_at=started_at,
            kind=entry.kind,
            place=entry.place,
            outcome=entry.outcome,
            initiated_by=entry.initiated_by,
            direct_minutes=_minutes(entry),
            travel_minutes=10 + drawn % 5 * 5 if entry.kind in TRAVELLED else 0,
            accompanied_to=entry.to,
            mood=SEEN[drawn % len(SEEN)] if entry.outcome == Outcome.MET else "",
            is_acute=entry.acute,
            note=entry.note,
        ),
        staff=case.staff(*staff),
        sub_goals={case.sub_goal(code).pk: how for code, how in entry.progress.items()},
        by=by,
        at=at,
    )


def appointment_steps(case: Case, appointments: list[AppointmentEntry]) -> Iterator[Step]:
    for place, entry in enumerate(appointments):
        day = case.days.ago(entry.ago) if entry.ago else case.days.ahead(entry.ahead or "")
        starts_at = at_time(day, 9 + number(case.story.code, "appointment", place) % 6)
        agreed_at = min(starts_at - AGREED_BEFORE, case.days.now - dt.timedelta(days=1))
        agreed_at = max(agreed_at, case.days.moment(case.story.started, 17))
        who = case.writer(entry.staff)
        yield Step(agreed_at, who, partial(_agree, case, entry, starts_at))
        if entry.settled_as:
            settled_at = starts_at + dt.timedelta(hours=2)
            yield Step(settled_at, who, partial(_settle, case, entry, starts_at))


def _agree(
    case: Case, entry: AppointmentEntry, starts_at: dt.datetime, by: Actor, at: dt.datetime
) -> None:
    details = AppointmentDetails(
        what=entry.what,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(hours=1),
        place=entry.place,
        where=entry.where,
        travel_minutes=entry.travel,
        staff_member=case.house.staff[entry.staff],
        companions=tuple(case.house.staff[one] for one in entry.along),
    )
    about = {"id": case.key(at, "appointment", starts_at), "course": case.course}
    if entry.rhythm:
        often = {"rhythm": entry.rhythm, "times": entry.times}
        make_series(**about, details=details, **often, by=by, at=at)
        return
    along = details.companions
    appointment = make_appointment(**about, **details.values, companions=along, by=by, at=at)
    case.keep(appointment, str(starts_at))


def _settle(
    case: Case, entry: AppointmentEntry, starts_at: dt.datetime, by: Actor, at: dt.datetime
) -> None:
    appointment = case.found(Appointment, str(starts_at))
    status = AppointmentStatus(entry.settled_as)
    settle_appointment(
        appointment=appointment, status=status, version=appointment.version, by=by, at=at
    )
