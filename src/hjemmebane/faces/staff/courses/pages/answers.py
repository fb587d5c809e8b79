"""A completed form, as it is read: every question with its answer in words."""

from hjemmebane.domain.courses.models import CourseForm
from hjemmebane.faces.staff.courses.forms.course_forms import QuestionsForm
from hjemmebane.foundation.differences import in_words

UNANSWERED = "Ikke besvaret"


def answers_of(form: QuestionsForm, record: CourseForm) -> list[tuple[str, str]]:
    """(question, answer) in the order of the form."""
    stored = form.stored(record)
    return [
        (str(bound.label), in_words(bound.field, stored[bound.name]) or UNANSWERED)
        for bound in form.visible_fields()
    ]
