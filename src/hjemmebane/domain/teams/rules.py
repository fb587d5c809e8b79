import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from django.db.models import Q

from hjemmebane.domain.teams.calculations import Engagement, most_at_once
from hjemmebane.domain.teams.choices import (
    AbsenceRefusal,
    BoardLayoutRefusal,
    MembershipRefusal,
    PersonaRefusal,
    RoleRefusal,
    TrainingRefusal,
)
from hjemmebane.domain.teams.models import (
    HOURS_IN_A_DAY,
    HOURS_IN_A_WEEK,
    Absence,
    Persona,
    StaffMember,
    Team,
    TeamMembership,
    TrainingRecord,
)
from hjemmebane.domain.teams.queries import (
    absences_between,
    board_layout_of,
    coordinated_with,
    functions_of,
    role_description,
    teams_worked_in,
    work_in_team,
)
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused

LONGEST_ANSWER = 2_000


def check_functions(team: Team, codes: Collection[str]) -> None:
    """Those of the team's method, and coordinating."""
    if set(codes) - functions_of(team).keys():
        raise Refused(MembershipRefusal.UNKNOWN_FUNCTION, field="core_functions")


def check_can_join(
    team: Team,
    staff_member: StaffMember,
    *,
    from_on: dt.date,
    until_on: dt.date | None,
    besides: TeamMembership | None = None,
) -> None:
    """A period must have its ends in order and not overlap another in the same team."""
    if until_on and until_on < from_on:
        raise Refused(MembershipRefusal.ENDS_BEFORE_START, field="until_on")
    others = TeamMembership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=from_on), team=team, staff_member=staff_member
    )
    if until_on:
        others = others.filter(from_on__lte=until_on)
    if besides:
        others = others.exclude(pk=besides.pk)
    if others.exists():
        raise Refused(MembershipRefusal.OVERLAPS, field="from_on")


def check_hours_fit(
    staff_member: StaffMember,
    *,
    hours: Decimal,
    from_on: dt.date,
    until_on: dt.date | None,
    besides: TeamMembership | None = None,
) -> None:
    """All of somebody's memberships together fit in a week, whatever the day."""
    held = [
        Engagement(one.from_on, one.until_on, one.executing_hours + one.coordination_hours)
        for one in TeamMembership.objects.filter(staff_member=staff_member)
        if one != besides
    ]
    if most_at_once([*held, Engagement(from_on, until_on, hours)]) > HOURS_IN_A_WEEK:
        raise Refused(MembershipRefusal.TOO_MANY_HOURS, field="executing_hours")


def check_can_write_absence(actor: Actor, staff_member: StaffMember, *, today: dt.date) -> None:
    """One's own, and as coordinator that of one's team."""
    if not actor.is_person or staff_member.user_id == actor.user_id:
        return
    if not coordinated_with(actor, today).filter(staff_member=staff_member).exists():
        raise Refused(AbsenceRefusal.NOT_YOURS)


def check_absence(absence: Absence) -> None:
    """Its ends in order, in a team, no more hours than a week has, and one at a time."""
    if absence.until_on and absence.until_on < absence.from_on:
        raise Refused(AbsenceRefusal.ENDS_BEFORE_START, field="until_on")
    _check_hours_away(absence.hours_per_week)
    in_a_team = TeamMembership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=absence.from_on),
        staff_member_id=absence.staff_member_id,
    )
    if absence.until_on:
        in_a_team = in_a_team.filter(from_on__lte=absence.until_on)
    if not in_a_team.exists():
        raise Refused(AbsenceRefusal.NOT_IN_TEAM, field="from_on")
    others = absences_between([absence.staff_member_id], absence.from_on, absence.until_on)
    if others.exclude(pk=absence.pk).exists():
        raise Refused(AbsenceRefusal.OVERLAPS, field="from_on")


def _check_hours_away(hours: Decimal | None) -> None:
    """Some, and no more than there are; none said is all of them."""
    if hours is None:
        return
    if hours <= 0:
        raise Refused(AbsenceRefusal.NO_HOURS, field="hours_per_week")
    if hours > HOURS_IN_A_WEEK:
        raise Refused(AbsenceRefusal.TOO_MANY_HOURS, field="hours_per_week")


