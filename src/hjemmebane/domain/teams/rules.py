import datetime as dt

from django.db.models import Q

from hjemmebane.domain.teams.choices import MembershipRefusal, PersonaRefusal
from hjemmebane.domain.teams.models import Persona, StaffMember, Team, TeamMembership
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused


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


def check_is_oneself(actor: Actor, staff_member: StaffMember) -> None:
    """One's persona and picture are one's own; operations may set one up for an installation."""
    if actor.is_person and staff_member.user_id != actor.user_id:
        raise Refused(PersonaRefusal.NOT_YOURSELF)


def check_has_no_persona(staff_member: StaffMember) -> None:
    """There is one, and it is changed."""
    if Persona.objects.filter(staff_member=staff_member).exists():
        raise Refused(PersonaRefusal.ALREADY_THERE)
