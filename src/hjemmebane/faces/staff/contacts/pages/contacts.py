"""The page Kontakt: what has been, and what is agreed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import (
    Appointment,
    SmsReminder,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.queries import (
    appointments_of,
    contacts_of,
    last_contacts,
    lights_of,
    names_of,
    reminders_to_tell_of,
    with_companions,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.staff.attachments.pages import hung_on
from hjemmebane.faces.staff.calls.pages import CallOnPage, calls_about
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.contacts.forms.lights import CadenceForm, LightForm
from hjemmebane.faces.staff.contacts.pages.beginning import log_url
from hjemmebane.faces.staff.contacts.pages.corrections import corrections_of
from hjemmebane.faces.staff.contacts.pages.entries import ContactEntry, contact_entry
from hjemmebane.faces.staff.contacts.pages.persistence import (
    PersistenceOnPage,
    persistence_on_page,
)
from hjemmebane.faces.staff.contacts.pages.reminders import ReminderInWords, reminders_in_words
from hjemmebane.faces.staff.contacts.pages.visits import VisitOnPage, in_vain_in_words, visit_at
from hjemmebane.faces.staff.field.pages.conflicts import ConflictLink, conflict_links
from hjemmebane.faces.staff.light import LightTag, light_tag
from hjemmebane.faces.staff.moments import ago, coming_moment, recent_moment
from hjemmebane.faces.staff.signs.pages import SignsOnPage, signs_on_page
from hjemmebane.faces.staff.tasks.pages import RemindersOfCitizen, reminders_of
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

CONTACTS_SHOWN = 10
COMING_SHOWN = 3  # of what is agreed; the rest is folded away
LIGHTS_SHOWN = 20


@dataclass(frozen=True)
class AppointmentEntry:
    """One appointment that still stands."""

    id: UUID
    version: int
    what: str
    when: str
    who: str
    place: str
    is_past: bool
    settle_url: str
    move_url: str
    log_url: str
    reminders: Sequence[ReminderInWords]
    change_url: str
    cancel_url: str
    is_series: bool


@dataclass(frozen=True)
class LightOnPage:
    """A light that was seen, by whom, and what they saw."""

    tag: LightTag
    when: str
    by: str
    note: str


@dataclass(frozen=True)
class LightsOnPage:
    """The light that holds, those before it, and how often the team takes the citizen up."""

    now: LightOnPage | None
    former: Sequence[LightOnPage]
    cadence: str
    form: LightForm
    cadence_form: CadenceForm


@dataclass(frozen=True)
class ContactsPage:
    summary: Sequence[tuple[str, str]]
    coming: Sequence[AppointmentEntry]
    later: Sequence[AppointmentEntry]
    unsettled: Sequence[AppointmentEntry]
    entries: Sequence[ContactEntry]
    pages: Page
    query: str
    lights: LightsOnPage
    reminders: RemindersOfCitizen
    persistence: PersistenceOnPage | None
    calls: Sequence[CallOnPage]
    visit: VisitOnPage | None
    signs: SignsOnPage
    conflicts: Sequence[ConflictLink]

    @property
    def later_label(self) -> str:
        return f"{len(self.later)} aftaler længere frem"


def contacts_page(
    frame: CitizenFrame,
    *,
    number: str = "1",
    at: dt.datetime,
    reader: Actor | None = None,
    light: LightForm | None = None,
    cadence: CadenceForm | None = None,
) -> ContactsPage:
    """One page of the log, newest first, with what is agreed, to be remembered and seen.

    `reader` is whose arrival is shown; a region without the appointments does without.
    `light` and `cadence` are forms that were refused, as they were typed.
    """
    course = frame.course
    pages = Paginator(contacts_of(course.pk), CONTACTS_SHOWN).get_page(number)
    contacts = list(pages.object_list)
    kept = appointments_of(course.pk).filter(status=AppointmentStatus.PLANNED)
    planned = list(with_companions(kept))
    sms = reminders_to_tell_of([appointment.pk for appointment in planned])
    standing = [
        appointment_entry(appointment, frame, at, sms.get(appointment.pk, ()))
        for appointment in reversed(planned)
    ]
    coming = [entry for entry in standing if not entry.is_past]
    shown = COMING_SHOWN if len(coming) > COMING_SHOWN + 1 else len(coming)
    corrections = corrections_of(course, contacts, at)
    hung = hung_on(frame, [contact.pk for contact in contacts], at=at)
    return ContactsPage(
        summary=summary(course, at),
        coming=coming[:shown],
        later=coming[shown:],
        unsettled=[entry for entry in standing if entry.is_past],
        entries=[
            contact_entry(
                contact, frame, corrections.get(contact.pk, ()), hung.get(contact.pk, ()), at
            )
            for contact in contacts
        ],
        pages=pages,
        query=f"{frame.asked}&" if frame.asked else "",
        lights=lights_on_page(course, at, light=light, cadence=cadence),
        reminders=reminders_of(course, at),
        persistence=persistence_on_page(course, at),
        calls=calls_about(course, None, at),
        visit=visit_at(frame, reader, at) if reader else None,
        signs=signs_on_page(course, at=at),
        conflicts=conflict_links(course.pk, course.citizen_id, at),
    )


def lights_on_page(
    course: Course,
    at: dt.datetime,
    *,
    light: LightForm | None = None,
    cadence: CadenceForm | None = None,
) -> LightsOnPage:
    """One query."""
    seen = [light_on_page(one, at) for one in lights_of(course.pk)[:LIGHTS_SHOWN]]
    return LightsOnPage(
        now=seen[0] if seen else None,
        former=seen[1:],
        cadence=course.get_cadence_display(),
        form=light or LightForm(),
        cadence_form=cadence or CadenceForm(record=course),
    )


def light_on_page(light: TrafficLightObservation, at: dt.datetime) -> LightOnPage:
    return LightOnPage(
        tag=light_tag(light.colour, light.observed_at, day_of(at)),
        when=recent_moment(light.observed_at, at),
        by=str(light.recorded_by),
        note=light.note,
    )


def summary(course: Course, at: dt.datetime) -> list[tuple[str, str]]:
    """Last met and tried, in words."""
    contact = last_contacts([course.pk]).get(course.pk)
    if contact is None:
        return [("Sidst mødt", "Ikke endnu")]
    met = contact.last_met_at
    told = [("Sidst mødt", ago(day_of(met), day_of(at)) if met else "Ikke endnu")]
    if contact.attempts_since_met:
        told.append(("Forsøg siden", in_vain_in_words(contact.in_vain, at)))
    return told


def appointment_entry(
    appointment: Appointment,
    frame: CitizenFrame,
    at: dt.datetime,
    reminders: Sequence[SmsReminder] = (),
) -> AppointmentEntry:
    is_past = appointment.starts_at <= at
    move = "staff:contacts:appointment_reassign"
    in_words = recent_moment if is_past else coming_moment
    return AppointmentEntry(
        id=appointment.pk,
        version=appointment.version,
        what=appointment.what,
        when=in_words(appointment.starts_at, at),
        who=" og ".join(names_of(appointment)),
        place=appointment.place_in_words,
        is_past=is_past,
        settle_url=frame.url("staff:contacts:appointment_settle", appointment.pk),
        move_url="" if is_past else frame.url(move, appointment.pk),
        log_url=log_url(frame.url("staff:contacts:new"), aftale=appointment.pk),
        reminders=reminders_in_words(appointment, reminders, at),
        change_url="" if is_past else frame.url("staff:calendar:change", appointment.pk),
        cancel_url="" if is_past else frame.url("staff:calendar:cancel", appointment.pk),
        is_series=appointment.series_id is not None,
    )
