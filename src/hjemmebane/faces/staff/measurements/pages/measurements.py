"""Målinger: what is due, what is under way, what to talk about, and how it goes."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.measurements.calculations.series import Series
from hjemmebane.domain.measurements.calculations.slots import Standing
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    ToMeasure,
    responses_of,
    results_from,
    standing_responses,
    to_measure,
)
from hjemmebane.domain.method.content.measuring import Instrument, Respondent
from hjemmebane.domain.method.queries import instruments
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.measurements.pages.words import (
    answered_said,
    change_said,
    figure_said,
    worth_of,
    written_figure,
)
from hjemmebane.foundation.written import written_day

MOST_GIVEN = 20
# What is said of it, and how the tag looks.
STANDINGS = {
    Standing.DUE: ("Skal laves nu", "warn", "hourglass"),
    Standing.OVERDUE: ("For sent: skulle laves {day}", "bad", "warning"),
    Standing.COMING: ("Kan laves nu, senest {day}", "note", "calendar-month"),
    Standing.POSTPONED: ("Udskudt til {day}", "neutral", "hourglass"),
}


@dataclass(frozen=True)
class Open:
    """An instrument that stands open, and what may be done about it."""

    title: str
    about: str
    by: str
    label: str
    tone: str
    icon: str
    why: str
    begin_url: str
    begin_label: str
    postpone_url: str


@dataclass(frozen=True)
class Given:
    """Answers: whose, when, how far, and the way to them."""

    title: str
    when: str
    by: str
    state: str
    url: str
    is_corrected: bool


@dataclass(frozen=True)
class Row:
    """One figure in the table."""

    when: str
    figure: str
    change: str
    wording: str


@dataclass(frozen=True)
class Course:
    """How one instrument went: in words, as a table, and with what care it is to be read."""

    title: str
    latest: str
    told: str
    source: str
    mixed: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True)
class MeasurementsPage:
    """What the page shows. others: instruments that nobody asks for at a time."""

    open: Sequence[Open]
    under_way: Sequence[Given]
    to_talk: Sequence[Given]
    went: Sequence[Course]
    given: Sequence[Given]
    others: Sequence[tuple[str, str]]
    over_time_url: str


def measurements_page(frame: CitizenFrame, *, today: dt.date) -> MeasurementsPage:
    """Five queries, however much was answered."""
    course = frame.course
    given = list(responses_of([course.pk]))
    stands = list(standing_responses([course.pk]))
    begun = {one.instrument for one in given if one.is_under_way}
    open_now = [
        one for one in to_measure([course], today=today) if one.instrument.code not in begun
    ]
    asked_for = {one.instrument.code for one in open_now} | begun
    return MeasurementsPage(
        open=[_open(frame, one) for one in open_now],
        under_way=[_given(frame, one) for one in given if one.is_under_way],
        to_talk=[_given(frame, one) for one in stands if one.waits_for_talk],
        went=[_went(series) for series in results_from(stands)],
        given=[_given(frame, one) for one in given if not one.is_under_way][:MOST_GIVEN],
        others=[
            (one.title, frame.url("staff:measurements:begin", one.code))
            for one in instruments()
            if one.code not in asked_for
        ]
        if course.is_open
        else [],
        over_time_url=frame.url("staff:measurements:over_time"),
    )


def title_of(code: str) -> str:
    return next((one.title for one in instruments() if one.code == code), code)


def _open(frame: CitizenFrame, one: ToMeasure) -> Open:
    label, tone, icon = STANDINGS[one.standing]
    is_put_off = one.standing is Standing.POSTPONED and one.put_off
    day = one.put_off.until_on if is_put_off and one.put_off else one.due_on
    is_rated = one.instrument.respondent is Respondent.STAFF
    return Open(
        title=one.instrument.title,
        about=one.measurement.text,
        by="Teamet vurderer" if is_rated else "Borgeren svarer",
        label=label.format(day=written_day(day)),
        tone=tone,
        icon=icon,
        why=why_put_off(one),
        begin_url=frame.url("staff:measurements:begin", one.instrument.code),
        begin_label="Vurdér" if is_rated else "Svar",
        postpone_url=frame.url("staff:measurements:postpone", one.instrument.code),
    )


def why_put_off(one: ToMeasure) -> str:
    """“Vi har ikke mødt borgeren: var på ferie”; nothing where it was not put off."""
    if one.put_off is None:
        return ""
    note = f": {one.put_off.note}" if one.put_off.note else ""
    return f"{one.put_off.get_reason_display()}{note}"


def _given(frame: CitizenFrame, one: Response) -> Given:
    return Given(
        title=title_of(one.instrument),
        when=written_day(one.measured_on),
        by=str(one.get_manner_display()),
        state=state_said(one, instrument_of(one)),
        url=frame.url("staff:measurements:response", one.pk),
        is_corrected=bool(one.replaced_by),
    )


def instrument_of(one: Response) -> Instrument | None:
    return next((known for known in instruments() if known.code == one.instrument), None)


def state_said(one: Response, asked: Instrument | None) -> str:
    """“I gang, 2 af 5 besvaret”, “50”, “Stoppet. Ikke nok svar til et tal (1 af 5 besvaret)”."""
    said = answered_said(asked, one) if asked else ""
    if one.is_under_way:
        return f"I gang, {said}"
    if one.is_stopped_correction:
        return "Rettelsen blev stoppet. Den gælder ikke"
    if one.score is None:
        return f"Stoppet. Ikke nok svar til et tal ({said})"
    if one.fits == "NO":
        return f"{written_figure(one.score)}. Borgeren siger, at det ikke passer. Tæller ikke med"
    return written_figure(one.score)


def _went(series: Series) -> Course:
    asked, points = series.instrument, series.points
    published = asked.least_change
    told = (
        f"En ændring på {published.points} eller mere er {worth_of(asked)}."
        if published
        else "Der er ikke offentliggjort, hvor stor en ændring skal være for at betyde noget."
    )
    return Course(
        title=asked.title,
        latest=_latest(series),
        told=told,
        source=published.source if published else "",
        mixed=series.wordings if series.is_mixed else (),
        rows=[
            Row(
                written_day(point.figure.on),
                written_figure(point.figure.value),
                change_said(asked, point),
                point.figure.wording,
            )
            for point in reversed(points)
        ],
    )


def _latest(series: Series) -> str:
    """The last figure and how far it is from the first, as a sentence with its n."""
    last = series.points[-1]
    said = f"Senest {written_day(last.figure.on)}: "
    said += figure_said(series.instrument, last.figure.value)
    if last.since_first is not None:
        said += f" Siden første gang: {change_said(series.instrument, last)}."
    return f"{said} (n = {len(series.points)})"
