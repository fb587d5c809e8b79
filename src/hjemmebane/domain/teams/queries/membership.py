"""Who works where and when, and what they hold there."""

import datetime as dt
from collections.abc import Collection, Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import StaffMember, Team, TeamManager, TeamMembership
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical

FULL_TIME_HOURS = Decimal(37)


def in_force(day: dt.date) -> Q:
    """The condition that a period (from_on, until_on) covers `day`."""
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gte=day))


def staff_member(actor: Actor) -> StaffMember | None:
    """The staff member behind an actor; None for everybody else."""
    return StaffMember.objects.filter(user_id=actor.user_id).first() if actor.is_person else None


def teams_worked_in(actor: Actor, day: dt.date) -> QuerySet[Team]:
    """The teams whose citizens the actor works with on a day."""
    mine = TeamMembership.objects.filter(in_force(day), staff_member__user_id=actor.user_id)
    return Team.objects.filter(pk__in=mine.values("team_id")).order_by(alphabetical("name"), "pk")


def teams_with_work(actor: Actor, day: dt.date) -> QuerySet[Team]:
    """The teams whose citizens the actor works with on a day; each knows whether they coordinate
    it (`is_coordinated`). One question.
    """
    here = TeamMembership.objects.filter(
        in_force(day),
        team_id=OuterRef("pk"),
        staff_member__user_id=actor.user_id,
        core_functions__contains=[CoreFunction.COORDINATION],
    )
    return teams_worked_in(actor, day).annotate(coordinates=Exists(here))


def is_coordinated(team: Team) -> bool:
    """Whether whoever asked `teams_with_work` for this team coordinates it."""
    return bool(getattr(team, "coordinates", False))


def teams_managed_by(actor: Actor, day: dt.date) -> QuerySet[Team]:
    """The teams the actor manages on a day: aggregates only."""
    mine = TeamManager.objects.filter(in_force(day), staff_member__user_id=actor.user_id)
    return Team.objects.filter(pk__in=mine.values("team_id")).order_by(alphabetical("name"), "pk")


def managers_of(team_id: UUID, day: dt.date) -> QuerySet[StaffMember]:
    """Who manages a team on a day, in order of name."""
    rows = TeamManager.objects.filter(in_force(day), team_id=team_id).values("staff_member_id")
    return StaffMember.objects.filter(pk__in=rows).order_by(alphabetical("name"), "pk")


def members_of(team_ids: Iterable[UUID], day: dt.date) -> QuerySet[TeamMembership]:
    """Who works in the teams on a day, with their staff member, in order of name."""
    return (
        TeamMembership.objects.filter(in_force(day), team_id__in=list(team_ids))
        .select_related("staff_member", "team")
        .order_by(alphabetical("staff_member__name"), "pk")
    )


def memberships_from(team_ids: Iterable[UUID], day: dt.date) -> QuerySet[TeamMembership]:
    """Who works in the teams on a day or will later, with their staff member, by name.

    The keys may be a question themselves, which is then asked in the same query.
    """
    asked = team_ids if isinstance(team_ids, QuerySet) else list(team_ids)
    return (
        TeamMembership.objects.filter(
            Q(until_on__isnull=True) | Q(until_on__gte=day), team_id__in=asked
        )
        .select_related("staff_member", "team")
        .order_by(alphabetical("staff_member__name"), "from_on", "pk")
    )


def memberships_of_those_in(team_id: UUID, day: dt.date) -> QuerySet[TeamMembership]:
    """All memberships, in other teams too, of those who work in the team on a day or later."""
    members = memberships_from([team_id], day).order_by().values("staff_member_id")
    return (
        TeamMembership.objects.filter(
            Q(until_on__isnull=True) | Q(until_on__gte=day), staff_member_id__in=members
        )
        .select_related("staff_member", "team")
        .order_by(alphabetical("staff_member__name"), "from_on", "pk")
    )


def memberships_ever(team_id: UUID, staff: Iterable[UUID]) -> QuerySet[TeamMembership]:
    """The periods in which these staff members worked, work or will work in a team."""
    found = TeamMembership.objects.filter(team_id=team_id, staff_member_id__in=list(staff))
    return found.select_related("staff_member", "team").order_by("from_on", "pk")


def coordinated_with(actor: Actor, day: dt.date) -> QuerySet[TeamMembership]:
    """The memberships in the teams that the actor coordinates on a day, of that day or later."""
    mine = TeamMembership.objects.filter(
        in_force(day),
        staff_member__user_id=actor.user_id,
        core_functions__contains=[CoreFunction.COORDINATION],
    )
    return memberships_from(mine.values_list("team_id", flat=True), day)


def staff_of(team_id: UUID, day: dt.date) -> QuerySet[StaffMember]:
    """The staff members of one team on a day."""
    members = TeamMembership.objects.filter(in_force(day), team_id=team_id)
    return StaffMember.objects.filter(pk__in=members.values("staff_member_id")).order_by(
        alphabetical("name"), "pk"
    )


def work_in_team(team_id: UUID, staff: Collection[UUID], day: dt.date) -> bool:
    """Whether all of them work in the team on a day."""
    wanted = set(staff)
    return staff_of(team_id, day).filter(pk__in=wanted).count() == len(wanted)


def names_of_staff(staff: Iterable[UUID | str]) -> dict[str, str]:
    """By key, as text."""
    return {str(one.pk): one.name for one in StaffMember.objects.filter(pk__in=staff)}


def joined_first(team_id: UUID, day: dt.date) -> dict[UUID, dt.date]:
    """Those who work in the team on a day, by name, and the day each first came to it."""
    first = (
        TeamMembership.objects.filter(team_id=team_id, staff_member__in=staff_of(team_id, day))
        .values_list("staff_member_id")
        .annotate(Min("from_on"))
        .order_by(alphabetical("staff_member__name"), "staff_member_id")
    )
    return dict(first)


def full_time_equivalents(memberships: Iterable[TeamMembership]) -> Decimal:
    """Executing and coordinating hours together, in positions of 37 hours."""
    hours = sum((m.executing_hours + m.coordination_hours for m in memberships), Decimal(0))
    return hours / FULL_TIME_HOURS
