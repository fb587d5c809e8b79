from uuid import UUID

from hjemmebane.domain.plans.calculations import PlanDifference, differences
from hjemmebane.domain.plans.models import Plan, PlanVersion


def version_of(plan: Plan, version_id: UUID) -> PlanVersion:
    """A kept version with its snapshot. Raises PlanVersion.DoesNotExist."""
    return PlanVersion.objects.filter(plan=plan).select_related("recorded_by").get(pk=version_id)


def newest_version(plan: Plan) -> PlanVersion | None:
    """The version kept last."""
    return PlanVersion.objects.filter(plan=plan).order_by("-number").first()


def compare_versions(earlier: PlanVersion, later: PlanVersion) -> tuple[PlanDifference, ...]:
    """What reads differently in the later version: added, removed, changed and moved."""
    return differences(earlier.snapshot, later.snapshot)
