"""How the light has gone: the team's beside the citizen's own, contacts and what happened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hjemmebane.design.charts.drawing import INK
from hjemmebane.design.charts.lanes import LaneChart, Mark
from hjemmebane.domain.contacts.choices import Light, Outcome
from hjemmebane.domain.contacts.queries import contacts_of, lights_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import holds_of, life_events_of
from hjemmebane.domain.sharing.queries import moods_of, own_lights_of
from hjemmebane.faces.staff.light import DRAWN
from hjemmebane.faces.staff.moments import week_number
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.written import written_day

# The word in the address: the label, and how many days.
PERIODS = {"uger": ("4 uger", 28), "maaneder": ("3 måneder", 91), "aar": ("1 år", 365)}
BY_DAY = 28  # a longer period is told week by week
LANES = ("Rød", "Gul", "Grøn", "Borgeren selv", "Humør 1–5", "Mødt", "Forsøg", "Sket", "I bero")
COLUMNS = ("Hvornår", "Teamet så", "Borgeren selv", "Kontakt", "Andet")


@dataclass(frozen=True)
class Event:
    """One thing on a day: how it is drawn, and in which column it is told how."""

    mark: Mark
    column: int
    told: str


def trend_of(course: Course, period: str, *, at: dt.datetime) -> LaneChart:
    """Six queries. What the citizen keeps to themselves is not among it."""
    label, days = PERIODS[period]
    last = day_of(at)
    first = last - dt.timedelta(days=days - 1)
    events = sorted(events_of(course, first, last), key=lambda one: one.mark.on, reverse=True)
    return LaneChart(
        name="lyset",
        title=f"Lyset gennem {label}",
        summary=summary_of(events, label),
        lanes=LANES,
        marks=[one.mark for one in events],
        first=first,
        last=last,
        columns=COLUMNS,
        told=list(rows_of(events, by_day=days <= BY_DAY)),
    )


def events_of(course: Course, first: dt.date, last: dt.date) -> Iterator[Event]:
    begins = dt.datetime.combine(first, dt.time(), COPENHAGEN)
    for light in lights_of(course.pk).filter(observed_at__gte=begins):
        word = str(light.get_colour_display())
        yield Event(lit(word, light.colour, light.observed_at), 1, word)
    for own in own_lights_of(course.pk).filter(recorded_at__gte=begins):
        mark = lit("Borgeren selv", own.colour, own.recorded_at)
        yield Event(mark, 2, str(own.get_colour_display()))
    for mood in moods_of(course.pk).filter(recorded_at__gte=begins):
        mark = Mark("Humør 1–5", day_of(mood.recorded_at), word=str(mood.feeling))
        yield Event(mark, 2, f"humør {mood.feeling} ({mood.get_feeling_display().lower()})")
    for contact in contacts_of(course.pk).prefetch_related(None).filter(started_at__gte=begins):
        is_met = contact.outcome == Outcome.MET
        lane, shape = ("Mødt", "square") if is_met else ("Forsøg", "cross")
        told = contact.get_kind_display() if is_met else contact.get_outcome_display()
        yield Event(Mark(lane, day_of(contact.started_at), shape), 3, str(told))
    for event in life_events_of(course.pk).filter(from_on__range=(first, last)):
        mark = Mark("Sket", event.from_on, "triangle-down")
        yield Event(mark, 4, str(event.get_kind_display()))
    for hold in holds_of(course.pk).filter(from_on__lte=last):
        until = hold.until_on or last
        if until >= first:
            from_on = max(hold.from_on, first)
            mark = Mark("I bero", from_on, until=until)
            yield Event(mark, 4, f"I bero til {written_day(hold.until_on) or 'nu'}")


def lit(lane: str, colour: str, moment: dt.datetime) -> Mark:
    shape, shade = DRAWN.get(Light(colour), ("circle", INK))
    return Mark(lane, day_of(moment), shape, shade)


def summary_of(events: Sequence[Event], label: str) -> str:
    """“4 uger: grøn 3, gul 1, rød 0. Mødt 5 gange, forsøgt 2.”."""
    lanes = [one.mark.lane for one in events]
    counts = ", ".join(f"{light.label.lower()} {lanes.count(str(light.label))}" for light in Light)
    own = lanes.count("Borgeren selv")
    said = f" Borgeren har selv sagt en farve {times(own)}." if own else ""
    met, tried = lanes.count("Mødt"), lanes.count("Forsøg")
    return f"{label}: {counts}.{said} Mødt {times(met)}, forsøgt {times(tried)}."


def times(count: int) -> str:
    return "1 gang" if count == 1 else f"{count} gange"


def rows_of(events: Iterable[Event], *, by_day: bool) -> Iterator[Sequence[str]]:
    """One for each day or week with something in it, the newest first; each word counted."""
    found: dict[dt.date, list[Event]] = defaultdict(list)
    for one in events:
        on = one.mark.on
        found[on if by_day else on - dt.timedelta(days=on.weekday())].append(one)
    for day, there in found.items():
        year = day.isocalendar().year  # a week that begins in December may be the next year's
        when = written_day(day) if by_day else f"{week_number(day).capitalize()}, {year}"
        yield (when, *(in_words(there, column) for column in range(1, len(COLUMNS))))


def in_words(events: Iterable[Event], column: int) -> str:
    """“Besøg, Telefon × 2”; a dash for nothing."""
    told: dict[str, int] = defaultdict(int)
    for one in events:
        if one.column == column:
            told[one.told] += 1
    return ", ".join(w if n == 1 else f"{w} × {n}" for w, n in told.items()) or "–"
