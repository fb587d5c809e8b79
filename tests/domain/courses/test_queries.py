from hjemmebane.domain.courses.queries import courses_of, open_courses, visible_courses
from hjemmebane.foundation.actors import acting
from tests.domain.courses.test_actions import EA
from tests.factories.cast import start_case


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
