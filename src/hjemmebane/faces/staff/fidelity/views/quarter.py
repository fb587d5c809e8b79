"""A quarter side by side, on the page and on paper; one's own answers; the team's talk."""

import re
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.fidelity.actions import (
    assess_oneself,
    change_quarter_talk,
    change_self_assessment,
    close_quarter_talk,
    note_quarter_talk,
)
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.choices import AssessmentRefusal
from hjemmebane.domain.fidelity.models import QuarterTalk
from hjemmebane.domain.fidelity.queries.believed import (
    method_of_answers,
    own_assessment,
    talk_of,
)
from hjemmebane.domain.fidelity.queries.quarter import team_quarter
from hjemmebane.domain.fidelity.rules import check_can_assess, check_can_judge
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import names_of_staff, staff_member, staff_of
from hjemmebane.faces.staff.documents.views import as_pdf
from hjemmebane.faces.staff.fidelity.forms import AssessmentForm, CloseForm, TalkForm
from hjemmebane.faces.staff.fidelity.pages.paper import quarter_pdf
from hjemmebane.faces.staff.fidelity.pages.quarter import (
    PAGE,
    THEMES,
    QuarterPage,
    quarter_page,
    query,
)
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team, switch
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import is_for_a_new_one
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WRITTEN = re.compile(r"(20\d\d)-([1-4])")


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    team, quarter = team_of(request), chosen_quarter(request)
    shown = _page(request, team, quarter)
    closing = CloseForm(prefix="afslut", first={"version": shown.talk_version})
    context = {"page": shown, "close_form": closing}
    return render(request, "staff/fidelity/quarter.html", context)


@require_safe
def paper(request: ActorRequest) -> HttpResponse:
    team, quarter = team_of(request), chosen_quarter(request)
    shown, at = _page(request, team, quarter), now()
    document = quarter_pdf(shown, is_demo=request.user.is_demo, at=at)
    return as_pdf(document, f"kvartal-{slugify(team.name)}-{quarter}.pdf")


@require_form
def assess(request: ActorRequest) -> HttpResponse:
    """One's own answers; a quarter that cannot be answered has no page."""
    team, quarter = team_of(request), chosen_quarter(request)
    me = staff_member(request.actor)
    if me is None or not allowed(
        check_can_assess, request.actor, team, me.pk, quarter, today=today()
    ):
        raise Http404
    own = None if is_for_a_new_one(request.POST) else own_assessment(team.pk, quarter, me.pk)
    method = method_of_answers(team, talk_of(team.pk, quarter))
    if own and own.method_pack != method.code:
        if request.method != "POST":
            messages.warning(request, AssessmentRefusal.FORMER_METHOD.label)
            return redirect(back_to(team, quarter))
        method = pack(own.method_pack, own.method_version)
    form = AssessmentForm(sent(request), record=own, method=method)
    who = {"by": request.actor, "at": now()}
    if form.is_sent() and (
        form.does(
            change_self_assessment,
            assessment=own,
            **form.values(),
            version=form.version_seen,
            **who,
        )
        if own
        else form.does(
            assess_oneself,
            id=form.row_id,
            team=team,
            quarter=quarter,
            staff_member=me,
            **form.values(),
            **who,
        )
    ):
        messages.success(request, "Tak. Dine svar er gemt, og du kan rette dem.")
        return redirect(back_to(team, quarter))
    themes = [
        (title, [form.asked(one.code) for one in method.self_assessments if one.theme is theme])
        for theme, title in THEMES.items()
    ]
    context = {
        "form": form,
        "themes": themes,
        "title": quarter.title,
        "team": team,
        "back": back_to(team, quarter),
    }
    return render(request, "staff/fidelity/assess.html", context, status=form.status)


@require_form
def talk(request: ActorRequest) -> HttpResponse:
    """The note from the talk; a closed one has no page to correct it on."""
    team, quarter = team_of(request), chosen_quarter(request)
    this, found = quarter_of(today()), talk_of(team.pk, quarter)
    if quarter not in {this, this.previous} or (found and found.closed_at):
        raise Http404
    if is_for_a_new_one(request.POST):
        found = None
    form = TalkForm(
        sent(request),
        record=found,
        first={} if found else {"held_on": today()},
        people=people_for(team, found),
    )
    who = {"by": request.actor, "at": now()}
    if form.is_sent() and (
        form.does(
            change_quarter_talk,
            talk=found,
            values=form.values(),
            version=form.version_seen,
            **who,
        )
        if found
        else form.does(
            note_quarter_talk,
            id=form.row_id,
            team=team,
            quarter=quarter,
            values=form.values(),
            **who,
        )
    ):
        messages.success(request, "Noten fra samtalen er gemt.")
        return redirect(back_to(team, quarter))
    context = {"form": form, "title": quarter.title, "back": back_to(team, quarter)}
    return render(request, "staff/fidelity/talk.html", context, status=form.status)


@require_POST
def close(request: ActorRequest) -> HttpResponse:
    team, quarter = team_of(request), chosen_quarter(request)
    found = talk_of(team.pk, quarter)
    if found is None:
        messages.warning(request, "Skriv først noten fra kvartalets samtale.")
        return redirect(back_to(team, quarter))
    form = CloseForm(request.POST, record=found, prefix="afslut")
    if form.is_sent() and form.does(
        close_quarter_talk, talk=found, version=form.version_seen, by=request.actor, at=now()
    ):
        messages.success(request, "Kvartalet er afsluttet, og tallene er gemt.")
        return redirect(back_to(team, quarter))
    context = {"page": _page(request, team, quarter), "close_form": form}
    return render(request, "staff/fidelity/quarter.html", context, status=form.status)


def team_of(request: ActorRequest) -> Team:
    """One of those the reader works in; for everybody else there is nothing here."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    return chosen_team(request, teams)


def chosen_quarter(request: ActorRequest) -> Quarter:
    """The quarter in the address, else the one we are in. One to come does not exist."""
    wanted, this = request.GET.get("kvartal"), quarter_of(today())
    if not wanted:
        return this
    written = WRITTEN.fullmatch(wanted)
    found = Quarter(int(written[1]), int(written[2])) if written else None
    if found is None or found > this:
        raise Http404
    return found


def back_to(team: Team, quarter: Quarter) -> str:
    return f"{reverse(PAGE)}{query(team, quarter)}"


def people_for(team: Team, found: QuarterTalk | None) -> list[tuple[UUID, str]]:
    """Who works in the team, and who has left since but took part."""
    people = [(one.pk, one.name) for one in staff_of(team.pk, today())]
    known = {key for key, _ in people}
    gone = {one for one in (found.participants if found else ()) if one not in known}
    return people + [(UUID(key), name) for key, name in names_of_staff(gone).items()]


def _page(request: ActorRequest, team: Team, quarter: Quarter) -> QuarterPage:
    at = now()
    return quarter_page(
        team_quarter(team, quarter, by=request.actor, at=at),
        switch=switch(team, shell_of(request).teams, PAGE),
        members=staff_of(team.pk, today()).count(),
        coordinates=allowed(check_can_judge, request.actor, team, today=today()),
        at=at,
    )
