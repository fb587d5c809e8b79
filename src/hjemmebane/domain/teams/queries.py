import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Min, Q, QuerySet

from hjemmebane.domain.method.content.entries import RoleField, RoleOwner
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.calculations import Training
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import (
    Absence,
    BoardLayout,
    CalendarFeed,
    Persona,
    Portrait,
    RoleDescription,
    StaffMember,
    Team,
    TeamManager,
    TeamMembership,
    TrainingParticipant,
    TrainingRecord,
)
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.sealing import unseal_bytes

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


def names_of_staff(staff: Iterable[UUID | str]) -> dict[str, str]:
    """By key, as text."""
    return {str(one.pk): one.name for one in StaffMember.objects.filter(pk__in=staff)}


def memberships_ever(team_id: UUID, staff: Iterable[UUID]) -> QuerySet[TeamMembership]:
    """The periods in which these staff members worked, work or will work in a team."""
    found = TeamMembership.objects.filter(team_id=team_id, staff_member_id__in=list(staff))
    return found.select_related("staff_member", "team").order_by("from_on", "pk")


def absences_between(
    staff: Iterable[UUID], first: dt.date, last: dt.date | None
) -> QuerySet[Absence]:
    """The absences of these staff members that touch a period, in order of time."""
    touching = Absence.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=first), staff_member_id__in=list(staff)
    )
    if last:
        touching = touching.filter(from_on__lte=last)
    return touching.select_related("staff_member").order_by("from_on", "pk")


def absence(absence_id: UUID) -> Absence | None:
    """One absence that the acting person sees."""
    return Absence.objects.filter(pk=absence_id).select_related("staff_member").first()


def coordinated_with(actor: Actor, day: dt.date) -> QuerySet[TeamMembership]:
    """The memberships in the teams that the actor coordinates on a day, of that day or later."""
    mine = TeamMembership.objects.filter(
        in_force(day),
        staff_member__user_id=actor.user_id,
        core_functions__contains=[CoreFunction.COORDINATION],
    )
    return memberships_from(mine.values_list("team_id", flat=True), day)


def personas_of(staff: Iterable[UUID]) -> dict[UUID, Persona]:
    """What they have written about themselves, by staff member; who has not is left out."""
    written = Persona.objects.filter(staff_member_id__in=list(staff))
    return {persona.staff_member_id: persona for persona in written}


def persona_of(staff_member_id: UUID) -> Persona | None:
    found = Persona.objects.filter(staff_member_id=staff_member_id)
    return found.select_related("staff_member").first()


def have_portraits(staff: Iterable[UUID]) -> set[UUID]:
    """Which of them have uploaded a picture of themselves."""
    shown = Portrait.objects.filter(staff_member_id__in=list(staff))
    return set(shown.values_list("staff_member_id", flat=True))


def portraits_of(staff: Iterable[UUID]) -> dict[UUID, bytes]:
    """Their pictures as JPEG, by staff member; who has uploaded none is left out."""
    shown = Portrait.objects.filter(staff_member_id__in=list(staff))
    return {one.staff_member_id: portrait_content(one) for one in shown}


def portrait_of(staff_member_id: UUID) -> Portrait | None:
    found = Portrait.objects.filter(staff_member_id=staff_member_id)
    return found.select_related("staff_member").first()


def portrait_content(portrait: Portrait) -> bytes:
    """The picture as JPEG."""
    return unseal_bytes(bytes(portrait.content_sealed), place=portrait_place(portrait.pk))


def portrait_place(portrait_id: UUID) -> str:
    return f"teams_portrait.content_sealed.{portrait_id}"


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


def full_time_equivalents(memberships: Iterable[TeamMembership]) -> Decimal:
    """Executing and coordinating hours together, in positions of 37 hours."""
    hours = sum((m.executing_hours + m.coordination_hours for m in memberships), Decimal(0))
    return hours / FULL_TIME_HOURS


def uncovered_functions(memberships: Iterable[TeamMembership]) -> list[CoreFunction]:
    """The core functions (and the coordinator) that nobody in the team holds."""
    held = {function for m in memberships for function in m.core_functions}
    return [function for function in CoreFunction if function not in held]


