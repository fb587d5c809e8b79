"""The picture over time in plain sentences: from what, to what, how many, and never more."""

from collections.abc import Iterator

from hjemmebane.domain.courses.models import Hold, LifeEvent
from hjemmebane.domain.measurements.calculations.series import Change, Point
from hjemmebane.domain.measurements.choices import Fit
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.faces.staff.measurements.pages.panels import parts_in, scale_said
from hjemmebane.faces.staff.measurements.pages.record import Measured, RecordOverTime, Shown
from hjemmebane.faces.staff.measurements.pages.words import worth_of, written_figure
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.foundation.written import written_day

MOST_NAMED = 4
NOTHING_COUNTS = "Ikke nok data (n = 0)."
ONE_ALONE = "Et enkelt tal viser ingen udvikling."
UNPUBLISHED = (
    "Der er ikke offentliggjort, hvor stor en forskel skal være for at betyde noget."
    " Derfor siger vi ikke, om det er gået frem eller tilbage."
)
MIXED = "Spørgsmålene er stillet med forskellige ord. De tal kan ikke sammenlignes med hinanden."
CHANGES = {
    Change.BETTER: "Det er bedre, og forskellen er {worth}: {least} eller mere.",
    Change.WORSE: "Det er dårligere, og forskellen er {worth}: {least} eller mere.",
    Change.SMALLER: "Forskellen er mindre end {least}, altså ikke {worth}.",
}


def summary_of(record: RecordOverTime) -> str:
    """The picture in two sentences."""
    counts = [
        f"{one.instrument.title} {times(len(one.points))}" for one in record.measured if one.points
    ]
    measured = f"Målt: {', '.join(counts)}." if counts else "Intet målt."
    when = f"{record.label}, {written_day(record.first)} til {written_day(record.last)}."
    met = f"Mødt {times(record.times_met)}, forsøgt {times(record.times_tried)}."
    return f"{when} {measured} {met}"


def told_of(one: Measured) -> str:
    """“0 til 100, højere er bedre. 3 tal: fra 35 (2. juni 2025) til 50 (3. maj 2026) …”."""
    parts = [f"{scale_said(one.instrument)}."]
    stretches = list(_stretches(one))
    if not stretches:
        parts.append(NOTHING_COUNTS)
    if len(one.wordings) > 1:
        parts.append(MIXED)
    parts += stretches
    parts += _left_out(one)
    return " ".join(parts)


def source_of(one: Measured) -> str:
    """Who published how large a change must be; nothing where it is not leant on."""
    published = one.instrument.least_change
    if published is None or not any(point.change for point in one.points):
        return ""
    return f"Kilde til de {published.points} point: {published.source}"


def others_told(record: RecordOverTime) -> Iterator[tuple[str, str]]:
    """The other panels, each with its name."""
    met = f"Mødt {times(record.times_met)}, forsøgt {times(record.times_tried)}."
    yield "Kontakt", met if record.times_met or record.times_tried else "Ingen i perioden."
    if record.placements:
        names = ", ".join(f"{part.number} er {part.short_title}" for part in parts_in(record))
        moved = len(record.placements) - 1
        moves = {0: "Ingen flytninger", 1: "1 flytning"}.get(moved, f"{moved} flytninger")
        latest = part_of(record.placements[-1]).number
        yield "Del af praksismodellen", f"{moves}, senest i del {latest}. {names}."
    if record.events:
        yield "Det, der skete", _listed([event_said(one) for one in record.events])
    if record.holds:
        yield "I bero", _listed([hold_said(one).capitalize() for one in record.holds])
    if record.lights or record.own_lights:
        team, own = times(len(record.lights)), times(len(record.own_lights))
        yield "Lyset", f"Set af teamet {team}, sagt af borgeren selv {own}."


def how_to_read(record: RecordOverTime) -> list[str]:
    """What the signs in this picture mean; only those that are there."""
    points = [point for one in record.measured for point in one.points]
    said = []
    if len(points) > 1:
        said.append("En streg går mellem tal, der er spurgt om med de samme ord.")
    if any(len(one.wordings) > 1 for one in record.measured):
        said.append("En firkant er et tal, der er spurgt om med andre ord end det første.")
    if any(point.change for point in points):
        asked = [one.instrument for one in record.measured if any(p.change for p in one.points)]
        worths = " eller ".join(dict.fromkeys(map(worth_of, asked)))
        said.append(f"Uden for skyggen er forskellen fra det første tal {worths}.")
    if any(point.change in {Change.BETTER, Change.WORSE} for point in points):
        said.append("En trekant er et tal uden for skyggen.")
    return said


def event_said(event: LifeEvent) -> str:
    """“Indlæggelse 10. april 2026 til 22. april 2026”."""
    until = f" til {written_day(event.until_on)}" if event.until_on else ""
    return f"{event.get_kind_display()} {written_day(event.from_on)}{until}"


def hold_said(hold: Hold) -> str:
    """“2. juni 2025 til nu”."""
    return f"{written_day(hold.from_on)} til {written_day(hold.until_on) or 'nu'}"


def times(count: int) -> str:
    return "1 gang" if count == 1 else f"{count} gange"


def state_of(shown: Shown) -> str:
    """“50”, “Ikke nok data”, “50, tæller ikke med endnu”."""
    response = shown.response
    if response.score is None:
        return "Ikke nok data"
    value = written_figure(response.score)
    if shown.point:
        return value
    if response.fits == Fit.NO:
        return f"{value}. Passer ikke, siger borgeren. Tæller ikke med"
    return f"{value}. Skal tales om. Tæller ikke med endnu"


def _listed(said: list[str]) -> str:
    """A few are named; more are counted."""
    if len(said) <= MOST_NAMED:
        return f"{'; '.join(said)}."
    return f"{len(said)} i perioden. De står i tabellen."


def _stretches(one: Measured) -> Iterator[str]:
    """A sentence or two for the figures in each wording."""
    for wording in one.wordings:
        points = [point for point in one.points if point.figure.wording == wording]
        said = _stretch(one.instrument, points)
        yield f"{wording.capitalize()}: {said}" if len(one.wordings) > 1 else said


def _stretch(asked: Instrument, points: list[Point]) -> str:
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"1 tal: {_dated(first)}. {ONE_ALONE}"
    moved = abs(last.since_first or 0)
    if not moved:
        return f"{len(points)} tal: fra {_dated(first)} til {_dated(last)}, altså det samme."
    said = f"{len(points)} tal: fra {_dated(first)} til {_dated(last)}, {written_figure(moved)}"
    said += " højere." if (last.since_first or 0) > 0 else " lavere."
    published = asked.least_change
    if published is None or last.change is None:
        return f"{said} {UNPUBLISHED}"
    return f"{said} {CHANGES[last.change].format(least=published.points, worth=worth_of(asked))}"


def _dated(point: Point) -> str:
    return f"{written_figure(point.figure.value)} ({written_day(point.figure.on)})"


def _left_out(one: Measured) -> Iterator[str]:
    """What was answered and is not in the picture, and why."""
    left = [shown.response for shown in one.shown if shown.point is None]
    too_few = sum(response.score is None for response in left)
    denied = sum(response.fits == Fit.NO for response in left)
    waiting = len(left) - too_few - denied
    if too_few:
        yield f"{times(too_few).capitalize()} var der ikke nok svar til et tal."
    if waiting:
        yield f"{waiting} tal skal tales om og tæller ikke med endnu."
    if denied:
        yield f"{denied} tal passer ikke, siger borgeren, og tæller ikke med."
