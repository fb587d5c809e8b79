"""Moving an appointment to a colleague: who might go, and what the citizen is told."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.contacts.models import Appointment, Task
from hjemmebane.domain.contacts.queries import Booking
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import contact_agreement_now
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.workload.queries import team_week, who_knows
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.clashes import warnings_of
from hjemmebane.faces.staff.contacts.pages.contacts import AppointmentEntry, appointment_entry
from hjemmebane.faces.staff.workload.pages.needs import Stepper, steppers
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_moment

LONGEST_TASK = int(Task._meta.get_field("what").max_length or 0)
# How the team reaches the citizen, as a part of a sentence.
WAYS = {
    Channel.VISIT: "ved at komme forbi",
    Channel.PHONE: "i telefonen",
    Channel.SMS: "på sms",
    Channel.LETTER: "i et brev",
    Channel.DIGITAL_POST: "i Digital Post",
}


@dataclass(frozen=True)
class ReassignPage:
    """An appointment, and the colleagues who might go instead, those who fit best first.

    prefers: how the citizen would rather be told.
    """

    entry: AppointmentEntry
    others: Sequence[Stepper]
    staff: Sequence[StaffMember]
    prefers: str

    def warnings_of(self, taker: StaffMember) -> Sequence[str]:
        """What somebody has to do at that time, or where they are instead."""
        return next((one.warnings for one in self.others if one.staff_id == taker.pk), ())


def reassign_page(
    request: ActorRequest, appointment: Appointment, frame: CitizenFrame, *, at: dt.datetime
) -> ReassignPage:
    """The team in the week of the appointment, without the one who goes already."""
    day, course = day_of(appointment.starts_at), frame.course
    week = team_week(course.team, at=at, day=day)
    known = who_knows([course.pk], at=at).get(course.pk, {})
    others = [
        one
        for one in steppers(week, known, on=day, at=at)
        if one.staff_id != appointment.staff_member_id
    ]
    members = {one.staff_member.pk: one.staff_member for one in week.members}
    staff = [members[one.staff_id] for one in others]
    bookings = [Booking(member, appointment.slot) for member in staff]
    told = zip(others, warnings_of(request, bookings, at=at), strict=True)
    return ReassignPage(
        entry=appointment_entry(appointment, frame, at),
        others=[replace(one, warnings=warnings) for one, warnings in told],
        staff=staff,
        prefers=preferred(frame.course),
    )


def preferred(course: Course) -> str:
    """“på sms eller ved at komme forbi”: as they agreed with the team, else as they said first."""
    agreement = contact_agreement_now(course.pk)
    chosen = agreement.channels if agreement else [course.citizen.preferred_channel]
    return " eller ".join(WAYS[Channel(one)] for one in chosen)


def to_tell(appointment: Appointment, taker: StaffMember, *, given_name: str, prefers: str) -> str:
    """“Giv Kim besked: Bo kommer i stedet for Ida 3. maj 2026 kl. 10.00. Helst på sms.”."""
    when, giver = written_moment(appointment.starts_at), appointment.staff_member.name
    said = f"Giv {given_name} besked: {taker.name} kommer i stedet for {giver} {when}."
    told = f"{said} Helst {prefers}."
    return told if len(told) <= LONGEST_TASK else said[:LONGEST_TASK]
