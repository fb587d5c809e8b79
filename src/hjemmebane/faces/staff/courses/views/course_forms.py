"""The start form and the end form: begun by a button, drafts until they are said to be done."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.courses.actions import (
    complete_course_form,
    open_end_form,
    open_start_form,
    save_course_form,
)
from hjemmebane.domain.courses.models import CourseForm
from hjemmebane.domain.courses.queries import end_form_of, start_form_of
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.courses.forms.course_forms import (
    EndQuestionsForm,
    QuestionsForm,
    StartQuestionsForm,
)
from hjemmebane.faces.staff.courses.pages.answers import answers_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@dataclass(frozen=True)
class Kind:
    """One of the two forms: where it is, what it asks and how it begins."""

    title: str
    lead: str
    route: str
    begin_route: str
    asks: type[QuestionsForm]
    find: Callable[[UUID], CourseForm | None]
    open: Callable[..., CourseForm]


START = Kind(
    title="Startskema",
    lead="Sådan er det nu, hvor forløbet begynder. Udfyld det gerne sammen med borgeren. Det kan"
    " sammenlignes med slutskemaet.",
    route="staff:courses:start_form",
    begin_route="staff:courses:start_form_begin",
    asks=StartQuestionsForm,
    find=start_form_of,
    open=open_start_form,
)
END = Kind(
    title="Slutskema",
    lead="Sådan er det, når forløbet slutter, og det har I arbejdet med. Det kan også skrives,"
    " efter at forløbet er afsluttet.",
    route="staff:courses:end_form",
    begin_route="staff:courses:end_form_begin",
    asks=EndQuestionsForm,
    find=end_form_of,
    open=open_end_form,
)


@require_form
def start_form(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return _page(request, citizen_id, START)


@require_form
def end_form(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return _page(request, citizen_id, END)


@require_POST
def start_form_begin(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return _begin(request, citizen_id, START)


@require_POST
def end_form_begin(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return _begin(request, citizen_id, END)


def _begin(request: ActorRequest, citizen_id: UUID, kind: Kind) -> HttpResponse:
    """Begin the form; where somebody was first, theirs is shown."""
    frame, form = _frame(request, citizen_id, kind), RecordForm(request.POST)
    if form.is_sent() and form.does(
        kind.open, id=form.row_id, course=frame.course, by=request.actor, at=now()
    ):
        return redirect(kind.route, citizen_id)
    return _show(request, frame, kind, form, "begin")


def _page(request: ActorRequest, citizen_id: UUID, kind: Kind) -> HttpResponse:
    frame = _frame(request, citizen_id, kind)
    record = kind.find(frame.course.pk)
    if record is None:
        return _show(request, frame, kind, RecordForm(), "begin")
    method = pack(record.method_pack, record.method_version)
    form = kind.asks(sent(request), record=record, method=method)
    if form.is_bound and _is_saved(request, form, record):
        messages.success(request, _said(request, kind))
        return redirect("staff:courses:page", citizen_id)
    if record.completed_at and not form.is_bound:
        return _show(request, frame, kind, form, "read", answers=answers_of(form, record))
    return _show(request, frame, kind, form, "fill")


def _is_saved(request: ActorRequest, form: QuestionsForm, record: CourseForm) -> bool:
    save = complete_course_form if "done" in request.POST else save_course_form
    return form.is_sent() and form.does(
        save,
        form=record,
        values=form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    )


def _said(request: ActorRequest, kind: Kind) -> str:
    if "done" in request.POST:
        return f"{kind.title}et er gjort færdigt."
    return f"{kind.title}et er gemt som kladde. Det står på Tavlen, til det er gjort færdigt."


def _frame(request: ActorRequest, citizen_id: UUID, kind: Kind) -> CitizenFrame:
    return citizen_frame(request, citizen_id, what=kind.title)


def _show(
    request: ActorRequest,
    frame: CitizenFrame,
    kind: Kind,
    form: RecordForm,
    template: str,
    **more: object,
) -> HttpResponse:
    context = {"frame": frame, "kind": kind, "form": form, **more}
    name = f"staff/courses/form_{template}.html"
    return render(request, name, context, status=form.status)
