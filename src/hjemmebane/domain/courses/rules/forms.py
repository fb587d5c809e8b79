from collections.abc import Iterable, Mapping

from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import CourseForm, EndForm, StartForm
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.decisions import Refused

# Which list of the method a field chooses from.
LISTS = {
    "housing": "HOUSING",
    "earlier_efforts": "EFFORT",
    "present_efforts": "EFFORT",
    "next_support": "NEXT_SUPPORT",
}
WORST = 4
# What must be answered before a form is done; “ved ikke” is an answer.
REQUIRED: dict[type[CourseForm], tuple[str, ...]] = {
    StartForm: (
        "housing",
        "social_assessed",
        "health_assessed",
        "has_psychiatric_diagnosis",
    ),
    EndForm: ("housing", "social_assessed", "health_assessed", "next_support"),
}


def check_can_write(form: CourseForm, values: Mapping[str, object]) -> None:
    """Until it is done; what was chosen is in its method, a rating 0 to 4 on a dimension of it."""
    if form.completed_at:
        raise Refused(CourseRefusal.FORM_COMPLETED)
    method = pack(form.method_pack, form.method_version)
    for name, code in LISTS.items():
        known = {option for option, _ in method.choice_list(code).choices}
        if not _codes(values.get(name)) <= known:
            raise Refused(CourseRefusal.UNKNOWN_CHOICE, field=name)
    areas = {area.code for area in method.life_areas}
    if not _codes(values.get("areas_worked_with")) <= areas:
        raise Refused(CourseRefusal.UNKNOWN_CHOICE, field="areas_worked_with")
    _check_functioning(values.get("functioning"), method)


def check_form_whole(form: CourseForm, values: Mapping[str, object]) -> None:
    """With `values` everything the evaluation asks is answered."""
    for name in REQUIRED[type(form)]:
        if not values.get(name, getattr(form, name)):
            raise Refused(CourseRefusal.FORM_UNFINISHED, field=name)


def _codes(value: object) -> set[str]:
    if not value:
        return set()
    return {value} if isinstance(value, str) else {str(code) for code in _listed(value)}


def _listed(value: object) -> Iterable[object]:
    if not isinstance(value, list | tuple):
        raise TypeError("codes: a text or a list of texts")
    return value


def _check_functioning(value: object, method: MethodPack) -> None:
    known = {dimension.code for dimension in method.functioning_dimensions}
    ratings = value or {}
    if not isinstance(ratings, dict):
        raise TypeError("functioning: a mapping from dimension to rating")
    for code, rating in ratings.items():
        if code not in known or rating not in range(WORST + 1):
            raise Refused(CourseRefusal.UNKNOWN_CHOICE, field="functioning")
