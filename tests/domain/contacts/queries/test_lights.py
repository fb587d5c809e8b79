"""The light that holds, for any number of courses in the query that reads the courses."""

import datetime as dt

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.queries import LightNow, light_of, with_light
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.foundation.actors import acting
from tests.factories.cast import NOW, start_case
from tests.factories.reminders import see

LATER = NOW + dt.timedelta(days=1, microseconds=7)


def lights(team):
    return {course.pk: light_of(course) for course in with_light(open_courses(team.pk))}


def test_newest_light_comes_with_the_courses_in_one_query(as_ida, django_assert_num_queries):
    ea = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea"))
    see(as_ida.kim, as_ida.ida, Light.GREEN)
    see(as_ida.kim, as_ida.ida, Light.RED, at=LATER)

    with django_assert_num_queries(1):
        found = lights(as_ida.team_one)

    assert found == {as_ida.kim.course.pk: LightNow(Light.RED, LATER), ea.course.pk: None}


def test_course_that_was_not_asked_with_its_light_has_none(as_ida):
    see(as_ida.kim, as_ida.ida, Light.RED)

    (course,) = open_courses(as_ida.team_one.pk)

    assert light_of(course) is None


def test_other_team_sees_no_light(cast):
    with acting(cast.ida.actor):
        see(cast.kim, cast.ida, Light.RED)
    with acting(cast.omar.actor):
        assert lights(cast.team_one) == {}
        assert lights(cast.team_two) == {cast.noor.course.pk: None}
