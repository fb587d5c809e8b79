from hjemmebane.domain.courses.queries import (
    courses_of,
    open_course_ids,
    open_courses,
    visible_courses,
)
from hjemmebane.foundation.actors import acting
from tests.domain.courses.test_actions import EA
from tests.factories.cast import start_case
from tests.factories.courses import end_today


def test_courses_are_those_of_the_own_teams(cast):
    with acting(cast.ida.actor):
        ea = start_case(cast.team_one, cast.ida, EA)
        assert set(visible_courses()) == {cast.kim.course, ea.course}
        assert list(open_courses(cast.team_one.pk)) == [ea.course, cast.kim.course]
        assert list(open_courses(cast.team_two.pk)) == []
        assert list(courses_of(cast.noor.citizen.pk)) == []
    for nobody_in_team in (cast.mette, cast.omar):
        with acting(nobody_in_team.actor):
            assert list(open_courses(cast.team_one.pk)) == []


def test_open_course_keys_are_those_of_the_teams(cast):
    with acting(cast.ida.actor):
        both = list(open_course_ids([cast.team_one.pk, cast.team_two.pk]))
        end_today(cast.kim, cast.ida)
        after = list(open_course_ids([cast.team_one.pk]))

    assert (both, after) == ([cast.kim.course.pk], [])
