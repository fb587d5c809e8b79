"""The page Forløb: where the course stands, what can be done, and what happened to it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import (
    Course,
    CourseForm,
    Hold,
    IntensityAgreement,
    LifeEvent,
    Reactivation,
)
from hjemmebane.domain.courses.queries import (
    contact_agreements_of,
    end_form_of,
    holds_of,
    intensities_of,
    life_events_of,
    primary_contacts_of,
    reactivations_of,
    start_form_of,
)
from hjemmebane.domain.method.queries import legal_basis_title
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.citizens.pages.told import Told
from hjemmebane.faces.staff.courses.pages.agreement import AgreementOnPage, agreement_on_page
from hjemmebane.faces.staff.courses.pages.history import (
    tell_hold,
    tell_intensity,
    tell_life_event,
    tell_primary,
    tell_reactivation,
)
from hjemmebane.faces.staff.courses.pages.standing import (
    Standing,
    intensity_in_words,
    standing,
    status_in_words,
    written_number,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class HistoryEntry:
    """One thing that happened; `edit_url` where it may be told on."""

    told: Told
    day: dt.date
    recorded_at: dt.datetime
    edit_url: str = ""

    @property
    def when(self) -> str:
        return written_day(self.day)

    @property
    def moment(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True)
class FormOnPage:
    """The start or the end form: its name, how far it is, and where it is filled."""

    title: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True)
class CoursePage:
    """`can_pause` and `can_take_up` say what makes sense now; the actions decide."""

    facts: Sequence[tuple[str, str]]
    standing: Standing
    can_pause: bool
    can_take_up: bool
    forms: Sequence[FormOnPage]
    agreements: Sequence[AgreementOnPage]
    history: Sequence[HistoryEntry]


@dataclass(frozen=True)
class _Kept:
    """The rows of a course's life, each list the newest first."""

    holds: Sequence[Hold]
    intensities: Sequence[IntensityAgreement]
    again: Sequence[Reactivation]
    events: Sequence[LifeEvent]

    @property
    def hold(self) -> Hold | None:
        return next((one for one in self.holds if not one.until_on), None)

    @property
    def intensity(self) -> IntensityAgreement | None:
        return next((one for one in self.intensities if not one.until_on), None)


def course_page(frame: CitizenFrame, *, at: dt.datetime) -> CoursePage:
    """Everything on the page, in as many queries however much has happened."""
    course = frame.course
    kept = _Kept(
        holds=list(holds_of(course.pk)),
        intensities=list(intensities_of(course.pk)),
        again=list(reactivations_of(course.pk)),
        events=list(life_events_of(course.pk)),
    )
    now = standing(course, kept.hold, kept.intensity, day_of(at))
    return CoursePage(
        facts=list(_facts(course, kept, now)),
        standing=now,
        can_pause=course.status == CourseStatus.ACTIVE,
        can_take_up=bool(now.label),
        forms=_forms(frame),
        agreements=[agreement_on_page(one) for one in contact_agreements_of(course.pk)],
        history=_history(frame, kept),
    )


def _facts(course: Course, kept: _Kept, now: Standing) -> Iterator[tuple[str, str]]:
    yield "Status", status_in_words(course, now)
    yield "Siden", written_day(_since(course, kept, now))
    if kept.hold:
        yield "Sådan holder vi kontakten", kept.hold.keep_contact_plan
        yield "Vi ser på det igen", written_day(kept.hold.review_on)
    if kept.intensity:
        yield "Intensitet", intensity_in_words(kept.intensity)
    yield "Vægt i caseload", written_number(course.caseload_weight)
    yield "Grundlag", legal_basis_title(course.legal_basis, course.team.method_pack)
    yield "Forløbet startede", written_day(course.started_on)


def _since(course: Course, kept: _Kept, now: Standing) -> dt.date:
    """The day from which the course has stood as it stands."""
    if course.ended_on:
        return course.ended_on
    if kept.hold:
        return kept.hold.from_on
    if now.label and kept.intensity:
        return kept.intensity.from_on
    return kept.again[0].on if kept.again else course.started_on


def _forms(frame: CitizenFrame) -> list[FormOnPage]:
    begun = state_of(start_form_of(frame.course.pk))
    return [
        FormOnPage("Startskema", *begun, url=frame.url("staff:courses:start_form")),
        end_form_on_page(frame),
    ]


def end_form_on_page(frame: CitizenFrame) -> FormOnPage:
    state = state_of(end_form_of(frame.course.pk))
    return FormOnPage("Slutskema", *state, url=frame.url("staff:courses:end_form"))


def state_of(form: CourseForm | None) -> tuple[str, str]:
    """How far a form is, and the tone it is said in."""
    if form is None:
        return "Ikke begyndt", ""
    if form.completed_at:
        return f"Færdigt {written_day(day_of(form.completed_at))}", "good"
    return "Kladde", "warn"


def _history(frame: CitizenFrame, kept: _Kept) -> list[HistoryEntry]:
    entries = [
        *(HistoryEntry(tell_hold(one), one.from_on, one.recorded_at) for one in kept.holds),
        *(
            HistoryEntry(tell_intensity(one), one.from_on, one.recorded_at)
            for one in kept.intensities
        ),
        *(HistoryEntry(tell_reactivation(one), one.on, one.recorded_at) for one in kept.again),
        *(
            HistoryEntry(tell_life_event(one), one.from_on, one.recorded_at, _edit(frame, one.pk))
            for one in kept.events
        ),
        *(
            HistoryEntry(tell_primary(one), one.from_on, one.recorded_at)
            for one in primary_contacts_of(frame.course.pk)
        ),
    ]
    return sorted(entries, key=lambda entry: (entry.day, entry.recorded_at), reverse=True)


def _edit(frame: CitizenFrame, event_id: UUID) -> str:
    if not frame.course.is_open:
        return ""
    return reverse("staff:courses:life_event_edit", args=[frame.citizen.pk, event_id])
