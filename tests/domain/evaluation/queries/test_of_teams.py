"""A team's row: what was logged of each line, and its coordinator's newest words."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.evaluation.actions import EVALUATION
from hjemmebane.domain.evaluation.calculations.of_teams import LOGGED, PRECONDITIONS, STANDINGS
from hjemmebane.domain.evaluation.queries.of_teams import (
    PreconditionFact,
    QuarterFact,
    TeamFacts,
    preconditions_row,
    team_row,
)
from hjemmebane.domain.fidelity.actions import judge_precondition
from hjemmebane.domain.fidelity.choices import Word
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.evaluating import begun, scope_of

TEAM = TeamFacts(new_id(), "Team", "m-act", None, None, None, None, *[0] * 6)


def test_every_logged_column_is_held_against_the_log_of_m_act():
    codes = {one.code for one in pack("m-act").fidelity_indicators}
    figures = [QuarterFact(TEAM.team_id, "LOGGED", one, Decimal(4), 6) for one in codes]
    row = team_row(TEAM, figures)

    assert {name: row[f"logged_{name}"] for name in LOGGED} == dict.fromkeys(LOGGED, "4.00")


def test_use_of_the_practice_model_is_of_its_own_indicator():
    figure = QuarterFact(TEAM.team_id, "LOGGED", "PRACTICE_MODEL_USED", Decimal(2), 6)
    row = team_row(TEAM, [figure])

    assert {name for name in row if name.startswith("logged_")} == {"logged_practice_model"}
    assert row["logged_practice_model"] == "2.00"


def test_preconditions_are_those_of_the_method():
    assert {one.upper(): title for one, title in PRECONDITIONS.items()} == {
        one.code: one.title for one in pack("m-act").preconditions
    }
    assert dict(Word.choices) == STANDINGS


def test_precondition_of_another_method_has_no_column():
    said = [
        PreconditionFact(TEAM.team_id, code, "MET") for code in ("PSYCHIATRIST", "SHARED_PLACE")
    ]

    assert preconditions_row(said) == {"precondition_shared_place": "MET"}


@pytest.mark.django_db
def test_newest_word_until_the_last_day_counts(cast):
    days = {5: "NOT_YET", 7: "PARTLY"}
    with acting(cast.bo.actor):
        for month, word in days.items():
            at = NOW.replace(month=month, day=2)
            judge_precondition(
                id=new_id(),
                team=cast.team_one,
                precondition="SIZE_HOURS",
                word=Word(word),
                sentence="Sådan er det",
                judged_on=at.date(),
                look_again_on=at.date() + dt.timedelta(days=90),
                by=cast.bo.actor,
                at=at,
            )
    scope = scope_of(begun(cast, cast.bo))

    with acting(EVALUATION):
        assert [(one.code, one.word) for one in scope.ask("preconditions", PreconditionFact)] == [
            ("SIZE_HOURS", "NOT_YET")
        ]
    with acting(cast.mette.actor):
        assert scope.ask("preconditions", PreconditionFact) == []
