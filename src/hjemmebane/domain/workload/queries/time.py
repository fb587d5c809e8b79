import datetime as dt
from uuid import UUID

from django.db.models import F, QuerySet, Sum

from hjemmebane.domain.contacts.models import ContactStaff
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.foundation.clock import COPENHAGEN

DAY = dt.timedelta(days=1)


def start_of(day: dt.date) -> dt.datetime:
    """The first moment of a Danish day."""
    return dt.datetime.combine(day, dt.time(), COPENHAGEN)


def visible_time_entries() -> QuerySet[TimeEntry]:
    """The time written in the acting person's teams."""
    return TimeEntry.objects.select_related("team", "staff_member")


def time_entries_of(
    team_id: UUID, first: dt.date, last: dt.date, *, staff_member_id: UUID | None = None
) -> QuerySet[TimeEntry]:
    """The time of a team in some days, the newest first; of one person when that is asked."""
    entries = visible_time_entries().filter(team_id=team_id, worked_on__range=(first, last))
    if staff_member_id:
        entries = entries.filter(staff_member_id=staff_member_id)
    return entries.order_by("-worked_on", "-pk")


def minutes_of_day(staff_member_id: UUID, day: dt.date, *, besides: UUID | None = None) -> int:
    """All that somebody did on a day as far as the acting person sees it, contacts included."""
    entries = TimeEntry.objects.filter(staff_member_id=staff_member_id, worked_on=day)
    contacts = ContactStaff.objects.filter(
        staff_member_id=staff_member_id,
        contact__started_at__gte=start_of(day),
        contact__started_at__lt=start_of(day + DAY),
    )
    if besides:
        entries = entries.exclude(pk=besides)
    logged = entries.aggregate(all=Sum("minutes"))["all"]
    spent = F("contact__direct_minutes") + F("contact__travel_minutes")
    met = contacts.aggregate(all=Sum(spent))["all"]
    return (logged or 0) + (met or 0)
