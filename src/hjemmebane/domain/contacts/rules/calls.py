import datetime as dt

from hjemmebane.domain.contacts.choices import CallRefusal
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.decisions import Refused


def check_can_be_asked(course: Course, asked: StaffMember | None, *, today: dt.date) -> None:
    """Whoever is asked works in the team today."""
    if asked and not work_in_team(course.team_id, [asked.pk], today):
        raise Refused(CallRefusal.NOT_IN_TEAM, field="asked")


def check_can_take(call: HelpCall, who: StaffMember | None, *, today: dt.date) -> None:
    """By one, while it is open; and by somebody of the team."""
    check_is_waiting(call)
    if who is None or not work_in_team(call.course.team_id, [who.pk], today):
        raise Refused(CallRefusal.NOT_IN_TEAM)
    if call.taken_by and call.taken_by != who:
        raise Refused(CallRefusal.ALREADY_TAKEN)


def check_is_waiting(call: HelpCall) -> None:
    """Closed once."""
    if call.closed_at:
        raise Refused(CallRefusal.ALREADY_CLOSED)


def check_can_close(call: HelpCall, *, words: str) -> None:
    """Once, and in words."""
    check_is_waiting(call)
    if not words.strip():
        raise Refused(CallRefusal.WORDS_MISSING, field="words")
