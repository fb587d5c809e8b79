"""A calendar as RFC 5545 writes it: times and neutral words, in Danish time."""

from collections.abc import Iterable

from icalendar import Calendar, Event

from hjemmebane.domain.contacts.queries import FeedEntry
from hjemmebane.domain.courses.choices import Place
from hjemmebane.foundation.clock import COPENHAGEN

# Says nothing of anybody: a home, a shelter or a partner would.
HARMLESS = {Place.OUTDOORS, Place.OFFICE, Place.REMOTE}
TITLE = "Aftale"


def calendar_file(entries: Iterable[FeedEntry]) -> bytes:
    """The file. The same entries are the same bytes: a phone is told when nothing is new."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hjemmebane//Kalender//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Hjemmebane")
    calendar.add("x-published-ttl", "PT30M")
    for entry in entries:
        calendar.add_component(event_of(entry))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def event_of(entry: FeedEntry) -> Event:
    """One appointment. Its key never changes; a higher number is a newer word about it."""
    event = Event()
    event.add("uid", f"{entry.key}@hjemmebane")
    event.add("sequence", entry.version - 1)
    event.add("dtstamp", entry.recorded_at)
    event.add("dtstart", entry.slot.starts_at.astimezone(COPENHAGEN))
    event.add("dtend", entry.slot.over_at.astimezone(COPENHAGEN))
    event.add("summary", TITLE)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    if entry.place in HARMLESS:
        event.add("location", Place(entry.place).label)
    return event
