"""The colour that a citizen says it is: kept, read by the team, followed up when it is red."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from hjemmebane.domain.contacts.actions import settle_follow_up
from hjemmebane.domain.contacts.choices import Light, RaisedBy
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.sharing.actions import say_light
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_agreed_light, own_lights_of, own_reds_for
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.domain.sharing.test_actions_citizens import end
from tests.factories.refusals import refused_as_not_yours
from tests.factories.reminders import SIGNS, light_agreement, see
from tests.factories.sharing import open_to


def say(cast, by, colour=Light.RED, **changes):
    given = {"id": new_id(), "course": cast.kim.course, "colour": colour, "words": " Støj "}
    return say_light(**given | changes, by=by, at=now())


def follow_ups(cast):
    with acting(cast.ida.actor):
        return [(one.why, one.due_on, one.staff_member_id) for one in FollowUp.objects.all()]


def settle(cast):
    with acting(cast.ida.actor):
        for one in FollowUp.objects.all():
            settle_follow_up(
                follow_up=one,
                status="DONE",
                note="Vi var der",
                version=one.version,
                by=cast.ida.actor,
                at=now(),
            )


def test_light_is_kept_as_said_and_only_the_team_reads_it(cast, kim, lise):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS", "MEASUREMENTS"])
    with acting(kim.actor):
        said = say(cast, kim.actor, Light.YELLOW)

    assert (said.colour, said.words, said.follow_up) == (Light.YELLOW, "Støj", None)
    seen = {}
    for who in (kim, cast.ida, cast.omar, lise):
        with acting(who.actor):
            seen[who] = list(own_lights_of(cast.kim.course.pk))
    assert list(seen.values()) == [[said], [said], [], []]
    assert follow_ups(cast) == []


def test_red_is_the_teams_to_follow_up_today_once_while_it_waits(cast, kim):
    with acting(kim.actor):
        first, second = say(cast, kim.actor), say(cast, kim.actor)
    assert first.follow_up_id == second.follow_up_id == first.pk
    assert follow_ups(cast) == [(RaisedBy.OWN_RED.label, today(), None)]

    settle(cast)
    with acting(kim.actor):
        say(cast, kim.actor)

    assert len(follow_ups(cast)) == 2


def test_own_red_is_heard_beside_the_teams(cast, kim):
    with acting(cast.ida.actor):
        see(cast.kim, cast.ida, Light.RED, at=now())
    with acting(kim.actor):
        say(cast, kim.actor)

    whys = sorted(one[0] for one in follow_ups(cast))
    assert whys == sorted([str(RaisedBy.RED_LIGHT.label), str(RaisedBy.OWN_RED.label)])


def test_reds_that_wait_are_shown_to_the_team_and_no_other(cast, kim):
    with acting(kim.actor):
        first = say(cast, kim.actor)
        say(cast, kim.actor)
    teams = [cast.team_one.pk, cast.team_two.pk]
    with acting(cast.ida.actor):
        assert list(own_reds_for(teams)) == [first]
    with acting(cast.omar.actor):
        assert list(own_reds_for(teams)) == []
    settle(cast)
    with acting(cast.ida.actor):
        assert list(own_reds_for(teams)) == []


def test_device_in_the_citizens_hands_says_it_for_them(cast):
    together = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    with acting(together):
        said = say(cast, together)

    assert said.recorded_by_id == cast.ida.user.pk
    assert len(follow_ups(cast)) == 1


def test_same_form_sent_twice_is_one(cast, kim):
    key = new_id()
    with acting(kim.actor):
        say(cast, kim.actor, id=key)
        with pytest.raises(AlreadySaved):
            say(cast, kim.actor, id=key)
        with pytest.raises(Refused) as refused:
            say(cast, kim.actor, Light.GREEN, id=key)
    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE
    assert len(follow_ups(cast)) == 1


@pytest.mark.parametrize("changes", [{"colour": "BLUE"}, {"words": "x" * 301}], ids=str)
def test_what_is_no_light_is_refused(cast, kim, changes):
    with acting(kim.actor), pytest.raises(ValidationError):
        say(cast, kim.actor, **{"colour": Light.GREEN, **changes})


def test_nothing_is_said_to_a_course_that_has_ended(cast, kim):
    with acting(kim.actor), pytest.raises(Refused) as refused:
        say(cast, kim.actor, course=end(cast))
    assert refused.value.reason == SharingRefusal.COURSE_ENDED


def test_citizen_reads_what_is_agreed_and_neither_the_teams_lights_nor_follow_ups(cast, kim, lise):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS", "MEASUREMENTS"])
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida)
        see(cast.kim, cast.ida, Light.RED)
    with acting(kim.actor):
        found = own_agreed_light(cast.kim.course.pk)
        assert {c: [one.text for one in found.signs[c]] for c in Light} == SIGNS
        assert not FollowUp.objects.exists()
    with acting(lise.actor):
        assert own_agreed_light(cast.kim.course.pk) is None


def test_citizen_raises_nothing_for_others_and_settles_nothing(cast, kim):
    with acting(kim.actor):
        with refused_as_not_yours():
            say(cast, kim.actor, Light.GREEN, course=cast.noor.course)
        for changes in (
            {"staff_member": cast.ida.staff_member},
            {"concerns": "light", "rule": "RED_LIGHT"},
            {"recorded_by_id": cast.ida.user.pk},
        ):
            values = {
                "course": cast.kim.course,
                "why": "Kom",
                "due_on": today(),
                "recorded_by_id": kim.user.pk,
                "recorded_at": now(),
            }
            with pytest.raises(DatabaseError), transaction.atomic():
                FollowUp(id=new_id(), **values | changes).save(force_insert=True)


def test_team_says_nothing_in_the_citizens_name(cast):
    with acting(cast.ida.actor), refused_as_not_yours():
        say(cast, cast.ida.actor, Light.GREEN)
    with acting(cast.ida.actor):
        assert not OwnLight.objects.exists()


def test_red_of_yesterday_still_waits_today(cast, kim):
    with acting(kim.actor):
        said = say_light(
            id=new_id(),
            course=cast.kim.course,
            colour=Light.RED,
            by=kim.actor,
            at=now() - dt.timedelta(days=1),
        )
    with acting(cast.ida.actor):
        assert list(own_reds_for([cast.team_one.pk])) == [said]
