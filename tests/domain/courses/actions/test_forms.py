"""The forms at the two ends of a course: one of each, drafts until they are done."""

import pytest

from hjemmebane.domain.courses.actions import (
    complete_course_form,
    open_end_form,
    open_start_form,
    save_course_form,
)
from hjemmebane.domain.courses.choices import CourseRefusal, DraftKind, Known
from hjemmebane.domain.courses.models import Course, EndForm, StartForm
from hjemmebane.domain.courses.queries import drafts_of, end_form_of, start_form_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by

START = {
    "housing": "SHELTER",
    "earlier_efforts": ["SEL_85", "SEL_110"],
    "functioning": {"MOBILITY": 0, "HEALTH": 4},
    "social_assessed": Known.NO,
    "health_assessed": Known.UNKNOWN,
    "has_psychiatric_diagnosis": Known.YES,
}
END = {
    "housing": "PUBLIC_HOUSING",
    "areas_worked_with": ["HOUSING"],
    "social_assessed": Known.YES,
    "health_assessed": Known.YES,
    "next_support": ["SEL_85"],
}


def begin(case, by, open_form=open_start_form):
    return open_form(id=new_id(), course=case.course, by=by.actor, at=NOW)


def save(form, by, values, *, version=1):
    return save_course_form(form=form, values=values, version=version, by=by.actor, at=NOW)


def complete(form, by, values, *, version=1):
    return complete_course_form(form=form, values=values, version=version, by=by.actor, at=NOW)


def test_draft_is_kept_until_it_is_done(as_ida):
    form, course = begin(as_ida.kim, as_ida.ida), as_ida.kim.course

    save(form, as_ida.ida, {"housing": "SHELTER"})
    (draft,) = drafts_of(course.team_id)
    assert (draft.kind, draft.id) == (DraftKind.START_FORM, form.pk)
    assert (draft.subject_id, draft.subject) == (course.citizen_id, str(course.citizen))

    complete(form, as_ida.ida, START, version=2)
    kept = start_form_of(course.pk)
    assert {name: getattr(kept, name) for name in START} == START
    assert (kept.completed_at, kept.method_pack, kept.version) == (NOW, "m-act", 3)
    assert drafts_of(course.team_id) == []
    for verb, operation in (
        ("open_start_form", "INSERT"),
        ("save_course_form", "UPDATE"),
        ("complete_course_form", "UPDATE"),
    ):
        told = changes_by(as_ida.ida.actor, f"courses.{verb}")
        assert told == [(operation, "courses_startform")]


def test_end_form_asks_for_the_support_that_follows(as_ida):
    form = begin(as_ida.kim, as_ida.ida, open_end_form)

    with pytest.raises(Refused) as refused:
        complete(form, as_ida.ida, END | {"next_support": []})
    assert (refused.value.reason, refused.value.field) == (
        CourseRefusal.FORM_UNFINISHED,
        "next_support",
    )

    complete(form, as_ida.ida, END)
    assert end_form_of(as_ida.kim.course.pk).next_support == ["SEL_85"]


def test_refused_completion_writes_nothing(as_ida):
    form = begin(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        complete(form, as_ida.ida, START | {"social_assessed": ""})

    assert refused.value.field == "social_assessed"
    assert (StartForm.objects.get().version, StartForm.objects.get().housing) == (1, "")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"housing": "CASTLE"}, "housing"),
        ({"earlier_efforts": ["MAGIC"]}, "earlier_efforts"),
        ({"present_efforts": ["SEL_85", "MAGIC"]}, "present_efforts"),
        ({"functioning": {"HEALTH": 5}}, "functioning"),
        ({"functioning": {"FLYING": 1}}, "functioning"),
    ],
)
def test_what_the_method_lacks_is_refused(as_ida, values, field):
    form = begin(as_ida.kim, as_ida.ida)

    for do in (save, complete):
        with pytest.raises(Refused) as refused:
            do(form, as_ida.ida, START | values)
        assert (refused.value.reason, refused.value.field) == (CourseRefusal.UNKNOWN_CHOICE, field)


def test_completed_form_is_not_written_in(as_ida):
    form = complete(begin(as_ida.kim, as_ida.ida), as_ida.ida, START)

    for do in (save, complete):
        with pytest.raises(Refused) as refused:
            do(form, as_ida.ida, START, version=2)
        assert refused.value.reason == CourseRefusal.FORM_COMPLETED


def test_two_at_once_one_is_told(as_ida):
    form = begin(as_ida.kim, as_ida.ida)
    save(form, as_ida.ida, {"housing": "SHELTER"})

    for do in (save, complete):
        with pytest.raises(EditConflict) as conflict:
            do(StartForm.objects.get(), as_ida.ida, START | {"housing": "STREET"})
        assert conflict.value.current.housing == "SHELTER"


@pytest.mark.parametrize(
    ("open_form", "kind"), [(open_start_form, StartForm), (open_end_form, EndForm)]
)
def test_there_is_one_of_each(as_ida, open_form, kind):
    first = begin(as_ida.kim, as_ida.ida, open_form)

    with pytest.raises(AlreadySaved) as already:
        begin(as_ida.kim, as_ida.ida, open_form)

    assert already.value.record == first
    assert list(kind.objects.all()) == [first]


def test_forms_of_another_team_do_not_exist(cast):
    with acting(cast.ida.actor):
        mine = begin(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert drafts_of(cast.team_one.pk) == []
        assert start_form_of(cast.kim.course.pk) is None
        with pytest.raises(Course.DoesNotExist):
            begin(cast.kim, cast.omar)
    with acting(cast.ida.actor):
        assert [draft.id for draft in drafts_of(cast.team_one.pk)] == [mine.pk]
