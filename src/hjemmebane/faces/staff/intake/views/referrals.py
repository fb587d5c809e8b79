"""Reading a referral, asking one question, and saying who it is about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import (
    ask_referrer,
    join_referral,
    reveal_referral_cpr,
    take_up_referral,
)
from hjemmebane.domain.courses.models import Referral
from hjemmebane.domain.courses.queries import (
    Match,
    attachment_content,
    attachments_of,
    same_person,
    visible_referrals,
)
from hjemmebane.faces.staff.citizens.forms.person import RevealForm
from hjemmebane.faces.staff.intake.forms import AskForm
from hjemmebane.faces.staff.intake.pages.listing import listing_url
from hjemmebane.faces.staff.intake.pages.referral import note_reading_of, referral_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import (
    UNPROCESSABLE,
    ActorRequest,
    note_reading,
    require_form,
    sent,
)

GONE = "Vælg den, det er, på listen igen. Den har ændret sig."


def referral_in_view(request: ActorRequest, referral_id: UUID, *, what: str) -> Referral:
    """The referral, with the reading noted. Raises Http404."""
    referral = get_object_or_404(visible_referrals(), pk=referral_id)
    note_reading_of(request, referral, what=what)
    return referral


@require_safe
def page(request: ActorRequest, referral_id: UUID) -> HttpResponse:
    return show(request, referral_in_view(request, referral_id, what="Henvisning"))


def show(
    request: ActorRequest,
    referral: Referral,
    *,
    asking: AskForm | None = None,
    failed: RecordForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = referral_page(referral, at=now(), asking=asking, failed=failed)
    found = [one.key for one in shown.matches if one.field == "citizen"]
    note_reading(request, found, what="Måske den samme som i en henvisning")
    listing = listing_url(referral.team)
    context = {"page": shown, "referral": referral, "listing_url": listing}
    return render(request, "staff/intake/referral.html", context, status=status)


@require_POST
def ask(request: ActorRequest, referral_id: UUID) -> HttpResponse:
    referral = referral_in_view(request, referral_id, what="Henvisning")
    form = AskForm(request.POST, record=referral)
    if form.is_sent() and form.does(
        ask_referrer,
        referral=referral,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Spørgsmålet er stillet. Svaret kommer her.")
        return redirect("staff:intake:referral", referral_id)
    return show(request, referral, asking=form, status=form.status)


@require_POST
def take_up(request: ActorRequest, referral_id: UUID) -> HttpResponse:
    referral = referral_in_view(request, referral_id, what="Henvisning")
    form = RecordForm(request.POST)
    if form.is_sent() and form.does(
        take_up_referral,
        id=form.row_id,
        referral=referral,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Henvisningen er taget op.")
        return redirect("staff:intake:early", form.result.pk)
    return show(request, referral, failed=form, status=form.status)


@require_POST
def join(request: ActorRequest, referral_id: UUID) -> HttpResponse:
    referral = referral_in_view(request, referral_id, what="Henvisning")
    form, match = RecordForm(request.POST, record=referral), chosen_match(request, referral)
    if form.is_sent() and match is None:
        form.add_error(None, GONE)
        form.status = UNPROCESSABLE
    elif form.is_sent() and form.does(
        join_referral,
        referral=referral,
        early_contact=match.early_contact,
        citizen=match.citizen,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Henvisningen hører nu til den, du valgte.")
        return redirect("staff:intake:referral", referral_id)
    return show(request, referral, failed=form, status=form.status)


def chosen_match(request: ActorRequest, referral: Referral) -> Match | None:
    """Who was pressed, if they are still among those who may be the same."""
    wanted = request.POST.get("same", "")
    for match in same_person(referral):
        if wanted == str((match.citizen or match.early_contact).pk):
            return match
    return None


@require_form
def cpr(request: ActorRequest, referral_id: UUID) -> HttpResponse:
    """Ask for the reason; against it, show the number in this answer and nowhere else."""
    referral = referral_in_view(request, referral_id, what="Spurgt om CPR-nummeret")
    form = RevealForm(sent(request), record=referral)
    if form.is_sent():
        form.does(
            reveal_referral_cpr, referral=referral, **form.values(), by=request.actor, at=now()
        )
    context = {"referral": referral, "form": form, "value": form.result}
    return render(request, "staff/intake/referral_cpr.html", context, status=form.status)


@require_safe
def attachment(request: ActorRequest, referral_id: UUID, attachment_id: UUID) -> HttpResponse:
    """The file, to be saved and never opened in the browser as a page of ours."""
    referral = referral_in_view(request, referral_id, what="Vedlagt en henvisning")
    file = get_object_or_404(attachments_of(referral.pk), pk=attachment_id)
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.name),
        "X-Content-Type-Options": "nosniff",
    }
    content = attachment_content(file)
    return HttpResponse(content, content_type=file.content_type, headers=headers)
