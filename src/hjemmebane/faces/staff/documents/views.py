"""Paper. Making one about a citizen is a reading, and says so in the access log."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hjemmebane.domain.contacts.queries import agreed_now
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import current_pack, pack
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.faces.documents.light_document import light_pdf
from hjemmebane.faces.documents.measured_figures import measured_pdf
from hjemmebane.faces.documents.over_time_document import over_time_pdf
from hjemmebane.faces.documents.path_document import path_pdf
from hjemmebane.faces.documents.plan_document import plan_pdf
from hjemmebane.faces.documents.sheet_document import sheet_pdf
from hjemmebane.faces.documents.simple_plan_document import simple_plan_pdf
from hjemmebane.faces.documents.team_document import our_team_pdf, team_pdf
from hjemmebane.faces.staff.citizens.pages.frame import courses_in_view
from hjemmebane.faces.staff.measurements.pages.figures import figures_of
from hjemmebane.faces.staff.measurements.pages.over_time import over_time
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.http import ActorRequest, note_reading

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def plan(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return plan_as(request, citizen_id, plan_pdf, name="plan", what="Planen på papir, med CPR")


@require_safe
def simple_plan(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return plan_as(
        request, citizen_id, simple_plan_pdf, name="min-plan", what="Planen på én side, på papir"
    )


@require_safe
def path(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    course, at = courses_in_view(request, citizen_id)[0], now()
    note_reading(request, [citizen_id], what="Min vej, på papir")
    return as_pdf(path_pdf(course, at=at), file_name(course, name="min-vej", at=at))


@require_safe
def light(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What is agreed on the light; 404 while nothing is."""
    course, at = courses_in_view(request, citizen_id)[0], now()
    agreed = agreed_now(course.pk)
    if agreed is None:
        raise Http404
    note_reading(request, [citizen_id], what="Aftalen om lyset, på papir")
    return as_pdf(light_pdf(course, agreed, at=at), file_name(course, name="lyset", at=at))


@require_safe
def measurements(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """The picture over time that the page shows for the same `?periode=`."""
    course, at = courses_in_view(request, citizen_id)[0], now()
    note_reading(request, [citizen_id], what="Målinger over tid, på papir")
    shown = over_time(course, request.GET.get("periode", ""), today=day_of(at))
    document = over_time_pdf(course, shown.on_paper, at=at)
    return as_pdf(document, file_name(course, name="maalinger", at=at))


@require_safe
def team(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    course, at = courses_in_view(request, citizen_id)[0], now()
    note_reading(request, [citizen_id], what="Teamet på papir")
    return as_pdf(team_pdf(course, at=at), file_name(course, name="teamet", at=at))


@require_safe
def our_team(request: ActorRequest) -> HttpResponse:
    """The team's presentation for somebody it does not know yet."""
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    team, at = chosen_team(request, teams), now()
    document = our_team_pdf(team, is_demo=request.user.is_demo, at=at)
    return as_pdf(document, f"{slugify(team.name)}.pdf")


@require_safe
def figures(request: ActorRequest) -> HttpResponse:
    """A team's measured figures; nobody is named in them."""
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        raise Http404
    team, at = chosen_team(request, teams), now()
    told = figures_of(team, is_member=team in shell.teams)
    document = measured_pdf(team, told, is_demo=request.user.is_demo, at=at)
    return as_pdf(document, f"maalinger-{slugify(team.name)}-{day_of(at).isoformat()}.pdf")


@require_safe
def sheet(request: ActorRequest, code: str) -> HttpResponse:
    """An information sheet of the reader's method, in their team's name; it is about nobody."""
    shell = shell_of(request)
    team = next(iter((*shell.teams, *shell.managed_teams)), None)
    method = pack(team.method_pack) if team else current_pack()
    try:
        found = method.information_sheet(code.upper())
    except UnknownCode as error:
        raise Http404 from error
    sender = team.name if team else method.title
    return as_pdf(sheet_pdf(found, sender=sender, at=now()), f"{slugify(found.title)}.pdf")


def plan_as(
    request: ActorRequest,
    citizen_id: UUID,
    make: Callable[..., bytes],
    *,
    name: str,
    what: str,
) -> HttpResponse:
    course, at = courses_in_view(request, citizen_id)[0], now()
    found = plan_of(course.pk)
    if found is None:
        raise Http404
    note_reading(request, [citizen_id], what=what)
    return as_pdf(make(found, at=at), file_name(course, name=name, at=at))


def as_pdf(document: bytes, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{filename}"'}
    return HttpResponse(document, content_type="application/pdf", headers=headers)


def as_file(content: bytes | str, kind: str, filename: str) -> HttpResponse:
    """To be laid aside and opened in something else. kind: its content type."""
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def file_name(course: Course, *, name: str, at: datetime) -> str:
    """`plan-kim-2026-11-21.pdf`: enough to find it again, no family name and no number."""
    given_name = slugify(course.citizen.given_name) or "borger"
    return f"{name}-{given_name}-{day_of(at).isoformat()}.pdf"
