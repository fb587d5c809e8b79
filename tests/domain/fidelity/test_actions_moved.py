"""A team that has moved to another method: each quarter is answered, closed and read by its own."""

import pytest

from hjemmebane.domain.fidelity.actions import change_self_assessment, keep_dacts
from hjemmebane.domain.fidelity.choices import AssessmentRefusal, DactsAverage
from hjemmebane.domain.fidelity.models import SelfAssessment
from hjemmebane.domain.fidelity.queries.believed import kept_figures
from hjemmebane.domain.fidelity.queries.dacts_sheets import dacts_of, of_sheet
from hjemmebane.domain.fidelity.queries.quarter import team_quarter
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.practice.actions import move_team
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.domain.fidelity.test_actions_believed import QUARTER, answer, close, noon_of, noted
from tests.factories.cast import NOW

# The first is asked by M-ACT alone, the second by ACT alone, the third by both.
TAILORED, TIMELESS, PLAN = "TAILORED_WHY", "TIME_UNLIMITED_WHY", "PLAN_CITIZENS"
NEXT = noon_of(QUARTER.next.first)


def move(cast):
    """The team as it is then."""
    with acting(cast.bo.actor):
        team = Team.objects.get(pk=cast.team_one.pk)
        move_team(team=team, to="act", version=team.version, by=cast.bo.actor, at=NOW)
        return Team.objects.get(pk=cast.team_one.pk)


def read(who, team, *, quarter=QUARTER, at=NOW):
    with acting(who.actor):
        return team_quarter(team, quarter, by=who.actor, at=at)


def believed(told, line=PLAN):
    return (told.believed[line].n, told.believed[line].mean) if told.believed else None


def test_answers_of_the_former_method_are_not_written_over(cast):
    given = answer(cast, cast.ida, answers={TAILORED: 5, PLAN: 5})
    move(cast)
    with acting(cast.ida.actor):
        before = SelfAssessment.objects.select_related("team").get(pk=given.pk)
        with pytest.raises(Refused) as refusal:
            change_self_assessment(
                assessment=before,
                answers={TIMELESS: 1},
                comments={},
                version=1,
                by=cast.ida.actor,
                at=NOW,
            )
        assert refusal.value.reason == AssessmentRefusal.FORMER_METHOD
        assert SelfAssessment.objects.get().answers == {TAILORED: 5, PLAN: 5}


def test_quarter_without_a_talk_is_answered_by_the_new_method_and_the_former_not_counted(cast):
    answer(cast, cast.ida, answers={TAILORED: 5, PLAN: 5})
    team = move(cast)

    answer(cast, cast.bo, team=team, answers={TIMELESS: 2, PLAN: 1})

    found = read(cast.ida, team)
    assert (found.method.code, believed(found.now)) == ("act", (1, None))
    assert (found.is_of_former_method, read(cast.bo, team).is_of_former_method) == (True, False)
    with pytest.raises(UnknownCode):
        answer(cast, cast.omar, team=cast.team_two, answers={TIMELESS: 2})


def test_quarter_with_a_talk_is_answered_closed_and_read_by_its_method(cast):
    answer(cast, cast.ida, answers={TAILORED: 5, PLAN: 5})
    talk = noted(cast)
    team = move(cast)

    answer(cast, cast.bo, team=team, answers={TAILORED: 4, PLAN: 1})
    close(talk, cast.bo)

    found = read(cast.ida, team, at=NEXT)
    assert (found.method.code, believed(found.now)) == ("m-act", (2, 3))
    assert set(found.now.levels) == {one.code for one in found.method.fidelity_indicators}
    with acting(cast.ida.actor):
        kept = kept_figures([team.pk])
        assert {(one.method_pack, one.method_version) for one in kept} == {("m-act", "1")}
        assert kept.get(code=PLAN).rating == 3


def test_quarters_of_another_method_are_not_told_beside_it(cast):
    answer(cast, cast.ida, answers={PLAN: 5})
    answer(cast, cast.bo, answers={PLAN: 5})
    close(noted(cast), cast.bo)
    team = move(cast)
    answer(cast, cast.ida, team=team, quarter=QUARTER.next, answers={PLAN: 1}, at=NEXT)

    found = read(cast.ida, team, quarter=QUARTER.next, at=NEXT)

    assert found.method.code == "act"
    assert (believed(found.now), believed(found.before)) == ((1, None), None)
    assert (found.before.levels, set(found.now.levels)) == (
        {},
        {one.code for one in found.method.fidelity_indicators},
    )


def test_old_quarter_without_a_talk_is_read_by_its_answers(cast):
    for who in (cast.ida, cast.bo):
        answer(cast, who, answers={TAILORED: 4, PLAN: 5})
    team = move(cast)

    found = read(cast.ida, team, at=noon_of(QUARTER.next.next.first))

    assert (found.method.code, believed(found.now, TAILORED)) == ("m-act", (2, 4))
    assert read(cast.omar, cast.team_two).method.code == "m-act"


def test_sheet_says_the_method_it_was_kept_by(cast):
    with acting(cast.ida.actor):
        sheet = keep_dacts(
            id=new_id(),
            team=cast.team_one,
            average=DactsAverage.MEDIAN,
            by=cast.ida.actor,
            at=NOW,
        )
    team = move(cast)
    with acting(cast.ida.actor):
        assert of_sheet(sheet).method.code == "m-act"
        assert dacts_of(team, DactsAverage.MEDIAN, at=NOW).method.code == "act"
