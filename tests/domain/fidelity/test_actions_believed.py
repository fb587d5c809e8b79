"""What members believe: each their own, hidden from the others until they too have answered."""

import datetime as dt
from fractions import Fraction

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import override_settings

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.fidelity.actions import (
    assess_oneself,
    change_quarter_talk,
    change_self_assessment,
    close_quarter_talk,
    note_quarter_talk,
)
from hjemmebane.domain.fidelity.calculations.quarters import quarter_of
from hjemmebane.domain.fidelity.choices import AssessmentRefusal, FigureKind, TalkRefusal
from hjemmebane.domain.fidelity.models import QuarterFigure, QuarterTalk, SelfAssessment
from hjemmebane.domain.fidelity.queries.believed import (
    assessment_count,
    kept_figures,
    opened_assessments,
    spreads,
)
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import KIMS_CPR, NOW, employ, let_join, start_case
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
QUARTER = quarter_of(TODAY)
WHY, HOW = "TAILORED_WHY", "TAILORED_PRACTICE"
SAID = {WHY: 5, HOW: 3}
NOTES = {
    "held_on": TODAY,
    "status_note": "Vi er ved at finde rytmen",
    "plan_note": "Den er fremme hver mandag",
}


def answer(cast, who, *, key=None, team=None, quarter=QUARTER, at=NOW, of=None, **said):
    with acting(who.actor):
        return assess_oneself(
            id=key or new_id(),
            team=team or cast.team_one,
            quarter=quarter,
            staff_member=(of or who).staff_member,
            answers=said.get("answers", SAID),
            comments=said.get("comments", {}),
            by=who.actor,
            at=at,
        )


def noted(cast, who=None, *, key=None, quarter=QUARTER, **changes):
    who = who or cast.ida
    values = {**NOTES, "participants": [cast.ida.staff_member.pk], **changes}
    with acting(who.actor):
        return note_quarter_talk(
            id=key or new_id(),
            team=cast.team_one,
            quarter=quarter,
            values=values,
            by=who.actor,
            at=NOW,
        )


def close(talk, who, *, at=NOW):
    with acting(who.actor):
        return close_quarter_talk(talk=talk, version=talk.version, by=who.actor, at=at)


def noon_of(day):
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def seen_by(who):
    with acting(who.actor):
        return set(SelfAssessment.objects.values_list("staff_member__name", flat=True))


@pytest.fixture
def pia(cast):
    """A third member of team one."""
    with acting(OPERATIONS):
        pia = employ("Pia", "Sygeplejerske")
        let_join(cast.team_one, pia, CoreFunction.HEALTH)
    return pia


def test_answer_is_kept(cast):
    given = answer(cast, cast.ida, comments={WHY: "  Vi talte om det  ", HOW: "  "})

    with acting(cast.ida.actor):
        kept = SelfAssessment.objects.get()
        assert (kept.answers, kept.comments) == (SAID, {WHY: "Vi talte om det"})
        assert (kept.quarter_on, kept.method_pack) == (QUARTER.first, "m-act")
    assert kept == given


def test_others_answers_are_hidden_until_one_has_answered(cast, pia):
    answer(cast, cast.ida)
    answer(cast, cast.bo)

    assert seen_by(cast.ida) == seen_by(cast.bo) == {"Ida", "Bo"}
    assert seen_by(pia) == seen_by(cast.mette) == seen_by(cast.omar) == set()
    with acting(pia.actor):
        assert assessment_count(cast.team_one.pk, QUARTER) == 2
    with acting(cast.omar.actor):
        assert assessment_count(cast.team_one.pk, QUARTER) == 0

    answer(cast, pia)

    assert seen_by(pia) == {"Ida", "Bo", "Pia"}


def test_answer_of_another_quarter_opens_nothing(cast):
    answer(cast, cast.ida)
    answer(cast, cast.bo, quarter=QUARTER.previous)

    assert seen_by(cast.bo) == {"Bo"}


