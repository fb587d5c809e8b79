"""The light: what it means for a citizen, what was seen, and who is to look."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from hjemmebane.domain.contacts.choices import Light, ReminderStatus
from hjemmebane.domain.contacts.models import (
    FollowUp,
    LightAction,
    LightLine,
    LightSign,
    TrafficLightAgreement,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.models import Course

NEWEST = ("-observed_at", "-recorded_at", "-pk")


@dataclass(frozen=True)
class LightNow:
    """The colour that holds, and since when."""

    colour: Light
    since: dt.datetime


@dataclass(frozen=True)
class AgreedLight:
    """An agreement with its lines by colour, each in its order."""

    agreement: TrafficLightAgreement
    signs: Mapping[Light, Sequence[LightSign]]
    actions: Mapping[Light, Sequence[LightAction]]


def with_light(courses: QuerySet[Course]) -> QuerySet[Course]:
    """The same courses, each with its light for `light_of`, in the same query.

    One probe of an index for each course: its history of lights is left unread.
    """
    newest = _standing().filter(course_id=OuterRef("pk")).order_by(*NEWEST)
    said = newest.values(said=JSONObject(colour="colour", at="observed_at"))
    return courses.annotate(light=Subquery(said[:1]))


def light_of(course: Course) -> LightNow | None:
    """The light of a course that came through `with_light`; None when nobody has seen one."""
    said = getattr(course, "light", None)
    if said is None:
        return None
    return LightNow(Light(said["colour"]), dt.datetime.fromisoformat(said["at"]))


def lights_of(course_id: UUID) -> QuerySet[TrafficLightObservation]:
    """The lights that were seen in a course and stand, the newest seen first."""
    return (
        _standing()
        .filter(course_id=course_id)
        .select_related("recorded_by", "agreement")
        .order_by(*NEWEST)
    )


def lights_ever_of(course_id: UUID) -> QuerySet[TrafficLightObservation]:
    """The same, and what was replaced: its `replaced_by` is there already."""
    return (
        TrafficLightObservation.objects.filter(course_id=course_id)
        .select_related("recorded_by", "agreement", "replaced_by")
        .order_by(*NEWEST)
    )


def light_to_replace(course_id: UUID, light_id: UUID) -> TrafficLightObservation | None:
    """One light of a course."""
    return lights_ever_of(course_id).filter(pk=light_id).first()


def agreements_of(course_id: UUID) -> QuerySet[TrafficLightAgreement]:
    """What has been agreed on the light in a course, the newest first."""
    return (
        TrafficLightAgreement.objects.filter(course_id=course_id)
        .select_related("recorded_by", "course__citizen")
        .order_by("-recorded_at", "-pk")
    )


def agreement_now(course_id: UUID) -> TrafficLightAgreement | None:
    """What holds: the newest, unless it was ended."""
    made = TrafficLightAgreement.objects.filter(course_id=course_id)
    newest = made.order_by("-recorded_at", "-pk").first()
    return newest if newest and newest.ended_on is None else None


def agreed_light(agreement: TrafficLightAgreement) -> AgreedLight:
    """An agreement with its lines. Two queries."""
    return lines_by_agreement([agreement])[0]


def lines_by_agreement(agreements: Iterable[TrafficLightAgreement]) -> list[AgreedLight]:
    """Some agreements with their lines. Two queries."""
    made = list(agreements)
    signs = list(LightSign.objects.filter(agreement__in=made).order_by("place", "pk"))
    actions = list(LightAction.objects.filter(agreement__in=made).order_by("place", "pk"))
    return [
        AgreedLight(
            one,
            _by_colour(line for line in signs if line.agreement_id == one.pk),
            _by_colour(line for line in actions if line.agreement_id == one.pk),
        )
        for one in made
    ]


def agreed_now(course_id: UUID) -> AgreedLight | None:
    """What holds, with its lines; None while nothing is agreed. Three queries."""
    agreement = agreement_now(course_id)
    return agreed_light(agreement) if agreement else None


def lines_seen(lights: Iterable[TrafficLightObservation]) -> dict[UUID, str]:
    """The words of every sign and action that some lights name. Two queries."""
    signs, actions = set[UUID](), set[UUID]()
    for light in lights:
        signs.update(light.signs)
        actions.update(light.actions)
    told = dict(LightSign.objects.filter(pk__in=signs).values_list("pk", "text"))
    return told | dict(LightAction.objects.filter(pk__in=actions).values_list("pk", "text"))


def open_red_of(course_id: UUID) -> FollowUp | None:
    """What a red light asks the team to follow up, while nobody has settled it."""
    reds = TrafficLightObservation.objects.filter(course_id=course_id, follow_up__isnull=False)
    open_ones = FollowUp.objects.filter(
        status=ReminderStatus.OPEN, pk__in=reds.values("follow_up_id")
    )
    return open_ones.order_by("due_on", "pk").first()


def _standing() -> QuerySet[TrafficLightObservation]:
    return TrafficLightObservation.objects.filter(replaced_by__isnull=True)


def _by_colour[L: LightLine](lines: Iterable[L]) -> dict[Light, list[L]]:
    found: dict[Light, list[L]] = defaultdict(list)
    for line in lines:
        found[Light(line.colour)].append(line)
    return {colour: found[colour] for colour in Light}
