"""Everybody's efforts around one citizen, as their team sees them, and what there is to ask."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import contact_agreements_now
from hjemmebane.domain.meetings.choices import NetworkMeetingState
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.meetings.queries import network_meetings_of
from hjemmebane.domain.plans.calculations import OUTREACH, Effort, questions
from hjemmebane.domain.plans.choices import ActivityStatus, ResponsibleKind
from hjemmebane.domain.plans.models import OtherEffort, Overlap, PlanActivity
from hjemmebane.domain.plans.queries import AskedQuestion, overlaps_of, with_answers
from hjemmebane.domain.sharing.models import PartnerAppointment

TEAM = "team"
UNDER_WAY = (ActivityStatus.PLANNED, ActivityStatus.ONGOING)

type Doing = PlanActivity | OtherEffort | Appointment | PartnerAppointment | NetworkMeeting


@dataclass(frozen=True)
class EffortView:
    """An effort with the record it is. record: None for the team's agreement to come by."""

    effort: Effort
    record: Doing | None


type Found = tuple[UUID, EffortView]


@dataclass(frozen=True)
class Overlaps:
    """All that is done for a citizen, what there is to ask about it, and all that was ever said.

    gone: what was said to questions that nothing asks any more, the newest first.
    """

    efforts: Sequence[EffortView]
    asked: Sequence[AskedQuestion]
    gone: Sequence[Overlap]


def overlaps_around(course: Course, *, since: dt.datetime, until: dt.datetime) -> Overlaps:
    """Seven queries, whatever there is: what is agreed begins from `since` and before `until`."""
    return overlaps_in([course.pk], since=since, until=until)[course.pk]


def overlaps_in(
    course_ids: Sequence[UUID], *, since: dt.datetime, until: dt.datetime
) -> dict[UUID, Overlaps]:
    """The same for several courses, in as many queries as for one."""
    found: dict[UUID, list[EffortView]] = defaultdict(list)
    for course_id, view in _efforts(course_ids, since, until):
        found[course_id].append(view)
    said: dict[UUID, list[Overlap]] = defaultdict(list)
    for overlap in overlaps_of(*course_ids):
        said[overlap.course_id].append(overlap)
    return {one: _overlaps(found[one], said[one]) for one in course_ids}


def _overlaps(found: Sequence[EffortView], said: Sequence[Overlap]) -> Overlaps:
    asked = with_answers(questions(view.effort for view in found), said)
    keys = {one.question.key for one in asked}
    return Overlaps(found, asked, [one for one in said if one.key not in keys])


def _efforts(course_ids: Sequence[UUID], since: dt.datetime, until: dt.datetime) -> Iterator[Found]:
    yield from _agreements(course_ids)
    yield from _activities(course_ids)
    yield from _other_efforts(course_ids)
    yield from _appointments(course_ids, since, until)
    yield from _partner_appointments(course_ids, since, until)
    yield from _network_meetings(course_ids, since, until)


def _agreements(course_ids: Sequence[UUID]) -> Iterator[Found]:
    """That the team comes to the citizen, where that is how they want it."""
    for course_id, agreement in contact_agreements_now(course_ids).items():
        if Channel.VISIT in agreement.channels:
            key = f"contact_agreement:{agreement.pk}"
            yield course_id, EffortView(Effort(key, TEAM, "", demand=OUTREACH), None)


def _activities(course_ids: Sequence[UUID]) -> Iterator[Found]:
    rows = PlanActivity.objects.filter(course_id__in=course_ids, status__in=UNDER_WAY)
    beside = ("goal", "staff_member", "partner_person__organisation", "network_person")
    for activity in rows.select_related(*beside).order_by("position", "pk"):
        area = activity.life_area or (activity.goal.life_area if activity.goal else "")
        says = " · ".join(filter(None, (activity.what, activity.how_often, activity.place)))
        key = f"activity:{activity.pk}"
        effort = Effort(key, _on_behalf_of(activity), says, area, activity.demand)
        yield activity.course_id, EffortView(effort, activity)


def _on_behalf_of(activity: PlanActivity) -> str:
    """The team and each partner organisation are one actor each; a citizen and those close none."""
    if activity.responsible_kind == ResponsibleKind.STAFF:
        return TEAM
    if activity.partner_person:
        return f"partner:{activity.partner_person.organisation_id}"
    return ""


def _other_efforts(course_ids: Sequence[UUID]) -> Iterator[Found]:
    rows = OtherEffort.objects.filter(course_id__in=course_ids).select_related("organisation")
    for effort in rows.order_by("position", "pk"):
        organisation = effort.organisation_id
        actor = f"partner:{organisation}" if organisation else f"other:{effort.who.casefold()}"
        key = f"other_effort:{effort.pk}"
        told = Effort(key, actor, effort.what, effort.life_area, effort.demand)
        yield effort.course_id, EffortView(told, effort)


def _appointments(
    course_ids: Sequence[UUID], since: dt.datetime, until: dt.datetime
) -> Iterator[Found]:
    rows = Appointment.objects.filter(_standing(since, until), course_id__in=course_ids)
    for one in rows.select_related("staff_member").order_by("starts_at", "pk"):
        key = f"appointment:{one.pk}"
        yield one.course_id, EffortView(_at(one.slot, Effort(key, TEAM, one.what)), one)


def _partner_appointments(
    course_ids: Sequence[UUID], since: dt.datetime, until: dt.datetime
) -> Iterator[Found]:
    rows = PartnerAppointment.objects.filter(_standing(since, until), course_id__in=course_ids)
    for one in rows.select_related("partner_person__organisation").order_by("starts_at", "pk"):
        actor = f"partner:{one.partner_person.organisation_id}"
        effort = Effort(f"partner_appointment:{one.pk}", actor, one.what)
        yield one.course_id, EffortView(_at(Slot(one.starts_at, one.ends_at), effort), one)


def _network_meetings(
    course_ids: Sequence[UUID], since: dt.datetime, until: dt.datetime
) -> Iterator[Found]:
    """Each is an actor of its own: many hold it together, and whoever meets the citizen elsewhere
    at that time is asked about, the team too.
    """
    planned = network_meetings_of(*course_ids).filter(
        starts_at__gte=since, starts_at__lt=until, state=NetworkMeetingState.PLANNED
    )
    for one in planned:
        key = f"network_meeting:{one.pk}"
        effort = Effort(key, key, one.place)
        yield one.course_id, EffortView(_at(Slot(one.starts_at, None), effort), one)


def _at(slot: Slot, effort: Effort) -> Effort:
    return replace(effort, starts_at=slot.starts_at, over_at=slot.over_at)


def _standing(since: dt.datetime, until: dt.datetime) -> Q:
    return Q(starts_at__gte=since, starts_at__lt=until, status=AppointmentStatus.PLANNED)
