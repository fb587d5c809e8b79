"""Saying how one is, and keeping it to oneself after all."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import keep_mood_to_oneself, say_mood
from hjemmebane.domain.sharing.queries import moods_of
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.citizen.mood.forms import MoodForm
from hjemmebane.faces.citizen.mood.pages import mood_page, shares_answers
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import HANDED_OVER_TO, ActorRequest, require_form, sent

WHAT = "Hvordan jeg har det"
PAGE = "citizen:mood:page"


@require_form
def page(request: ActorRequest) -> HttpResponse:
    """Five faces; the one that was pressed on the front page is chosen already."""
    me, at = mine(request, what=WHAT), now()
    first = {"feeling": request.GET.get("ansigt", "")}
    is_borrowed = HANDED_OVER_TO in request.session
    form = MoodForm(
        sent(request), first=first, shares=shares_answers(me, at=at), is_borrowed=is_borrowed
    )
    if form.is_sent() and form.does(
        say_mood, id=form.row_id, course=me.course, **form.values(), **me.signed
    ):
        messages.success(request, "Tak. Nu er det sagt.")
        return redirect(PAGE)
    context = {
        "form": form,
        "page": mood_page(me, at=at),
        "is_open": me.is_open,
        "is_borrowed": is_borrowed,
    }
    return render(request, "citizen/mood/mood.html", context, status=form.status)


@require_POST
def keep(request: ActorRequest, mood_id: UUID) -> HttpResponse:
    """From now on nobody else sees it. Pressed twice it is so all the same."""
    me = mine(request, what=WHAT)
    mood = get_object_or_404(moods_of(me.course_id), pk=mood_id)
    form = RecordForm(request.POST, record=mood)
    if form.is_sent() and form.does(
        keep_mood_to_oneself, mood=mood, version=form.version_seen, **me.signed
    ):
        messages.success(request, "Nu er det kun dig, der ser det.")
        return redirect(PAGE)
    messages.warning(request, "Det blev ikke ændret. Prøv igen.")
    return redirect(PAGE)
