"""What came through the doors of many courses, asked for beside the courses themselves."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.choices import AnswerGiven, SuggestionStatus
from hjemmebane.domain.sharing.models import CitizenAnswer, PartnerAppointment, Suggestion
from hjemmebane.foundation.accounts.choices import Face


@dataclass(frozen=True)
class AtTheDoors:
    """What waits: `asked` by the citizen, `unread` from partners, the oldest about `activity_id`.

    said_no: a no that has not become a yes. wrote: what is new and asks for no answer.
    """

    asked: int
    said_no: bool
    unread: int
    activity_id: UUID | None
    wrote: bool


def with_doors(courses: QuerySet[Course], *, since: dt.datetime) -> QuerySet[Course]:
    """The same courses, each with what came through its doors for `at_the_doors`, in the same
    query: what nobody has answered or read, and what else is new since a moment.
    """
    asked = Suggestion.objects.filter(course_id=OuterRef("pk"), status=SuggestionStatus.NEW)
    later = CitizenAnswer.objects.filter(
        item_id=OuterRef("item_id"), recorded_at__gt=OuterRef("recorded_at")
    )
    noes = CitizenAnswer.objects.filter(
        ~Exists(later.filter(answer=AnswerGiven.AGREES)),
        course_id=OuterRef("pk"),
        recorded_at__gte=since,
    ).exclude(answer=AnswerGiven.AGREES)
    unread = Message.objects.filter(
        course_id=OuterRef("pk"), side=MessageSide.PARTNER, seen_at__isnull=True
    )
    written = PlanActivity.objects.filter(
        course_id=OuterRef("pk"),
        recorded_at__gte=since,
        recorded_by__face=Face.PARTNER,
    )
    agreed = PartnerAppointment.objects.filter(course_id=OuterRef("pk"), recorded_at__gte=since)
    doors = JSONObject(
        asked=_counted(asked),
        said_no=Exists(noes),
        unread=_counted(unread),
        activity_id=Subquery(unread.order_by("recorded_at", "pk").values("activity_id")[:1]),
        wrote=Exists(written) | Exists(agreed),
    )
    return courses.annotate(doors=doors)


def at_the_doors(course: Course) -> AtTheDoors:
    """What came through the doors of a course that was asked for `with_doors`."""
    told = vars(course)["doors"]
    key = UUID(told["activity_id"]) if told["activity_id"] else None
    counts = {name: told[name] or 0 for name in ("asked", "unread")}
    return AtTheDoors(said_no=told["said_no"], wrote=told["wrote"], activity_id=key, **counts)


def _counted(rows: QuerySet[Suggestion] | QuerySet[Message]) -> Subquery:
    """How many; none is no number, as a group of nothing is no group."""
    return Subquery(rows.order_by().values("course_id").annotate(n=Count("pk")).values("n"))
