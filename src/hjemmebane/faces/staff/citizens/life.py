"""Describing how a life area is now. What was written before stays as history."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.staff.citizens.frame import citizen_frame
from hjemmebane.faces.staff.citizens.overview_forms import LifeSituationForm
from hjemmebane.faces.staff.citizens.overview_page import overview_page
from hjemmebane.faces.staff.submitting import new_values, submit
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, answer


@require_POST
def describe(request: ActorRequest, citizen_id: UUID, area: str) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    try:
        code = pack(frame.course.team.method_pack).life_area(area).code
    except UnknownCode as error:
        raise Http404 from error
    form, at = LifeSituationForm(request.POST, prefix=code), now()
    on = {"citizen": frame.citizen, "area": code, "by": request.actor, "at": at}
    submit(form, describe_life_situation, lambda: {**new_values(form), **on})
    failed = {} if form.status == 200 else {code: form}
    page = overview_page(frame, at=at, failed=failed)
    shown = next(one for one in page.areas if one.area.code == code)
    context = {"frame": frame, "page": page, "shown": shown, "form": failed.get(code)}
    back = redirect("staff:citizens:overview", citizen_id).url + f"#{shown.area.anchor}"
    return answer(
        request,
        "staff/citizens/overview.html",
        "life-area",
        context,
        otherwise=back,
        status=form.status,
    )
