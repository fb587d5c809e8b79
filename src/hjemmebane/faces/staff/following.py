"""Looking at a record again as soon as something was written in it."""

from hjemmebane.domain.contacts.actions import raise_due_follow_ups
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


def follow_record(request: ActorRequest, course: Course) -> None:
    """Raise, reword and let go of what the record asks for now; the job does so every day."""
    raise_due_follow_ups(course_id=course.pk, by=request.actor, at=now())
