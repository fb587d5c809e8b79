"""The colours that citizens say it is, and what is agreed on them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.queries import AgreedLight, agreed_now
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.foundation.database import ask_guard


def own_lights_of(course_id: UUID) -> QuerySet[OwnLight]:
    """The colours that the citizen of a course has said it is, the newest first."""
    return OwnLight.objects.filter(course_id=course_id).order_by("-recorded_at", "-pk")


def own_red_waiting(course_id: UUID) -> UUID | None:
    """The follow-up of a red that the acting citizen said, while nobody has settled it."""
    rows = ask_guard("own_red_waiting", str(course_id))
    return UUID(str(rows[0][0])) if rows else None


def own_reds_for(team_ids: Iterable[UUID]) -> QuerySet[OwnLight]:
    """The reds that citizens of some teams said and that wait to be followed up, oldest first.

    One for each follow-up: the first that was said.
    """
    waiting = OwnLight.objects.filter(
        follow_up__status=ReminderStatus.OPEN,
        course__team_id__in=list(team_ids),
        course__citizen__died_on__isnull=True,
    )
    first = waiting.order_by("follow_up_id", "recorded_at", "pk").distinct("follow_up_id")
    return (
        OwnLight.objects.filter(pk__in=first.values("pk"))
        .select_related("course__citizen", "follow_up")
        .order_by("recorded_at", "pk")
    )


def own_agreed_light(course_id: UUID) -> AgreedLight | None:
    """What the citizen has agreed on with the team, for the citizen. Three queries."""
    return agreed_now(course_id)
