"""What the team says to questions about several efforts."""

import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.plans.actions import judge_overlap
from hjemmebane.domain.plans.calculations import ATTENDANCE, OUTREACH, Effort, questions
from hjemmebane.domain.plans.choices import OverlapJudgement, PlanRefusal
from hjemmebane.domain.plans.models import Overlap
from hjemmebane.domain.plans.queries import overlaps_of, with_answers
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.plans import changes_of, end_course, refusal_of

DUTY = Effort("activity:1", "partner:1", "Samtale hver uge", demand=ATTENDANCE)
VISIT = Effort("activity:2", "team", "Kommer forbi", demand=OUTREACH)


def question(*changed):
    [found] = questions(changed or [DUTY, VISIT])
    return found


def judge(cast, **changes):
    asked = changes.pop("question", question())
    arguments = {
        "id": new_id(),
        "course": cast.kim.course,
        "question": asked,
        "asked": "Er det meningen?",
        "seen": asked.rests_on,
        "judgement": OverlapJudgement.FINE,
        "why": " Vi går med ",
        "by": cast.ida.actor,
        "at": NOW,
    }
    return judge_overlap(**arguments | changes)


def test_judgement_is_kept_with_who_when_and_why(as_ida):
    said = judge(as_ida)

    [kept] = overlaps_of(as_ida.kim.course.pk)
    assert (kept.kind, kept.why, kept.asked) == ("DEMANDS", "Vi går med", "Er det meningen?")
    assert (kept.recorded_by, kept.recorded_at) == (as_ida.ida.user, NOW)
    assert changes_of(said) == [("INSERT", "plans.judge_overlap", as_ida.ida.actor.key)]


def test_answer_holds_until_what_it_rests_on_changes(as_ida):
    judge(as_ida)
    said = list(overlaps_of(as_ida.kim.course.pk))

    [standing] = with_answers([question()], said)
    changed = Effort(DUTY.key, DUTY.actor, "Samtale hver dag", demand=ATTENDANCE)
    [again] = with_answers([question(changed, VISIT)], said)

    assert (standing.is_open, standing.came_back, standing.answer) == (False, False, said[0])
    assert (again.is_open, again.came_back, again.answer) == (True, True, None)
    assert again.said == said


def test_conflict_stays_open_until_it_is_handled(as_ida):
    judge(as_ida, judgement=OverlapJudgement.CONFLICT)
    [open_] = with_answers([question()], overlaps_of(as_ida.kim.course.pk))
    judge(as_ida, judgement=OverlapJudgement.HANDLED, at=NOW.replace(hour=12))
    [handled] = with_answers([question()], overlaps_of(as_ida.kim.course.pk))

    assert open_.is_open
    assert not handled.is_open
    assert [one.judgement for one in handled.said] == ["HANDLED", "CONFLICT"]


def test_double_submit_is_one_row_and_other_words_are_refused(as_ida):
    said = judge(as_ida)

    with pytest.raises(AlreadySaved):
        judge(as_ida, id=said.pk)
    assert refusal_of(judge, cast=as_ida, id=said.pk, why="Noget andet") == (
        RecordRefusal.SAVED_OTHERWISE,
        None,
    )
    assert Overlap.objects.count() == 1


def test_reason_is_asked_for(as_ida):
    assert refusal_of(judge, cast=as_ida, why=" ") == (PlanRefusal.REASON_MISSING, "why")


def test_question_that_changed_meanwhile_is_read_again(as_ida):
    assert refusal_of(judge, cast=as_ida, seen="noget andet") == (PlanRefusal.OVERLAP_CHANGED, None)


def test_nothing_is_judged_in_an_ended_course(as_ida):
    end_course(as_ida.kim.course)

    assert refusal_of(judge, cast=as_ida) == (PlanRefusal.COURSE_ENDED, None)


def test_another_team_neither_judges_nor_reads(cast):
    with acting(cast.ida.actor):
        judge(cast)

    with acting(cast.omar.actor):
        assert list(Overlap.objects.all()) == []
        with pytest.raises(type(cast.kim.course).DoesNotExist):
            judge(cast, by=cast.omar.actor)


def test_what_was_said_is_never_changed(as_ida):
    said = judge(as_ida)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        said.save_changes({"why": "Noget andet"}, version=1)


def test_refused_is_told_in_danish():
    refused = Refused(PlanRefusal.OVERLAP_CHANGED)

    assert refused.sentence.startswith("Noget af det")