def check_is_oneself(actor: Actor, staff_member: StaffMember) -> None:
    """One's persona and picture are one's own; operations may set one up for an installation."""
    if actor.is_person and staff_member.user_id != actor.user_id:
        raise Refused(PersonaRefusal.NOT_YOURSELF)


def check_has_no_persona(staff_member: StaffMember) -> None:
    """There is one, and it is changed."""
    if Persona.objects.filter(staff_member=staff_member).exists():
        raise Refused(PersonaRefusal.ALREADY_THERE)


def check_can_lay_out(actor: Actor, team: Team, columns: Sequence[str], *, today: dt.date) -> None:
    """The board is the team's own; it has some columns, and each once."""
    if not teams_worked_in(actor, today).filter(pk=team.pk).exists():
        raise Refused(BoardLayoutRefusal.NOT_IN_TEAM)
    if not columns:
        raise Refused(BoardLayoutRefusal.NONE, field="columns")
    if len(set(columns)) < len(columns):
        raise Refused(BoardLayoutRefusal.TWICE, field="columns")


def check_has_no_layout(team: Team) -> None:
    """There is one, and it is changed."""
    if board_layout_of(team.pk):
        raise Refused(BoardLayoutRefusal.ALREADY_THERE)


def check_can_describe_role(
    actor: Actor, team: Team, staff_member: StaffMember | None, *, today: dt.date
) -> None:
    """The team's function is any member's to write; a member's their own or the coordinator's."""
    if staff_member is None:
        if not _works_in(actor, team, today):
            raise Refused(RoleRefusal.NOT_YOURS)
        return
    if not work_in_team(team.pk, [staff_member.pk], today):
        raise Refused(RoleRefusal.NOT_IN_TEAM)
    if staff_member.user_id == actor.user_id:
        return
    if not coordinated_with(actor, today).filter(team=team).exists():
        raise Refused(RoleRefusal.NOT_YOURS)


def check_answers(answers: Mapping[str, str], *, today: dt.date) -> None:
    """Something is said, no line is a book, and none names a citizen by number."""
    if not answers:
        raise Refused(RoleRefusal.NOTHING_WRITTEN)
    for code, words in answers.items():
        if len(words) > LONGEST_ANSWER:
            raise Refused(RoleRefusal.TOO_LONG, field=code)
        if holds_cpr(words, today=today):
            raise Refused(RoleRefusal.CPR_NUMBER, field=code)


def check_has_no_role_description(team: Team, staff_member: StaffMember | None) -> None:
    """There is one, and it is changed."""
    if role_description(team.pk, staff_member):
        raise Refused(RoleRefusal.ALREADY_THERE)


def check_can_write_training(actor: Actor, team: Team, *, today: dt.date) -> None:
    """Whoever works in the team: what was learned is everybody's to remember."""
    if not _works_in(actor, team, today):
        raise Refused(TrainingRefusal.NOT_YOURS)


def check_training(
    training: TrainingRecord, staff: Collection[StaffMember], *, today: dt.date
) -> None:
    """On a day that has come, no longer than that, with somebody of the team, of no citizen."""
    if training.held_on > today:
        raise Refused(TrainingRefusal.FUTURE, field="held_on")
    if training.hours <= 0:
        raise Refused(TrainingRefusal.NO_HOURS, field="hours")
    if training.hours > HOURS_IN_A_DAY:
        raise Refused(TrainingRefusal.TOO_MANY_HOURS, field="hours")
    for field in ("led_by", "about"):
        if holds_cpr(getattr(training, field), today=today):
            raise Refused(TrainingRefusal.CPR_NUMBER, field=field)
    if not staff:
        raise Refused(TrainingRefusal.NOBODY, field="staff")
    if not work_in_team(training.team_id, [member.pk for member in staff], training.held_on):
        raise Refused(TrainingRefusal.NOT_IN_TEAM, field="staff")


def _works_in(actor: Actor, team: Team, today: dt.date) -> bool:
    return teams_worked_in(actor, today).filter(pk=team.pk).exists()
