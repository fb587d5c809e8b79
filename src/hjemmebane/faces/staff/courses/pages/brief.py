"""What the overview says of the course: where it stands, and the contact agreement that holds."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import (
    contact_agreement_now,
    intensities_now,
    present_holds,
)
from hjemmebane.faces.staff.courses.pages.agreement import AgreementOnPage, agreement_on_page
from hjemmebane.faces.staff.courses.pages.standing import Standing, standing, status_in_words


@dataclass(frozen=True)
class CourseInBrief:
    status: str
    standing: Standing
    agreement: AgreementOnPage | None


def course_in_brief(course: Course, *, today: dt.date) -> CourseInBrief:
    ids = [course.pk]
    hold, intensity = present_holds(ids).get(course.pk), intensities_now(ids).get(course.pk)
    now, agreement = standing(course, hold, intensity, today), contact_agreement_now(course.pk)
    return CourseInBrief(
        status=status_in_words(course, now),
        standing=now,
        agreement=agreement_on_page(agreement) if agreement else None,
    )
