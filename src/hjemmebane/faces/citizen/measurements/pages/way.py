"""My own way through my answers: in plain words, and as a picture once there are two."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.design.charts.panels import Dot, ScorePanel
from hjemmebane.design.charts.stacked import StackedChart
from hjemmebane.domain.method.content.measuring import Direction, Instrument
from hjemmebane.domain.sharing.models import Response
from hjemmebane.domain.sharing.queries import own_asked
from hjemmebane.faces.citizen.measurements.pages.names import called, figure_said
from hjemmebane.faces.citizen.words import on_the
from hjemmebane.foundation.written import written_day

UPWARDS = {Direction.UP: "Jo højere, jo bedre.", Direction.DOWN: "Jo lavere, jo bedre."}
ENDS = ("Lavt", "Højt")
COLUMNS = ("Dag", "Tal", "Passer det?")
NOT_SAID = "Ikke sagt endnu"
OTHER_WORDS = "Vi har spurgt med nye ord undervejs. Derfor er der et hul i din vej."
FEWEST = 2


@dataclass(frozen=True)
class Way:
    """How I answered the same over time. key: of the newest answers that count."""

    key: UUID
    name: str
    told: str


def ways_of(given: Iterable[Response], today: dt.date) -> list[Way]:
    """One for each that I have answered and said to fit, the newest answered first."""
    found: dict[str, list[Response]] = {}
    for one in given:
        if counts(one):
            found.setdefault(one.instrument, []).append(one)
    return [
        Way(those[0].pk, called(code, own_asked(those[0]).title), told_of(those, today))
        for code, those in found.items()
    ]


def told_of(newest_first: Sequence[Response], today: dt.date) -> str:
    """“Du har svaret 3 gange. Første gang var 2. juni 2025: 35 ud af 100. …”."""
    last, first = newest_first[0], newest_first[-1]
    asked = own_asked(last)
    latest = f"{figure_said(asked, last)}. {UPWARDS[asked.direction]}"
    if len(newest_first) < FEWEST:
        return f"Du har svaret én gang, {on_the(last.measured_on, today)}: {latest}"
    said = [
        f"Du har svaret {len(newest_first)} gange.",
        f"Første gang var {on_the(first.measured_on, today)}: {figure_said(asked, first)}.",
        f"Sidste gang var {on_the(last.measured_on, today)}: {latest}",
    ]
    if len({_words(one) for one in newest_first}) > 1:
        said.append(OTHER_WORDS)
    return " ".join(said)


def picture_of(
    asked: Instrument, newest_first: Sequence[Response], today: dt.date
) -> StackedChart | None:
    """My way as a line, with all my answers in its table; None while there is no way to see."""
    counting = [one for one in reversed(newest_first) if counts(one)]
    if len(counting) < FEWEST:
        return None
    name = called(asked.code, asked.title)
    dots = [
        Dot(one.measured_on, float(one.score), _words(one))
        for one in counting
        if one.score is not None
    ]
    panel = ScorePanel(
        title=(name, UPWARDS[asked.direction]),
        lowest=asked.scoring.lowest,
        highest=asked.scoring.highest,
        dots=dots,
        ends=ENDS,
    )
    return StackedChart(
        name="min-vej",
        title=f"Min vej: {name}",
        summary=told_of(counting[::-1], today),
        panels=[panel],
        first=counting[0].measured_on,
        last=counting[-1].measured_on,
        columns=COLUMNS,
        told=[
            (
                written_day(one.measured_on),
                figure_said(asked, one),
                str(one.get_fits_display()) if one.fits else NOT_SAID,
            )
            for one in newest_first
            if one.score is not None
        ],
        is_narrow=True,
    )


def counts(one: Response) -> bool:
    """A figure of mine that I have said to fit, wholly or a little."""
    return one.counts and one.score is not None


def _words(one: Response) -> str:
    return f"{one.wording_status} {one.wording_version}"
