"""How citizens have said they are. The policies leave out what is not shown to who asks."""

from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.sharing.models import Mood


def moods_of(course_id: UUID) -> QuerySet[Mood]:
    """How the citizen of a course has said they are, the newest first."""
    return Mood.objects.filter(course_id=course_id).order_by("-recorded_at", "-pk")
