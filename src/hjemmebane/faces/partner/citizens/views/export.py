"""A partner's own part, to be carried into their own records instead of being typed twice."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.documents.partner_part_document import partner_part_pdf, partner_part_text
from hjemmebane.faces.partner.citizens.pages.part import own_part
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.http import ActorRequest, login_of


@require_safe
def text(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Egen del som tekst")
    context = {"visit": visit, "back": visit.url(), "text": partner_part_text(own_part(visit))}
    return render(request, "partner/citizens/text.html", context)


@require_safe
def paper(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="PDF af egen del")
    document = partner_part_pdf(own_part(visit), is_demo=login_of(request).is_demo, at=visit.at)
    name = f"min-del-{day_of(visit.at).isoformat()}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(document, content_type="application/pdf", headers=headers)
