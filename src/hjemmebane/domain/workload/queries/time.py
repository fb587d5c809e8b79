import datetime as dt
from uuid import UUID

from django.db.models import BigIntegerField, F, QuerySet, Sum
from django.db.models.functions import Cast

from hjemmebane.domain.contacts.models import ContactStaff
from hjemmebane.domain.teams.models import TrainingParticipant
from hjemmebane.domain.workload.calculations.hours import MINUTES_IN_AN_HOUR
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.foundation.clock import COPENHAGEN

DAY = dt.timedelta(days=1)
# The minutes of trainings, which are written in hours.
LEARNED = Cast(Sum("training__hours") * MINUTES_IN_AN_HOUR, BigIntegerField())


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
    """All that somebody did on a day as far as the acting person sees it: contacts and trainings
    included.
    """
    entries = TimeEntry.objects.filter(staff_member_id=staff_member_id, worked_on=day)
    contacts = ContactStaff.objects.filter(
        staff_member_id=staff_member_id,
        contact__started_at__gte=start_of(day),
        contact__started_at__lt=start_of(day + DAY),
    )
    if besides:
        entries = entries.exclude(pk=besides)
    trainings = TrainingParticipant.objects.filter(
        staff_member_id=staff_member_id, training__held_on=day
    )
    logged = entries.aggregate(all=Sum("minutes"))["all"]
    spent = F("contact__direct_minutes") + F("contact__travel_minutes")
    met = contacts.aggregate(all=Sum(spent))["all"]
    learned = trainings.aggregate(all=LEARNED)["all"]
    return (logged or 0) + (met or 0) + (learned or 0)
