"""Shows the board of one team: on a screen, on a wall; and lets the team choose its columns."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.actions import change_columns, choose_columns
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import board_layout_of
from hjemmebane.faces.staff.board.forms import ColumnsForm, NameForm
from hjemmebane.faces.staff.board.pages.board import board_page
from hjemmebane.faces.staff.board.pages.columns import USUAL
from hjemmebane.faces.staff.board.pages.paper import board_on_paper
from hjemmebane.faces.staff.board.pages.wall import wall_page
from hjemmebane.faces.staff.documents.views import as_pdf
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import is_for_a_new_one
from hjemmebane.foundation.http import (
    NOTHING_NEW,
    UNPROCESSABLE,
    ActorRequest,
    answer,
    note_reading,
    require_form,
    sent,
    wants_part,
)


@require_form
def page(request: ActorRequest) -> HttpResponse:
    """What is chosen stands in the address; a name is sought by POST, and stores nothing."""
    teams = shell_of(request).teams
    if not teams:
        return turned_away(request)
    form = NameForm(sent(request))
    words = form.cleaned_data["words"] if form.is_valid() else ""
    board = board_page(chosen_team(request, teams), teams, request.GET, words, at=now())
    note_reading(request, board.citizen_ids, what="Tavlen")
    is_part = wants_part(request)
    context = {"page": board, "form": form, "is_open": bool(form.errors)}
    status = UNPROCESSABLE if form.errors else 200
    response = answer(request, "staff/board/board.html", "tavle", context, status=status)
    if is_part and status == 200:
        response["HX-Push-Url"] = board.address
    return response


@require_safe
def wall(request: ActorRequest) -> HttpResponse:
    """The board by initials. It asks for itself every minute, and is told 204 while it shows what
    there is: then nobody reads anything, and no reading is noted. What is sent is always noted.
    """
    shown = wall_page(team_of(request), at=now())
    if request.GET.get("set") == shown.mark:
        return HttpResponse(status=NOTHING_NEW)
    note_reading(request, shown.citizen_ids, what="Tavlen på en skærm")
    return answer(request, "staff/board/wall.html", "skaerm", {"page": shown})


@require_safe
def paper(request: ActorRequest) -> HttpResponse:
    """On A3, arranged as the address says."""
    team, at = team_of(request), now()
    board = board_page(team, [team], request.GET, at=at)
    note_reading(request, {row.citizen_id for row in board.rows}, what="Tavlen på papir")
    document = board_on_paper(board, is_demo=request.user.is_demo, at=at)
    return as_pdf(document, f"tavlen-{slugify(team.name)}-{day_of(at).isoformat()}.pdf")


@require_form
def columns(request: ActorRequest) -> HttpResponse:
    team = team_of(request)
    back = address_in(team, "staff:board:page")
    layout = board_layout_of(team.pk)
    if is_for_a_new_one(request.POST):
        layout = None
    first = None if layout else {"columns": USUAL}
    form = ColumnsForm(sent(request), record=layout, first=first)
    who = {"by": request.actor, "at": now()}
    move = request.POST.get("move", "")
    if move:
        form = form.arranged(move)
    elif form.is_sent() and (
        form.does(change_columns, layout=layout, **form.values(), version=form.version_seen, **who)
        if layout
        else form.does(choose_columns, id=form.row_id, team=team, **form.values(), **who)
    ):
        messages.success(request, "Kolonnerne er gemt. Sådan ser hele teamet tavlen nu.")
        return redirect(back)
    context = {"form": form, "team": team, "back": back, "moved": move.rpartition(":")[2]}
    return render(request, "staff/board/columns.html", context, status=form.status)


def team_of(request: ActorRequest) -> Team:
    """The team in the address, or the reader's first. Raises Http404 for whoever works in none."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    return chosen_team(request, teams)
