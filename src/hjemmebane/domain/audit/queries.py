"""The change history and the access log, as far as row-level security lets the reader see."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from hjemmebane.domain.audit.choices import Operation
from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.records import Record


def changes_of_course(course_id: UUID) -> QuerySet[Change]:
    """Everything that was ever changed in a course, the newest first."""
    return Change.objects.filter(course_id=course_id).order_by("-at", "-id")


def accesses_of_citizen(citizen_id: UUID) -> QuerySet[Access]:
    """Who read something about a citizen, the latest first."""
    return Access.objects.filter(citizen_id=citizen_id).order_by("-at", "-id")


@dataclass(frozen=True)
class ReadingsOfConsent:
    """How often somebody read by one consent, and when they last did."""

    times: int
    last_at: dt.datetime


def readings_by_consent(citizen_id: UUID) -> dict[UUID, ReadingsOfConsent]:
    """What each consent of a citizen was read by, for those that were; one query."""
    rows = Access.objects.filter(citizen_id=citizen_id, consent_id__isnull=False)
    counted = rows.order_by().values_list("consent_id").annotate(Count("pk"), Max("at"))
    return {key: ReadingsOfConsent(times, last_at) for key, times, last_at in counted}


def was_last_changed_by(record: Record, actor: Actor) -> bool:
    """Whether the newest thing that happened to a row, as far as it is seen, is the actor's change.

    A row that is as it was first written was not changed.
    """
    rows = Change.objects.filter(table_name=record._meta.db_table, row_id=str(record.pk))
    newest = rows.order_by("-id").values_list("operation", "actor").first()
    return newest == (Operation.UPDATE, actor.key)


def actor_names(keys: Iterable[str]) -> dict[str, str]:
    """The people behind actor keys, by key; a system actor has no name and is left out."""
    people = {actor.key: actor.user_id for key in keys if (actor := Actor(key)).is_person}
    names = {user.pk: str(user) for user in User.objects.filter(pk__in=people.values())}
    return {key: names[user_id] for key, user_id in people.items() if user_id in names}
