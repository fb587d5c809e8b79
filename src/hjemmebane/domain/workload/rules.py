import datetime as dt
from collections.abc import Sequence

from hjemmebane.domain.teams.queries import coordinated_with, work_in_team
from hjemmebane.domain.workload.choices import HandOverRefusal, TimeRefusal
from hjemmebane.domain.workload.models import MINUTES_IN_A_DAY, TimeEntry
from hjemmebane.domain.workload.queries import minutes_of_day
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused


def check_can_write_time(actor: Actor, entry: TimeEntry, *, today: dt.date) -> None:
    """One's own, and as coordinator that of one's team."""
    if entry.staff_member.user_id == actor.user_id:
        return
    team = coordinated_with(actor, today).filter(team_id=entry.team_id)
    if not team.filter(staff_member_id=entry.staff_member_id).exists():
        raise Refused(TimeRefusal.NOT_YOURS)


def check_time(entry: TimeEntry, *, today: dt.date) -> None:
    """On a day that has come, in the team, and with all else of that day no more than it has."""
    if entry.worked_on > today:
        raise Refused(TimeRefusal.FUTURE, field="worked_on")
    if not work_in_team(entry.team_id, [entry.staff_member_id], entry.worked_on):
        raise Refused(TimeRefusal.NOT_IN_TEAM, field="worked_on")
    others = minutes_of_day(entry.staff_member_id, entry.worked_on, besides=entry.pk)
    if others + entry.minutes > MINUTES_IN_A_DAY:
        raise Refused(TimeRefusal.TOO_LONG, field="minutes")


def check_something_is_chosen(given: Sequence[object]) -> None:
    """Giving nothing on is a slip."""
    if not given:
        raise Refused(HandOverRefusal.NOTHING_CHOSEN)
