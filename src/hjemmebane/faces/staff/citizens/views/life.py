"""Describing how a life area is now. What was written before stays as history."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.staff.citizens.forms.overview import LifeSituationForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.citizens.pages.overview import overview_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, answer


@require_POST
def describe(request: ActorRequest, citizen_id: UUID, area: str) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "overview", what="Overblik"), now()
    try:
        life_area = pack(frame.course.team.method_pack).life_area(area)
    except UnknownCode as error:
        raise Http404 from error
    form = LifeSituationForm(request.POST, prefix=life_area.code)
    is_done = form.is_sent() and form.does(
        frame.while_open(describe_life_situation),
        id=form.row_id,
        citizen=frame.citizen,
        area=life_area.code,
        **form.values(),
        by=request.actor,
        at=at,
    )
    failed = {} if is_done else {life_area.code: form}

    def context() -> dict[str, object]:
        page = overview_page(frame, at=at, failed=failed)
        shown = next(one for one in page.areas if one.area.code == life_area.code)
        return {"frame": frame, "page": page, "shown": shown, "form": failed.get(life_area.code)}

    return answer(
        request,
        "staff/citizens/overview.html",
        "life-area",
        context,
        otherwise=f"{redirect('staff:citizens:overview', citizen_id).url}#{life_area.anchor}",
        status=form.status,
    )
