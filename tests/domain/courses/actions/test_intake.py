"""Spotted, looked for, assessed, decided about: each action, its history, and what it refuses."""

import dataclasses
import datetime as dt

import pytest

from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.domain.courses.actions import (
    change_early_contact,
    complete_assessment,
    decide,
    lay_aside,
    log_early_attempt,
    open_assessment,
    save_assessment,
    take_out_again,
)
from hjemmebane.domain.courses.choices import (
    CourseRefusal,
    CriterionAnswer,
    DecisionOutcome,
    IntakeRefusal,
    ReferralStatus,
)
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.courses.queries import (
    attempts_before,
    drafts_of,
    early_contacts,
    visible_early_contacts,
    visible_referrals,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.courses import ATTEMPT, MATCH, answered, assessed, matched, spotted
from tests.factories.intake import referred, taken_up
from tests.factories.plans import TODAY
from tests.factories.refusals import refused_as_not_yours

TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def who(as_ida):
    return {"by": as_ida.ida.actor, "at": NOW}


@pytest.fixture
def early(as_ida):
    return spotted(as_ida.team_one, as_ida.ida)


def refusal(action, **arguments):
    with pytest.raises(Refused) as refused:
        action(**arguments)
    return refused.value.reason, refused.value.field


def attempt(early, cast, who, **changes):
    arguments = {"id": new_id(), "staff_member": cast.ida.staff_member, "values": ATTEMPT}
    return log_early_attempt(early_contact=early, **(arguments | changes), **who)


def begun(early, who, key=None):
    return open_assessment(id=key or new_id(), early_contact=early, **who)


def kept(assessment, who, answers, *, version=1, **values):
    return save_assessment(
        assessment=assessment, values=values, answers=answers, version=version, **who
    )


def decided(assessment, who, **changes):
    details = dataclasses.replace(MATCH, **changes)
    return decide(id=new_id(), assessment=assessment, details=details, **who)


def test_spotted_person_is_kept_by_what_they_are_called(as_ida):
    early = spotted(as_ida.team_one, as_ida.ida)

    stored = EarlyContact.objects.get(pk=early.pk)
    assert (str(stored), stored.where, stored.is_open) == (
        "Manden ved stationen",
        "Stationen",
        True,
    )


@pytest.mark.parametrize(
    ("team", "values", "expected"),
    [
        ("team_one", {"spotted_on": TOMORROW}, (IntakeRefusal.SPOTTED_IN_FUTURE, "spotted_on")),
        ("team_two", {}, (CourseRefusal.NOT_IN_TEAM, "team")),
    ],
)
def test_spotting_is_refused(as_ida, team, values, expected):
    with pytest.raises(Refused) as refused:
        spotted(getattr(as_ida, team), as_ida.ida, **values)

    assert (refused.value.reason, refused.value.field) == expected
    assert EarlyContact.objects.count() == 0


def test_name_is_written_when_it_is_known_and_a_stale_page_is_noticed(early, who):
    change = {"early_contact": early, "changes": {"given_name": "Viggo"}, "version": 1}
    change_early_contact(**change, **who)

    assert str(EarlyContact.objects.get(pk=early.pk)) == "Viggo"
    with pytest.raises(EditConflict):
        change_early_contact(**change, **who)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"spotted_on": TOMORROW}, (IntakeRefusal.SPOTTED_IN_FUTURE, "spotted_on")),
        ({"born_on": TOMORROW}, (CitizenRefusal.BORN_IN_FUTURE, "born_on")),
        ({"born_on": dt.date(1880, 1, 1)}, (CitizenRefusal.TOO_OLD, "born_on")),
    ],
)
def test_impossible_days_are_refused_when_spotting_and_when_mending(as_ida, who, change, expected):
    early = spotted(as_ida.team_one, as_ida.ida)

    mended = {"early_contact": early, "changes": change, "version": 1}
    assert refusal(change_early_contact, **mended, **who) == expected
    assert refusal(spotted, team=as_ida.team_one, by=as_ida.ida, **change) == expected
    assert EarlyContact.objects.get().version == 1


def test_attempt_is_kept_once(as_ida, early, who):
    key = new_id()
    attempt(early, as_ida, who, id=key)
    with pytest.raises(AlreadySaved):
        attempt(early, as_ida, who, id=key)

    assert [one.note for one in EarlyAttempt.objects.all()] == ["Kaffe"]


def test_attempt_in_the_future_is_refused(as_ida, early, who):
    later = {**ATTEMPT, "at": NOW + dt.timedelta(minutes=1)}
    with pytest.raises(Refused) as refused:
        attempt(early, as_ida, who, values=later)

    assert (refused.value.reason, refused.value.field) == (IntakeRefusal.ATTEMPT_IN_FUTURE, "at")


def test_laid_aside_person_is_left_alone_until_taken_out(as_ida, early, who):
    lay_aside(early_contact=early, because=" Flyttet ", version=1, **who)

    assert (early.closed_on, early.closed_because, early.is_open) == (TODAY, "Flyttet", False)
    for action, arguments in (
        (attempt, {"early": early, "cast": as_ida, "who": who}),
        (begun, {"early": early, "who": who}),
    ):
        assert refusal(action, **arguments) == (IntakeRefusal.CLOSED, None)
    take_out_again(early_contact=early, version=2, **who)
    assert EarlyContact.objects.get(pk=early.pk).is_open


