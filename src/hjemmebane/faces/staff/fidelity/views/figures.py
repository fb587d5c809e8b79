"""The evaluation's figures, on the page and on paper."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.charting import figures_pdf
from hjemmebane.faces.staff.documents.views import as_pdf
from hjemmebane.faces.staff.fidelity.pages.figures import (
    PAGE,
    FiguresPage,
    figures_page,
    newest_kept,
)
from hjemmebane.faces.staff.fidelity.views.quarter import chosen_quarter
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team, switch
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shown = _page(request)
    if shown is None:
        return redirect("staff:front")
    return render(request, "staff/fidelity/figures.html", {"page": shown})


@require_safe
def paper(request: ActorRequest) -> HttpResponse:
    shown = _page(request)
    if shown is None:
        return redirect("staff:front")
    document = figures_pdf(
        title=f"Figurer – {shown.title}",
        team=shown.teams,
        lead=shown.lead,
        sections=shown.sections,
        is_demo=request.user.is_demo,
        at=now(),
    )
    return as_pdf(document, "figurer.pdf")


def _page(request: ActorRequest) -> FiguresPage | None:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return None
    team = chosen_team(request, teams)
    is_member = team in shell.teams
    # A manager's teams stand beside each other: there is no choosing between them.
    ways = (*shell.teams, *shell.managed_teams[:1])
    return figures_page(
        team,
        shell.managed_teams,
        _quarter(request, shell.managed_teams, is_member=is_member),
        is_member=is_member,
        switch=switch(team, ways, PAGE),
        at=now(),
    )


def _quarter(request: ActorRequest, managed: tuple[Team, ...], *, is_member: bool) -> Quarter:
    if is_member or request.GET.get("kvartal"):
        return chosen_quarter(request)
    return newest_kept(managed) or quarter_of(today()).previous
