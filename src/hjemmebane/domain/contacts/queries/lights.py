import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.courses.models import Course


@dataclass(frozen=True)
class LightNow:
    """The colour that holds, and since when."""

    colour: Light
    since: dt.datetime


def with_light(courses: QuerySet[Course]) -> QuerySet[Course]:
    """The same courses, each with its light for `light_of`, in the same query.

    One probe of an index for each course: its history of lights is left unread.
    """
    seen = TrafficLightObservation.objects.filter(course_id=OuterRef("pk"))
    newest = seen.order_by("-recorded_at").values(
        said=JSONObject(colour="colour", at="recorded_at")
    )
    return courses.annotate(light=Subquery(newest[:1]))


def light_of(course: Course) -> LightNow | None:
    """The light of a course that came through `with_light`; None when nobody has seen one."""
    said = getattr(course, "light", None)
    if said is None:
        return None
    return LightNow(Light(said["colour"]), dt.datetime.fromisoformat(said["at"]))


def lights_of(course_id: UUID) -> QuerySet[TrafficLightObservation]:
    """Every light that was seen in a course, the newest first."""
    return (
        TrafficLightObservation.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-recorded_at", "-pk")
    )