def test_closed_talk_opens_the_answers_to_the_team(cast, pia):
    answer(cast, cast.ida)
    close(noted(cast), cast.bo)

    assert seen_by(pia) == {"Ida"}
    assert seen_by(cast.mette) == set()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"answers": {}}, AssessmentRefusal.NOTHING_RATED),
        ({"answers": {WHY: 0}}, AssessmentRefusal.NOT_A_LEVEL),
        ({"answers": {WHY: 6}}, AssessmentRefusal.NOT_A_LEVEL),
        ({"answers": {WHY: 3.5}}, AssessmentRefusal.NOT_A_LEVEL),
        ({"answers": {WHY: True}}, AssessmentRefusal.NOT_A_LEVEL),
        ({"comments": {WHY: f"Som {KIMS_CPR}"}}, AssessmentRefusal.CPR_NUMBER),
        ({"quarter": QUARTER.next}, AssessmentRefusal.FUTURE_QUARTER),
        ({"quarter": QUARTER.previous.previous}, AssessmentRefusal.PAST_QUARTER),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_written(cast, said, reason):
    with pytest.raises(Refused) as refusal:
        answer(cast, cast.ida, **said)

    assert refusal.value.reason == reason
    assert seen_by(cast.ida) == set()


def test_line_of_no_method_is_unknown(cast):
    with pytest.raises(UnknownCode):
        answer(cast, cast.ida, answers={"COFFEE": 5})


def test_only_the_team_answers_and_each_for_themselves(cast):
    for who, of in ((cast.omar, None), (cast.mette, None), (cast.ida, cast.bo)):
        with pytest.raises(Refused) as refusal:
            answer(cast, who, of=of)
        assert refusal.value.reason == AssessmentRefusal.NOT_A_MEMBER


def test_same_form_twice_is_one_answer_and_another_one_is_refused(cast):
    key = new_id()
    answer(cast, cast.ida, key=key)

    with pytest.raises(AlreadySaved):
        answer(cast, cast.ida, key=key)
    with pytest.raises(Refused) as otherwise:
        answer(cast, cast.ida, key=key, answers={WHY: 1})
    with pytest.raises(Refused) as second:
        answer(cast, cast.ida)

    assert otherwise.value.reason == RecordRefusal.SAVED_OTHERWISE
    assert second.value.reason == AssessmentRefusal.ANSWERED
    assert seen_by(cast.ida) == {"Ida"}


def test_answer_may_be_changed_until_the_talk_is_closed(cast):
    given = answer(cast, cast.ida)
    with acting(cast.ida.actor):
        said = {"answers": {WHY: 2}, "comments": {}, "by": cast.ida.actor, "at": NOW}
        changed = change_self_assessment(assessment=given, version=1, **said)
        with pytest.raises(EditConflict):
            change_self_assessment(assessment=given, version=1, **said | {"answers": {WHY: 3}})
        with pytest.raises(AlreadySaved):
            change_self_assessment(assessment=changed, version=1, **said)
    close(noted(cast), cast.bo)

    with acting(cast.ida.actor), pytest.raises(Refused) as refusal:
        change_self_assessment(assessment=changed, version=2, **said)

    assert changed.answers == {WHY: 2}
    assert refusal.value.reason == AssessmentRefusal.CLOSED
    with pytest.raises(Refused) as late:
        answer(cast, cast.bo)
    assert late.value.reason == AssessmentRefusal.CLOSED


def test_another_may_not_change_it(cast):
    given = answer(cast, cast.ida)
    answer(cast, cast.bo)

    with acting(cast.bo.actor), pytest.raises(Refused) as refusal:
        change_self_assessment(
            assessment=given, answers={WHY: 1}, comments={}, version=1, by=cast.bo.actor, at=NOW
        )

    assert refusal.value.reason == AssessmentRefusal.NOT_A_MEMBER
    with acting(cast.bo.actor):
        assert not SelfAssessment.objects.filter(pk=given.pk).update(answers={})


