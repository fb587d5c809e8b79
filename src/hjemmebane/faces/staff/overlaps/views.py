"""Shows what everybody does around a citizen, and takes the team's word on where it overlaps."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.plans.actions import judge_overlap
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.overlaps.forms import JudgeForm
from hjemmebane.faces.staff.overlaps.pages import Words, overlaps_of, overlaps_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WHAT = "Samarbejde om borgeren"
GONE = "Spørgsmålet er væk: Det, det handlede om, er ændret imens."


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "plan", what=WHAT)
    context = {"frame": frame, "page": overlaps_page(frame.course, at=now())}
    return render(request, "staff/overlaps/overlaps.html", context)


@require_form
def judge(request: ActorRequest, citizen_id: UUID, question: str) -> HttpResponse:
    """Answer one question. Of one that nothing asks any more is said so, with what was typed."""
    frame, at = citizen_frame(request, citizen_id, "plan", what=WHAT), now()
    found, back = overlaps_of(frame.course, at=at), frame.url("staff:overlaps:page")
    asked = next((one for one in found.asked if one.question.slug == question), None)
    if asked is None:
        typed = request.POST.get("why", "").strip()
        messages.info(request, f"{GONE} Du skrev: “{typed}”" if typed else GONE)
        return redirect(back)
    shown = Words(frame.course, at).question(asked, found.efforts)
    form = JudgeForm(
        sent(request), question=asked.question, first={"seen": asked.question.rests_on}
    )
    values = form.values() if form.is_sent() else {}
    if values and form.does(
        judge_overlap,
        id=form.row_id,
        course=frame.course,
        question=asked.question,
        asked=shown.asked,
        **values,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Det er skrevet ned, og det kan læses igen.")
        return redirect(back)
    context = {"frame": frame, "form": form, "one": shown, "back": back}
    return render(request, "staff/overlaps/judge.html", context, status=form.status)
