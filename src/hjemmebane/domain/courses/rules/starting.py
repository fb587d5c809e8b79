import datetime as dt

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import teams_worked_in, work_in_team
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused


def check_can_start(
    actor: Actor, citizen: Citizen, team: Team, *, started_on: dt.date, today: dt.date
) -> None:
    """The actor works in the team, the day has come, the citizen lives and is not there yet."""
    if started_on > today:
        raise Refused(CourseRefusal.FUTURE_START, field="started_on")
    check_works_in(actor, team, day=today)
    if citizen.died_on:
        raise Refused(CourseRefusal.HAS_DIED)
    check_is_adult(team, citizen.born_on, day=started_on)
    there = Course.objects.filter(citizen=citizen, team=team).exclude(status=CourseStatus.ENDED)
    if there.exists():
        raise Refused(CourseRefusal.ALREADY_THERE)


def check_works_in(actor: Actor, team: Team, *, day: dt.date) -> None:
    """The actor works in the team."""
    if not teams_worked_in(actor, day).filter(pk=team.pk).exists():
        raise Refused(CourseRefusal.NOT_IN_TEAM, field="team")


def check_has_consent(how_given: str) -> None:
    """A course rests on the citizen's own yes."""
    if not how_given:
        raise Refused(CourseRefusal.CONSENT_MISSING, field="consent_how_given")


def check_is_open(course: Course) -> None:
    """Nothing is added to a course that has ended."""
    if not course.is_open:
        raise Refused(CourseRefusal.ALREADY_ENDED)


def check_can_be_primary(course: Course, staff_member: StaffMember, *, today: dt.date) -> None:
    """A primary contact works in the course's team."""
    check_is_open(course)
    if not work_in_team(course.team_id, [staff_member.pk], today):
        raise Refused(CourseRefusal.PRIMARY_NOT_IN_TEAM, field="staff_member")


def check_is_adult(team: Team, born_on: dt.date | None, *, day: dt.date) -> None:
    """As old as the method says; an unknown birth date is no hindrance."""
    least = pack(team.method_pack).target_group.minimum_age
    if born_on and age_on(born_on, day) < least:
        raise Refused(CourseRefusal.UNDER_AGE, field="born_on")


def check_basis(team: Team, code: str) -> None:
    """The legal basis is one that the team's method knows."""
    try:
        pack(team.method_pack).legal_basis(code)
    except UnknownCode as error:
        raise Refused(CourseRefusal.UNKNOWN_BASIS, field="legal_basis") from error


def check_days_in_course(
    course: Course, *, today: dt.date, field: str, day: dt.date | None
) -> None:
    """A day that has come, and not before the course."""
    if day and day > today:
        raise Refused(CourseRefusal.FUTURE, field=field)
    if day and day < course.started_on:
        raise Refused(CourseRefusal.BEFORE_COURSE, field=field)
