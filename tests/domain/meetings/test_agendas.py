"""A team's own agenda: points moved, left out and added; a meeting keeps those it began with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.meetings.actions import open_meeting, set_agenda
from hjemmebane.domain.meetings.calculations import left_out, moved, with_one_more, without
from hjemmebane.domain.meetings.choices import AgendaRefusal, MeetingKind
from hjemmebane.domain.meetings.queries import own_agenda, points_now, points_of
from hjemmebane.domain.meetings.rules.agendas import MOST_POINTS
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import NOW

pytestmark = pytest.mark.django_db

BOARD = MeetingKind.BOARD


def point(code):
    return AgendaItem(code=code, title=code.lower(), text="…")


agendas = st.lists(st.sampled_from("ABCDEFGH"), unique=True).map(
    lambda codes: tuple(map(point, codes))
)


@given(agendas, st.sampled_from("ABCDEFGH"), st.sampled_from([-1, 1]))
def test_nothing_is_lost_by_moving(points, code, by):
    after = moved(points, code, by=by)

    assert sorted(one.code for one in after) == sorted(one.code for one in points)
    assert after == points or moved(after, code, by=-by) == points


@given(agendas, agendas)
def test_what_is_left_out_is_what_the_method_has_besides(points, offered):
    rest = left_out(points, offered)

    assert {one.code for one in rest} == {o.code for o in offered} - {p.code for p in points}


@given(agendas, st.sampled_from("ABCDEFGH"))
def test_point_is_added_once_and_last(points, code):
    after = with_one_more(with_one_more(points, point(code)), point(code))

    assert after[-1].code == code
    assert without(after, code) == without(points, code)


@pytest.fixture
def ours(cast):
    """Ida acts, in the team of Kim."""
    with acting(cast.ida.actor):
        yield {"team": cast.team_one, "kind": BOARD, "by": cast.ida.actor, "at": NOW}


def test_team_goes_through_its_own_points(cast, ours):
    method = points_now(cast.team_one, BOARD)
    own = with_one_more(without(method, "BOARD_METHOD"), point("OWN_1"))

    set_agenda(points=own, version=0, **ours)

    assert points_now(cast.team_one, BOARD) == own
    meeting = open_meeting(
        id=new_id(),
        team=cast.team_one,
        staff=[cast.ida.staff_member],
        planned_minutes=60,
        by=cast.ida.actor,
        at=NOW,
    )
    set_agenda(points=method, version=1, **ours)
    assert points_of(meeting) == own
    assert points_now(cast.team_one, BOARD) == method


def test_two_who_change_it_at_once_do_not_overwrite_each_other(cast, ours):
    method = points_now(cast.team_one, BOARD)
    set_agenda(points=moved(method, "BOARD_NEW", by=1), version=0, **ours)

    with pytest.raises(EditConflict):
        set_agenda(points=method, version=0, **ours)

    assert own_agenda(cast.team_one, BOARD).version == 1


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (lambda _method: (), AgendaRefusal.EMPTY),
        (lambda method: without(method, "BOARD_CITIZENS"), AgendaRefusal.NEEDED),
        (lambda method: without(method, "BOARD_WEEK"), AgendaRefusal.NEEDED),
        (
            lambda method: (*method, *(point(f"OWN_{n}") for n in range(MOST_POINTS))),
            AgendaRefusal.TOO_MANY,
        ),
    ],
)
def test_agenda_that_no_meeting_can_be_held_with_is_refused(cast, ours, points, reason):
    method = points_now(cast.team_one, BOARD)

    with pytest.raises(Refused) as refused:
        set_agenda(points=points(method), version=0, **ours)

    assert refused.value.reason is reason
    assert points_now(cast.team_one, BOARD) == method
