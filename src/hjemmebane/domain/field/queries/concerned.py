"""What an item is about, as far as who acts may see it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.choices import ContactRefusal
from hjemmebane.domain.contacts.models import (
    Appointment,
    Contact,
    LightAction,
    LightSign,
    Task,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import courses_of
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.decisions import Refused


def course_for(citizen_id: UUID) -> Course | None:
    """The course that an item about a citizen belongs to: the newest that is open, else the newest.

    None for a citizen who is not the acting person's, whether or not they exist.
    """
    courses = list(courses_of(citizen_id))
    return next((course for course in courses if course.is_open), next(iter(courses), None))


def contact_in(course: Course, contact_id: UUID) -> Contact | None:
    return Contact.objects.filter(course=course, pk=contact_id).select_related("course").first()


def contact_about(citizen_id: UUID, contact_id: UUID) -> Contact | None:
    """A contact with a citizen, in whichever of their courses."""
    about = Contact.objects.filter(course__citizen_id=citizen_id, pk=contact_id)
    return about.select_related("course").first()


def light_in(course: Course, light_id: UUID) -> TrafficLightObservation | None:
    return TrafficLightObservation.objects.filter(course=course, pk=light_id).first()


def light_words(course_id: UUID, keys: Iterable[UUID]) -> dict[UUID, str]:
    """The words of the signs and actions of these keys. Two queries."""
    wanted, told = list(keys), dict[UUID, str]()
    for kind in (LightSign, LightAction):
        rows = kind.objects.filter(course_id=course_id, pk__in=wanted)
        told |= dict(rows.values_list("pk", "text"))
    return told


def held_appointment(course: Course, appointment_id: UUID) -> Appointment | None:
    """An appointment with the citizen, held until the transaction ends."""
    found = Appointment.objects.filter(course=course, pk=appointment_id)
    return found.select_for_update(no_key=True).first()


def task_of(course: Course, task_id: UUID) -> Task:
    """A task about the citizen. Raises Task.DoesNotExist."""
    return Task.objects.get(course=course, pk=task_id)


def steps_named(contact: Contact, keys: Iterable[UUID]) -> QuerySet[SubGoal]:
    """The sub-goals of these keys in the contact's plan."""
    found = SubGoal.objects.filter(course_id=contact.course_id, pk__in=list(keys))
    return found.order_by("position", "pk")


def task_to_change(course: Course, task_id: UUID) -> Task | None:
    """A task about the citizen, held until the transaction ends: two telephones may meet."""
    found = Task.objects.filter(course=course, pk=task_id).select_related("team", "course")
    return found.select_for_update(of=("self",), no_key=True).first()


def staff_named(keys: Sequence[UUID]) -> list[StaffMember]:
    """The staff members of these keys. Raises Refused when one of them is nobody."""
    found = list(StaffMember.objects.filter(pk__in=keys).order_by("pk"))
    if len(found) != len(set(keys)):
        raise Refused(ContactRefusal.STAFF_NOT_IN_TEAM, field="staff")
    return found
