from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course, PrimaryContact
from hjemmebane.foundation.alphabet import alphabetical


def visible_courses() -> QuerySet[Course]:
    """The courses of the acting person's teams, with citizen and team."""
    return Course.objects.select_related("citizen", "team")


def open_courses(team_id: UUID) -> QuerySet[Course]:
    """The courses a team carries now, on hold included, in order of name."""
    return (
        visible_courses()
        .filter(team_id=team_id)
        .exclude(status=CourseStatus.ENDED)
        .order_by(alphabetical("citizen__given_name"), alphabetical("citizen__family_name"), "pk")
    )


def open_course_ids(team_ids: Iterable[UUID]) -> QuerySet[Course, UUID]:
    """The keys of the courses that some teams carry now, on hold included."""
    carried = Course.objects.filter(team_id__in=list(team_ids)).exclude(status=CourseStatus.ENDED)
    return carried.order_by("pk").values_list("pk", flat=True)


def courses_of(citizen_id: UUID) -> QuerySet[Course]:
    """A citizen's courses with the teams we see, the newest first."""
    return visible_courses().filter(citizen_id=citizen_id).order_by("-started_on", "-pk")


def course_to_change(course_id: UUID) -> Course:
    """The course, held until the transaction ends, so that changes of what is in it take turns.

    Raises Course.DoesNotExist when it is not visible.
    """
    return visible_courses().select_for_update(of=("self",), no_key=True).get(pk=course_id)


def primary_contacts_now(course_ids: Iterable[UUID]) -> dict[UUID, PrimaryContact]:
    """The present primary contact by course."""
    present = PrimaryContact.objects.filter(
        course_id__in=list(course_ids), until_on__isnull=True
    ).select_related("staff_member")
    return {contact.course_id: contact for contact in present}


def primary_contacts_of(course_id: UUID) -> QuerySet[PrimaryContact]:
    """All primary contacts a course has had, the newest first."""
    return (
        PrimaryContact.objects.filter(course_id=course_id)
        .select_related("staff_member")
        .order_by("-from_on", "-recorded_at")
    )