def board_layout_of(team_id: UUID) -> BoardLayout | None:
    """The columns a team has chosen for its board; None while it has the usual ones."""
    return BoardLayout.objects.filter(team_id=team_id).select_related("team").first()


def chosen_columns(team: Team) -> Sequence[str]:
    """The codes a team that came with its layout has chosen; none while it has the usual ones."""
    layout: BoardLayout | None = getattr(team, "board_layout", None)
    return layout.columns if layout else ()


def role_fields(team: Team, staff_member: StaffMember | None) -> list[RoleField]:
    """The lines that the team's method has for the team's function, or for a member's."""
    whose = RoleOwner.MEMBER if staff_member else RoleOwner.TEAM
    return pack(team.method_pack).role_fields_of(whose)


def role_descriptions_of(team_id: UUID) -> dict[UUID | None, RoleDescription]:
    """A team's descriptions by staff member; the team's own is None's."""
    written = RoleDescription.objects.filter(team_id=team_id).select_related("team")
    return {one.staff_member_id: one for one in written}


def role_description(team_id: UUID, staff_member: StaffMember | None) -> RoleDescription | None:
    found = RoleDescription.objects.filter(team_id=team_id, staff_member=staff_member)
    return found.select_related("team").first()


@dataclass(frozen=True)
class Rewriting:
    """One time that a description was written: by whose actor key, and each line's words before."""

    at: dt.datetime
    actor: str
    before: Mapping[str, str]


def rewritings_in(team_id: UUID) -> dict[UUID, list[Rewriting]]:
    """What the change history tells of a team's descriptions, by description, the newest first."""
    told: dict[UUID, list[Rewriting]] = defaultdict(list)
    for row in ask_guard("history_of_role_descriptions", str(team_id)):
        description, at, actor, before, after = row
        was, became = (json.loads(str(one)) if one else {} for one in (before, after))
        lines = [code for code in {**was, **became} if was.get(code) != became.get(code)]
        if lines and isinstance(description, UUID) and isinstance(at, dt.datetime):
            words = {code: was.get(code, "") for code in lines}
            told[description].append(Rewriting(at, str(actor), words))
    return told


def visible_trainings() -> QuerySet[TrainingRecord]:
    """The trainings of the acting person's teams, the newest first, with who took part."""
    return (
        TrainingRecord.objects.select_related("team")
        .prefetch_related("participants__staff_member")
        .order_by("-held_on", "-pk")
    )


def trainings_of(team_id: UUID) -> QuerySet[TrainingRecord]:
    return visible_trainings().filter(team_id=team_id)


def participants_of(training_id: UUID) -> list[StaffMember]:
    """Who took part in a training, by name."""
    rows = TrainingParticipant.objects.filter(training_id=training_id)
    by_name = rows.select_related("staff_member").order_by(alphabetical("staff_member__name"), "pk")
    return [row.staff_member for row in by_name]


def as_training(record: TrainingRecord) -> Training:
    """A training in plain figures; who took part must be there already."""
    return Training(
        kind=record.kind,
        held_on=record.held_on,
        hours=record.hours,
        participants=frozenset(one.staff_member_id for one in record.participants.all()),
    )


def joined_first(team_id: UUID, day: dt.date) -> dict[UUID, dt.date]:
    """Those who work in the team on a day, by name, and the day each first came to it."""
    first = (
        TeamMembership.objects.filter(team_id=team_id, staff_member__in=staff_of(team_id, day))
        .values_list("staff_member_id")
        .annotate(Min("from_on"))
        .order_by(alphabetical("staff_member__name"), "staff_member_id")
    )
    return dict(first)


def feed_of(staff_member_id: UUID) -> CalendarFeed | None:
    """One's own open feed."""
    open_ones = CalendarFeed.objects.filter(staff_member_id=staff_member_id)
    return open_ones.filter(revoked_at__isnull=True).first()


def feed_to_change(staff_member_id: UUID) -> CalendarFeed | None:
    """One's own open feed, held until the transaction ends."""
    rows = CalendarFeed.objects.select_for_update(no_key=True)
    return rows.filter(staff_member_id=staff_member_id, revoked_at__isnull=True).first()


def opens_a_feed(secret: str) -> bool:
    """Whether a secret opens anybody's calendar today. Only for the feed."""
    return any(owner for (owner,) in ask_guard("feed_owner", secret))
