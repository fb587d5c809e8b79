"""Choosing between what stands and what a telephone sent beside it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from hjemmebane.domain.field.actions import settle_conflict
from hjemmebane.domain.field.queries import visible_conflicts
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.field.forms.conflicts import ConflictForm
from hjemmebane.faces.staff.field.pages.conflicts import versions_of
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def settle(request: ActorRequest, citizen_id: UUID, conflict_id: UUID) -> HttpResponse:
    """Both versions beside each other, and a button for each."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="To udgaver"), now()
    found = visible_conflicts().filter(course__citizen_id=citizen_id)
    conflict = get_object_or_404(found, pk=conflict_id)
    versions = versions_of(conflict, at=at)
    form = ConflictForm(sent(request), record=versions.stands)
    if form.is_sent() and form.does(
        settle_conflict,
        conflict=conflict,
        **form.values(),
        stands=form.version_seen,
        by=request.actor,
        at=at,
    ):
        follow_record(request, frame.course)
        messages.success(request, "Valget er gemt. Den anden udgave kan stadig ses i historikken.")
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "conflict": conflict, "versions": versions, "form": form}
    return render(request, "staff/field/conflict.html", context, status=form.status)
