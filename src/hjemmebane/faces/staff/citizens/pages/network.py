"""Who is around the citizen, what they have allowed, and who has read what."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.audit.queries import accesses_of_citizen, actor_names
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.citizens.queries import network_of, representatives_of
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_of, unrenewed
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.consents.pages import IN_GOOD_TIME
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day, written_moment

ACCESSES_READ = 200
UNKNOWN_ACTOR = "Systemet"


@dataclass(frozen=True)
class ConsentOnPage:
    """A consent in words."""

    id: UUID
    version: int
    recipient: str
    scope: Sequence[str]
    purpose: str
    given: str
    state: str
    is_in_force: bool
    can_be_withdrawn: bool
    is_asked_again: bool
    ends_course: bool


@dataclass(frozen=True)
class ReadingOnPage:
    """What one person read on one day."""

    who: str
    what: str
    when: str
    times: int
    reason: str


@dataclass(frozen=True)
class NetworkPage:
    people: Sequence[NetworkPerson]
    representatives: Sequence[Representative]
    consents: Sequence[ConsentOnPage]
    readings: Sequence[ReadingOnPage]


def network_page(frame: CitizenFrame, *, at: dt.datetime) -> NetworkPage:
    citizen_id = frame.citizen.pk
    given = list(consents_of(citizen_id))
    again = unrenewed(given, day=day_of(at), within=IN_GOOD_TIME)
    ask = set() if frame.citizen.died_on else {consent.pk for consent in again}
    consents = [consent_on_page(consent, frame, at, ask) for consent in given]
    return NetworkPage(
        people=list(network_of(citizen_id)),
        representatives=list(representatives_of(citizen_id)),
        consents=sorted(consents, key=lambda one: (not one.is_asked_again, not one.is_in_force)),
        readings=readings_of(citizen_id, at),
    )


def consent_on_page(
    consent: Consent, frame: CitizenFrame, at: dt.datetime, ask: AbstractSet[UUID]
) -> ConsentOnPage:
    state, is_in_force = state_of(consent, day_of(at))
    own = frame.course.is_open and consent.team_id == frame.course.team_id
    return ConsentOnPage(
        id=consent.pk,
        version=consent.version,
        recipient=str(consent.team or consent.organisation),
        scope=[ConsentScope(part).label for part in consent.scope],
        purpose=consent.purpose,
        given=f"{consent.get_how_given_display()}, {written_day(consent.from_on)}",
        state=state,
        is_in_force=is_in_force,
        can_be_withdrawn=is_in_force and consent.organisation_id is not None,
        is_asked_again=consent.pk in ask,
        ends_course=is_in_force and own,
    )


def state_of(consent: Consent, day: dt.date) -> tuple[str, bool]:
    """What the consent is worth today, in words and as a fact."""
    if consent.withdrawn_at:
        return f"Trukket tilbage {written_moment(consent.withdrawn_at)}", False
    if consent.until_on and consent.until_on < day:
        return f"Udløbet {written_day(consent.until_on)}", False
    until = f" til {written_day(consent.until_on)}" if consent.until_on else ""
    return f"Gælder{until}", True


def readings_of(citizen_id: UUID, at: dt.datetime) -> list[ReadingOnPage]:
    """The newest readings, those of one person, page, reason and day together."""
    accesses = list(accesses_of_citizen(citizen_id)[:ACCESSES_READ])
    names = actor_names(access.actor for access in accesses)
    newest, times = {}, {}
    for access in accesses:
        key = (access.actor, access.what, access.reason, day_of(access.at))
        newest.setdefault(key, access)
        times[key] = times.get(key, 0) + 1
    return [
        ReadingOnPage(
            who=names.get(access.actor, UNKNOWN_ACTOR),
            what=access.what,
            when=recent_moment(access.at, at),
            times=times[key],
            reason=access.reason,
        )
        for key, access in newest.items()
    ]
