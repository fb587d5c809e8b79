import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.actions.calls import answer_calls
from hjemmebane.domain.contacts.actions.visits import close_visit, follow_outcome, settle_by_contact
from hjemmebane.domain.contacts.choices import ContactKind, InitiatedBy, Outcome, Progress
from hjemmebane.domain.contacts.models import (
    Appointment,
    Contact,
    ContactStaff,
    ContactSubGoal,
    VisitStart,
)
from hjemmebane.domain.contacts.rules import check_contact
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.plans.queries import plan_of_course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class ContactDetails:
    """A contact's own fields, as typed. An attempt in vain may cost minutes too."""

    started_at: dt.datetime
    kind: str = ContactKind.VISIT
    place: str = Place.HOME
    outcome: str = Outcome.MET
    initiated_by: str = InitiatedBy.TEAM
    direct_minutes: int = 0
    travel_minutes: int = 0
    accompanied_to: str = ""
    mood: str = ""
    is_acute: bool = False
    note: str = ""

    @property
    def minutes(self) -> int:
        return self.direct_minutes + self.travel_minutes

    @property
    def over_at(self) -> dt.datetime:
        """When whoever was there went again."""
        return self.started_at + dt.timedelta(minutes=self.direct_minutes)


@action
def log_contact(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    details: ContactDetails,
    staff: Sequence[StaffMember],
    sub_goals: Mapping[UUID, Progress],
    appointment: Appointment | None = None,
    visit: VisitStart | None = None,
    by: Actor,
    at: dt.datetime,
) -> Contact:
    """Write down a contact or an attempt, who was there, and what it did for which sub-goals.

    A sub-goal that was reached is reached in the plan too, on the day of the contact. The
    `appointment` it came of is settled by its outcome, and the `visit` that was begun is closed.
    Refuses an ended course, a contact to come or from before the course, staff of other teams,
    sub-goals of other plans, and an appointment that is another citizen's, settled, or later.
    """
    check_is_open(course)
    check_contact(
        course,
        started_at=details.started_at,
        minutes=details.minutes,
        staff=staff,
        sub_goals=sub_goals.keys(),
        now=at,
    )
    contact = Contact(
        id=id,
        course=course,
        appointment=appointment,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **asdict(details),
    )
    contact.check_unsent()
    if appointment:
        settle_by_contact(
            contact=contact, appointment=appointment, over_at=details.over_at, by=by, at=at
        )
    contact.insert()
    if visit:
        close_visit(visit=visit, course=course, by=by, at=at)
    _add_staff(contact, staff, by=by, at=at)
    _work_on(contact, sub_goals, {}, by=by, at=at)
    if contact.is_acute:
        answer_calls(contact=contact, by=by, at=at)
    return contact


@action
def change_contact(
    *,
    contact: Contact,
    details: ContactDetails,
    staff: Sequence[StaffMember],
    sub_goals: Mapping[UUID, Progress],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Contact:
    """Correct what was written, also after the course has ended; the history keeps both.

    A sub-goal that is said to be reached now is reached in the plan; one that no longer is stays
    as it is there: to reopen it is a decision about the plan. The appointment that the contact
    settled follows its outcome. Raises EditConflict when somebody else saved since `version`.
    """
    check_contact(
        contact.course,
        started_at=details.started_at,
        minutes=details.minutes,
        staff=staff,
        sub_goals=sub_goals.keys(),
        now=at,
    )
    before = contact.outcome
    contact.save_changes(asdict(details), version=version)
    if contact.appointment_id and contact.outcome != before:
        follow_outcome(contact=contact, before=before, by=by, at=at)
    _change_staff(contact, staff, by=by, at=at)
    present = {row.sub_goal_id: row for row in ContactSubGoal.objects.filter(contact=contact)}
    _work_on(contact, sub_goals, present, by=by, at=at)
    return contact


def _change_staff(
    contact: Contact, staff: Sequence[StaffMember], *, by: Actor, at: dt.datetime
) -> None:
    """Make `staff` those who were there."""
    present = {row.staff_member_id: row for row in ContactStaff.objects.filter(contact=contact)}
    wanted = {member.pk: member for member in staff}
    for staff_id in present.keys() - wanted.keys():
        present[staff_id].remove(version=present[staff_id].version)
    came = [wanted[staff_id] for staff_id in wanted.keys() - present.keys()]
    _add_staff(contact, came, by=by, at=at)


def _add_staff(
    contact: Contact, staff: Iterable[StaffMember], *, by: Actor, at: dt.datetime
) -> None:
    for member in dict.fromkeys(staff):
        ContactStaff(
            course_id=contact.course_id,
            contact=contact,
            staff_member=member,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()


def _work_on(
    contact: Contact,
    sub_goals: Mapping[UUID, Progress],
    present: Mapping[UUID, ContactSubGoal],
    *,
    by: Actor,
    at: dt.datetime,
) -> None:
    """Make `sub_goals` what the contact did, and reach in the plan what it newly reached.

    `present` are the rows the contact has already, by sub-goal.
    """
    for sub_goal_id in present.keys() - sub_goals.keys():
        present[sub_goal_id].remove(version=present[sub_goal_id].version)
    for sub_goal in _held(contact, sub_goals) if sub_goals else ():
        progress, row = sub_goals[sub_goal.pk], present.get(sub_goal.pk)
        if row and row.progress == progress:
            continue
        if row:
            row.save_changes({"progress": progress}, version=row.version)
        else:
            ContactSubGoal(
                course_id=contact.course_id,
                contact=contact,
                sub_goal=sub_goal,
                progress=progress,
                recorded_by_id=by.user_id,
                recorded_at=at,
            ).insert()
        if progress == Progress.REACHED and sub_goal.status != GoalStatus.REACHED:
            on = day_of(contact.started_at)
            reach_sub_goal(sub_goal=sub_goal, on=on, version=sub_goal.version, by=by, at=at)


def _held(contact: Contact, sub_goals: Mapping[UUID, Progress]) -> QuerySet[SubGoal]:
    """The sub-goals; their plan is held until the end, so that nobody settles one in between."""
    plan_of_course_to_change(contact.course_id)
    return SubGoal.objects.filter(pk__in=sub_goals.keys()).order_by("pk")
