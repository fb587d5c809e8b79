"""The practice model of one citizen, and saying something about what is in it."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.practice.actions import judge_indicator, place_course, set_activity
from hjemmebane.domain.practice.calculations.standings import Kind
from hjemmebane.domain.practice.models import ActivityStatus
from hjemmebane.domain.practice.queries import notes_about
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.parts import parts_for
from hjemmebane.faces.staff.practice.forms import (
    ActivityForm,
    IndicatorForm,
    PlacementForm,
    TapForm,
)
from hjemmebane.faces.staff.practice.pages.kinds import Entry, Note, NoteKind, kind_of
from hjemmebane.faces.staff.practice.pages.practice import Refusal, history_of, practice_page
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import DONE
from hjemmebane.foundation.http import ActorRequest, answer, require_form, sent

FORMS = {Kind.ACTIVITY: ActivityForm, Kind.INDICATOR: IndicatorForm}
ACTIONS = {Kind.ACTIVITY: set_activity, Kind.INDICATOR: judge_indicator}
TEMPLATE = "staff/practice/practice.html"


def frame_of(request: ActorRequest, citizen_id: UUID) -> CitizenFrame:
    return citizen_frame(request, citizen_id, "overview", what="Praksismodel")


def address_of(citizen_id: UUID, entry: Entry) -> str:
    """The page with the entry's part open, at the entry."""
    page_url = reverse("staff:practice:page", args=[citizen_id])
    return f"{page_url}?ved={entry.anchor}#{entry.anchor}"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = frame_of(request, citizen_id)
    shown = practice_page(frame, at=now(), wanted=request.GET.get("ved", ""))
    return render(request, TEMPLATE, {"frame": frame, "page": shown})


@require_POST
def move(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = frame_of(request, citizen_id), now()
    form = PlacementForm(request.POST, parts=parts_for(frame.course))
    if form.is_sent() and form.does(
        place_course,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Flytningen er gemt.")
        return redirect("staff:practice:page", citizen_id)
    shown = practice_page(frame, at=at, move_form=form)
    context = {"frame": frame, "page": shown, "form": form}
    return render(request, TEMPLATE, context, status=form.status)


@require_POST
def tap(request: ActorRequest, citizen_id: UUID, kind: str, code: str) -> HttpResponse:
    """Say one thing about an entry. Who sees to it stays; a note belonged to what was said."""
    frame, at, chosen = frame_of(request, citizen_id), now(), kind_of(kind)
    entry = chosen.entry_of(frame.course, code)
    form = TapForm(request.POST, choices=chosen.choices)
    if form.is_sent():
        form.does(
            ACTIONS[chosen.kind],
            id=form.row_id,
            course=frame.course,
            code=code,
            **{chosen.field: form.cleaned_data["said"]},
            **held(notes_about(chosen.model, frame.course.pk, code).first()),
            on=day_of(at),
            by=request.actor,
            at=at,
        )
    refusal = None if form.status == DONE else Refusal(entry.anchor, form.told)
    shown = practice_page(frame, at=at, wanted=entry.anchor, refusal=refusal)
    context = {"frame": frame, "page": shown, "part": shown.part_with(entry.anchor)}
    back = address_of(citizen_id, entry)
    return answer(request, TEMPLATE, "part", context, otherwise=back, status=form.status)


def held(newest: Note | None) -> dict[str, object]:
    """What a new note keeps of the newest: who sees to an activity."""
    return {"staff_member": newest.staff_member} if isinstance(newest, ActivityStatus) else {}


@require_form
def note(request: ActorRequest, citizen_id: UUID, kind: str, code: str) -> HttpResponse:
    frame, chosen = frame_of(request, citizen_id), kind_of(kind)
    entry, at = chosen.entry_of(frame.course, code), now()
    notes = list(notes_about(chosen.model, frame.course.pk, code))
    form = FORMS[chosen.kind](
        sent(request),
        first=begun(chosen, notes, day_of(at)),
        staff=staff_of(frame.course.team_id, day_of(at)),
        newest=next(iter(notes), None),
    )
    if form.is_sent() and form.does(
        ACTIONS[chosen.kind],
        id=form.row_id,
        course=frame.course,
        code=code,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        return redirect(address_of(citizen_id, entry))
    context = {
        "frame": frame,
        "form": form,
        "entry": entry,
        "back": address_of(citizen_id, entry),
        "history": history_of(chosen, notes),
    }
    return render(request, "staff/practice/note.html", context, status=form.status)


def begun(kind: NoteKind, notes: Sequence[Note], today: dt.date) -> dict[str, object]:
    """A new note begins with what holds now; its own text is still to be written."""
    now_held = {kind.field: getattr(notes[0], kind.field), **held(notes[0])} if notes else {}
    return {"on": today, **now_held}
