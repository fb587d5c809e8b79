from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.courses.choices import Intensity
from hjemmebane.domain.courses.models import Hold, IntensityAgreement, Reactivation


def holds_of(course_id: UUID) -> QuerySet[Hold]:
    """Every hold of a course, the newest first."""
    return (
        Hold.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-from_on", "-pk")
    )


def present_holds(course_ids: Iterable[UUID]) -> dict[UUID, Hold]:
    """The hold that each course is in now, in one query."""
    present = Hold.objects.filter(course_id__in=list(course_ids), until_on__isnull=True)
    return {hold.course_id: hold for hold in present}


def intensities_of(course_id: UUID) -> QuerySet[IntensityAgreement]:
    """Every agreement on intensity, the newest first."""
    return (
        IntensityAgreement.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-from_on", "-pk")
    )


def intensities_now(course_ids: Iterable[UUID]) -> dict[UUID, IntensityAgreement]:
    """The agreement on intensity that holds for each course, in one query."""
    present = IntensityAgreement.objects.filter(
        course_id__in=list(course_ids), until_on__isnull=True
    )
    return {agreement.course_id: agreement for agreement in present}


def is_low(course_id: UUID) -> bool:
    """Whether low intensity is agreed now."""
    present = intensities_of(course_id).filter(until_on__isnull=True)
    return present.filter(level=Intensity.LOW).exists()


def reactivations_of(course_id: UUID) -> QuerySet[Reactivation]:
    """Every time a course was taken up again, the newest first."""
    return (
        Reactivation.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-on", "-pk")
    )
