"""Where the timeline takes its entries from: one source for each kind of thing that happens."""

import datetime as dt
from dataclasses import replace

from django.db.models import Q

from hjemmebane.domain.citizens.models import LifeSituation
from hjemmebane.domain.citizens.queries import life_situations_of
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_of
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, Light, Outcome
from hjemmebane.domain.contacts.models import Appointment, Contact, TrafficLightObservation
from hjemmebane.domain.contacts.queries import appointments_of, contacts_of, lights_of
from hjemmebane.domain.courses.models import Course, EarlyAttempt
from hjemmebane.domain.courses.queries import (
    attempts_before,
    holds_of,
    intensities_of,
    life_events_of,
    reactivations_of,
)
from hjemmebane.domain.meetings.choices import NetworkMeetingState
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.meetings.queries import network_meetings_of
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.models import Goal, PlanVersion, SubGoal
from hjemmebane.domain.plans.queries import goals_reached, versions_of
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_of
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import (
    partner_appointments_kept,
    sub_goals_by_who,
    with_who_withdrew,
)
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.citizens.pages.timeline_doors import (
    CITIZEN,
    FROM_CITIZEN,
    FROM_PARTNERS,
    sources_of_citizen,
    sources_of_partners,
)
from hjemmebane.faces.staff.citizens.pages.told import Source, Told
from hjemmebane.faces.staff.contacts.pages.entries import ICONS, meta_of, title_of
from hjemmebane.faces.staff.courses.pages.history import (
    tell_hold,
    tell_intensity,
    tell_life_event,
    tell_reactivation,
)
from hjemmebane.faces.staff.light import SHOWN
from hjemmebane.faces.staff.parts import part_of

CONTACTS, APPOINTMENTS, PLAN, CONSENTS = "kontakter", "aftaler", "plan", "samtykke"
COURSE, LIFE = "forloeb", "liv"


def sources_for(frame: CitizenFrame, at: dt.datetime) -> list[Source]:
    course = frame.course
    titles = {area.code: area.title for area in pack(course.team.method_pack).life_areas}
    return [
        *sources_of_citizen(course),
        *sources_of_partners(course),
        Source(CONTACTS, contacts_of(course.pk), "started_at", tell_contact),
        Source(CONTACTS, attempts_before(course.pk), "at", tell_early_attempt),
        *sources_of_agreed(course, at),
        Source(CONTACTS, lights_of(course.pk), "observed_at", tell_light),
        *sources_of_plan(course),
        *sources_of_consents(course),
        Source(COURSE, holds_of(course.pk), "from_on", tell_hold, is_day=True),
        Source(COURSE, intensities_of(course.pk), "from_on", tell_intensity, is_day=True),
        Source(COURSE, reactivations_of(course.pk), "on", tell_reactivation, is_day=True),
        Source(LIFE, life_events_of(course.pk), "from_on", tell_life_event, is_day=True),
        Source(
            LIFE,
            life_situations_of(course.citizen_id),
            "recorded_at",
            lambda situation: tell_life(situation, titles),
        ),
    ]


def sources_of_agreed(course: Course, at: dt.datetime) -> list[Source]:
    """What had a time: it has begun, or something became of it before."""
    appointments = appointments_of(course.pk).filter(
        Q(starts_at__lte=at) | ~Q(status=AppointmentStatus.PLANNED)
    )
    meetings = network_meetings_of(course.pk).filter(
        Q(starts_at__lte=at) | Q(state=NetworkMeetingState.CANCELLED)
    )
    with_partners = partner_appointments_kept(course.pk, at=at)
    return [
        Source(APPOINTMENTS, appointments, "starts_at", tell_appointment),
        Source(APPOINTMENTS, meetings, "starts_at", tell_network_meeting),
        Source(
            APPOINTMENTS, with_partners, "starts_at", tell_partner_appointment, also=FROM_PARTNERS
        ),
    ]


def sources_of_plan(course: Course) -> list[Source]:
    """Moves in the model, what was reached and by whom, and what was kept of the plan."""
    steps, name = sub_goals_by_who(course.pk), str(course.citizen)
    return [
        Source(PLAN, placements_of(course.pk), "from_on", tell_placement, is_day=True),
        Source(PLAN, goals_reached(course.pk), "settled_on", tell_goal, is_day=True),
        Source(PLAN, steps.exclude(by_citizen=True), "settled_on", tell_sub_goal, is_day=True),
        Source(
            PLAN,
            steps.filter(by_citizen=True),
            "settled_on",
            lambda step: tell_own_step(step, name),
            is_day=True,
            also=FROM_CITIZEN,
        ),
        Source(PLAN, versions_of(course.pk), "recorded_at", tell_version),
    ]


