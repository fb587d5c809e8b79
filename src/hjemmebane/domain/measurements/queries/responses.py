"""Answers: what is under way, what is finished, and what waits to be talked about."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from hjemmebane.domain.measurements.choices import ResponseStatus
from hjemmebane.domain.measurements.models import Postponement, Response


def responses_of(course_ids: Iterable[UUID]) -> QuerySet[Response]:
    """Every set of answers in some courses, the newest measured first; corrected ones, too.

    Each knows by what it is replaced, if it is.
    """
    whole = Response.objects.filter(corrects=OuterRef("pk"), status=ResponseStatus.COMPLETE)
    return (
        Response.objects.filter(course_id__in=list(course_ids))
        .annotate(replacing=Subquery(whole.values("pk")[:1]))
        .select_related("wording", "recorded_by")
        .order_by("-measured_on", "-recorded_at", "-pk")
    )


def standing_responses(course_ids: Iterable[UUID]) -> QuerySet[Response]:
    """Finished answers that no whole others have taken the place of, the newest first.

    A correction that was stopped is none of them, and takes nobody's place.
    """
    whole = Response.objects.filter(status=ResponseStatus.COMPLETE, corrects__isnull=False)
    return (
        responses_of(course_ids)
        .exclude(status=ResponseStatus.UNDER_WAY)
        .exclude(status=ResponseStatus.STOPPED, corrects__isnull=False)
        .exclude(pk__in=whole.values("corrects_id"))
    )


def response_of(course_id: UUID, response_id: UUID) -> Response | None:
    """One set of answers of a course, with the words it was given to."""
    return (
        responses_of([course_id])
        .select_related(
            "wording",
            "course__citizen",
            "course__team",
            "recorded_by",
            "corrects",
            "fits_said_by",
        )
        .filter(pk=response_id)
        .first()
    )


def under_way(course_id: UUID) -> QuerySet[Response]:
    """What somebody has begun and not finished."""
    return responses_of([course_id]).filter(status=ResponseStatus.UNDER_WAY)


def answered_before(response: Response) -> Response | None:
    """The finished answers to the same instrument before these, whoever gave them.

    Of the same day those that were written first; never what puts these right.
    """
    same_day = Q(measured_on=response.measured_on, recorded_at__lt=response.recorded_at)
    earlier = standing_responses([response.course_id]).filter(
        same_day | Q(measured_on__lt=response.measured_on), instrument=response.instrument
    )
    kin = {response.pk, response.corrects_id or response.pk}
    return earlier.exclude(pk__in=kin).exclude(corrects=response.pk).first()


def postponements_of(course_ids: Iterable[UUID]) -> QuerySet[Postponement]:
    """What was put off in some courses, the newest first."""
    return (
        Postponement.objects.filter(course_id__in=list(course_ids))
        .select_related("recorded_by")
        .order_by("-recorded_at", "-pk")
    )
