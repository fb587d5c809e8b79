import datetime as dt

from hjemmebane.domain.practice.queries import placements_now
from tests.domain.practice.test_actions import place
from tests.factories.cast import NOW


def test_newest_placement_holds_also_on_one_day(as_ida, django_assert_num_queries):
    kim = as_ida.kim.course.pk
    later, latest = NOW + dt.timedelta(minutes=1), NOW + dt.timedelta(minutes=2)
    place(as_ida.kim.course, as_ida.ida, "ENGAGEMENT")
    place(as_ida.kim.course, as_ida.ida, "BRIDGING", at=later)
    now = place(as_ida.kim.course, as_ida.ida, "GOAL_WORK", at=latest)

    with django_assert_num_queries(1):
        assert placements_now([kim]) == {kim: now}


def test_same_moment_is_settled_by_the_order_of_making(as_ida):
    kim = as_ida.kim.course.pk
    place(as_ida.kim.course, as_ida.ida, "ENGAGEMENT")
    now = place(as_ida.kim.course, as_ida.ida, "BRIDGING")

    assert placements_now([kim]) == {kim: now}
