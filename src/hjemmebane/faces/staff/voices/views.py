"""What the citizen said, one page for each; answered with words or with a step in the plan."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.plans.queries.milestones import goals_under_way
from hjemmebane.domain.sharing.actions import answer_suggestion, take_in_step, take_in_wish
from hjemmebane.domain.sharing.choices import SuggestionKind
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import content_of, recording_of, suggestion_to_answer
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.voices.forms import AnswerForm, TakeInForm, TakeInWishForm
from hjemmebane.faces.staff.voices.pages import voices_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.media import played

WHAT = "Fra borgeren"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what=WHAT)
    return shown(request, frame)


@require_POST
def take_in(request: ActorRequest, citizen_id: UUID, suggestion_id: UUID) -> HttpResponse:
    """The suggestion becomes a step or a wish; the citizen's words stand beside the team's."""
    frame, suggestion = found(request, citizen_id, suggestion_id)
    if suggestion.kind == SuggestionKind.WISH:
        return as_wish(request, frame, suggestion)
    form = TakeInForm(
        request.POST,
        record=suggestion,
        goals=goals_under_way(frame.course.pk),
        prefix=f"skridt-{suggestion_id}",
    )
    if form.is_sent() and form.does(
        take_in_step,
        id=form.row_id,
        suggestion=suggestion,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er nu et skridt i planen. Borgeren kan se det.")
        return redirect("staff:voices:page", citizen_id)
    return shown(request, frame, refused=form, suggestion=suggestion, verb="take_in")


def as_wish(request: ActorRequest, frame: CitizenFrame, suggestion: Suggestion) -> HttpResponse:
    form = TakeInWishForm(request.POST, record=suggestion, prefix=f"skridt-{suggestion.pk}")
    if form.is_sent() and form.does(
        take_in_wish,
        id=form.row_id,
        suggestion=suggestion,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er nu et ønske i planen. Borgerens egne ord står ved.")
        return redirect("staff:voices:page", frame.citizen.pk)
    return shown(request, frame, refused=form, suggestion=suggestion, verb="take_in")


@require_POST
def answer(request: ActorRequest, citizen_id: UUID, suggestion_id: UUID) -> HttpResponse:
    frame, suggestion = found(request, citizen_id, suggestion_id)
    form = AnswerForm(request.POST, record=suggestion, prefix=f"svar-{suggestion_id}")
    if form.is_sent() and form.does(
        answer_suggestion,
        suggestion=suggestion,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Svaret er sendt. Borgeren kan se det.")
        return redirect("staff:voices:page", citizen_id)
    return shown(request, frame, refused=form, suggestion=suggestion, verb="answer")


@require_safe
def recording(request: ActorRequest, citizen_id: UUID, recording_id: UUID) -> HttpResponse:
    """A voice message or a picture. Hearing it is a reading like any other."""
    frame = citizen_frame(request, citizen_id, "overview", what="Borgerens egen optagelse")
    one = recording_of(frame.course.pk, recording_id)
    if one is None:
        raise Http404
    return played(request, content_of(one), one.content_type)


def found(
    request: ActorRequest, citizen_id: UUID, suggestion_id: UUID
) -> tuple[CitizenFrame, Suggestion]:
    frame = citizen_frame(request, citizen_id, "overview", what=WHAT)
    suggestion = suggestion_to_answer(frame.course.pk, suggestion_id)
    if suggestion is None:
        raise Http404
    return frame, suggestion


def shown(
    request: ActorRequest,
    frame: CitizenFrame,
    *,
    refused: RecordForm | None = None,
    suggestion: Suggestion | None = None,
    verb: str = "",
) -> HttpResponse:
    """The page, with a refused form where it was typed; what was answered since is told."""
    failed = {(suggestion.pk, verb): refused} if refused and suggestion else {}
    page = voices_page(frame.course, at=now(), failed=failed)
    stands = any(refused in {one.take_in, one.answer} for one in page.asked)
    context = {"frame": frame, "page": page, "form": refused, "told": refused and not stands}
    status = refused.status if refused else 200
    return render(request, "staff/voices/voices.html", context, status=status)
