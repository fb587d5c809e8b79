"""The front of the citizen's own plan."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.queries import own_citizen, own_course, own_goals, own_wishes
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    citizen = own_citizen()
    course = own_course(citizen.pk) if citizen else None
    if citizen is None or course is None:
        raise Http404
    note_reading(request, [citizen.pk], what="Min plan")
    context = {
        "citizen": citizen,
        "wishes": own_wishes(course.pk),
        "goals": own_goals(course.pk),
    }
    return render(request, "citizen/plan/plan.html", context)
