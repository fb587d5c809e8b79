"""Opening a meeting of each kind, who is at it, and what is said under a point."""

from collections.abc import Iterable, Mapping

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.models import MeetingNote, TeamMeeting
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.forms import RecordForm


class OpenForm(RecordForm):
    """Who is here, and how long there is."""

    staff = SomeOf(label="Hvem er her?")
    planned_minutes = forms.IntegerField(
        label="Hvor længe har vi?", help_text="I minutter: fra 5 til 480."
    )

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff"].offer(staff, lambda m: f"{m.name}, {m.profession}")


class SparringForm(OpenForm):
    """What is taken up: a theme, a citizen, or both."""

    theme = taken(TeamMeeting, "theme", help_text="Et forløb eller et tema, der er svært lige nu.")
    course = OneOf(label="Handler det om en borger?", required=False, empty="Ingen bestemt")
    field_order = ("theme", "course", "staff", "planned_minutes")

    def fit(self, *, courses: Iterable[Course], **around: object) -> None:
        super().fit(**around)
        self.fields["course"].offer(courses, lambda course: str(course.citizen))

    def values(self) -> dict[str, object]:
        values = super().values()
        course = values.pop("course")
        return values | {"courses": [course] if course else []}


class TreatmentForm(OpenForm):
    """Whom the team goes into in depth; those it is longest since come first."""

    courses = SomeOf(label="Hvem går I i dybden med?")
    field_order = ("courses", "staff", "planned_minutes")

    def fit(self, *, courses: Mapping[Course, str], **around: object) -> None:
        super().fit(**around)
        self.fields["courses"].offer(courses, lambda one: f"{one.citizen} – {courses[one]}")


class PointForm(RecordForm):
    """What is said under a point of the agenda."""

    text = taken(MeetingNote, "text", widget=forms.Textarea(attrs={"rows": 3}))


class AddForm(RecordForm):
    """A citizen who is not on the list yet."""

    course = OneOf(label="Tag også op")

    def fit(self, *, courses: Iterable[Course]) -> None:
        self.fields["course"].offer(courses, lambda course: str(course.citizen))


class AttendForm(RecordForm):
    """Somebody came, or was not here after all."""

    staff_member = OneOf(label="Hvem")
    here = forms.BooleanField(required=False)

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff)
