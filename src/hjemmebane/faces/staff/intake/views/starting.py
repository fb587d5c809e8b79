"""The course of somebody who was a match; what came before follows into it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.courses.actions import start_course, start_course_for_new_citizen
from hjemmebane.domain.courses.calculations import given_and_family
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.courses.queries import cpr_of_referral, newest_decision, visible_referrals
from hjemmebane.domain.courses.rules import check_has_match
from hjemmebane.faces.staff.intake.forms import KnownStartForm, MatchStartForm
from hjemmebane.faces.staff.intake.pages.early import early_in_view
from hjemmebane.faces.staff.intake.pages.listing import sender_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.ids import new_id


@require_form
def new(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what="Start af forløb")
    if early.course_id:
        return redirect("staff:citizens:overview", early.citizen_id)
    referrals = list(visible_referrals().filter(early_contact=early))
    form = form_for(request, early, referrals)
    if form.is_sent() and starts(request, form, early):
        messages.success(request, "Forløbet er startet.")
        return redirect("staff:citizens:overview", form.result.citizen_id)
    context = {"heading": "Start forløbet", "early": early, "form": form}
    context |= {"refusal": refusal(early)}
    return render(request, "staff/intake/start.html", context, status=form.status)


def form_for(request: ActorRequest, early: EarlyContact, referrals: list[Referral]) -> RecordForm:
    """Filled in with what is known; the CPR number follows without being shown."""
    decision = newest_decision(early.pk)
    first = {
        "started_on": today(),
        "origin": origin_of(early, referrals),
        "legal_basis": decision.legal_basis if decision else "",
    }
    if early.citizen_id:
        return KnownStartForm(sent(request), first=first, team=early.team)
    # A referrer wrote a name; what the team called somebody is none.
    given, family = given_and_family(early.called) if referrals else ("", "")
    first |= {
        "citizen_id": new_id(),
        "team": early.team,
        "given_name": early.given_name or given,
        "family_name": early.family_name or family,
        "born_on": early.born_on,
    }
    sealed = next((one for one in referrals if one.cpr_sealed), None)
    digits = cpr_of_referral(sealed) if sealed else ""
    return MatchStartForm(sent(request), first=first, teams=[early.team], cpr=digits)


def starts(request: ActorRequest, form: RecordForm, early: EarlyContact) -> bool:
    who = {"early_contact": early, "by": request.actor, "at": now()}
    if early.citizen_id:
        known = {"citizen": early.citizen, "team": early.team}
        return form.does(start_course, id=form.row_id, **known, **form.values(), **who)
    return form.does(start_course_for_new_citizen, course_id=form.row_id, **form.values(), **who)


def refusal(early: EarlyContact) -> str:
    """Why no course can start yet; empty when one can."""
    try:
        check_has_match(early)
    except Refused as refused:
        return refused.sentence
    return ""


def origin_of(early: EarlyContact, referrals: list[Referral]) -> str:
    """“Henvist af Mia Holm, Varmestuen”, or where the team saw them."""
    if referrals:
        return f"Henvist af {sender_of(referrals[-1])}"[:200]
    return f"Spottet af teamet: {early.where}"[:200] if early.where else "Spottet af teamet"
