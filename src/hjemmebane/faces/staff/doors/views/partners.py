"""A key for somebody at a partner: made, mailed, taken back; and what ends their access."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.partners.actions import change_employer, leave_partner
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.partners.queries import organisations_of, people_at_partners
from hjemmebane.domain.sharing.actions import cancel_invitation, invite_partner, note_mailed
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import partner_invitation
from hjemmebane.faces.staff.doors.forms import NewPlaceForm
from hjemmebane.faces.staff.doors.pages import partner_door, partner_link
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.written import written_day
from hjemmebane.gateways.email.client import MailDown, send

logger = log(__name__)

PAGE = "staff:doors:partner"
SUBJECT = "Invitation til Hjemmebane"


@require_safe
def partner(request: ActorRequest, person_id: UUID) -> HttpResponse:
    return shown(request, person_in_view(request, person_id), RecordForm())


@require_POST
def partner_invite(request: ActorRequest, person_id: UUID) -> HttpResponse:
    person, form = person_in_view(request, person_id), RecordForm(request.POST)
    if form.is_sent() and form.does(
        invite_partner, id=form.row_id, partner=person, by=request.actor, at=now()
    ):
        # Only when the invitation is there for good: a server that is away must not lose it.
        transaction.on_commit(partial(mail, request, form.result, person))
        return redirect(PAGE, person_id)
    return shown(request, person, form)


def mail(request: ActorRequest, invitation: Invitation, person: PartnerPerson) -> None:
    """Send the link, and say truthfully whether it went. The form sent twice is one letter."""
    if invitation.mailed_at:
        return
    context = {
        "link": partner_link(request, invitation),
        "last_day": written_day(day_of(invitation.expires_at)),
    }
    try:
        text = render_to_string("staff/doors/letter.txt", context)
        send(to=person.email, subject=SUBJECT, text=text)
    except MailDown as down:
        logger.warning("refused", reason="MAIL_DOWN", why=str(down))
        messages.warning(request, "Invitationen er lavet, men mailen blev ikke sendt.")
        return
    with acting(request.actor):
        note_mailed(invitation=invitation, by=request.actor, at=now())
    messages.success(request, "Invitationen er sendt.")


@require_POST
def partner_cancel(request: ActorRequest, person_id: UUID) -> HttpResponse:
    person, at = person_in_view(request, person_id), now()
    invitation = partner_invitation(person.pk, at=at)
    if invitation is None:
        return redirect(PAGE, person_id)
    form = RecordForm(request.POST, record=invitation)
    if form.is_sent() and form.does(
        cancel_invitation,
        invitation=invitation,
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Linket virker ikke længere.")
        return redirect(PAGE, person_id)
    return shown(request, person, form)


@require_POST
def partner_leave(request: ActorRequest, person_id: UUID) -> HttpResponse:
    person, at = person_in_view(request, person_id), now()
    form = RecordForm(request.POST, record=person)
    if form.is_sent() and form.does(
        leave_partner,
        person=person,
        left_on=day_of(at),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Personen er stoppet. Intet er åbent længere.")
        return redirect(PAGE, person_id)
    return shown(request, person, form)


@require_form
def partner_move(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Raises Http404 for somebody who has left."""
    person, at = person_in_view(request, person_id), now()
    if person.left_on:
        raise Http404
    places = organisations_of([person.organisation.municipality_id]).exclude(
        pk=person.organisation_id
    )
    # The form's id is for the row at the new place; its version is the old row's.
    form = NewPlaceForm(
        sent(request), first={"version": person.version}, organisations=list(places)
    )
    if form.is_sent() and form.does(
        change_employer,
        id=form.row_id,
        person=person,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Det nye sted er skrevet op. Intet fra det gamle er åbent der.")
        return redirect(PAGE, form.result.pk)
    context = {"form": form, "person": person}
    return render(request, "staff/doors/new_place.html", context, status=form.status)


def person_in_view(request: ActorRequest, person_id: UUID) -> PartnerPerson:
    """Somebody in the address book of the reader's teams. Raises Http404 for all others."""
    municipalities = {team.municipality_id for team in shell_of(request).teams}
    people = people_at_partners(municipalities).select_related("organisation", "user")
    return get_object_or_404(people, pk=person_id)


def shown(request: ActorRequest, person: PartnerPerson, form: RecordForm) -> HttpResponse:
    context = {
        "page": partner_door(request, person, at=now()),
        "form": form,
        "inviting": RecordForm(),
    }
    return render(request, "staff/doors/partner.html", context, status=form.status)
