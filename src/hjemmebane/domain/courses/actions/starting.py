import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.citizens.actions import CitizenDetails, add_citizen
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.actions import give_consent
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course, EarlyContact, PrimaryContact
from hjemmebane.domain.courses.queries.courses import course_to_change
from hjemmebane.domain.courses.rules import (
    check_basis,
    check_can_be_primary,
    check_can_start,
    check_has_consent,
    check_has_match,
)
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal

TEAM_PURPOSE = "Teamet må dele oplysninger om mig indbyrdes og arbejde sammen om min plan."


@dataclass(frozen=True)
class CourseStart:
    """How a course begins: the day, the basis, where it came from and how the citizen said yes."""

    started_on: dt.date
    consent_how_given: str
    legal_basis: str = "SEL_85"
    origin: str = ""


@action
def start_course_for_new_citizen(
    *,
    citizen_id: UUID,
    course_id: UUID,
    details: CitizenDetails,
    team: Team,
    start: CourseStart,
    early_contact: EarlyContact | None = None,
    by: Actor,
    at: dt.datetime,
) -> Course:
    """Write a person down and start their course, with their consent: all of it or nothing.

    Refuses a citizen's key that is taken, and says the same whosever it is.
    """
    try:
        citizen = add_citizen(id=citizen_id, details=details, by=by, at=at)
    except AlreadySaved as double:
        # The form came twice: its answer is the course, also when the citizen is met first.
        if not Course.objects.filter(pk=course_id).exists():
            raise Refused(RecordRefusal.ID_TAKEN) from double
        citizen = Citizen.objects.get(pk=citizen_id)
    return start_course(
        id=course_id,
        citizen=citizen,
        team=team,
        start=start,
        early_contact=early_contact,
        by=by,
        at=at,
    )


@action
def start_course(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    team: Team,
    start: CourseStart,
    early_contact: EarlyContact | None = None,
    by: Actor,
    at: dt.datetime,
) -> Course:
    """Start a citizen's course with a team. The consent that it rests on is recorded with it.

    What came before (`early_contact`, whose decision must be a match) follows into the course.
    Refuses a day to come, a missing consent, a team the actor does not work in, somebody under
    age, an unknown legal basis, and a second open course there.
    """
    take_turns(f"courses.start_course {team.pk}")
    course = Course(
        id=id,
        citizen=citizen,
        team=team,
        status=CourseStatus.ACTIVE,
        legal_basis=start.legal_basis,
        origin=start.origin,
        started_on=start.started_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    course.check_unsent()
    if early_contact:
        check_has_match(early_contact)
    check_basis(team, start.legal_basis)
    check_has_consent(start.consent_how_given)
    check_can_start(by, citizen, team, started_on=start.started_on, today=day_of(at))
    course.insert()
    if early_contact:
        changes = {"citizen_id": citizen.pk, "course_id": course.pk}
        early_contact.save_changes(changes, version=early_contact.version)
    _say_yes(course, start.consent_how_given, by=by, at=at)
    return course


def _say_yes(course: Course, how_given: str, *, by: Actor, at: dt.datetime) -> None:
    """Record the consent to the team, from the first day of the course."""
    give_consent(
        id=new_id(),
        citizen=course.citizen,
        recipient=course.team,
        scope=[ConsentScope.TEAM_WORK],
        purpose=TEAM_PURPOSE,
        how_given=how_given,
        from_on=course.started_on,
        by=by,
        at=at,
    )


@action
def choose_primary_contact(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    staff_member: StaffMember,
    chosen_by_citizen: bool,
    why: str = "",
    by: Actor,
    at: dt.datetime,
) -> PrimaryContact:
    """Make somebody in the team the primary contact; the former one steps back that day."""
    day, course = day_of(at), course_to_change(course.pk)
    check_can_be_primary(course, staff_member, today=day)
    for former in PrimaryContact.objects.filter(course=course, until_on__isnull=True):
        former.save_changes({"until_on": max(day, former.from_on)}, version=former.version)
    contact = PrimaryContact(
        id=id,
        course=course,
        staff_member=staff_member,
        from_on=day,
        chosen_by_citizen=chosen_by_citizen,
        why=why,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return contact.insert()
