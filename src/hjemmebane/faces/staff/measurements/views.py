"""Beginning, answering a question at a time, finishing, talking about it, and putting off."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.measurements.actions import (
    answer_question,
    begin_response,
    complete_response,
    postpone_measurement,
    say_fit,
    stop_response,
)
from hjemmebane.domain.measurements.choices import Manner
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import as_answered, asked_now, response_of, to_measure
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.measurements.forms import (
    AnswerForm,
    BeginForm,
    FitForm,
    PostponeForm,
)
from hjemmebane.faces.staff.measurements.pages.answering import (
    next_url,
    question_page,
    response_page,
)
from hjemmebane.faces.staff.measurements.pages.figures import figures_page
from hjemmebane.faces.staff.measurements.pages.measurements import measurements_page
from hjemmebane.faces.staff.measurements.pages.over_time import over_time as over_time_page
from hjemmebane.faces.staff.measurements.pages.team import team_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, note_reading, require_form, sent

PAGE, RESPONSE = "staff:measurements:page", "staff:measurements:response"
WHAT = "Målinger"
# So long it is put off when nobody chooses a day.
A_WHILE = dt.timedelta(days=14)


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "measurements", what=WHAT)
    shown = measurements_page(frame, today=today())
    context = {"frame": frame, "page": shown}
    return render(request, "staff/measurements/measurements.html", context)


@require_safe
def team(request: ActorRequest) -> HttpResponse:
    """For those who work in the team: it names their citizens."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    shown = team_page(chosen_team(request, teams), teams, today=today())
    note_reading(request, shown.citizen_ids, what="Målinger i teamet")
    return render(request, "staff/measurements/team.html", {"page": shown})


@require_safe
def figures(request: ActorRequest) -> HttpResponse:
    """For members their own figures; for who answers for the team sums, with nobody behind them."""
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        raise Http404
    chosen = chosen_team(request, teams)
    shown = figures_page(chosen, teams, is_member=chosen in shell.teams)
    return render(request, "staff/measurements/figures.html", {"page": shown})


