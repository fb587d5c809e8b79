"""Where a team's log is read: one function for each thing, one query each, by course."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Model, OuterRef, QuerySet

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.choices import AppointmentStatus, Light
from hjemmebane.domain.contacts.models import (
    Appointment,
    Contact,
    ContactStaff,
    ContactSubGoal,
    HelpCall,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.models import ContactAgreement, Hold, IntensityAgreement
from hjemmebane.domain.fidelity.calculations.log import (
    CallLog,
    ContactLog,
    IntensityLog,
    MissedLog,
    WaysLog,
)
from hjemmebane.domain.meetings.choices import NetworkMeetingState
from hjemmebane.domain.meetings.models import MeetingItem, NetworkMeeting
from hjemmebane.domain.plans.choices import CLOSED, GoalStatus, ResponsibleKind, Voice
from hjemmebane.domain.plans.models import (
    Agreement,
    Goal,
    GoalWish,
    Plan,
    PlanActivity,
    PlanMeeting,
    PlanVersion,
    Wish,
)
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import overlaps_in
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.calculations.intensity import Span
from hjemmebane.domain.workload.queries.time import start_of
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.clock import day_of

type ByCourse[T] = Mapping[UUID, tuple[T, ...]]

# As far ahead as the page Indsatser side om side asks.
AHEAD = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Reach:
    """Whose records are read, and from which day on."""

    team_id: UUID
    course_ids: Sequence[UUID]
    since: dt.date

    def of[M: Model](self, kind: type[M]) -> QuerySet[M]:
        return kind._default_manager.filter(course_id__in=self.course_ids)


def gathered[T](rows: Iterable[Sequence[object]], into: Callable[..., T]) -> ByCourse[T]:
    """Rows that begin with their course, each made into what is kept of it, in their order."""
    found: dict[UUID, list[T]] = defaultdict(list)
    for course_id, *values in rows:
        found[UUID(str(course_id))].append(into(*values))
    return {course_id: tuple(each) for course_id, each in found.items()}


def holds(reach: Reach) -> ByCourse[Span]:
    rows = reach.of(Hold).order_by("from_on")
    return gathered(rows.values_list("course_id", "from_on", "until_on"), Span)


def agreed_intensities(reach: Reach) -> ByCourse[IntensityLog]:
    rows = reach.of(IntensityAgreement).order_by("from_on")
    told = ("from_on", "until_on", "contacts_per_week", "minutes_per_week", "level")
    return gathered(rows.values_list("course_id", *told), IntensityLog)


def agreed_ways(reach: Reach) -> ByCourse[WaysLog]:
    rows = reach.of(ContactAgreement).order_by("talked_on", "recorded_at", "pk")
    told = rows.values_list("course_id", "talked_on", "channels", "most_people", "places")
    return gathered(told, _ways)


def _ways(on: dt.date, channels: list[str], most: int | None, places: list[str]) -> WaysLog:
    return WaysLog(on, tuple(channels), most, tuple(places))


def contacts(reach: Reach) -> ByCourse[ContactLog]:
    """With who was there, and what they covered in the team that day."""
    covers = _functions_of(reach.team_id)
    staff = ContactStaff.objects.filter(contact_id=OuterRef("pk")).values("staff_member_id")
    steps = ContactSubGoal.objects.filter(contact_id=OuterRef("pk"))
    rows = reach.of(Contact).filter(started_at__gte=start_of(reach.since))
    rows = rows.order_by("started_at", "pk").annotate(who=ArraySubquery(staff), steps=Exists(steps))

    names = ("started_at", "kind", "outcome", "place", "direct_minutes", "appointment_id")
    found = []
    for course_id, *told, who, steps in rows.values_list("course_id", *names, "who", "steps"):
        at, kind, outcome, place, minutes, of = told
        on = day_of(at)
        functions = frozenset(code for one in who for code in covers(one, on))
        there = frozenset(who)
        log = ContactLog(at, on, kind, outcome, place, minutes, there, functions, of, steps)
        found.append((course_id, log))
    return gathered(found, lambda log: log)


def _functions_of(team_id: UUID) -> Callable[[UUID, dt.date], Sequence[str]]:
    """What a member of the team covered on a day; nothing for who was not in it."""
    places: dict[UUID, list[TeamMembership]] = defaultdict(list)
    for one in TeamMembership.objects.filter(team_id=team_id):
        places[one.staff_member_id].append(one)

    def covers(staff_id: UUID, day: dt.date) -> Sequence[str]:
        for one in places[staff_id]:
            if one.from_on <= day and (one.until_on is None or day <= one.until_on):
                return one.core_functions
        return ()

    return covers


def calls(reach: Reach) -> ByCourse[CallLog]:
    rows = reach.of(HelpCall).filter(called_at__gte=start_of(reach.since)).order_by("called_at")

    def logged(
        called: dt.datetime, reached: dt.datetime | None, closed: dt.datetime | None
    ) -> CallLog:
        return CallLog(day_of(called), day_of(reached) if reached else None, closed is not None)

    return gathered(rows.values_list("course_id", "called_at", "reached_at", "closed_at"), logged)


def red_days(reach: Reach) -> ByCourse[dt.date]:
    """On which somebody of the team saw the light red, and what they saw stands."""
    rows = reach.of(TrafficLightObservation).filter(
        colour=Light.RED, replaced_by__isnull=True, observed_at__gte=start_of(reach.since)
    )
    return gathered(rows.values_list("course_id", "observed_at"), day_of)


def own_red_days(reach: Reach) -> ByCourse[dt.date]:
    """On which the citizen said that it was red."""
    since = start_of(reach.since)
    rows = reach.of(OwnLight).filter(colour=Light.RED, recorded_at__gte=since)
    return gathered(rows.values_list("course_id", "recorded_at"), day_of)


def missed(reach: Reach) -> ByCourse[MissedLog]:
    rows = reach.of(Appointment).filter(
        status=AppointmentStatus.MISSED, starts_at__gte=start_of(reach.since)
    )
    told = rows.values_list("course_id", "pk", "starts_at")
    return gathered(told, lambda key, at: MissedLog(key, at, day_of(at)))


def plans(reach: Reach) -> ByCourse[UUID]:
    return gathered(reach.of(Plan).values_list("course_id", "pk"), lambda key: key)


def goals(reach: Reach) -> ByCourse[bool]:
    """Of each open goal, whether it hangs from a wish."""
    links = GoalWish.objects.filter(goal_id=OuterRef("pk"))
    rows = reach.of(Goal).filter(status=GoalStatus.OPEN).annotate(hangs=Exists(links))
    return gathered(rows.order_by("pk").values_list("course_id", "hangs"), bool)


def own_wishes(reach: Reach) -> ByCourse[UUID]:
    rows = reach.of(Wish).filter(said_by=Voice.CITIZEN)
    return gathered(rows.values_list("course_id", "pk"), lambda key: key)


def stances(reach: Reach) -> ByCourse[tuple[str, dt.date]]:
    """What the citizen said of the plan and when, the newest last."""
    rows = reach.of(Agreement).order_by("said_on", "recorded_at", "pk")
    told = rows.values_list("course_id", "stance", "said_on")
    return gathered(told, lambda stance, on: (stance, on))


def plan_meetings(reach: Reach) -> ByCourse[dt.date]:
    rows = reach.of(PlanMeeting).filter(held_on__gte=reach.since)
    return gathered(rows.values_list("course_id", "held_on"), lambda day: day)


def plan_versions(reach: Reach) -> ByCourse[dt.date]:
    rows = reach.of(PlanVersion).filter(recorded_at__gte=start_of(reach.since))
    return gathered(rows.values_list("course_id", "recorded_at"), day_of)


def model_days(reach: Reach) -> ByCourse[dt.date]:
    """On which the team said anything of a course in the practice model."""
    placed = reach.of(Placement).filter(from_on__gte=reach.since)
    noted = (
        reach.of(kind).filter(noted_on__gte=reach.since).values_list("course_id", "noted_on")
        for kind in (ActivityStatus, IndicatorJudgement)
    )
    rows = placed.values_list("course_id", "from_on").union(*noted)
    return gathered(rows, lambda day: day)


def turns(reach: Reach) -> ByCourse[tuple[dt.date, bool]]:
    """Of each time the team took a citizen up, the day, and whether the plan changed there."""
    rows = list(
        reach.of(MeetingItem)
        .filter(taken_up_at__gte=start_of(reach.since))
        .values_list("course_id", "taken_up_at", "meeting_id")
    )
    occasions = {f"meeting:{meeting}" for _, _, meeting in rows}
    changed = set(
        Change.objects.filter(occasion__in=occasions, table_name__startswith="plans_")
        .values_list("course_id", "occasion")
        .distinct()
    )
    told = [
        (course, day_of(at), (course, f"meeting:{meeting}") in changed)
        for course, at, meeting in rows
        if at
    ]
    return gathered(told, lambda on, has_changed: (on, has_changed))


def partner_activities(reach: Reach) -> ByCourse[bool]:
    """Of each that is agreed or under way, whether the partner wrote it with their own login."""
    rows = reach.of(PlanActivity).filter(responsible_kind=ResponsibleKind.PARTNER)
    told = rows.exclude(status__in=CLOSED).values_list("course_id", "recorded_by__face")
    return gathered(told, lambda face: face == Face.PARTNER)


def network_meetings(reach: Reach) -> ByCourse[dt.date]:
    """The days of those that were held."""
    rows = reach.of(NetworkMeeting).filter(
        state=NetworkMeetingState.HELD, starts_at__gte=start_of(reach.since)
    )
    return gathered(rows.values_list("course_id", "starts_at"), day_of)


def overlaps(course_ids: Sequence[UUID], today: dt.date) -> ByCourse[bool]:
    """Of each question about several efforts, whether the team has answered it as it is now."""
    begins = start_of(today)
    found = overlaps_in(course_ids, since=begins, until=begins + AHEAD)
    return {
        course_id: tuple(not one.is_open for one in around.asked)
        for course_id, around in found.items()
    }
