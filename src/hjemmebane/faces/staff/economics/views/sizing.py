"""How many teams some municipalities need; the choices stand in the address."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.domain.economics.calculations.sizing import size_of
from hjemmebane.domain.economics.content.places import UnknownMunicipality, found
from hjemmebane.domain.economics.content.shipped import team_kinds
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.economics_document import economics_pdf
from hjemmebane.faces.staff.documents.views import as_pdf
from hjemmebane.faces.staff.economics.forms.sizing import SizingForm
from hjemmebane.faces.staff.economics.pages.paper import sizing_paper
from hjemmebane.faces.staff.economics.pages.parts import SIZING, parts_of_economy
from hjemmebane.faces.staff.economics.pages.sizing import SizingPage, sizing_page
from hjemmebane.faces.staff.economics.views.who import economy_teams
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import UNPROCESSABLE, ActorRequest


@dataclass(frozen=True)
class Asked:
    """The question as it was put, and the page with its answer."""

    form: SizingForm
    page: SizingPage


@require_safe
def sizing(request: ActorRequest) -> HttpResponse:
    asked = _asked(request)
    context = {
        "form": asked.form,
        "parts": parts_of_economy(SIZING),
        "page": asked.page,
        "paper_url": f"{reverse('staff:economics:sizing_paper')}?{request.GET.urlencode()}",
    }
    status = UNPROCESSABLE if asked.form.errors else 200
    return render(request, "staff/economics/sizing.html", context, status=status)


@require_safe
def paper(request: ActorRequest) -> HttpResponse:
    """The answer as a PDF; where there is none, the page says why."""
    asked = _asked(request)
    if not asked.page.has_result:
        return redirect(f"{reverse(SIZING)}?{request.GET.urlencode()}")
    document = economics_pdf(
        title=f"Hvor mange teams: {asked.page.title}",
        lead=[asked.page.question],
        owner=asked.page.title,
        parts=sizing_paper(asked.page),
        is_demo=request.user.is_demo,
        at=now(),
    )
    return as_pdf(document, "hvor-mange-teams.pdf")


def _asked(request: ActorRequest) -> Asked:
    teams = economy_teams(request)
    first = {"kommuner": _own(teams), "slags": _kind(teams), "andel": "50"}
    is_asked = "kommuner" in request.GET
    form = SizingForm(request.GET if is_asked else None, initial=first)
    asked = {name: request.GET.get(name, first[name]) for name in ("slags", "andel")}
    chosen, result = (), None
    kind = next(one for one in team_kinds() if one.code == first["slags"])
    if is_asked and form.is_valid():
        given = form.cleaned_data
        kind = next(one for one in team_kinds() if one.code == given["slags"])
        chosen = given["kommuner"]
        result = size_of(chosen, kind, reach=given["andel"])
    return Asked(form, sizing_page(chosen, result, kind, asked))


def _own(teams: tuple[Team, ...]) -> str:
    """The reader's own municipality, where it is one of those there are figures of."""
    try:
        return found([teams[0].municipality.name])[0].name
    except UnknownMunicipality:
        return ""


def _kind(teams: tuple[Team, ...]) -> str:
    codes = [kind.code for kind in team_kinds()]
    own = teams[0].method_pack
    return own if own in codes else codes[0]
