"""What the board begins with: courses, lights, reasons and the team's columns in one query."""

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.queries import light_of
from hjemmebane.domain.meetings.queries import courses_on_board, reason_now
from hjemmebane.domain.teams.actions import choose_columns
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.domain.teams.queries import chosen_columns
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.boards import explain, gather_crowd
from tests.factories.cast import NOW


def test_board_begins_with_one_query(cast, django_assert_num_queries):
    crowd = gather_crowd(cast)
    with acting(cast.ida.actor):
        choose_columns(
            id=new_id(),
            team=cast.team_one,
            columns=[BoardColumn.WISH],
            by=cast.ida.actor,
            at=NOW,
        )
        with django_assert_num_queries(1):
            courses = list(courses_on_board(cast.team_one.pk))
            columns = [chosen_columns(course.team) for course in courses]

    assert courses == [crowd.kim.course, crowd.aage.course, crowd.aase.course]
    assert columns == [[BoardColumn.WISH]] * 3
    reasons = [reason_now(course) for course in courses]
    assert [one.reason if one else None for one in reasons] == ["CRISIS", None, None]
    lights = [light_of(course) for course in courses]
    assert [one.colour if one else None for one in lights] == [Light.RED, None, Light.GREEN]


def test_only_the_reason_that_holds_is_told(cast):
    crowd = gather_crowd(cast)
    with acting(cast.ida.actor):
        explain(crowd.kim, cast.ida, note="Er hjemme igen")
        (course, *_) = courses_on_board(cast.team_one.pk)

    assert reason_now(course).note == "Er hjemme igen"


def test_other_team_sees_nobody(cast):
    with acting(cast.omar.actor):
        assert list(courses_on_board(cast.team_one.pk)) == []
