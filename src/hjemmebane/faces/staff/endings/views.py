"""A gentle ending: begun and written with the citizen, called off, carried out.

Each verb answers on a page of its own; nothing here is a single tap.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.contacts.actions import (
    end_course_and_reminders,
    record_death_and_reminders,
)
from hjemmebane.domain.courses.actions import (
    begin_ending,
    call_off_ending,
    change_ending,
    withdraw_team_consent,
)
from hjemmebane.domain.courses.models import Ending
from hjemmebane.domain.courses.queries import ending_of, transition_staff_of
from hjemmebane.domain.partners.queries import organisations_of
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.endings.forms import (
    ClosingForm,
    DeathForm,
    EndingForm,
    TakenBackForm,
)
from hjemmebane.faces.staff.endings.pages import ending_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

PAGE = "staff:endings:page"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    context = {"frame": frame, "page": ending_page(frame)}
    return render(request, "staff/endings/ending.html", context)


@require_form
def begin(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = frame_of(request, citizen_id), now()
    form = EndingForm(sent(request), first={"begun_on": today()}, **choices_for(frame))
    if form.is_sent() and form.does(
        begin_ending,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Afslutningen er begyndt. Forløbet går videre imens.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form, "ending_form.html")


@require_form
def write(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    ending = begun(frame)
    form = EndingForm(sent(request), record=ending, **choices_for(frame, ending))
    if form.is_sent() and form.does(
        change_ending,
        ending=ending,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er gemt.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form, "ending_form.html")


@require_form
def end(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    first = {"ended_on": today()} if frame.course.is_open else {}
    form = ClosingForm(sent(request), record=frame.course, first=first)
    if form.is_sent() and form.does(
        end_course_and_reminders,
        course=frame.course,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Forløbet er afsluttet. Alt, hvad der er skrevet, kan læses.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form, "closing.html")


@require_POST
def call_off(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    ending = begun(frame)
    form = RecordForm(request.POST, record=ending)
    if form.is_sent() and form.does(
        call_off_ending, ending=ending, version=form.version_seen, by=request.actor, at=now()
    ):
        messages.success(request, "Afslutningen er taget af bordet. Forløbet går videre.")
        return redirect(PAGE, citizen_id)
    context = {"frame": frame, "page": ending_page(frame), "calling_off": form}
    return render(request, "staff/endings/ending.html", context, status=form.status)


@require_form
def take_back(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    form = TakenBackForm(sent(request))
    if form.is_sent() and form.does(
        withdraw_team_consent,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(
            request,
            "Samtykket er trukket tilbage, og samarbejdspartnere er lukket ude."
            " Tal med borgeren om, hvad der så kan hjælpe.",
        )
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form, "taken_back.html")


@require_form
def death(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    form = DeathForm(sent(request), first={"version": frame.course.version})
    if form.is_sent() and form.does(
        record_death_and_reminders,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.info(request, "Det er skrevet ned. Aftalerne er aflyst, og intet sendes ud.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form, "death.html")


def frame_of(request: ActorRequest, citizen_id: UUID) -> CitizenFrame:
    return citizen_frame(request, citizen_id, "overview", what="Afslutning")


def begun(frame: CitizenFrame) -> Ending:
    """The ending that was begun. Raises Http404 when there is none (any more)."""
    ending = ending_of(frame.course.pk)
    if ending is None:
        raise Http404
    return ending


def choices_for(frame: CitizenFrame, ending: Ending | None = None) -> dict[str, list[object]]:
    """The partners and the team of today, and who the ending already names."""
    team = frame.course.team
    partners = list(organisations_of([team.municipality_id]))
    staff = list(staff_of(team.pk, today()))
    if ending:
        named = [row.staff_member for row in transition_staff_of(ending)]
        staff += [member for member in named if member not in staff]
    return {"partners": partners, "staff": staff}


def shown(
    request: ActorRequest, frame: CitizenFrame, form: RecordForm, template: str
) -> HttpResponse:
    context = {"frame": frame, "form": form}
    return render(request, f"staff/endings/{template}", context, status=form.status)
