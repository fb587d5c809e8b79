"""The citizen's own story, and telling a part of it again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.actions import tell_story
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.citizen.story.forms import StoryForm
from hjemmebane.faces.citizen.story.pages import THEMES, chapters
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Min historie")
    context = {"chapters": chapters(me, at=now()), "is_open": me.is_open}
    return render(request, "citizen/story/story.html", context)


@require_form
def tell(request: ActorRequest, theme: str) -> HttpResponse:
    """Told again it stands beside what was told before: nothing is rewritten."""
    me = mine(request, what="Min historie")
    if theme not in THEMES:
        raise Http404
    about, question = THEMES[theme]
    form = StoryForm(sent(request))
    if form.is_sent() and form.does(
        tell_story, id=form.row_id, course=me.course, theme=about, **form.values(), **me.signed
    ):
        messages.success(request, "Gemt, som du har sagt det.")
        return redirect("citizen:story:page")
    context = {"form": form, "heading": about.label, "question": question}
    return render(request, "citizen/story/tell.html", context, status=form.status)
