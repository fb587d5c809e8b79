from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.courses.models import (
    ContactAgreement,
    EndForm,
    Ending,
    LifeEvent,
    StartForm,
    TransitionStaff,
)
from hjemmebane.foundation.alphabet import alphabetical


def contact_agreements_of(course_id: UUID) -> QuerySet[ContactAgreement]:
    """Every agreement on contact, the newest first."""
    return (
        ContactAgreement.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-talked_on", "-recorded_at", "-pk")
    )


def contact_agreement_now(course_id: UUID) -> ContactAgreement | None:
    """The agreement on contact that holds."""
    return contact_agreements_of(course_id).first()


def contact_agreements_now(course_ids: Iterable[UUID]) -> dict[UUID, ContactAgreement]:
    """The agreement on contact that holds in each course that has one, in one query."""
    newest = ContactAgreement.objects.filter(course_id__in=list(course_ids))
    newest = newest.order_by("course_id", "-talked_on", "-recorded_at", "-pk").distinct("course_id")
    return {one.course_id: one for one in newest}


def life_events_of(course_id: UUID) -> QuerySet[LifeEvent]:
    """What happened in the citizen's life, the newest first."""
    return (
        LifeEvent.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-from_on", "-pk")
    )


def start_form_of(course_id: UUID) -> StartForm | None:
    return StartForm.objects.filter(course_id=course_id).first()


def end_form_of(course_id: UUID) -> EndForm | None:
    return EndForm.objects.filter(course_id=course_id).first()


def ending_of(course_id: UUID) -> Ending | None:
    return (
        Ending.objects.filter(course_id=course_id).select_related("course", "next_provider").first()
    )


def transition_staff_of(ending: Ending) -> QuerySet[TransitionStaff]:
    """Those of the team who stay on through the transition."""
    rows = TransitionStaff.objects.filter(ending=ending).select_related("staff_member")
    return rows.order_by(alphabetical("staff_member__name"), "pk")
