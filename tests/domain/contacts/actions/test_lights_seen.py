"""When a light was seen, by which signs, what it puts right, and a red that is followed up."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import (
    raise_due_follow_ups,
    record_death_and_reminders,
    settle_follow_up,
)
from hjemmebane.domain.contacts.choices import Light, LightRefusal, RaisedBy
from hjemmebane.domain.contacts.models import FollowUp, TrafficLightObservation
from hjemmebane.domain.contacts.queries import (
    light_of,
    lights_ever_of,
    lights_of,
    open_red_of,
    with_light,
)
from hjemmebane.domain.courses.actions import choose_primary_contact, put_on_hold
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import AbsenceKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import HOLD
from tests.factories.plans import refusal_of
from tests.factories.reminders import agreed, see

TODAY = day_of(NOW)
YESTERDAY, LATER = NOW - dt.timedelta(days=1), NOW + dt.timedelta(days=1)


def be_primary(case, by, at=NOW):
    choose_primary_contact(
        id=new_id(),
        course=case.course,
        staff_member=by.staff_member,
        chosen_by_citizen=True,
        by=by.actor,
        at=at,
    )


def followed():
    return [(one.why, one.due_on, one.staff_member) for one in FollowUp.objects.order_by("pk")]


def test_light_is_told_by_the_signs_and_what_was_done(as_ida):
    found = agreed(as_ida.kim, as_ida.ida)
    sign, done = found.signs[Light.YELLOW][0], found.actions[Light.YELLOW][0]

    seen = see(as_ida.kim, as_ida.ida, Light.YELLOW, signs=[sign.pk], actions=[done.pk])

    kept = TrafficLightObservation.objects.get(pk=seen.pk)
    assert (kept.agreement, kept.signs, kept.actions) == (found.agreement, [sign.pk], [done.pk])


def test_light_seen_on_a_device_keeps_the_agreement_it_was_seen_by(as_ida):
    first = agreed(as_ida.kim, as_ida.ida)
    agreed(as_ida.kim, as_ida.ida, at=LATER, former=first.agreement.pk)
    sign = first.signs[Light.YELLOW][0]

    seen = see(as_ida.kim, as_ida.ida, Light.YELLOW, signs=[sign.pk], at=LATER)

    assert seen.agreement == first.agreement


def test_signs_of_two_agreements_are_no_one_light(as_ida):
    first = agreed(as_ida.kim, as_ida.ida)
    second = agreed(as_ida.kim, as_ida.ida, at=LATER, former=first.agreement.pk)
    signs = [one.signs[Light.YELLOW][0].pk for one in (first, second)]

    refused = refusal_of(
        see, case=as_ida.kim, by=as_ida.ida, colour=Light.YELLOW, signs=signs, at=LATER
    )

    assert refused == (LightRefusal.FOREIGN_LINE, "signs")


def test_signs_of_another_colour_citizen_or_of_none_are_refused(as_ida):
    found = agreed(as_ida.kim, as_ida.ida)
    with acting(as_ida.omar.actor):
        noors = agreed(as_ida.noor, as_ida.omar)
    for field, foreign in (
        ("signs", found.signs[Light.GREEN][0].pk),
        ("signs", noors.signs[Light.RED][0].pk),
        ("signs", found.actions[Light.RED][0].pk),
        ("actions", found.actions[Light.GREEN][0].pk),
        ("actions", new_id()),
    ):
        refused = refusal_of(
            see, case=as_ida.kim, by=as_ida.ida, colour=Light.RED, **{field: [foreign]}
        )
        assert refused == (LightRefusal.FOREIGN_LINE, field)
    assert list(lights_of(as_ida.kim.course.pk)) == []


@pytest.mark.parametrize(
    ("observed_at", "reason"),
    [
        (NOW + dt.timedelta(minutes=1), LightRefusal.FUTURE),
        # The last minute of the day before, in Denmark; a day that UTC calls another.
        (
            dt.datetime.combine(STARTED_ON, dt.time(), COPENHAGEN) - dt.timedelta(minutes=1),
            LightRefusal.BEFORE_COURSE,
        ),
    ],
    ids=["to come", "before the course"],
)
def test_light_is_seen_in_the_course_and_not_ahead(as_ida, observed_at, reason):
    refused = refusal_of(
        see, case=as_ida.kim, by=as_ida.ida, colour=Light.RED, observed_at=observed_at
    )

    assert refused == (reason, "observed_at")


@pytest.mark.parametrize("fold", [0, 1])
def test_hour_that_comes_twice_is_kept_as_the_one_that_was_said(as_ida, fold):
    night = dt.datetime(2025, 10, 26, 2, 30, fold=fold, tzinfo=COPENHAGEN)
    after = night.astimezone(dt.UTC) + dt.timedelta(hours=12)

    seen = see(as_ida.kim, as_ida.ida, Light.GREEN, observed_at=night, at=after)

    seen.refresh_from_db()
    assert seen.observed_at == dt.datetime(2025, 10, 26, fold, 30, tzinfo=dt.UTC)


def test_first_moment_of_the_course_is_in_it(as_ida):
    midnight = dt.datetime.combine(STARTED_ON, dt.time(), COPENHAGEN)
    assert see(as_ida.kim, as_ida.ida, Light.GREEN, observed_at=midnight).observed_at == midnight


def test_light_seen_last_holds_whenever_it_was_written(as_ida):
    see(as_ida.kim, as_ida.ida, Light.GREEN)
    see(as_ida.kim, as_ida.ida, Light.RED, observed_at=YESTERDAY, at=LATER)

    assert [one.colour for one in lights_of(as_ida.kim.course.pk)] == [Light.GREEN, Light.RED]
    (course,) = with_light(open_courses(as_ida.team_one.pk))
    assert (light_of(course).colour, light_of(course).since) == (Light.GREEN, NOW)
    assert followed() == []


def test_light_is_put_right_by_another_and_stays_to_be_read(as_ida):
    wrong = see(as_ida.kim, as_ida.ida, Light.GREEN)

    right = see(as_ida.kim, as_ida.ida, Light.YELLOW, replaces=wrong, observed_at=NOW, at=LATER)

    assert list(lights_of(as_ida.kim.course.pk)) == [right]
    ever = {one.pk: one for one in lights_ever_of(as_ida.kim.course.pk)}
    assert ever.keys() == {wrong.pk, right.pk}
    assert ever[wrong.pk].replaced_by == right
    (course,) = with_light(open_courses(as_ida.team_one.pk))
    assert light_of(course).colour == Light.YELLOW


def test_light_is_put_right_once_and_by_its_own_citizen(as_ida):
    wrong = see(as_ida.kim, as_ida.ida, Light.GREEN)
    see(as_ida.kim, as_ida.ida, Light.YELLOW, replaces=wrong)
    assert refusal_of(see, case=as_ida.kim, by=as_ida.ida, colour=Light.RED, replaces=wrong) == (
        LightRefusal.REPLACED,
        None,
    )
    with acting(as_ida.omar.actor):
        assert refusal_of(
            see, case=as_ida.noor, by=as_ida.omar, colour=Light.RED, replaces=wrong
        ) == (LightRefusal.FOREIGN_LIGHT, None)


def test_same_form_sent_twice_is_one_light_and_one_follow_up(as_ida):
    key = new_id()
    see(as_ida.kim, as_ida.ida, Light.RED, id=key)

    with pytest.raises(AlreadySaved):
        see(as_ida.kim, as_ida.ida, Light.RED, id=key, at=NOW + dt.timedelta(seconds=1))
    assert refusal_of(see, case=as_ida.kim, by=as_ida.ida, colour=Light.GREEN, id=key) == (
        RecordRefusal.SAVED_OTHERWISE,
        None,
    )
    assert len(followed()) == 1


def test_nobody_sees_the_light_of_the_dead_but_of_one_whose_course_rests(as_ida):
    who = {"by": as_ida.ida.actor, "at": NOW}
    put_on_hold(id=new_id(), course=as_ida.kim.course, values=HOLD, **who)
    see(as_ida.kim, as_ida.ida, Light.GREEN)
    course = as_ida.kim.course
    course.refresh_from_db()
    record_death_and_reminders(
        id=new_id(), course=course, died_on=TODAY, version=course.version, **who
    )

    assert refusal_of(see, case=as_ida.kim, by=as_ida.ida, colour=Light.RED) == (
        LightRefusal.CITIZEN_DIED,
        None,
    )


def test_red_is_followed_up_today_by_the_primary_contact(as_ida):
    be_primary(as_ida.kim, as_ida.ida)

    seen = see(as_ida.kim, as_ida.ida, Light.RED)

    assert followed() == [(RaisedBy.RED_LIGHT.label, TODAY, as_ida.ida.staff_member)]
    assert seen.follow_up == FollowUp.objects.get()


def test_red_is_followed_up_by_the_coordinator_where_nobody_is_closest_or_they_are_away(as_ida):
    see(as_ida.kim, as_ida.ida, Light.RED)
    assert followed() == [(RaisedBy.RED_LIGHT.label, TODAY, as_ida.bo.staff_member)]

    be_primary(as_ida.kim, as_ida.ida)
    register_absence(
        id=new_id(),
        staff_member=as_ida.ida.staff_member,
        values={"kind": AbsenceKind.ILLNESS, "from_on": TODAY},
        by=as_ida.ida.actor,
        at=NOW,
    )
    settle(FollowUp.objects.get(), as_ida.ida)
    see(as_ida.kim, as_ida.ida, Light.RED, at=LATER)

    assert [one[2] for one in followed()] == [as_ida.bo.staff_member] * 2


def settle(follow_up, by):
    settle_follow_up(
        follow_up=follow_up,
        status="DONE",
        note="Vi var der",
        version=follow_up.version,
        by=by.actor,
        at=NOW,
    )


def test_red_that_is_open_is_followed_up_once_and_again_when_it_was_settled(as_ida):
    first = see(as_ida.kim, as_ida.ida, Light.RED)
    second = see(as_ida.kim, as_ida.ida, Light.RED, at=LATER)
    assert second.follow_up == first.follow_up

    settle(FollowUp.objects.get(), as_ida.ida)
    third = see(as_ida.kim, as_ida.ida, Light.RED, at=LATER)

    assert third.follow_up != first.follow_up
    assert len(followed()) == 2


def test_whoever_is_responsible_and_acted_there_and_then_is_not_reminded(as_ida):
    be_primary(as_ida.kim, as_ida.ida)
    done = [agreed(as_ida.kim, as_ida.ida).actions[Light.RED][0].pk]

    assert see(as_ida.kim, as_ida.ida, Light.RED, actions=done).follow_up is None
    with acting(as_ida.bo.actor):
        assert see(as_ida.kim, as_ida.bo, Light.RED, actions=done, at=LATER).follow_up is not None


@pytest.mark.parametrize("colour", [Light.GREEN, Light.YELLOW])
def test_only_red_is_followed_up(as_ida, colour):
    assert see(as_ida.kim, as_ida.ida, colour).follow_up is None
    assert followed() == []


def test_follow_ups_that_the_record_asks_for_rest_on_the_red_that_was_seen_last(as_ida):
    course, signed = as_ida.kim.course, {"by": as_ida.ida.actor, "at": LATER}
    red = see(as_ida.kim, as_ida.ida, Light.RED, observed_at=NOW, at=LATER)
    see(as_ida.kim, as_ida.ida, Light.GREEN, observed_at=YESTERDAY, at=LATER)
    raise_due_follow_ups(course_id=course.pk, **signed)
    assert open_red_of(course.pk) == red.follow_up

    see(as_ida.kim, as_ida.ida, Light.YELLOW, observed_at=NOW, replaces=red, at=LATER)
    raise_due_follow_ups(course_id=course.pk, **signed)

    assert open_red_of(course.pk) is None
