"""What is told above the forms that change an appointment, and to the citizen afterwards."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.contacts.actions import AppointmentDetails
from hjemmebane.domain.contacts.models import Appointment, Task
from hjemmebane.domain.contacts.queries import names_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.contacts.pages.moves import preferred
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.written import coming_moment, written_moment

LONGEST_TASK = int(Task._meta.get_field("what").max_length or 0)


@dataclass(frozen=True)
class AgreedPage:
    """What stands, in a sentence: “Gå en tur i morgen kl. 10.00. Ida og Bo kommer.”."""

    sentence: str
    is_series: bool
    reassign_url: str
    cancel_url: str
    change_url: str


def agreed_page(appointment: Appointment, frame: CitizenFrame, *, at: dt.datetime) -> AgreedPage:
    who, when = " og ".join(names_of(appointment)), coming_moment(appointment.starts_at, at)
    return AgreedPage(
        sentence=f"{appointment.what} {when}. {who} kommer.",
        is_series=appointment.series_id is not None,
        reassign_url=frame.url("staff:contacts:appointment_reassign", appointment.pk),
        cancel_url=frame.url("staff:calendar:cancel", appointment.pk),
        change_url=frame.url("staff:calendar:change", appointment.pk),
    )


def cancelled_in_words(appointment: Appointment, by: Actor, *, at: dt.datetime) -> str:
    """“Aflyst. Bo får det at vide på I dag.”: who else was to come, while it was still ahead."""
    comes = [appointment.staff_member, *(one.staff_member for one in appointment.companions.all())]
    others = [one.name for one in comes if one.user_id != by.user_id]
    if not others or appointment.starts_at <= at:
        return "Aflyst."
    return f"Aflyst. {' og '.join(others)} får det at vide på I dag."


def to_tell_of(appointment: Appointment, details: AppointmentDetails, frame: CitizenFrame) -> str:
    """“Giv Kim besked: Bo og Ida kommer 4. maj 2026 kl. 11.00 (før 3. maj 2026 kl. 10.00).”."""
    who = " og ".join(one.name for one in (details.staff_member, *details.companions))
    when, before = written_moment(details.starts_at), written_moment(appointment.starts_at)
    was = f" (før {before})" if when != before else ""
    said = f"Giv {frame.citizen.given_name} besked: {who} kommer {when}{was}."
    return and_how(said, frame)


def called_off(appointment: Appointment, frame: CitizenFrame, *, goes_on: bool) -> str:
    """“Giv Kim besked: aftalen 3. maj 2026 kl. 10.00 er aflyst.”, and those after it."""
    when, rest = written_moment(appointment.starts_at), " og de næste i rækken"
    said = f"aftalen {when}{rest if goes_on else ''} er aflyst."
    return and_how(f"Giv {frame.citizen.given_name} besked: {said}", frame)


def and_how(said: str, frame: CitizenFrame) -> str:
    """And how the citizen would like to hear it, where there is room."""
    told = f"{said} Helst {preferred(frame.course)}."
    return told if len(told) <= LONGEST_TASK else said[:LONGEST_TASK]
