"""The front of the citizen's own plan, and the pictures beside its words."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.actions import choose_pictogram
from hjemmebane.domain.sharing.choices import Feeling, SharingRefusal, Symbol
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.citizen.plan.forms import PictureForm
from hjemmebane.faces.citizen.plan.pages import plan_page, words_beside
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import UNPROCESSABLE, ActorRequest, require_form, sent


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Min plan")
    context = {"page": plan_page(me, at=now()), "feelings": Feeling.choices}
    return render(request, "citizen/plan/plan.html", context)


@require_form
def picture(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """One picture beside a wish, a goal or a step; a press on another one exchanges it."""
    me = mine(request, what="Min plan, billeder")
    words = words_beside(me, item_id)
    if words is None:
        raise Http404
    form, refusal = PictureForm(sent(request)), ""
    if form.is_valid():
        try:
            choose_pictogram(course=me.course, item_id=item_id, **form.cleaned_data, **me.signed)
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, "Billedet er valgt.")
            return redirect("citizen:plan:page")
    elif form.is_bound:
        refusal = str(SharingRefusal.UNKNOWN_SYMBOL.label)
    context = {"words": words, "symbols": Symbol.choices, "refusal": refusal}
    status = UNPROCESSABLE if refusal else 200
    return render(request, "citizen/plan/picture.html", context, status=status)
