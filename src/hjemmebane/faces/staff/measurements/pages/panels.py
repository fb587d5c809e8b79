"""The record over time as panels of a picture."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from hjemmebane.design.charts.drawing import INK
from hjemmebane.design.charts.lanes import Mark
from hjemmebane.design.charts.panels import (
    Band,
    Bar,
    BarPanel,
    Dot,
    LanePanel,
    Panel,
    ScorePanel,
    StepPanel,
)
from hjemmebane.design.charts.steps import Move
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.measurements.calculations.series import Change, Point
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.method.content.measuring import Direction, Instrument
from hjemmebane.faces.staff.light import DRAWN
from hjemmebane.faces.staff.measurements.pages.record import Measured, RecordOverTime
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.foundation.clock import day_of

WEEK = dt.timedelta(days=7)
FEWEST_PARTS = 4
ATTEMPTS = "#8a6100"
OWN, EVENTS, HOLDS = "Selv", "Sket", "I bero"
UPWARDS = {Direction.UP: "højere er bedre", Direction.DOWN: "lavere er bedre"}


def panels_of(record: RecordOverTime) -> list[Panel]:
    """From the top: the figures, the contact, the part, what happened, the light.

    What there is nothing of has no panel, but for the meetings: none of them is telling, too.
    """
    met = {day.on: day.met for day in record.contacts}
    tried = {day.on: day.tried for day in record.contacts}
    panels: list[Panel] = [_scores(one) for one in record.measured if one.points]
    panels.append(BarPanel(("Mødt, gange om ugen",), _weeks(met)))
    if record.times_tried:
        panels.append(BarPanel(("Forsøgt, gange om ugen",), _weeks(tried), ATTEMPTS))
    if record.placements:
        panels.append(_parts(record))
    if record.events or record.holds:
        lanes = [*([EVENTS] if record.events else []), *([HOLDS] if record.holds else [])]
        panels.append(LanePanel(("Det, der skete",), lanes, list(_happened(record))))
    if record.lights or record.own_lights:
        lanes = [str(one.label) for one in (Light.RED, Light.YELLOW, Light.GREEN)]
        own = [OWN] if record.own_lights else []
        panels.append(LanePanel(("Lyset",), [*lanes, *own], list(_lit(record))))
    return panels


def parts_in(record: RecordOverTime) -> list[PracticePart]:
    """The parts that the picture shows, the first of the model first."""
    parts = {part.number: part for part in map(part_of, record.placements)}
    return [parts[number] for number in sorted(parts)]


def scale_said(asked: Instrument) -> str:
    """“0 til 100, højere er bedre”."""
    scoring = asked.scoring
    return f"{scoring.lowest} til {scoring.highest}, {UPWARDS[asked.direction]}"


def _scores(one: Measured) -> ScorePanel:
    asked = one.instrument
    dots = [
        Dot(
            point.figure.on,
            float(point.figure.value),
            point.figure.wording,
            _shape(point, is_first_wording=point.figure.wording == one.wordings[0]),
        )
        for point in one.points
    ]
    return ScorePanel(
        title=(asked.title, scale_said(asked)),
        lowest=asked.scoring.lowest,
        highest=asked.scoring.highest,
        dots=dots,
        bands=list(_bands(one)),
    )


def _shape(point: Point, *, is_first_wording: bool) -> str:
    """A triangle where the change is as large as is published, a square in other words."""
    if point.change in {Change.BETTER, Change.WORSE}:
        return "triangle-up" if (point.since_first or 0) > 0 else "triangle-down"
    return "circle" if is_first_wording else "square"


def _bands(one: Measured) -> Iterator[Band]:
    """How far from the first a figure may be and not be said to be changed, where published."""
    published = one.instrument.least_change
    if published is None:
        return
    away = float(published.points)
    for wording in one.wordings:
        first, *more = [point.figure for point in one.points if point.figure.wording == wording]
        if more:
            value = float(first.value)
            yield Band(first.on, more[-1].on, value - away, value + away)


def _weeks(counts: Mapping[dt.date, int]) -> list[Bar]:
    """A bar for each week with something in it."""
    weeks: Counter[dt.date] = Counter()
    for day, count in counts.items():
        weeks[day - dt.timedelta(days=day.weekday())] += count
    return [Bar(monday, monday + WEEK, count) for monday, count in sorted(weeks.items()) if count]


def _parts(record: RecordOverTime) -> StepPanel:
    placed = [(part_of(one), one.from_on) for one in record.placements]
    numbers = range(1, max(FEWEST_PARTS, *(part.number for part, _ in placed)) + 1)
    return StepPanel(
        title=("Del af praksismodellen",),
        levels=[str(number) for number in numbers],
        moves=[Move(str(part.number), from_on) for part, from_on in placed],
    )


def _happened(record: RecordOverTime) -> Iterator[Mark]:
    for event in record.events:
        yield Mark(EVENTS, event.from_on, "triangle-down", INK, until=event.until_on)
    for hold in record.holds:
        yield Mark(HOLDS, hold.from_on, until=hold.until_on or record.last)


def _lit(record: RecordOverTime) -> Iterable[Mark]:
    for light in record.lights:
        colour = Light(light.colour)
        yield Mark(str(colour.label), day_of(light.observed_at), *DRAWN[colour])
    for own in record.own_lights:
        yield Mark(OWN, day_of(own.recorded_at), *DRAWN[Light(own.colour)])
