"""The columns of a team's board: its own, in its own order."""

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.teams.actions import change_columns, choose_columns
from hjemmebane.domain.teams.choices import BoardColumn, BoardLayoutRefusal
from hjemmebane.domain.teams.models import BoardLayout
from hjemmebane.domain.teams.queries import board_layout_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.plans import refusal_of

LIGHT, NEXT = BoardColumn.LIGHT, BoardColumn.NEXT


def choose(cast, *, by=None, team=None, columns=(NEXT, LIGHT), key=None):
    return choose_columns(
        id=key or new_id(),
        team=team or cast.team_one,
        columns=columns,
        by=(by or cast.ida).actor,
        at=NOW,
    )


def change(layout, by, *, columns, version=None):
    return change_columns(
        layout=layout,
        columns=columns,
        version=version or layout.version,
        by=by.actor,
        at=NOW,
    )


def test_chosen_columns_are_kept_in_their_order_for_the_whole_team(cast):
    with acting(cast.ida.actor):
        assert board_layout_of(cast.team_one.pk) is None
        choose(cast)
    with acting(cast.bo.actor):
        assert board_layout_of(cast.team_one.pk).columns == [NEXT, LIGHT]


def test_anybody_of_the_team_changes_them_and_a_stale_change_meets_it(cast):
    with acting(cast.ida.actor):
        layout = choose(cast)
    with acting(cast.bo.actor):
        change(board_layout_of(cast.team_one.pk), cast.bo, columns=[LIGHT])
        with pytest.raises(EditConflict) as conflict:
            change(layout, cast.bo, columns=[NEXT], version=1)
    assert conflict.value.current.columns == [LIGHT]


@pytest.mark.parametrize(
    ("columns", "refusal"),
    [([], BoardLayoutRefusal.NONE), ([LIGHT, LIGHT], BoardLayoutRefusal.TWICE)],
)
def test_columns_are_some_and_each_once(as_ida, columns, refusal):
    assert refusal_of(choose, cast=as_ida, columns=columns) == (refusal, "columns")
    layout = choose(as_ida)
    refused = refusal_of(change, layout=layout, by=as_ida.ida, columns=columns)
    assert refused == (refusal, "columns")


def test_column_that_does_not_exist_is_refused(as_ida):
    with pytest.raises(ValidationError) as invalid:
        choose(as_ida, columns=["SHOE_SIZE"])
    assert list(invalid.value.message_dict) == ["columns"]


def test_second_choice_is_refused_and_a_double_submit_is_one(as_ida):
    key = new_id()
    choose(as_ida, key=key)
    with pytest.raises(AlreadySaved):
        choose(as_ida, key=key)
    refused = refusal_of(choose, cast=as_ida, columns=[LIGHT])
    assert refused == (BoardLayoutRefusal.ALREADY_THERE, None)


def test_only_those_who_work_in_the_team_choose(cast):
    with acting(cast.ida.actor):
        choose(cast)
    for stranger in (cast.omar, cast.mette):
        with acting(stranger.actor):
            assert board_layout_of(cast.team_one.pk) is None
            refused = refusal_of(choose, cast=cast, by=stranger)
            assert refused == (BoardLayoutRefusal.NOT_IN_TEAM, None)
            # Nor past the rule: the row is out of reach.
            assert BoardLayout.objects.filter(team=cast.team_one).update(columns=[LIGHT]) == 0
