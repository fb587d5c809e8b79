"""No order of actions leads a course where it must not be (a Hypothesis state machine)."""

import datetime as dt
from contextlib import suppress
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hjemmebane.domain.consents.actions import give_consent
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.actions import (
    CourseStart,
    agree_on_intensity,
    begin_ending,
    call_off_ending,
    end_course,
    put_on_hold,
    reactivate,
    record_death,
    start_course,
    withdraw_team_consent,
)
from hjemmebane.domain.courses.choices import CourseStatus, EndingReason
from hjemmebane.domain.courses.models import Course, Ending, Hold, IntensityAgreement
from hjemmebane.domain.courses.queries import ending_of
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import ENDING, HOLD, LOW
from tests.factories.plans import TODAY

PARTS = ["SCREENING", "ENGAGEMENT", "GOAL_WORK", "BRIDGING"]
BACK = st.integers(min_value=-1, max_value=40)


class CourseLife(RuleBasedStateMachine):
    """One citizen in one team; time goes forward between actions, days typed may lie anywhere."""

    cast = None

    def __init__(self) -> None:
        super().__init__()
        # A life of its own, in a transaction that is taken back and with a token that is fresh.
        self.life = acting(self.cast.ida.actor)
        self.life.__enter__()
        self.now = NOW

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.life.__exit__(None, None, None)

    @property
    def course(self) -> Course:
        """The newest course; start_course may have made one after the first ended."""
        return Course.objects.filter(citizen=self.cast.kim.citizen).latest("recorded_at")

    @property
    def who(self) -> dict[str, object]:
        self.now += dt.timedelta(minutes=1)
        return {"by": self.cast.ida.actor, "at": self.now}

    def day(self, back: int) -> dt.date:
        return TODAY - dt.timedelta(days=back)

    @rule(back=BACK)
    def start(self, back: int) -> None:
        citizen, team = self.cast.kim.citizen, self.cast.team_one
        start = CourseStart(self.day(back), HowGiven.ORALLY)
        with suppress(Refused):
            start_course(id=new_id(), citizen=citizen, team=team, start=start, **self.who)

    @rule(back=BACK, agreed=st.booleans())
    def hold(self, back: int, *, agreed: bool) -> None:
        values = {**HOLD, "from_on": self.day(back), "decided_with_citizen": agreed}
        with suppress(Refused):
            put_on_hold(id=new_id(), course=self.course, values=values, **self.who)

    @rule(back=BACK)
    def turn_down(self, back: int) -> None:
        values = {**LOW, "from_on": self.day(back)}
        with suppress(Refused):
            agree_on_intensity(id=new_id(), course=self.course, values=values, **self.who)

    @rule(back=BACK)
    def take_up(self, back: int) -> None:
        with suppress(Refused):
            reactivate(id=new_id(), course=self.course, on=self.day(back), reason="Nu", **self.who)

    @rule(part=st.sampled_from(PARTS), back=BACK)
    def move(self, part: str, back: int) -> None:
        with suppress(Refused):
            place_course(
                id=new_id(),
                course=self.course,
                part=part,
                reason="Sådan er det",
                from_on=self.day(back),
                **self.who,
            )

    @rule(back=BACK, reason=st.sampled_from(EndingReason.values))
    def begin(self, back: int, reason: str) -> None:
        values = {**ENDING, "begun_on": self.day(back), "reason": reason}
        with suppress(Refused):
            begin_ending(id=new_id(), course=self.course, values=values, **self.who)

    @rule()
    def call_off(self) -> None:
        if ending := ending_of(self.course.pk):
            with suppress(Refused):
                call_off_ending(ending=ending, version=ending.version, **self.who)

    @rule(back=BACK)
    def end(self, back: int) -> None:
        course = self.course
        with suppress(Refused):
            end_course(course=course, ended_on=self.day(back), version=course.version, **self.who)

    @rule()
    def withdraw(self) -> None:
        with suppress(Refused):
            withdraw_team_consent(id=new_id(), course=self.course, **self.who)

    @rule(back=BACK)
    def die(self, back: int) -> None:
        course = self.course
        with suppress(Refused):
            record_death(
                id=new_id(),
                course=course,
                died_on=self.day(back),
                version=course.version,
                **self.who,
            )

    @rule()
    def let_partner_in(self) -> None:
        with suppress(Refused):
            give_consent(
                id=new_id(),
                citizen=self.cast.kim.citizen,
                recipient=self.cast.job_centre,
                scope=[ConsentScope.GOALS],
                purpose="Praktik",
                how_given=HowGiven.ORALLY,
                from_on=TODAY,
                **self.who,
            )

    @invariant()
    def one_open_course_in_the_team(self) -> None:
        courses = Course.objects.filter(citizen=self.cast.kim.citizen, team=self.cast.team_one)
        assert courses.exclude(status=CourseStatus.ENDED).count() <= 1

    @invariant()
    def on_hold_is_open_and_has_its_hold(self) -> None:
        for course in Course.objects.filter(citizen=self.cast.kim.citizen):
            open_holds = Hold.objects.filter(course=course, until_on__isnull=True).count()
            assert open_holds == (1 if course.status == CourseStatus.ON_HOLD else 0)
            assert (course.ended_on is not None) == (course.status == CourseStatus.ENDED)

    @invariant()
    def periods_do_not_overlap(self) -> None:
        for kind in (Hold, IntensityAgreement):
            for course in Course.objects.filter(citizen=self.cast.kim.citizen):
                rows = list(kind.objects.filter(course=course).order_by("from_on", "recorded_at"))
                for earlier, later in pairwise(rows):
                    assert earlier.until_on is not None
                    assert earlier.until_on <= later.from_on

    @invariant()
    def no_partner_reads_without_the_team(self) -> None:
        in_force = consents_in_force(self.cast.kim.citizen.pk, day=TODAY)
        to_partners = in_force.filter(organisation__isnull=False)
        to_teams = in_force.filter(team__isnull=False)
        assert to_teams.exists() or not to_partners.exists()

    @invariant()
    def ended_course_says_why(self) -> None:
        for course in Course.objects.filter(citizen=self.cast.kim.citizen):
            if course.status == CourseStatus.ENDED:
                assert Ending.objects.filter(course=course).exists()


@pytest.mark.slow
def test_no_order_of_actions_breaks_a_course(as_ida):
    CourseLife.cast = as_ida
    run_state_machine_as_test(
        CourseLife,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        ),
    )
