"""Counting many tables at once: one statement with a branch for each, whatever the courses."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, DateField, Max, Model, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, TruncDate

from hjemmebane.domain.citizens.models import LifeSituation, NetworkPerson
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.choices import ContactKind, Outcome, Place
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.courses.models import Course, PrimaryContact
from hjemmebane.domain.plans.choices import ActivityStatus, GoalStatus, ResponsibleKind, Voice
from hjemmebane.domain.plans.models import (
    Goal,
    OtherEffort,
    OtherPlan,
    Plan,
    PlanActivity,
    PlanMeeting,
    SubGoal,
    Wish,
)
from hjemmebane.domain.teams.queries import in_force
from hjemmebane.foundation.clock import COPENHAGEN

MONTH = dt.timedelta(days=30)
OUT_KINDS = Q(kind=ContactKind.ACCOMPANIMENT) | Q(place__in=[Place.OUTDOORS, Place.DROP_IN])
RUNNING = (ActivityStatus.PLANNED, ActivityStatus.ONGOING)
WIDTH = 4

type Row = tuple[UUID, str, int, int, int, int, dt.date | None]
type Branch = QuerySet[Model, Row]


@dataclass(frozen=True)
class Tally:
    """Up to four counts of one table, and the latest day in it."""

    counts: tuple[int, ...] = (0,) * WIDTH
    latest: dt.date | None = None

    @property
    def first(self) -> int:
        return self.counts[0]


def tallies_of(courses: Sequence[Course], *, today: dt.date) -> dict[tuple[UUID, str], Tally]:
    """By course or citizen and by table, everything counted; what is not there is left out."""
    if not courses:
        return {}
    first, *rest = _branches(courses, today)
    return {
        (owner, name): Tally(tuple(counts), latest)
        for owner, name, *counts, latest in first.union(*rest, all=True)
    }


def _branches(courses: Sequence[Course], today: dt.date) -> list[Branch]:
    ids = [course.pk for course in courses]
    citizens = [course.citizen_id for course in courses]
    return [
        *_of_the_plan(ids, today),
        *_of_the_course(ids, today),
        *_of_the_citizen(citizens, {course.team_id for course in courses}, today),
    ]


def _of_the_plan(ids: list[UUID], today: dt.date) -> list[Branch]:
    mine = Q(course_id__in=ids)
    months = [
        Q(settled_on__gt=today - (n + 1) * MONTH, settled_on__lte=today - n * MONTH)
        for n in range(3)
    ]
    does = [Q(responsible_kind=kind) for kind in (ResponsibleKind.CITIZEN, ResponsibleKind.PARTNER)]
    goals, linked = Count("pk", distinct=True), Q(wish_links__isnull=False)
    return [
        _branch("wish", Wish.objects.filter(mine, said_by=Voice.CITIZEN), Count("pk")),
        _branch(
            "goal",
            Goal.objects.filter(mine).exclude(status=GoalStatus.DROPPED),
            goals,
            Count("pk", distinct=True, filter=linked),
        ),
        _branch(
            "sub_goal",
            SubGoal.objects.filter(
                mine, status=GoalStatus.REACHED, settled_on__gt=today - 3 * MONTH
            ),
            *(Count("pk", filter=month) for month in months),
        ),
        _branch(
            "activity",
            PlanActivity.objects.filter(mine, status__in=RUNNING),
            *(Count("pk", filter=who) for who in does),
        ),
        _branch(
            "plan",
            Plan.objects.filter(mine),
            Count("pk", distinct=True),
            Coalesce(Max("versions__number"), 0),
            latest=Max(_day("versions__recorded_at")),
        ),
        _branch("meeting", PlanMeeting.objects.filter(mine), Count("pk"), latest=Max("held_on")),
        _branch("effort", OtherEffort.objects.filter(mine), Count("pk")),
        _branch("other_plan", OtherPlan.objects.filter(mine), Count("pk")),
    ]


def _of_the_course(ids: list[UUID], today: dt.date) -> list[Branch]:
    start = dt.datetime.combine(today, dt.time.min, COPENHAGEN)
    met = Contact.objects.filter(
        course_id__in=ids, outcome=Outcome.MET, started_at__gte=start - 3 * MONTH
    ).exclude(kind__in=WITH_OTHERS)
    lately = Q(started_at__gte=start - MONTH)
    before = Q(started_at__gte=start - 2 * MONTH, started_at__lt=start - MONTH)
    primary = PrimaryContact.objects.filter(course_id__in=ids, until_on__isnull=True)
    return [
        _branch(
            "contact",
            met,
            Count("pk", filter=lately),
            Count("pk", filter=before),
            Count("pk", filter=lately & Q(is_acute=True)),
            Count("pk", filter=OUT_KINDS),
        ),
        _branch("primary", primary, Count("pk"), latest=Max("from_on")),
    ]


def _of_the_citizen(citizens: list[UUID], teams: Iterable[UUID], today: dt.date) -> list[Branch]:
    mine = Q(citizen_id__in=citizens)
    given = Consent.objects.filter(mine, in_force(today), withdrawn_at__isnull=True)
    to_the_team = given.filter(team_id__in=list(teams))
    to_partners = given.filter(organisation__isnull=False)
    life, owner = LifeSituation.objects.filter(mine), "citizen_id"
    return [
        _branch("network", NetworkPerson.objects.filter(mine), Count("pk"), owner=owner),
        _branch("life", life, Count("area", distinct=True), owner=owner),
        _branch("team_consent", to_the_team, Count("pk"), latest=Max("from_on"), owner=owner),
        _branch("partner_consent", to_partners, Count("organisation", distinct=True), owner=owner),
    ]


def _branch[M: Model](
    name: str,
    rows: QuerySet[M],
    *counts: Combinable,
    latest: Combinable | None = None,
    owner: str = "course_id",
) -> Branch:
    """Rows grouped by their owner, in the columns that every branch has."""
    padded = [*counts, *(Value(0) for _ in range(WIDTH - len(counts)))]
    columns = {f"n{place}": count for place, count in enumerate(padded)}
    day = latest or Cast(Value(None), DateField())
    grouped = rows.order_by().values(owner).annotate(table=Value(name), **columns, day=day)
    return grouped.values_list(owner, "table", *columns, "day")


def _day(moment: str) -> TruncDate:
    return TruncDate(moment, tzinfo=COPENHAGEN)