def test_who_left_during_the_quarter_still_counts(cast, pia):
    answer(cast, cast.ida)
    answer(cast, pia, answers={WHY: 1})
    with connection.cursor() as cursor, acting(OPERATIONS):
        cursor.execute(
            "UPDATE teams_teammembership SET until_on = %s WHERE staff_member_id = %s",
            [TODAY, pia.staff_member.pk],
        )

    with acting(cast.ida.actor):
        given = opened_assessments(cast.team_one.pk, [QUARTER])[QUARTER.first]
        told = spreads(current_pack(), given)
    assert (told[WHY].mean, told[WHY].n) == (Fraction(3), 2)
    with pytest.raises(Refused) as refusal:
        answer(cast, pia, quarter=QUARTER.previous, at=NOW + DAY)
    assert refusal.value.reason == AssessmentRefusal.NOT_A_MEMBER


def test_database_keeps_one_answer_and_what_is_closed(cast):
    answer(cast, cast.ida)
    with acting(cast.ida.actor):
        given = SelfAssessment.objects.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            SelfAssessment.objects.create(
                **{
                    field.attname: getattr(given, field.attname)
                    for field in SelfAssessment._meta.concrete_fields
                    if field.name != "id"
                }
            )
    talk = close(noted(cast), cast.bo)
    with acting(cast.ida.actor):
        with pytest.raises(ProgrammingError, match="closed"), transaction.atomic():
            SelfAssessment.objects.update(answers={})
        with pytest.raises(ProgrammingError, match="closed"), transaction.atomic():
            QuarterTalk.objects.filter(pk=talk.pk).update(closed_at=None)


def test_talk_is_noted_corrected_and_closed(cast):
    talk = noted(cast)
    with acting(cast.bo.actor):
        changed = change_quarter_talk(
            talk=talk,
            values={
                **NOTES,
                "participants": [cast.ida.staff_member.pk, cast.bo.staff_member.pk],
                "practice_note": "  Bruges  ",
            },
            version=1,
            by=cast.bo.actor,
            at=NOW,
        )
    closed = close(changed, cast.bo)

    with acting(cast.ida.actor):
        kept = QuarterTalk.objects.get()
        assert (kept.practice_note, kept.closed_at, kept.closed_by) == ("Bruges", NOW, cast.bo.user)
        assert len(kept.participants) == 2
        with pytest.raises(Refused) as refusal:
            change_quarter_talk(
                talk=closed,
                values={**NOTES, "participants": kept.participants},
                version=3,
                by=cast.ida.actor,
                at=NOW,
            )
    assert refusal.value.reason == TalkRefusal.CLOSED
    with acting(cast.omar.actor):
        assert not QuarterTalk.objects.exists()


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"held_on": TODAY + DAY}, TalkRefusal.FUTURE, "held_on"),
        ({"held_on": QUARTER.first - DAY}, TalkRefusal.BEFORE_QUARTER, "held_on"),
        ({"participants": []}, TalkRefusal.NOBODY, "participants"),
        ({"participants": [new_id()]}, TalkRefusal.STRANGER, "participants"),
        ({"plan_note": f"Som {KIMS_CPR}"}, TalkRefusal.CPR_NUMBER, "plan_note"),
        ({"quarter": QUARTER.next}, AssessmentRefusal.FUTURE_QUARTER, None),
        ({"quarter": QUARTER.previous.previous}, TalkRefusal.PAST_QUARTER, None),
    ],
)
def test_what_is_no_note_is_refused(cast, changes, reason, field):
    with pytest.raises(Refused) as refusal:
        noted(cast, **changes)

    assert (refusal.value.reason, refusal.value.field) == (reason, field)
    with acting(cast.ida.actor):
        assert not QuarterTalk.objects.exists()


