import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.teams.models import Absence


def absences_between(
    staff: Iterable[UUID], first: dt.date, last: dt.date | None
) -> QuerySet[Absence]:
    """The absences of these staff members that touch a period, in order of time."""
    touching = Absence.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=first), staff_member_id__in=list(staff)
    )
    if last:
        touching = touching.filter(from_on__lte=last)
    return touching.select_related("staff_member").order_by("from_on", "pk")


def absence(absence_id: UUID) -> Absence | None:
    """One absence that the acting person sees."""
    return Absence.objects.filter(pk=absence_id).select_related("staff_member").first()
