"""What the board is made from before anything else is asked."""

import datetime as dt
from dataclasses import dataclass, fields
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from hjemmebane.domain.contacts.queries import with_light
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.models import BoardEntry


@dataclass(frozen=True)
class ReasonNow:
    """Why a course is on the board, as the method that gave the reason called it."""

    reason: str
    note: str
    review_on: dt.date
    method_pack: str
    method_version: str


def courses_on_board(team_id: UUID) -> QuerySet[Course]:
    """The team's open courses by name, in one query: each with its light (`light_of`), why it is on
    the board (`reason_now`), and the team with the columns that it has chosen.
    """
    entries = BoardEntry.objects.filter(course_id=OuterRef("pk"), until_on__isnull=True)
    said = entries.values(said=JSONObject(**{one.name: one.name for one in fields(ReasonNow)}))
    courses = with_light(open_courses(team_id)).annotate(on_board=Subquery(said[:1]))
    return courses.select_related("team__board_layout")


def reason_now(course: Course) -> ReasonNow | None:
    """Why a course that came through `courses_on_board` is there; None without a reason."""
    said = getattr(course, "on_board", None)
    if said is None:
        return None
    return ReasonNow(**{**said, "review_on": dt.date.fromisoformat(said["review_on"])})
