from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, QuerySet, Value

from hjemmebane.domain.practice.calculations.standings import Kind
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, MethodNote

NEWEST = ("-noted_on", "-recorded_at", "-pk")


def activities_now(course_id: UUID) -> dict[str, ActivityStatus]:
    """The newest status of each activity of a course, by code."""
    newest = _newest(ActivityStatus.objects.filter(course_id=course_id))
    rows = newest.select_related("recorded_by", "staff_member")
    return {status.code: status for status in rows}


def judgements_now(course_id: UUID) -> dict[str, IndicatorJudgement]:
    """The newest judgement of each indicator of a course, by code."""
    newest = _newest(IndicatorJudgement.objects.filter(course_id=course_id))
    return {judgement.code: judgement for judgement in newest.select_related("recorded_by")}


def notes_about[N: MethodNote](kind: type[N], course_id: UUID, code: str) -> QuerySet[N]:
    """Everything that was noted about one entry, the newest first."""
    rows = kind._default_manager.filter(course_id=course_id, code=code)
    return rows.select_related("recorded_by").order_by(*NEWEST)


def verdicts_now(course_ids: Iterable[UUID]) -> dict[UUID, dict[tuple[Kind, str], str]]:
    """For each course what was noted last, by kind and code of the entry; one query."""
    ids = list(course_ids)
    statuses = _newest(ActivityStatus.objects.filter(course_id__in=ids))
    judgements = _newest(IndicatorJudgement.objects.filter(course_id__in=ids))
    columns = ("course_id", "kind", "code", "said")
    rows = (
        statuses.annotate(kind=Value(Kind.ACTIVITY.value), said=F("status"))
        .values_list(*columns)
        .union(
            judgements.annotate(kind=Value(Kind.INDICATOR.value), said=F("judgement")).values_list(
                *columns
            ),
            all=True,
        )
    )
    noted: dict[UUID, dict[tuple[Kind, str], str]] = {course_id: {} for course_id in ids}
    for course_id, kind, code, said in rows:
        noted[course_id][Kind(kind), code] = said
    return noted


def _newest[N: MethodNote](rows: QuerySet[N]) -> QuerySet[N]:
    return rows.order_by("course_id", "code", *NEWEST).distinct("course_id", "code")
