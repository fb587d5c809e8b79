"""Målinger over tid: the picture, its words and its tables, the same on the page and on paper."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from hjemmebane.design.charts.stacked import BY_MONTH, StackedChart
from hjemmebane.design.picking import Pick
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.series import Point
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.faces.documents.over_time_document import PaperPicture, PaperTable
from hjemmebane.faces.staff.measurements.pages.panels import panels_of
from hjemmebane.faces.staff.measurements.pages.record import (
    PERIODS,
    Measured,
    RecordOverTime,
    record_over_time,
)
from hjemmebane.faces.staff.measurements.pages.sentences import (
    event_said,
    hold_said,
    how_to_read,
    others_told,
    source_of,
    state_of,
    summary_of,
    told_of,
)
from hjemmebane.faces.staff.measurements.pages.words import (
    answered_said,
    change_said,
)
from hjemmebane.faces.staff.moments import week_number
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

POINTS = ("Dag", "Skema", "Tal", "Siden det første her", "Besvaret", "Ord")
AROUND = ("Hvornår", "Mødt", "Forsøgt", "Teamet så lyset", "Borgeren selv", "Andet")
NONE, FIRST = "–", "det første her"


@dataclass(frozen=True)
class Told:
    """A panel in words, with whose figures of chance it leans on."""

    title: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class Around:
    """What went on around the figures, as a table."""

    columns: Sequence[str]
    told: Sequence[Sequence[str]]

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        for row in self.told:
            yield list(zip(self.columns, row, strict=True))


@dataclass(frozen=True)
class OverTime:
    """chart: None where nothing at all was written yet in the period."""

    period: Pick
    chart: StackedChart | None
    told: Sequence[Told]
    reading: Sequence[str]
    around: Around

    @property
    def on_paper(self) -> PaperPicture:
        """The same picture, words and tables."""
        chart = self.chart
        return PaperPicture(
            svg=chart.svg if chart else "",
            summary=chart.summary if chart else "",
            told=[(one.title, one.text, one.source) for one in self.told],
            reading=self.reading,
            points=PaperTable("Alle tal", POINTS, chart.told if chart else ()),
            around=PaperTable("Det, der skete imens", AROUND, self.around.told),
        )


def over_time(course: Course, period: str, *, today: dt.date) -> OverTime:
    """Seven queries, however much there is."""
    record = record_over_time(course, period, today=today)
    return OverTime(
        period=Pick(
            name="periode",
            label="Periode",
            place="billede",
            options=[(code, label) for code, (label, _) in PERIODS.items()],
            chosen=period if period in PERIODS else next(iter(PERIODS)),
        ),
        chart=_chart(record),
        told=[
            *(Told(one.instrument.title, told_of(one), source_of(one)) for one in record.measured),
            *(Told(title, text) for title, text in others_told(record)),
        ],
        reading=how_to_read(record),
        around=Around(AROUND, list(_rows_around(record))),
    )


def _chart(record: RecordOverTime) -> StackedChart | None:
    something = (
        record.measured,
        record.contacts,
        record.placements,
        record.events,
        record.holds,
        record.lights,
        record.own_lights,
    )
    if not any(something):
        return None
    return StackedChart(
        name="maalinger",
        title="Målinger over tid",
        summary=summary_of(record),
        panels=panels_of(record),
        first=record.first,
        last=record.last,
        columns=POINTS,
        told=_rows_of_points(record.measured),
    )


def _rows_of_points(measured: Iterable[Measured]) -> list[Sequence[str]]:
    """Every set of finished answers, the newest first."""
    rows = []
    for one in measured:
        before = ""
        for shown in one.shown:
            point, response = shown.point, shown.response
            wording = point.figure.wording if point else ""
            is_other = bool(before and wording and before != wording)
            before = wording or before
            row = (
                written_day(response.measured_on),
                one.instrument.title,
                state_of(shown),
                _since_first(one.instrument, point),
                answered_said(one.instrument, response),
                f"{wording}. Andre ord end før" if is_other else wording or NONE,
            )
            rows.append((response.measured_on, row))
    return [row for _, row in sorted(rows, key=lambda found: found[0], reverse=True)]


def _since_first(asked: Instrument, point: Point | None) -> str:
    if point is None:
        return NONE
    return FIRST if point.since_first is None else change_said(asked, point)


def _rows_around(record: RecordOverTime) -> Iterator[Sequence[str]]:
    """One for each month, or week in a short period, with something in it; the newest first."""
    by_month = (record.last - record.first).days > BY_MONTH
    cells: dict[dt.date, list[Counter[str]]] = defaultdict(lambda: [Counter() for _ in AROUND[1:]])
    for day, column, word, count in _around(record):
        on = max(day, record.first)
        start = on.replace(day=1) if by_month else on - dt.timedelta(days=on.weekday())
        cells[start][column][word] += count
    for start, found in sorted(cells.items(), reverse=True):
        when = date_format(start, "F Y").capitalize() if by_month else _week(start)
        yield (when, *map(_in_words, found))


def _around(record: RecordOverTime) -> Iterator[tuple[dt.date, int, str, int]]:
    """(day, column, word, how often); the word of what is only counted is empty."""
    for contact in record.contacts:
        yield contact.on, 0, "", contact.met
        yield contact.on, 1, "", contact.tried
    for light in record.lights:
        yield day_of(light.observed_at), 2, str(light.get_colour_display()).lower(), 1
    for own in record.own_lights:
        yield day_of(own.recorded_at), 3, str(own.get_colour_display()).lower(), 1
    for placement in record.placements:
        part = part_of(placement)
        said = f"Del {part.number} fra {written_day(placement.from_on)}"
        yield placement.from_on, 4, said, 1
    for event in record.events:
        yield event.from_on, 4, event_said(event), 1
    for hold in record.holds:
        yield hold.from_on, 4, f"I bero {hold_said(hold)}", 1


def _in_words(counts: Counter[str]) -> str:
    """“3”; “grøn × 3, gul”; a dash for nothing."""
    said = [
        (str(count) if not word else word if count == 1 else f"{word} × {count}")
        for word, count in counts.items()
        if count
    ]
    return ", ".join(said) or NONE


def _week(monday: dt.date) -> str:
    return f"{week_number(monday).capitalize()}, {monday.isocalendar().year}"
