"""The way to a form that was begun and is not done."""

import datetime as dt

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.choices import DraftKind
from hjemmebane.domain.courses.queries import Draft
from hjemmebane.faces.staff.moments import ago
from hjemmebane.foundation.clock import day_of

ROUTES = {
    DraftKind.ASSESSMENT: "staff:intake:assessment",
    DraftKind.START_FORM: "staff:courses:start_form",
    DraftKind.END_FORM: "staff:courses:end_form",
}


def link_to_draft(draft: Draft, at: dt.datetime) -> Link:
    """“Startskema: Villy Havtorn, begyndt i går”."""
    keys = (
        [draft.subject_id, draft.id] if draft.kind == DraftKind.ASSESSMENT else [draft.subject_id]
    )
    begun = ago(day_of(draft.begun_at), day_of(at))
    label = f"{draft.kind.label}: {draft.subject}, begyndt {begun}"
    return Link(label, reverse(ROUTES[draft.kind], args=keys))
