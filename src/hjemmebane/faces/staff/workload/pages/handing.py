"""What stands with somebody who is not there, in words, and giving it to a colleague."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.actions import HandOver
from hjemmebane.domain.workload.calculations.standing import Standing
from hjemmebane.domain.workload.queries import Stranded
from hjemmebane.faces.staff.clashes import slot_in_words
from hjemmebane.faces.staff.moments import coming_moment
from hjemmebane.faces.staff.tasks.pages import due_in_words
from hjemmebane.faces.staff.workload.pages.takers import Takers, takers_of
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day

COUNTED = (
    ("tasks", "opgave", "opgaver"),
    ("follow_ups", "opfølgning", "opfølgninger"),
    ("appointments", "aftale", "aftaler"),
)


@dataclass(frozen=True)
class HandOverPage:
    """`items` are (key, words), each a choice in the form."""

    name: str
    lead: str
    items: Sequence[tuple[str, str]]
    has_appointments: bool
    takers: Takers
    citizen_ids: Sequence[UUID]


def stranded_link(stranded: Stranded, team: Team) -> Link:
    """The sentence, and the page where it is given on."""
    address = reverse("staff:workload:hand_over", args=[stranded.staff_member.pk])
    return Link(stranded_in_words(stranded), f"{address}?{urlencode({'team': team.pk})}")


def stranded_in_words(stranded: Stranded) -> str:
    """“3 opgaver og 2 aftaler står hos Karen, som ikke er i teamet længere”."""
    counts = [(len(getattr(stranded, name)), one, more) for name, one, more in COUNTED]
    told = listed(f"{count} {one if count == 1 else more}" for count, one, more in counts if count)
    return f"{told} står hos {stranded.staff_member.name}, {_why(stranded)}"


def _why(stranded: Stranded) -> str:
    last = stranded.last_day
    if stranded.standing is Standing.LEFT:
        return "som ikke er i teamet længere"
    if stranded.standing is Standing.LEAVING and last:
        return f"som er i teamet til og med {written_day(last)}"
    return "som er væk"


def hand_over_page(stranded: Stranded, team: Team, *, at: dt.datetime) -> HandOverPage:
    records = stranded.records
    return HandOverPage(
        name=stranded.staff_member.name,
        lead=f"{stranded_in_words(stranded)}.",
        items=[(str(one.pk), _item(one, at)) for one in records],
        has_appointments=bool(stranded.appointments),
        takers=takers_of(stranded, team, at=at),
        citizen_ids=sorted({one.course.citizen_id for one in records if one.course}),
    )


def at_once(given: Sequence[HandOver], at: dt.datetime) -> Iterator[str]:
    """Where somebody would get two appointments at the same time, in sentences."""
    for one, other in combinations(given, 2):
        this, that = one.what, other.what
        if not (isinstance(this, Appointment) and isinstance(that, Appointment)):
            continue
        if one.taker == other.taker and this.slot.overlaps(that.slot):
            both = f"{this.course.citizen} og {that.course.citizen}"
            when = slot_in_words(this.slot, at)
            yield f"{one.taker.name} får to aftaler på samme tid: med {both} {when}."


def _item(record: Task | FollowUp | Appointment, at: dt.datetime) -> str:
    """“Opgave: Ring til lægen (Kim Krog, senest i morgen)”."""
    about = str(record.course.citizen) if record.course else ""
    if isinstance(record, Appointment):
        return f"Aftale: {record.what} ({about}, {coming_moment(record.starts_at, at)})"
    kind, text = ("Opgave", record.what) if isinstance(record, Task) else ("Opfølgning", record.why)
    around = ", ".join(filter(None, (about, due_in_words(record.due_on, day_of(at)))))
    return f"{kind}: {text}{f' ({around})' if around else ''}"