def test_talk_is_noted_once_and_by_the_team(cast):
    key = new_id()
    noted(cast, key=key)

    with pytest.raises(AlreadySaved):
        noted(cast, key=key)
    with pytest.raises(Refused) as second:
        noted(cast, cast.bo)
    with pytest.raises(Refused) as stranger:
        noted(cast, cast.omar)

    assert second.value.reason == TalkRefusal.ALREADY
    assert stranger.value.reason == AssessmentRefusal.NOT_A_MEMBER


def test_only_the_coordinator_closes_and_once(cast):
    talk = noted(cast)
    with pytest.raises(Refused) as member:
        close(talk, cast.ida)
    closed = close(talk, cast.bo)
    with pytest.raises(Refused) as again:
        close(closed, cast.bo)

    assert member.value.reason == TalkRefusal.NOT_COORDINATOR
    assert again.value.reason == TalkRefusal.CLOSED


def test_older_quarter_is_neither_corrected_nor_closed_with_the_log_of_today(cast):
    talk = noted(cast)
    in_time, late = noon_of(QUARTER.next.last), noon_of(QUARTER.next.next.first)
    present = {"participants": [cast.ida.staff_member.pk]}

    with acting(cast.ida.actor), pytest.raises(Refused) as correcting:
        change_quarter_talk(
            talk=talk, values={**NOTES, **present}, version=1, by=cast.ida.actor, at=late
        )
    with pytest.raises(Refused) as closing:
        close(talk, cast.bo, at=late)

    assert correcting.value.reason == closing.value.reason == TalkRefusal.PAST_QUARTER
    with acting(cast.ida.actor):
        assert not QuarterFigure.objects.exists()
        assert QuarterTalk.objects.get().closed_at is None
    assert close(talk, cast.bo, at=in_time).closed_at == in_time


def test_closing_keeps_every_figure_and_the_manager_is_told_of_enough_alone(cast, pia):
    for who in (cast.ida, cast.bo):
        answer(cast, who)
    answer(cast, pia, answers={WHY: 2})
    close(noted(cast), cast.bo)
    method = current_pack()

    with acting(cast.ida.actor):
        kept = {(one.kind, one.code): one for one in kept_figures([cast.team_one.pk])}
    assert len(kept) == len(method.self_assessments) + len(method.fidelity_indicators)
    why, how = (kept[FigureKind.BELIEVED, code] for code in (WHY, HOW))
    assert (why.rating, why.n, why.missing, why.is_told) == (4, 3, 0, True)
    assert (how.rating, how.n, how.missing, how.is_told) == (3, 2, 1, False)
    wishes = kept[FigureKind.LOGGED, "GOALS_FROM_WISHES"]
    assert (wishes.value, wishes.rating, wishes.n, wishes.people) == (None, None, 1, 1)
    assert not wishes.is_told

    with acting(cast.mette.actor):
        assert [one.code for one in kept_figures([cast.team_one.pk])] == [WHY]
    with acting(cast.omar.actor):
        assert not QuarterFigure.objects.exists()


@pytest.mark.parametrize(
    ("citizens", "asked_for", "is_told"), [(5, 5, True), (4, 1, False), (5, 6, False), (6, 6, True)]
)
def test_manager_is_told_of_as_many_citizens_as_the_municipality_asks_and_never_of_four(
    cast, citizens, asked_for, is_told
):
    with acting(cast.ida.actor):
        for number in range(citizens - 1):
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Ny {number}"))

    with override_settings(SMALLEST_GROUP=asked_for):
        close(noted(cast), cast.bo)

    with acting(cast.mette.actor):
        told = kept_figures([cast.team_one.pk]).filter(code="GOALS_FROM_WISHES")
        assert [one.people for one in told] == [citizens] * is_told


def test_team_nobody_answered_closes_with_nothing_to_say(cast):
    close(noted(cast), cast.bo)

    with acting(cast.ida.actor):
        believed = kept_figures([cast.team_one.pk]).filter(kind=FigureKind.BELIEVED)
        assert {(one.rating, one.n, one.is_told) for one in believed} == {(None, 0, False)}
