"""What citizens and partners have done, as their team sees it."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.sharing.choices import SuggestionStatus
from hjemmebane.domain.sharing.models import CitizenAnswer, Invitation, Recording, Suggestion
from hjemmebane.foundation.sealing import unseal_bytes


def recording_place(recording_id: UUID) -> str:
    """Where the sealed content of a recording belongs."""
    return f"sharing_recording.content_sealed.{recording_id}"


def content_of(recording: Recording) -> bytes:
    """What was spoken or photographed. Raises BrokenSeal."""
    return unseal_bytes(bytes(recording.content_sealed), place=recording_place(recording.pk))


def suggestions_of(course_id: UUID) -> QuerySet[Suggestion]:
    """What a citizen asked for, the newest first."""
    rows = Suggestion.objects.filter(course_id=course_id)
    return (
        rows.select_related("goal", "sub_goal", "handled_by")
        .prefetch_related("recordings")
        .order_by("-recorded_at", "-pk")
    )


def new_suggestions(course_ids: Iterable[UUID]) -> QuerySet[Suggestion]:
    """What some citizens asked for and nobody has taken up yet, the oldest first."""
    rows = Suggestion.objects.filter(course_id__in=list(course_ids), status=SuggestionStatus.NEW)
    return rows.select_related("course__citizen", "goal").order_by("recorded_at", "pk")


def answers_since(course_ids: Iterable[UUID], since: dt.datetime) -> QuerySet[CitizenAnswer]:
    """What some citizens have said to their plans since a moment, the oldest first."""
    rows = CitizenAnswer.objects.filter(course_id__in=list(course_ids), recorded_at__gte=since)
    return rows.select_related("course__citizen").order_by("recorded_at", "pk")


def messages_unseen(course_ids: Iterable[UUID]) -> QuerySet[Message]:
    """Partners' messages that nobody in the team has read, the oldest first."""
    rows = Message.objects.filter(
        course_id__in=list(course_ids), side=MessageSide.PARTNER, seen_at__isnull=True
    )
    beside = ("course__citizen", "activity", "partner_person__organisation")
    return rows.select_related(*beside).order_by("recorded_at", "pk")


def messages_unanswered(team_ids: Iterable[UUID], *, before: dt.datetime) -> QuerySet[Message]:
    """What teams wrote to partners before a moment and nobody there has read, the oldest first.

    Only of courses that go on.
    """
    rows = Message.objects.filter(
        course__team_id__in=list(team_ids),
        side=MessageSide.TEAM,
        seen_at__isnull=True,
        recorded_at__lt=before,
    ).exclude(course__status=CourseStatus.ENDED)
    beside = ("course__citizen", "activity", "partner_person__organisation")
    return rows.select_related(*beside).order_by("recorded_at", "pk")


def invitations_unanswered(
    municipality_ids: Iterable[UUID], *, before: dt.datetime
) -> QuerySet[Invitation]:
    """The people at partners who were invited before a moment and have not come, the oldest first.

    Whose invitation ran out has not come either; who has a login by another one has.
    """
    rows = Invitation.objects.filter(
        partner_person__organisation__municipality_id__in=list(municipality_ids),
        partner_person__user__isnull=True,
        partner_person__left_on__isnull=True,
        accepted_at__isnull=True,
        cancelled_at__isnull=True,
        recorded_at__lt=before,
    )
    return rows.select_related("partner_person__organisation").order_by("recorded_at", "pk")
