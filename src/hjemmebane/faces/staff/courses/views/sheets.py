"""The short forms about a course: each adds one thing to it, or tells one on."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    agree_on_intensity,
    change_life_event,
    put_on_hold,
    record_life_event,
)
from hjemmebane.domain.courses.models import ContactAgreement, Course
from hjemmebane.domain.courses.queries import contact_agreement_now, life_events_of
from hjemmebane.domain.practice.actions import take_up_again
from hjemmebane.domain.practice.queries import placements_now
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.courses.forms.agreements import ContactAgreementForm, LifeEventForm
from hjemmebane.faces.staff.courses.forms.pauses import (
    REVIEW_AFTER,
    HoldForm,
    IntensityForm,
    TakeUpForm,
)
from hjemmebane.faces.staff.courses.pages import sheets
from hjemmebane.faces.staff.parts import parts_for
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

HALF = Decimal("0.5")


@require_form
def hold(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, day = _frame(request, citizen_id, sheets.HOLD), today()
    first = {"from_on": day, "review_on": day + REVIEW_AFTER, "caseload_weight": HALF}
    form = HoldForm(sent(request), first=first)
    return _add(request, frame, sheets.HOLD, form, put_on_hold)


@require_form
def intensity(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = _frame(request, citizen_id, sheets.INTENSITY)
    first = {"from_on": today(), "caseload_weight": Decimal(1)}
    form = IntensityForm(sent(request), first=first)
    return _add(request, frame, sheets.INTENSITY, form, agree_on_intensity)


@require_form
def reactivate(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = _frame(request, citizen_id, sheets.TAKE_UP)
    placed = placements_now([frame.course.pk]).get(frame.course.pk)
    form = TakeUpForm(
        sent(request),
        first={"on": today()},
        parts=parts_for(frame.course),
        now=placed.part if placed else "",
    )

    def take_up(values: dict[str, object], **signed: object) -> object:
        return take_up_again(**values, **signed)

    return _add(request, frame, sheets.TAKE_UP, form, take_up)


@require_form
def life_event(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = _frame(request, citizen_id, sheets.LIFE_EVENT)
    form = LifeEventForm(sent(request), first={"from_on": today()})
    return _add(request, frame, sheets.LIFE_EVENT, form, record_life_event)


@require_form
def life_event_edit(request: ActorRequest, citizen_id: UUID, event_id: UUID) -> HttpResponse:
    frame = _frame(request, citizen_id, sheets.LIFE_EVENT)
    events = life_events_of(frame.course.pk).select_related("course")
    event = get_object_or_404(events, pk=event_id)
    form = LifeEventForm(sent(request), record=event)
    if form.is_sent() and form.does(
        change_life_event,
        event=event,
        values=form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        return _done(request, frame, sheets.LIFE_EVENT)
    return _show(request, frame, sheets.LIFE_EVENT, form)


@require_form
def contact_agreement(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = _frame(request, citizen_id, sheets.CONTACT_AGREEMENT)
    first = {**_former(frame.course), "talked_on": today()}
    form = ContactAgreementForm(sent(request), first=first)
    return _add(request, frame, sheets.CONTACT_AGREEMENT, form, agree_on_contact)


def _former(course: Course) -> dict[str, object]:
    """The agreement that holds, so that only what is new need be written."""
    former: ContactAgreement | None = contact_agreement_now(course.pk)
    names = [name for name in ContactAgreementForm.base_fields if name not in {"id", "version"}]
    return {name: getattr(former, name) for name in names} if former else {}


def _frame(request: ActorRequest, citizen_id: UUID, sheet: sheets.Sheet) -> CitizenFrame:
    return citizen_frame(request, citizen_id, what=sheet.heading)


def _add(
    request: ActorRequest,
    frame: CitizenFrame,
    sheet: sheets.Sheet,
    form: RecordForm,
    action: Callable[..., object],
) -> HttpResponse:
    """Add what was typed to the course, or show why not with everything kept."""
    if form.is_sent() and form.does(
        action,
        id=form.row_id,
        course=frame.course,
        values=form.values(),
        by=request.actor,
        at=now(),
    ):
        return _done(request, frame, sheet)
    return _show(request, frame, sheet, form)


def _done(request: ActorRequest, frame: CitizenFrame, sheet: sheets.Sheet) -> HttpResponse:
    messages.success(request, sheet.said)
    return redirect("staff:courses:page", frame.citizen.pk)


def _show(
    request: ActorRequest, frame: CitizenFrame, sheet: sheets.Sheet, form: RecordForm
) -> HttpResponse:
    context = {"frame": frame, "sheet": sheet, "form": form}
    return render(request, "staff/courses/sheet.html", context, status=form.status)