def test_there_is_one_draft_at_a_time_and_whoever_asks_gets_it(early, who):
    draft = begun(early, who)
    with pytest.raises(AlreadySaved) as there:
        begun(early, who)

    assert there.value.record == draft
    assert [one.id for one in drafts_of(early.team_id)] == [draft.pk]


def test_answers_keep_the_titles_of_today(early, who):
    draft = kept(begun(early, who), who, answered(early.team)[:1], gathered="Sover ude")

    stored = TargetGroupAssessment.objects.get(pk=draft.pk)
    assert stored.gathered == "Sover ude"
    assert stored.answers == [
        {"code": "AGE", "title": "Fyldt 18 år", "answer": "YES", "reason": "Sådan er det"}
    ]


@pytest.mark.parametrize("change", [{"code": "OWN_9"}, {"answer": "MAYBE"}])
def test_unknown_criteria_and_answers_are_refused(early, who, change):
    draft = begun(early, who)
    answers = [answered(early.team)[0] | change]

    assert refusal(kept, assessment=draft, who=who, answers=answers) == (
        IntakeRefusal.UNKNOWN_CRITERION,
        None,
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"answer": ""}, IntakeRefusal.ANSWERS_MISSING),
        ({"reason": "  "}, IntakeRefusal.REASONS_MISSING),
    ],
)
def test_assessment_is_not_done_before_every_criterion_has_answer_and_reason(
    early, who, change, reason
):
    first, *rest = answered(early.team)
    draft = kept(begun(early, who), who, [first | change, *rest])

    assert refusal(complete_assessment, assessment=draft, version=2, **who) == (reason, "AGE")
    assert TargetGroupAssessment.objects.get(pk=draft.pk).completed_at is None


def test_done_assessment_does_not_change(as_ida, early, who):
    done = assessed(early, as_ida.ida)

    assert refusal(kept, assessment=done, who=who, answers=[], version=3) == (
        IntakeRefusal.COMPLETED,
        None,
    )
    assert drafts_of(early.team_id) == []


def test_decision_is_kept_and_decides_the_referrals_about_the_person(as_ida, who):
    early = taken_up(referred(as_ida.team_one), as_ida.ida)
    decided(assessed(early, as_ida.ida), who)

    stored = Decision.objects.get()
    assert (stored.outcome, stored.is_formal) == (DecisionOutcome.MATCH, True)
    assert [one.status for one in Referral.objects.all()] == [ReferralStatus.DECIDED]


def test_decision_needs_a_finished_assessment(early, who):
    draft = begun(early, who)

    assert refusal(decided, assessment=draft, who=who) == (
        IntakeRefusal.ASSESSMENT_UNFINISHED,
        None,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"decided_on": TOMORROW}, (IntakeRefusal.DECIDED_IN_FUTURE, "decided_on")),
        (
            {"decided_on": TODAY - dt.timedelta(days=1)},
            (IntakeRefusal.DECIDED_TOO_EARLY, "decided_on"),
        ),
        ({"legal_basis": "SEL_1"}, (CourseRefusal.UNKNOWN_BASIS, "legal_basis")),
        (
            {"legal_basis": "SEL_85A", "supplier_wish": "Projekt Udenfor"},
            (IntakeRefusal.SUPPLIER_REASON, "supplier_reason"),
        ),
    ],
)
def test_decision_is_refused(as_ida, early, who, changes, expected):
    assessment = assessed(early, as_ida.ida)

    assert refusal(decided, assessment=assessment, who=who, **changes) == expected
    assert Decision.objects.count() == 0


def test_match_is_for_adults_and_another_help_is_for_all(as_ida, who):
    young = spotted(as_ida.team_one, as_ida.ida, born_on=TODAY.replace(year=TODAY.year - 17))
    assessment = assessed(young, as_ida.ida)

    assert refusal(decided, assessment=assessment, who=who) == (
        CourseRefusal.UNDER_AGE,
        "born_on",
    )
    assert decided(assessment, who, outcome=DecisionOutcome.LIGHTER)


def test_second_decision_on_an_assessment_is_refused(as_ida, early, who):
    assessment = assessed(early, as_ida.ida)
    decided(assessment, who)

    assert refusal(decided, assessment=assessment, who=who) == (
        IntakeRefusal.ALREADY_DECIDED,
        None,
    )


def test_nothing_before_a_course_is_seen_by_another_team_or_the_manager(cast):
    with acting(cast.ida.actor):
        early = matched(cast.team_one, cast.ida)
        attempt(early, cast, {"by": cast.ida.actor, "at": NOW})
        referred(cast.team_one)
        assert list(visible_early_contacts()) == list(early_contacts(cast.team_one.pk)) == [early]
    for outsider in (cast.omar, cast.mette):
        with acting(outsider.actor):
            for found in (
                visible_early_contacts(),
                visible_referrals(),
                early_contacts(cast.team_one.pk),
                drafts_of(cast.team_one.pk),
                attempts_before(cast.kim.course.pk),
                Decision.objects.all(),
                EarlyAttempt.objects.all(),
            ):
                assert list(found) == []


def test_knowing_an_early_contact_of_another_team_lets_nobody_write_on_it(cast):
    with acting(cast.ida.actor):
        early = spotted(cast.team_one, cast.ida)
    with acting(cast.omar.actor), refused_as_not_yours():
        attempt(early, cast, {"by": cast.omar.actor, "at": NOW})


def test_unsure_is_an_answer(as_ida, early, who):
    unsure = answered(early.team, CriterionAnswer.UNSURE)
    draft = kept(begun(early, who), who, unsure)

    assert complete_assessment(assessment=draft, version=2, **who).completed_at == NOW