@require_safe
def over_time(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """The figures beside what went on; `?periode=` is how far back."""
    frame = citizen_frame(request, citizen_id, "measurements", what="Målinger over tid")
    shown = over_time_page(frame.course, request.GET.get("periode", ""), today=today())
    paper = frame.url("staff:documents:measurements")
    context = {
        "frame": frame,
        "page": shown,
        "paper_url": f"{paper}{'&' if frame.asked else '?'}periode={shown.period.chosen}",
    }
    return render(request, "staff/measurements/over_time.html", context)


@require_form
def begin(request: ActorRequest, citizen_id: UUID, instrument: str) -> HttpResponse:
    """Who answers and on which day; `?retter=` puts finished answers right."""
    frame = citizen_frame(request, citizen_id, "measurements", what=WHAT)
    asked = asked_now(instrument)
    if asked is None:
        raise Http404
    wrong = _to_correct(request, frame, instrument)
    first = {"wording": asked.wording, "manner": Manner.TOGETHER, "measured_on": today()}
    if wrong:
        first |= {"manner": wrong.manner, "measured_on": wrong.measured_on}
    around = {"asked": asked.instrument, "is_correction": wrong is not None}
    form = BeginForm(sent(request), first=first, **around)
    if form.is_sent() and form.does(
        begin_response,
        id=form.row_id,
        course=frame.course,
        instrument=instrument,
        corrects=wrong,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        begun = form.result
        if wrong:
            return redirect(frame.url(RESPONSE, begun.pk))
        return redirect(next_url(frame, begun, as_answered(begun)))
    if form.is_bound and "wording" in form.data:
        form.put("wording", asked.wording)
    context = {"frame": frame, "form": form, "asked": asked.instrument, "wrong": wrong}
    return render(request, "staff/measurements/begin.html", context, status=form.status)


def _to_correct(request: ActorRequest, frame: CitizenFrame, instrument: str) -> Response | None:
    asked = request.GET.get("retter")
    if not asked:
        return None
    try:
        found = response_of(frame.course.pk, UUID(asked))
    except ValueError as error:
        raise Http404 from error
    if found is None or found.instrument != instrument:
        raise Http404
    return found


@require_form
def question(
    request: ActorRequest, citizen_id: UUID, response_id: UUID, question: str
) -> HttpResponse:
    """One question; an answer is kept at once and leads to the next."""
    frame, held = _held(request, citizen_id, response_id)
    asked = as_answered(held)
    try:
        item = asked.item(question)
    except UnknownCode as error:
        raise Http404 from error
    if not held.is_under_way or held.manner == Manner.ALONE:
        return redirect(frame.url(RESPONSE, held.pk))
    form = AnswerForm(sent(request), record=held, scale=asked.scale_of(item))
    if form.is_sent() and form.does(
        answer_question,
        response=held,
        question=item.code,
        points=form.said,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        return redirect(next_url(frame, held, asked, after=item.code))
    context = {
        "frame": frame,
        "form": form,
        "response": held,
        "page": question_page(frame, held, asked, item),
    }
    return render(request, "staff/measurements/question.html", context, status=form.status)


@require_safe
def response(request: ActorRequest, citizen_id: UUID, response_id: UUID) -> HttpResponse:
    """What came of it; while it is under way, what is left."""
    frame, held = _held(request, citizen_id, response_id)
    return _show(request, frame, held, FitForm(record=held))


@require_POST
def complete(request: ActorRequest, citizen_id: UUID, response_id: UUID) -> HttpResponse:
    return _end(request, citizen_id, response_id, complete_response, "Svarene er gemt.")


@require_POST
def stop(request: ActorRequest, citizen_id: UUID, response_id: UUID) -> HttpResponse:
    said = "Skemaet er stoppet. Det, der er svaret, er gemt."
    return _end(request, citizen_id, response_id, stop_response, said)


@require_form
def fit(request: ActorRequest, citizen_id: UUID, response_id: UUID) -> HttpResponse:
    """What the citizen says to the result."""
    frame, held = _held(request, citizen_id, response_id)
    form = FitForm(sent(request), record=held)
    if form.is_sent() and form.does(
        say_fit,
        response=held,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det, borgeren siger, er gemt.")
        return redirect(frame.url(PAGE))
    return _show(request, frame, held, form)


@require_form
def postpone(request: ActorRequest, citizen_id: UUID, instrument: str) -> HttpResponse:
    """Put off what stands open, with a reason."""
    frame, at = citizen_frame(request, citizen_id, "measurements", what=WHAT), now()
    stands = to_measure([frame.course], today=today())
    found = next((one for one in stands if one.instrument.code == instrument), None)
    if found is None:
        messages.info(request, "Der er ikke noget at udskyde.")
        return redirect(frame.url(PAGE))
    form = PostponeForm(sent(request), first={"until_on": today() + A_WHILE})
    if form.is_sent() and form.does(
        postpone_measurement,
        id=form.row_id,
        course=frame.course,
        instrument=instrument,
        due_on=found.due_on,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Målingen er udskudt.")
        return redirect(frame.url(PAGE))
    context = {"frame": frame, "form": form, "asked": found.instrument}
    return render(request, "staff/measurements/postpone.html", context, status=form.status)


def _held(
    request: ActorRequest, citizen_id: UUID, response_id: UUID
) -> tuple[CitizenFrame, Response]:
    """The answers of this citizen's; 404 when they are somebody else's."""
    frame = citizen_frame(request, citizen_id, "measurements", what=WHAT)
    found = response_of(frame.course.pk, response_id)
    if found is None:
        raise Http404
    return frame, found


def _end(
    request: ActorRequest,
    citizen_id: UUID,
    response_id: UUID,
    action: Callable[..., Response],
    said: str,
) -> HttpResponse:
    frame, held = _held(request, citizen_id, response_id)
    form = RecordForm(request.POST, record=held)
    if form.is_sent() and form.does(
        action, response=held, version=form.version_seen, by=request.actor, at=now()
    ):
        messages.success(request, said)
    else:
        messages.warning(request, form.told)
    return redirect(frame.url(RESPONSE, held.pk))


def _show(
    request: ActorRequest, frame: CitizenFrame, held: Response, form: FitForm
) -> HttpResponse:
    context = {"frame": frame, "page": response_page(frame, held), "form": form}
    return render(request, "staff/measurements/response.html", context, status=form.status)
