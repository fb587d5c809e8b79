"""Who is around the citizen, what they have allowed, and who has read what."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.audit.queries import accesses_of_citizen, actor_names
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.citizens.queries import network_of, representatives_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.consents.pages import WhoSees, who_sees
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.clock import day_of

ACCESSES_READ = 200
UNKNOWN_ACTOR = "Systemet"


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
    consents: WhoSees
    readings: Sequence[ReadingOnPage]


def network_page(frame: CitizenFrame, *, at: dt.datetime) -> NetworkPage:
    citizen_id = frame.citizen.pk
    return NetworkPage(
        people=list(network_of(citizen_id)),
        representatives=list(representatives_of(citizen_id)),
        consents=who_sees(frame.citizen, frame.course, at=at),
        readings=readings_of(citizen_id, at),
    )


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
