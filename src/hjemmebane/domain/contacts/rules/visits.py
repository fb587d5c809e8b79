"""When one may say that one has arrived, what a contact can come of, and who writes templates."""

import datetime as dt

from hjemmebane.domain.contacts.calculations import USUAL_LENGTH
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    TemplateRefusal,
    VisitRefusal,
)
from hjemmebane.domain.contacts.models import Appointment, Contact, VisitStart, VisitTemplate
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import coordinated_with, work_in_team
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


def check_can_begin(
    course: Course, staff_member: StaffMember, *, by: Actor, now: dt.datetime
) -> None:
    """Oneself, at a citizen of one's team of today, while the course is open."""
    check_is_open(course)
    if by.user_id != staff_member.user_id:
        raise Refused(VisitRefusal.NOT_YOURS)
    if not work_in_team(course.team_id, [staff_member.pk], day_of(now)):
        raise Refused(VisitRefusal.NOT_IN_TEAM)


def check_is_ones_own(by: Actor, visit: VisitStart) -> None:
    """Only who arrived can say that they go, or that they never were there."""
    if by.user_id != visit.staff_member.user_id:
        raise Refused(VisitRefusal.NOT_YOURS)


def check_comes_of(
    contact: Contact, appointment: Appointment, *, over_at: dt.datetime, status: AppointmentStatus
) -> None:
    """The same citizen's, not settled otherwise nor by another contact, and not one much later.

    Whoever comes early settles it all the same, and a call may cancel it days before.
    """
    if appointment.course_id != contact.course_id:
        raise Refused(VisitRefusal.OTHER_CITIZENS, field="appointment")
    if appointment.status not in {AppointmentStatus.PLANNED, status}:
        raise Refused(VisitRefusal.ALREADY_SETTLED, field="appointment")
    if Contact.objects.filter(appointment=appointment).exclude(pk=contact.pk).exists():
        raise Refused(VisitRefusal.ALREADY_SETTLED, field="appointment")
    if status == AppointmentStatus.CANCELLED:
        return
    if over_at < appointment.starts_at - USUAL_LENGTH:
        raise Refused(VisitRefusal.OVER_BEFORE, field="appointment")


def check_can_write_templates(actor: Actor, team: Team, *, today: dt.date) -> None:
    """The team's coordinator, today."""
    if not coordinated_with(actor, today).filter(team=team).exists():
        raise Refused(TemplateRefusal.NOT_COORDINATOR)


def check_template(template: VisitTemplate, *, today: dt.date) -> None:
    """One of each name in a team, and none names a citizen by number."""
    others = VisitTemplate.objects.filter(team=template.team, name__iexact=template.name)
    if others.exclude(pk=template.pk).exists():
        raise Refused(TemplateRefusal.NAME_TAKEN, field="name")
    for field in ("name", "note"):
        if holds_cpr(getattr(template, field), today=today):
            raise Refused(TemplateRefusal.CPR_NUMBER, field=field)
