"""Whether a partner and the team agree with what the other does."""

from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.domain.sharing.queries.partner import opened_activities


def standpoints_on(course_ids: Iterable[UUID]) -> dict[UUID, list[Standpoint]]:
    """What each person now says to each activity, by its key, the oldest first; one query."""
    rows = Standpoint.objects.filter(course_id__in=list(course_ids))
    last = rows.order_by("activity_id", "recorded_by_id", "-recorded_at", "-pk")
    beside = last.distinct("activity_id", "recorded_by_id").select_related(
        "recorded_by", "partner_person__organisation"
    )
    said: dict[UUID, list[Standpoint]] = {}
    for one in sorted(beside, key=lambda one: (one.recorded_at, one.pk)):
        said.setdefault(one.activity_id, []).append(one)
    return said


def others_activity(course_id: UUID, activity_id: UUID, own_id: UUID) -> PlanActivity:
    """What somebody else does and is open to the partner who acts, who is `own_id`.

    Raises PlanActivity.DoesNotExist for all else.
    """
    return opened_activities(course_id).exclude(partner_person=own_id).get(pk=activity_id)
