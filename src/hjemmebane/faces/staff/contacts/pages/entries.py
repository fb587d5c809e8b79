"""One contact of the log in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.choices import ContactKind, Outcome, Progress
from hjemmebane.domain.contacts.models import (
    Contact,
)
from hjemmebane.faces.staff.attachments.pages import Hung
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.contacts.pages.corrections import Correction
from hjemmebane.faces.staff.moments import minutes, recent_moment

ICONS = {
    ContactKind.VISIT: "home",
    ContactKind.ACCOMPANIMENT: "persons",
    ContactKind.PHONE: "smartphone",
    ContactKind.SMS: "chat",
    ContactKind.VIDEO: "smartphone",
    ContactKind.VOICE: "chat",
    ContactKind.LETTER: "document",
    ContactKind.LETTER_SLOT: "home",
    ContactKind.NETWORK: "groups",
    ContactKind.PARTNER: "business",
}
PROGRESS_TONES = {Progress.REACHED: "good", Progress.SETBACK: "warn"}


@dataclass(frozen=True)
class Step:
    """What a contact did for a sub-goal."""

    text: str
    progress: str
    tone: str


@dataclass(frozen=True)
class ContactEntry:
    """One contact in words."""

    id: UUID
    title: str
    when: str
    moment: str
    meta: str
    icon: str
    tone: str
    is_acute: bool
    note: str
    steps: Sequence[Step]
    corrections: Sequence[Correction]
    mood: str
    edit_url: str
    hung: Sequence[Hung]
    attach_url: str

    @property
    def spoken(self) -> str:
        """What a reader of the screen hears besides “Ret”."""
        return f" {self.title}, {self.when}"


def contact_entry(
    contact: Contact,
    frame: CitizenFrame,
    corrections: Sequence[Correction],
    hung: Sequence[Hung],
    at: dt.datetime,
) -> ContactEntry:
    return ContactEntry(
        id=contact.pk,
        title=title_of(contact),
        when=recent_moment(contact.started_at, at),
        moment=contact.started_at.isoformat(),
        meta=meta_of(contact),
        icon=ICONS[ContactKind(contact.kind)],
        tone="accent" if contact.outcome == Outcome.MET else "quiet",
        is_acute=contact.is_acute,
        note=contact.note,
        steps=[
            Step(
                row.sub_goal.text, row.get_progress_display(), PROGRESS_TONES.get(row.progress, "")
            )
            for row in contact.sub_goals.all()
        ],
        corrections=corrections,
        mood=contact.get_mood_display(),
        edit_url=frame.url("staff:contacts:edit", contact.pk),
        hung=hung,
        attach_url=frame.url("staff:attachments:page", contact.pk),
    )


def title_of(contact: Contact) -> str:
    """“Besøg, hjemme”, “Ledsagelse til lægen”, and the outcome when they did not meet."""
    title = contact.get_kind_display()
    if contact.accompanied_to:
        title = f"{title} til {contact.accompanied_to}"
    elif contact.kind == ContactKind.VISIT:
        title = f"{title}, {contact.get_place_display().lower()}"
    if contact.outcome != Outcome.MET:
        title = f"{title} – {contact.get_outcome_display().lower()}"
    return title


def meta_of(contact: Contact) -> str:
    """Who and for how long."""
    names = " og ".join(row.staff_member.name for row in contact.staff.all())
    time = minutes(contact.direct_minutes) if contact.direct_minutes else ""
    way = f"{minutes(contact.travel_minutes)} på vejen" if contact.travel_minutes else ""
    return " · ".join(filter(None, (names, time, way)))
