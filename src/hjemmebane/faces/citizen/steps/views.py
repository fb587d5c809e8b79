"""The citizen's steps: reached with one press, and answered with yes, no or not now."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.sharing.actions import answer_as_citizen, reach_own_step, take_up_own_step
from hjemmebane.domain.sharing.choices import AnswerAbout, AnswerGiven
from hjemmebane.domain.sharing.queries import own_steps, own_thing
from hjemmebane.faces.citizen.goals import goal_paths
from hjemmebane.faces.citizen.mine import Mine, mine
from hjemmebane.faces.citizen.steps.forms import AnswerForm
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WHAT = "Mine skridt"
# Part of an address, and the page it came from.
KINDS = {
    "maal": (AnswerAbout.GOAL, "citizen:steps:page"),
    "skridt": (AnswerAbout.SUB_GOAL, "citizen:steps:page"),
    "hjaelp": (AnswerAbout.ACTIVITY, "citizen:steps:page"),
    "aftale": (AnswerAbout.APPOINTMENT, "citizen:appointments:page"),
    "partneraftale": (AnswerAbout.PARTNER_APPOINTMENT, "citizen:appointments:page"),
}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    return shown(mine(request, what=WHAT))


@require_POST
def reach(request: ActorRequest, step_id: UUID) -> HttpResponse:
    """One press: it is reached. Pressed twice it is, all the same."""
    me = mine(request, what=WHAT)
    step = get_object_or_404(own_steps(me.course_id), pk=step_id)
    form = RecordForm(request.POST, record=step)
    step_now = {"course": me.course, "step": step}
    if form.is_sent() and form.does(
        reach_own_step, **step_now, version=form.version_seen, **me.signed
    ):
        messages.success(request, f"Godt gået! Du har nået: {step.text}")
        return redirect(f"{reverse('citizen:steps:page')}#skridt-{step.pk}")
    return shown(me, refused=form)


@require_POST
def take_up(request: ActorRequest, step_id: UUID) -> HttpResponse:
    """Thought again: the step waits as before."""
    me = mine(request, what=WHAT)
    step = get_object_or_404(own_steps(me.course_id), pk=step_id)
    form = RecordForm(request.POST, record=step)
    step_now = {"course": me.course, "step": step}
    if form.is_sent() and form.does(
        take_up_own_step, **step_now, version=form.version_seen, **me.signed
    ):
        messages.success(request, "Det er lavet om. Skridtet venter på dig.")
        return redirect(f"{reverse('citizen:steps:page')}#skridt-{step.pk}")
    return shown(me, refused=form)


@require_form
def answer(request: ActorRequest, kind: str, item_id: UUID) -> HttpResponse:
    """Yes, no or not now; why is for who wants to say so."""
    me = mine(request, what="Mit svar")
    about, back = KINDS.get(kind, (None, ""))
    thing = own_thing(me.course_id, about, item_id) if about else None
    if about is None or thing is None:
        raise Http404
    form = AnswerForm(sent(request))
    if form.is_sent() and form.does(
        answer_as_citizen,
        id=form.row_id,
        course=me.course,
        kind=about,
        item_id=item_id,
        **form.values(),
        **me.signed,
    ):
        messages.success(request, "Tak. Nu ved dit team, hvad du siger.")
        return redirect(back)
    context = {
        "form": form,
        "text": getattr(thing, "text", "") or getattr(thing, "what", ""),
        "answers": AnswerGiven.choices,
        "back_url": reverse(back),
    }
    return render(request, "citizen/steps/answer.html", context, status=form.status)


def shown(me: Mine, *, refused: RecordForm | None = None) -> HttpResponse:
    context = {
        "goals": goal_paths(me.course_id, at=now()),
        "is_open": me.is_open,
        "refusal": refused.told if refused else "",
    }
    status = refused.status if refused else 200
    return render(me.request, "citizen/steps/steps.html", context, status=status)