def sources_of_consents(course: Course) -> list[Source]:
    consents, name = consents_of(course.citizen_id), str(course.citizen)
    # What was changed or said once more is told by the one that took its place.
    over = consents.filter(withdrawn_at__isnull=False, replaced_by__isnull=True)
    withdrawn = with_who_withdrew(over)
    return [
        Source(CONSENTS, consents, "from_on", tell_consent, is_day=True),
        Source(CONSENTS, withdrawn.exclude(by_citizen=True), "withdrawn_at", tell_withdrawal),
        Source(
            CONSENTS,
            withdrawn.filter(by_citizen=True),
            "withdrawn_at",
            lambda consent: tell_stop(consent, name),
            also=FROM_CITIZEN,
        ),
    ]


def tell_contact(contact: Contact) -> Told:
    is_met = contact.outcome == Outcome.MET
    return Told(
        title=title_of(contact),
        icon=ICONS[ContactKind(contact.kind)],
        text=contact.note,
        meta=meta_of(contact),
        tone="accent" if is_met else "quiet",
    )


def tell_early_attempt(attempt: EarlyAttempt) -> Told:
    return Told(
        title=f"Før forløbet: {attempt.get_outcome_display()}",
        icon="chat",
        text=attempt.note,
        meta=", ".join(filter(None, (attempt.where, attempt.staff_member.name))),
        tone="quiet",
    )


def tell_appointment(appointment: Appointment) -> Told:
    tone = "warn" if appointment.status == AppointmentStatus.MISSED else "quiet"
    return Told(
        title=f"Aftale: {appointment.what} – {appointment.get_status_display().lower()}",
        icon="calendar-month",
        meta=appointment.staff_member.name,
        tone=tone,
    )


def tell_partner_appointment(appointment: PartnerAppointment) -> Told:
    partner = appointment.partner_person
    return Told(
        title=f"Aftale: {appointment.what}",
        icon="calendar-month",
        meta=appointment.place,
        tone="quiet",
        who=partner.name,
        role=str(partner.organisation),
    )


def tell_network_meeting(meeting: NetworkMeeting) -> Told:
    return Told(
        title=f"Netværksmøde – {meeting.get_state_display().lower()}",
        icon="groups",
        text=meeting.cancelled_because or f"“{meeting.wish}”",
        meta=meeting.place,
        tone="quiet" if meeting.is_cancelled else "accent",
    )


def tell_light(light: TrafficLightObservation) -> Told:
    tone, icon = SHOWN[Light(light.colour)]
    return Told(
        title=f"Trafiklys: {light.get_colour_display().lower()}",
        icon=icon,
        text=light.note,
        meta=str(light.recorded_by),
        tone="good" if tone == "good" else "warn",
    )


def tell_placement(placement: Placement) -> Told:
    return Told(
        title=f"Flyttet til {part_of(placement).short_title}",
        icon="sync",
        text=placement.reason,
        meta=str(placement.recorded_by),
    )


def tell_goal(goal: Goal) -> Told:
    return Told(title="Mål nået", icon="star-fill", text=goal.text, tone="good")


def tell_sub_goal(sub_goal: SubGoal) -> Told:
    return Told(title="Delmål nået", icon="star", text=sub_goal.text, tone="good")


def tell_own_step(sub_goal: SubGoal, name: str) -> Told:
    return replace(tell_sub_goal(sub_goal), who=name, role=CITIZEN)


def tell_version(version: PlanVersion) -> Told:
    return Told(
        title=f"Planen gemt som version {version.number}",
        icon="bookmark",
        text=version.reason,
        meta=str(version.recorded_by),
    )


def tell_consent(consent: Consent) -> Told:
    return Told(
        title=f"{'Ændret samtykke' if consent.replaces_id else 'Samtykke'} til"
        f" {consent.team or consent.organisation}",
        icon="check",
        text=consent.purpose,
        meta=consent.get_how_given_display(),
    )


def tell_withdrawal(consent: Consent) -> Told:
    return Told(
        title=f"Samtykke til {consent.team or consent.organisation} trukket tilbage",
        icon="lock",
        tone="warn",
    )


def tell_stop(consent: Consent, name: str) -> Told:
    return replace(tell_withdrawal(consent), who=name, role=CITIZEN)


def tell_life(situation: LifeSituation, titles: dict[str, str]) -> Told:
    return Told(
        title=f"Livssituation: {titles.get(situation.area, situation.area)}",
        icon="edit",
        text=situation.text,
        meta=str(situation.recorded_by),
        tone="quiet",
    )


def filters(frame: CitizenFrame) -> list[tuple[str, str, str]]:
    """(name in the address, label, address) of each group, everything first."""
    url = frame.url("staff:citizens:timeline")
    more = "&" if frame.asked else "?"
    named = (
        ("", "Alt"),
        (CONTACTS, "Kontakter"),
        (APPOINTMENTS, "Aftaler"),
        (PLAN, "Plan og mål"),
        (CONSENTS, "Samtykke"),
        (COURSE, "Pauser og intensitet"),
        (LIFE, "Livet"),
        (FROM_CITIZEN, "Fra borgeren"),
        (FROM_PARTNERS, "Fra partnere"),
    )
    return [(name, label, f"{url}{more}vis={name}" if name else url) for name, label in named]
