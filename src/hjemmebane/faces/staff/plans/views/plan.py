"""The plan's page, its beginning, and the comparison of two versions."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.plans.actions import open_plan
from hjemmebane.faces.staff.plans.pages.comparison import comparison
from hjemmebane.faces.staff.plans.pages.parts import REGIONS
from hjemmebane.faces.staff.plans.views.desk import PAGE, Desk, State
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer, wants_part

BEGIN_PAGE = "staff/plans/begin.html"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """The whole plan, or for htmx one region of it. Before there is a plan: how to begin one."""
    desk = Desk(request, citizen_id, must_be_begun=False)
    region = request.GET.get("del", "")
    if desk.found is None:
        context = {"frame": desk.frame, "form": RecordForm(), "can_change": desk.can_change}
        return render(request, BEGIN_PAGE, context)
    if wants_part(request) and region not in REGIONS:
        raise Http404
    state = State(
        arranging=request.GET.get("orden", "") if desk.can_change else "",
        celebrated=request.GET.get("fejr", ""),
        focus=request.GET.get("sted", ""),
    )
    return answer(request, PAGE, region, desk.context(state))


@require_POST
def begin(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """Begin the plan. Where somebody was first, their plan is shown."""
    desk, form = Desk(request, citizen_id, must_be_begun=False), RecordForm(request.POST)
    if desk.found or (
        form.is_sent()
        and form.does(open_plan, id=form.row_id, course=desk.frame.course, **desk.signed)
    ):
        return redirect(desk.url("page"))
    context = {"frame": desk.frame, "form": form, "can_change": desk.can_change}
    return render(request, BEGIN_PAGE, context, status=form.status)


@require_safe
def compare(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What reads differently in two kept versions."""
    desk = Desk(request, citizen_id, what="Versioner af planen")
    context = {"frame": desk.frame, **comparison(desk.plan, desk.whole.versions, request.GET)}
    return render(request, "staff/plans/compare.html", context)
