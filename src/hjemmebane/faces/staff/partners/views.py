"""Shows the partners of a municipality, and takes what is written about them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hjemmebane.domain.partners.actions import (
    add_organisation,
    add_person,
    agree_with_partner,
    change_agreement,
    change_function,
    change_organisation,
    change_person,
    describe_function,
)
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.queries import (
    function_lines,
    function_of,
    organisations_to_show,
    people_at_partners,
    present_agreement,
)
from hjemmebane.domain.sharing.queries import login_name_of
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.lines import LinesForm
from hjemmebane.faces.staff.partners.forms import (
    AgreementForm,
    OrganisationForm,
    PersonForm,
)
from hjemmebane.faces.staff.partners.pages import (
    PAGE,
    function_in_words,
    invited_in,
    partner_on_page,
    partners_page,
)
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm, is_for_a_new_one
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM = "staff/partners/form.html"


def teams_of(request: ActorRequest) -> tuple[Team, ...]:
    """Those one works in, and those one manages. Raises Http404 where there are none."""
    shell = shell_of(request)
    if teams := (*shell.teams, *shell.managed_teams):
        return teams
    raise Http404


def signed(request: ActorRequest) -> dict[str, object]:
    return {"by": request.actor, "at": now()}


def organisation_of(request: ActorRequest, organisation_id: UUID) -> PartnerOrganisation:
    """A partner in a municipality one works for. Raises Http404."""
    municipalities = {team.municipality_id for team in teams_of(request)}
    found = organisations_to_show(municipalities).filter(pk=organisation_id).first()
    if found is None:
        raise Http404
    return found


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    shown = partners_page(chosen_team(request, teams), teams, today=today())
    return render(request, "staff/partners/partners.html", {"page": shown})


@require_safe
def organisation(request: ActorRequest, organisation_id: UUID) -> HttpResponse:
    found = organisation_of(request, organisation_id)
    shown = partner_on_page(found, invited_in(found.municipality_id), today=today())
    context = {
        "one": shown,
        "said": function_in_words(found, teams_of(request)[0].method_pack),
        "is_member": bool(shell_of(request).teams),
        "back": reverse(PAGE),
    }
    return render(request, "staff/partners/organisation.html", context)


@require_form
def organisation_new(request: ActorRequest) -> HttpResponse:
    team = chosen_team(request, teams_of(request))
    form = OrganisationForm(sent(request))
    if form.is_sent() and form.does(
        add_organisation,
        id=form.row_id,
        municipality=team.municipality,
        **form.values(),
        **signed(request),
    ):
        messages.success(request, "Partneren står i kartoteket. Skriv nu, hvem man ringer til.")
        return redirect("staff:partners:organisation", form.result.pk)
    return written(request, form, "Ny samarbejdspartner", address_in(team, PAGE))


@require_form
def organisation_edit(request: ActorRequest, organisation_id: UUID) -> HttpResponse:
    found = organisation_of(request, organisation_id)
    form = OrganisationForm(sent(request), record=found)
    if form.is_sent() and form.does(
        change_organisation,
        organisation=found,
        values=form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        return redirect(url_of(found))
    return written(request, form, f"Ret {found.name}", url_of(found))


@require_form
def person_new(request: ActorRequest, organisation_id: UUID) -> HttpResponse:
    found = organisation_of(request, organisation_id)
    form = PersonForm(sent(request))
    if form.is_sent() and form.does(
        add_person, id=form.row_id, organisation=found, **form.values(), **signed(request)
    ):
        messages.success(request, f"{form.result} står hos {found.name}.")
        return redirect(url_of(found))
    return written(request, form, f"Ny person hos {found.name}", url_of(found))


@require_form
def person_edit(request: ActorRequest, person_id: UUID) -> HttpResponse:
    found = person_of(request, person_id)
    name = login_name_of(found, at=now())
    form = PersonForm(sent(request), record=found, logs_in_as=name)
    if form.is_sent() and form.does(
        change_person,
        person=found,
        values=form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        if name and "email" in form.changed_data:
            messages.info(request, f"{found.name} logger stadig ind som {name}.")
        return redirect(url_of(found.organisation))
    return written(request, form, f"Ret {found.name}", url_of(found.organisation))


@require_form
def agreement(request: ActorRequest, organisation_id: UUID) -> HttpResponse:
    """The agreement there is, or on its way, is written anew; where there is none, a first one."""
    found = organisation_of(request, organisation_id)
    standing = None if is_for_a_new_one(request.POST) else present_agreement(found)
    form = AgreementForm(sent(request), record=standing)
    if form.is_sent() and (
        form.does(
            change_agreement,
            agreement=standing,
            values=form.values(),
            version=form.version_seen,
            **signed(request),
        )
        if standing
        else form.does(
            agree_with_partner,
            id=form.row_id,
            organisation=found,
            values=form.values(),
            **signed(request),
        )
    ):
        messages.success(request, "Aftalen er skrevet ned.")
        return redirect(url_of(found))
    return written(request, form, f"Aftale med {found.name}", url_of(found))


@require_form
def function(request: ActorRequest, organisation_id: UUID) -> HttpResponse:
    """What a partner is for, in the lines of the method of one's own team."""
    found, team = organisation_of(request, organisation_id), teams_of(request)[0]
    standing = None if is_for_a_new_one(request.POST) else function_of(found)
    form = LinesForm(sent(request), record=standing, lines=function_lines(team.method_pack))
    about = {"organisation": found, "method_pack": team.method_pack, **signed(request)}
    if form.is_sent() and (
        form.does(
            change_function,
            function=standing,
            version=form.version_seen,
            **form.values(),
            **about,
        )
        if standing
        else form.does(describe_function, id=form.row_id, **form.values(), **about)
    ):
        messages.success(request, "Det er skrevet ned.")
        return redirect(url_of(found))
    return written(request, form, f"Det er {found.name} til for", url_of(found))


def person_of(request: ActorRequest, person_id: UUID) -> PartnerPerson:
    """Somebody at a partner in a municipality one works for. Raises Http404."""
    municipalities = {team.municipality_id for team in teams_of(request)}
    people = people_at_partners(municipalities).select_related("organisation__municipality", "user")
    found = people.filter(pk=person_id).first()
    if found is None:
        raise Http404
    return found


def url_of(found: PartnerOrganisation) -> str:
    return reverse("staff:partners:organisation", args=[found.pk])


def written(request: ActorRequest, form: RecordForm, heading: str, back: str) -> HttpResponse:
    """A page with nothing but the form."""
    context = {"form": form, "heading": heading, "back": back}
    return render(request, FORM, context, status=form.status)
