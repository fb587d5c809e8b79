"""A device handed over opens what its owner's teams have with the citizen, and no more."""

from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart, start_course
from hjemmebane.domain.plans.actions import open_plan
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.queries import own_course
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.domain.sharing.test_openings import keys_seen
from tests.factories.cast import add_to_plan, let_join


def test_device_opens_no_course_of_a_team_its_owner_is_not_in(cast, kim):
    """Kim has a course with both teams; Ida, whose device it is, works in the first."""
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.bo, CoreFunction.HEALTH)
    with acting(cast.bo.actor):
        course = start_course(
            id=new_id(),
            citizen=cast.kim.citizen,
            team=cast.team_two,
            start=CourseStart(started_on=today(), consent_how_given=HowGiven.ORALLY),
            by=cast.bo.actor,
            at=now(),
        )
        plan = open_plan(id=new_id(), course=course, by=cast.bo.actor, at=now())
        goal = add_to_plan(plan, cast.bo, ItemKind.GOAL, text="Sagt til team to", wishes=[])
    seen = {}
    for actor in (kim.actor, Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)):
        with acting(actor):
            rows = keys_seen()
            seen[actor] = rows["courses_course"], rows["teams_team"], goal.pk in rows["plans_goal"]
    one, two = (cast.kim.course.pk, cast.team_one.pk), (course.pk, cast.team_two.pk)
    both = [{first, second} for first, second in zip(one, two, strict=True)]
    assert list(seen.values()) == [(*both, True), ({one[0]}, {one[1]}, False)]
    with acting(Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)):
        assert own_course(cast.kim.citizen.pk) == cast.kim.course
