"""One round of all records. May run at any time, and beside itself."""

from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError

from hjemmebane.domain.contacts.actions import FOLLOW_UPS, raise_due_follow_ups
from hjemmebane.domain.contacts.queries import courses_to_follow_up
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.logs import log

logger = log(__name__)


@dataclass(frozen=True)
class Followed:
    """How many follow-ups are new, and in how many records it did not go well."""

    raised: int = 0
    failed: int = 0


def follow_all() -> Followed:
    """Each record is a transaction of its own: one that fails is logged, and the rest go on."""
    with acting(FOLLOW_UPS):
        courses = courses_to_follow_up()
    went = [follow(course_id) for course_id in courses]
    raised = sum(count for count in went if count is not None)
    return Followed(raised=raised, failed=went.count(None))


def follow(course_id: UUID) -> int | None:
    """How many were raised in one record; None when it failed."""
    try:
        with acting(FOLLOW_UPS):
            return len(raise_due_follow_ups(course_id=course_id, by=FOLLOW_UPS, at=now()))
    except (DatabaseError, ValueError, LookupError) as error:
        logger.exception("follow_ups_failed", course=str(course_id), why=type(error).__name__)
        return None
