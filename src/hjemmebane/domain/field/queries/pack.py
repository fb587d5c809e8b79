"""What is packed for a telephone: as little as a day of visits needs. Each is one query, whatever
the number of citizens.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q, QuerySet
from django.db.models.expressions import OuterRef
from django.db.models.functions import JSONObject, Left

from hjemmebane.domain.contacts.choices import ContactKind, Outcome, ReminderStatus
from hjemmebane.domain.contacts.models import (
    Contact,
    ContactStaff,
    LightAction,
    LightLine,
    LightSign,
    Task,
    TrafficLightAgreement,
    VisitTemplate,
)
from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import ContactAgreement, Course, PrimaryContact
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.foundation.alphabet import alphabetical

DAYS_AHEAD = 7
DAYS_SINCE_MET = 14
NOTES = 3
LETTERS = 200


@dataclass(frozen=True)
class Glimpse:
    """The beginning of a note."""

    at: dt.datetime
    kind: ContactKind
    text: str
    goes_on: bool


def courses_packed(
    staff_id: UUID, *, agreed: Iterable[UUID], met_since: dt.datetime
) -> QuerySet[Course]:
    """The open courses somebody carries with them: those with an appointment, those they are the
    primary contact of, and those they have lately met. Nobody who has died.
    """
    closest = PrimaryContact.objects.filter(staff_member_id=staff_id, until_on__isnull=True)
    met = ContactStaff.objects.filter(
        staff_member_id=staff_id, contact__outcome=Outcome.MET, contact__started_at__gte=met_since
    )
    mine = (
        Q(pk__in=list(agreed))
        | Q(pk__in=closest.values("course_id"))
        | Q(pk__in=met.values("course_id"))
    )
    return (
        visible_courses()
        .filter(mine, citizen__died_on__isnull=True)
        .exclude(status=CourseStatus.ENDED)
        .order_by(alphabetical("citizen__given_name"), alphabetical("citizen__family_name"), "pk")
    )


def agreements_now(course_ids: Iterable[UUID]) -> dict[UUID, ContactAgreement]:
    """The agreement on contact that holds, by course."""
    newest = (
        ContactAgreement.objects.filter(course_id__in=list(course_ids))
        .order_by("course_id", "-talked_on", "-recorded_at", "-pk")
        .distinct("course_id")
    )
    return {agreement.course_id: agreement for agreement in newest}


def glimpses_of(course_ids: Iterable[UUID]) -> dict[UUID, list[Glimpse]]:
    """How the last notes begin, the newest first, by course. No more of them is read."""
    written = Contact.objects.filter(course_id=OuterRef("pk")).exclude(note="")
    newest = written.order_by("-started_at", "-pk").values(
        said=JSONObject(at="started_at", kind="kind", text=Left("note", LETTERS + 1))
    )
    rows = Course.objects.filter(pk__in=list(course_ids)).annotate(
        notes=ArraySubquery(newest[:NOTES])
    )
    return {
        course_id: [_glimpse(note) for note in notes]
        for course_id, notes in rows.order_by("pk").values_list("pk", "notes")
    }


def _glimpse(said: Mapping[str, str]) -> Glimpse:
    at, text = dt.datetime.fromisoformat(said["at"]), said["text"]
    return Glimpse(at, ContactKind(said["kind"]), text[:LETTERS], len(text) > LETTERS)


def steps_of(course_ids: Iterable[UUID]) -> dict[UUID, list[SubGoal]]:
    """The small steps still to be reached under goals still open, in order, by course."""
    waiting = SubGoal.objects.filter(
        course_id__in=list(course_ids), status=GoalStatus.OPEN, goal__status=GoalStatus.OPEN
    )
    return _by_course(waiting.order_by("goal__position", "goal_id", "position", "pk"))


def tasks_packed(staff_id: UUID, course_ids: Iterable[UUID]) -> dict[UUID, list[Task]]:
    """What somebody still has to do about these citizens, the soonest first, by course."""
    waiting = Task.objects.filter(
        staff_member_id=staff_id, course_id__in=list(course_ids), status=ReminderStatus.OPEN
    )
    return _by_course(waiting.order_by("due_on", "pk"))


def lights_agreed(course_ids: Iterable[UUID]) -> Mapping[UUID, Sequence[LightLine]]:
    """The lines of the agreement on the light that holds, by course. Three queries.

    A course whose agreement was ended, or that has none, is left out.
    """
    newest = (
        TrafficLightAgreement.objects.filter(course_id__in=list(course_ids))
        .order_by("course_id", "-recorded_at", "-pk")
        .distinct("course_id")
    )
    holding = {one.pk: one.course_id for one in newest if one.ended_on is None}
    found: dict[UUID, list[LightLine]] = {course_id: [] for course_id in holding.values()}
    for kind in (LightSign, LightAction):
        lines = kind.objects.filter(agreement_id__in=list(holding)).order_by("place", "pk")
        for line in lines:
            found[line.course_id].append(line)
    return found


def templates_packed(team_ids: Iterable[UUID]) -> QuerySet[VisitTemplate]:
    """The templates that the teams are offered when they log, in their order."""
    shown = VisitTemplate.objects.filter(team_id__in=list(team_ids), is_active=True)
    return shown.order_by("team_id", "position", alphabetical("name"), "pk")


def _by_course[R: (SubGoal, Task)](rows: QuerySet[R]) -> dict[UUID, list[R]]:
    found: dict[UUID, list[R]] = defaultdict(list)
    for row in rows:
        if row.course_id:
            found[row.course_id].append(row)
    return found
