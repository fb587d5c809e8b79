"""What happened to a course itself: holds, intensity, being taken up again, life events, people."""

from hjemmebane.domain.courses.models import (
    Hold,
    IntensityAgreement,
    LifeEvent,
    PrimaryContact,
    Reactivation,
)
from hjemmebane.faces.staff.citizens.pages.told import Told
from hjemmebane.faces.staff.courses.pages.standing import intensity_in_words, written_number
from hjemmebane.foundation.written import written_day


def tell_hold(hold: Hold) -> Told:
    return Told(
        title="Sat i bero",
        icon="hourglass",
        text=f"{hold.reason}\n\nSådan holder vi kontakten: {hold.keep_contact_plan}",
        meta=" · ".join(
            [
                str(hold.recorded_by),
                f"vægt {written_number(hold.caseload_weight)}",
                f"ses på igen {written_day(hold.review_on)}",
            ]
        ),
        tone="warn",
    )


def tell_intensity(agreement: IntensityAgreement) -> Told:
    return Told(
        title=f"Aftalt intensitet – {intensity_in_words(agreement)}",
        icon="sync",
        text=agreement.reason,
        meta=" · ".join(
            [str(agreement.recorded_by), f"vægt {written_number(agreement.caseload_weight)}"]
        ),
    )


def tell_reactivation(again: Reactivation) -> Told:
    return Told(
        title="Taget op igen",
        icon="refresh",
        text=again.reason,
        meta=str(again.recorded_by),
        tone="good",
    )


def tell_life_event(event: LifeEvent) -> Told:
    until = f" til {written_day(event.until_on)}" if event.until_on else ""
    return Told(
        title=f"{event.get_kind_display()}{until}",
        icon="flag",
        text=event.note,
        meta=str(event.recorded_by),
    )


def tell_primary(contact: PrimaryContact) -> Told:
    said = ["valgt af borgeren selv"] if contact.chosen_by_citizen else []
    if contact.until_on:
        said.append(f"til {written_day(contact.until_on)}")
    return Told(
        title=f"Primær kontaktperson: {contact.staff_member.name}",
        icon="person",
        text=contact.why,
        meta=" · ".join(said),
        tone="quiet",
    )
