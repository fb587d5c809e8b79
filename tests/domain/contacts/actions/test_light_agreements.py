"""What the colours mean for a citizen: agreed, taken over by the next, ended."""

import datetime as dt

import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.contacts.actions import end_light_agreement
from hjemmebane.domain.contacts.choices import Light, LightRefusal
from hjemmebane.domain.contacts.models import LightSign
from hjemmebane.domain.contacts.queries import agreed_now, agreement_now, agreements_of
from hjemmebane.domain.courses.actions import put_on_hold
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import HOLD, end_today
from tests.factories.history import changes_by
from tests.factories.plans import refusal_of
from tests.factories.reminders import ACTIONS, SIGNS, agreed, light_agreement, see

LATER = NOW + dt.timedelta(days=1)
RED_ALONE = {Light.RED: ["Jeg går ikke ud"]}


def end(agreement, by, *, why="Borgeren vil ikke mere", version=1, at=LATER):
    return end_light_agreement(agreement=agreement, why=why, version=version, by=by.actor, at=at)


def test_agreement_keeps_its_lines_in_order_by_colour(as_ida):
    light_agreement(as_ida.kim, as_ida.ida, person="Kim bor alene", every_days=3)

    found = agreed_now(as_ida.kim.course.pk)
    assert {c: [line.text for line in found.signs[c]] for c in Light} == SIGNS
    assert {c: [line.text for line in found.actions[c]] for c in Light} == ACTIONS
    assert (found.agreement.person, found.agreement.every_days) == ("Kim bor alene", 3)
    verbs = changes_by(as_ida.ida.actor, "contacts.agree_light")
    assert verbs[0] == ("INSERT", "contacts_trafficlightagreement")
    assert len(verbs) == 1 + 5 + 3


def test_new_agreement_holds_and_what_was_seen_keeps_its_own(as_ida):
    first = agreed(as_ida.kim, as_ida.ida)
    seen = see(as_ida.kim, as_ida.ida, Light.RED, signs=[first.signs[Light.RED][0].pk])
    second = light_agreement(
        as_ida.kim, as_ida.ida, at=LATER, former=first.agreement.pk, signs=RED_ALONE
    )

    assert agreement_now(as_ida.kim.course.pk) == second
    assert list(agreements_of(as_ida.kim.course.pk)) == [second, first.agreement]
    seen.refresh_from_db()
    assert seen.agreement == first.agreement
    assert LightSign.objects.get(pk=seen.signs[0]).text == "Jeg svarer ikke"


def test_ended_agreement_leaves_none(as_ida):
    first = light_agreement(as_ida.kim, as_ida.ida)
    second = light_agreement(as_ida.kim, as_ida.ida, at=LATER, former=first.pk)

    end(second, as_ida.ida)

    assert agreement_now(as_ida.kim.course.pk) is None
    second.refresh_from_db()
    assert (second.ended_on, second.ended_why) == (day_of(LATER), "Borgeren vil ikke mere")
    with pytest.raises(AlreadySaved):
        end(second, as_ida.ida)


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"signs": {}}, LightRefusal.NO_SIGN, "green_signs"),
        ({"signs": {Light.GREEN: []}}, LightRefusal.NO_SIGN, "green_signs"),
        ({"signs": {Light.RED: ["x" * 301]}}, LightRefusal.LINE_TOO_LONG, "red_signs"),
        ({"actions": {Light.RED: ["x"] * 13}}, LightRefusal.TOO_MANY_LINES, "red_actions"),
        ({"made_with_citizen": False}, LightRefusal.WHY_MISSING, "without_why"),
        ({"made_on": day_of(LATER)}, CourseRefusal.FUTURE, "made_on"),
        ({"made_on": STARTED_ON - dt.timedelta(days=1)}, CourseRefusal.BEFORE_COURSE, "made_on"),
        ({"former": new_id()}, LightRefusal.NEWER_MADE, None),
    ],
    ids=["no sign", "empty sign", "long", "many", "alone", "future", "before", "newer"],
)
def test_what_is_no_agreement_is_refused(as_ida, changes, reason, field):
    refused = refusal_of(light_agreement, case=as_ida.kim, by=as_ida.ida, **changes)

    assert refused == (reason, field)
    assert list(agreements_of(as_ida.kim.course.pk)) == []


def test_second_of_two_who_agree_at_once_is_told(as_ida):
    first = light_agreement(as_ida.kim, as_ida.ida)

    assert refusal_of(light_agreement, case=as_ida.kim, by=as_ida.ida, at=LATER) == (
        LightRefusal.NEWER_MADE,
        None,
    )
    assert agreement_now(as_ida.kim.course.pk) == first


def test_agreement_sent_twice_is_one_and_other_lines_are_kept_apart(as_ida):
    key = new_id()
    light_agreement(as_ida.kim, as_ida.ida, id=key)

    with pytest.raises(AlreadySaved):
        light_agreement(as_ida.kim, as_ida.ida, id=key)
    assert refusal_of(light_agreement, case=as_ida.kim, by=as_ida.ida, id=key, signs=RED_ALONE) == (
        RecordRefusal.SAVED_OTHERWISE,
        None,
    )


def test_agreement_is_made_while_the_course_rests(as_ida):
    who = {"by": as_ida.ida.actor, "at": NOW}
    put_on_hold(id=new_id(), course=as_ida.kim.course, values=HOLD, **who)

    made = light_agreement(as_ida.kim, as_ida.ida)

    assert agreement_now(as_ida.kim.course.pk) == made


def test_no_agreement_is_made_once_the_course_has_ended(as_ida):
    end_today(as_ida.kim, as_ida.ida)

    assert refusal_of(light_agreement, case=as_ida.kim, by=as_ida.ida, at=LATER) == (
        CourseRefusal.ALREADY_ENDED,
        None,
    )


def test_only_what_holds_is_ended_and_with_a_reason(as_ida):
    first = light_agreement(as_ida.kim, as_ida.ida)
    assert refusal_of(end, agreement=first, by=as_ida.ida, why=" ") == (
        LightRefusal.END_WHY_MISSING,
        "why",
    )
    light_agreement(as_ida.kim, as_ida.ida, at=LATER, former=first.pk)
    assert refusal_of(end, agreement=first, by=as_ida.ida) == (LightRefusal.NOT_CURRENT, None)


def test_words_of_an_agreement_cannot_be_written_over(as_ida):
    found = agreed(as_ida.kim, as_ida.ida)
    for record, changes in (
        (found.agreement, {"person": "En anden"}),
        (found.signs[Light.RED][0], {"text": "Andet"}),
        (found.actions[Light.RED][0], {"text": "Andet"}),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            record.save_changes(changes, version=1)


def test_other_team_neither_sees_nor_makes_an_agreement(cast):
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida)

    with acting(cast.omar.actor):
        assert list(agreements_of(cast.kim.course.pk)) == []
        assert list(LightSign.objects.all()) == []
        with pytest.raises(Course.DoesNotExist):
            light_agreement(cast.kim, cast.omar)
