"""Beginning, one question at a time, ending, and whether it fits."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.sharing.actions import (
    answer_own_question,
    begin_own_answers,
    end_own_answers,
    say_own_fit,
)
from hjemmebane.domain.sharing.models import Response
from hjemmebane.domain.sharing.queries import own_asked, own_response
from hjemmebane.faces.citizen.measurements.forms import AnswerForm, BeginForm, FitForm
from hjemmebane.faces.citizen.measurements.pages.answering import (
    answers_page,
    item_of,
    next_url,
    question_page,
    response_page,
)
from hjemmebane.faces.citizen.mine import Mine, mine
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import HANDED_OVER_TO, ActorRequest, require_form, sent

WHAT = "Mine svar"
PAGE, RESPONSE = "citizen:measurements:page", "citizen:measurements:response"


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what=WHAT)
    context = {"page": answers_page(me, at=now()), "is_open": me.is_open}
    return render(request, "citizen/measurements/answers.html", context)


@require_POST
def begin(request: ActorRequest, instrument: str) -> HttpResponse:
    """One press; pressed twice it is one."""
    me = mine(request, what=WHAT)
    form = BeginForm(request.POST)
    if form.is_sent() and form.does(
        begin_own_answers,
        id=form.row_id,
        course=me.course,
        instrument=instrument,
        wording=form.cleaned_data["wording"],
        is_borrowed=HANDED_OVER_TO in request.session,
        **me.signed,
    ):
        begun = form.result
        return redirect(next_url(begun, own_asked(begun)))
    messages.warning(request, form.told)
    return redirect(PAGE)


@require_form
def question(request: ActorRequest, response_id: UUID, question: str) -> HttpResponse:
    """One question. The answer is kept at once and leads to the next."""
    me, held = _held(request, response_id)
    asked = own_asked(held)
    item = item_of(asked, question)
    if item is None:
        raise Http404
    if not held.is_under_way:
        return redirect(RESPONSE, held.pk)
    form = AnswerForm(
        sent(request),
        record=held,
        scale=asked.scale_of(item),
        chosen=held.answers.get(item.code),
    )
    if form.is_sent() and form.does(
        answer_own_question,
        response=held,
        question=item.code,
        points=form.said,
        version=form.version_seen,
        **me.signed,
    ):
        return redirect(next_url(held, asked, after=item.code))
    shown = question_page(held, asked, item, str(form["points"].value() or ""))
    context = {"form": form, "page": shown, "response": held}
    return render(request, "citizen/measurements/question.html", context, status=form.status)


@require_safe
def response(request: ActorRequest, response_id: UUID) -> HttpResponse:
    me, held = _held(request, response_id)
    return _show(request, me, held, FitForm(record=held))


@require_POST
def end(request: ActorRequest, response_id: UUID) -> HttpResponse:
    """I am done, or I stop here."""
    me, held = _held(request, response_id)
    form = RecordForm(request.POST, record=held)
    if form.is_sent() and form.does(
        end_own_answers, response=held, version=form.version_seen, **me.signed
    ):
        messages.success(request, "Tak. Dine svar er gemt.")
    else:
        messages.warning(request, form.told)
    return redirect(RESPONSE, held.pk)


@require_form
def fit(request: ActorRequest, response_id: UUID) -> HttpResponse:
    """Whether it fits; with a word for who wants to."""
    me, held = _held(request, response_id)
    form = FitForm(sent(request), record=held)
    if form.is_sent() and form.does(
        say_own_fit, response=held, **form.values(), version=form.version_seen, **me.signed
    ):
        messages.success(request, "Tak. Nu ved dit team det.")
        return redirect(RESPONSE, held.pk)
    return _show(request, me, held, form)


def _held(request: ActorRequest, response_id: UUID) -> tuple[Mine, Response]:
    """Answers of the citizen's own; 404 when they are somebody else's, or the team's."""
    me = mine(request, what=WHAT)
    found = own_response(me.course_id, response_id)
    if found is None:
        raise Http404
    return me, found


def _show(request: ActorRequest, me: Mine, held: Response, form: FitForm) -> HttpResponse:
    context = {
        "form": form,
        "page": response_page(me, held, at=now()),
        "is_open": me.is_open,
    }
    return render(request, "citizen/measurements/response.html", context, status=form.status)
