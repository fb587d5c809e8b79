"""The practice model of one citizen, and saying something about what is in it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.practice.models import ActivityStatus
from hjemmebane.domain.practice.queries import notes_about
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.citizens.overview_forms import PlacementForm
from hjemmebane.faces.staff.parts import parts_for
from hjemmebane.faces.staff.practice.forms import TapForm
from hjemmebane.faces.staff.practice.kinds import Entry, kind_of
from hjemmebane.faces.staff.practice.pages import Refusal, history_of, practice_page
from hjemmebane.faces.staff.submitting import new_values, submit
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, answer
from hjemmebane.foundation.ids import new_id

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
    on = {"course": frame.course, "by": request.actor, "at": at}
    if submit(form, place_course, lambda: {**new_values(form), **on}):
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
    submit(
        form,
        chosen.action,
        lambda: {
            "id": form.cleaned_data["id"],
            "course": frame.course,
            "code": code,
            chosen.field: form.cleaned_data["said"],
            **_kept(frame, chosen.model, code),
            "on": today(),
            "by": request.actor,
            "at": at,
        },
    )
    refusal = None if form.status == 200 else Refusal(entry.anchor, form.sentence)
    shown = practice_page(frame, at=at, wanted=entry.anchor, refusal=refusal)
    context = {"frame": frame, "page": shown, "part": shown.part_with(entry.anchor)}
    back = address_of(citizen_id, entry)
    return answer(request, TEMPLATE, "part", context, otherwise=back, status=form.status)


def _kept(frame: CitizenFrame, model: type, code: str) -> dict[str, object]:
    if model is not ActivityStatus:
        return {}
    newest = notes_about(model, frame.course.pk, code).select_related("staff_member").first()
    return {"staff_member": newest.staff_member if newest else None}


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: ActorRequest, citizen_id: UUID, kind: str, code: str) -> HttpResponse:
    frame, chosen = frame_of(request, citizen_id), kind_of(kind)
    entry = chosen.entry_of(frame.course, code)
    notes = list(notes_about(chosen.model, frame.course.pk, code))
    staff = list(staff_of(frame.course.team_id, today()))
    if request.method == "POST":
        form = chosen.form(request.POST, staff=staff)
        on = {"course": frame.course, "code": code, "by": request.actor, "at": now()}
        if submit(form, chosen.action, lambda: {**new_values(form), **on}):
            return redirect(address_of(citizen_id, entry))
    else:
        form = chosen.form(initial=_begun(notes), staff=staff)
    context = {
        "frame": frame,
        "form": form,
        "entry": entry,
        "back": address_of(citizen_id, entry),
        "history": history_of(chosen, notes),
    }
    return render(request, "staff/practice/note.html", context, status=form.status)


def _begun(notes) -> dict[str, object]:
    """A new note begins with what holds now; its own text is still to be written."""
    begun = {"id": new_id(), "on": today()}
    for newest in notes[:1]:
        names = ("status", "judgement", "staff_member_id")
        held = {name: getattr(newest, name) for name in names if hasattr(newest, name)}
        begun |= {name.removesuffix("_id"): value for name, value in held.items()}
    return begun
