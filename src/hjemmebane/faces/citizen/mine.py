"""Whose pages these are: the citizen who acts, and the course they are in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from hjemmebane.domain.sharing.queries import own_citizen, own_course
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading


@dataclass(frozen=True)
class Mine:
    """The acting citizen and their course; `signed` is who acts, and when."""

    request: ActorRequest
    citizen: object
    course: object

    @property
    def course_id(self) -> UUID:
        return self.course.pk

    @property
    def is_open(self) -> bool:
        """Whether the course goes on, so that something can be said."""
        return self.course.is_open

    @property
    def signed(self) -> dict[str, object]:
        return {"by": self.request.actor, "at": now()}


def mine(request: ActorRequest, *, what: str) -> Mine:
    """The pages' own citizen; the reading is noted as `what`. Two queries.

    Raises Http404 for everybody who is not a citizen with a course.
    """
    citizen = own_citizen()
    course = own_course(citizen.pk) if citizen else None
    if citizen is None or course is None:
        raise Http404
    note_reading(request, [citizen.pk], what=what)
    return Mine(request, citizen, course)
