"""A partner and the team say whether they agree with what the other does; each for themselves."""

import pytest
from django.db import ProgrammingError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import take_stand_as_partner, take_stand_as_team
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.domain.sharing.queries import (
    between_partners,
    others_activity,
    standpoints_on,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import KIMS_CPR, NOW, add_to_plan
from tests.factories.partners import close, write
from tests.factories.refusals import refused_as_not_yours
from tests.factories.sharing import hire, open_to

DIFFERS = {"answer": "DIFFERS", "reason": "Det er for tidligt"}
AGREES = {"answer": "AGREES", "reason": ""}


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)


@pytest.fixture
def idas(cast):
    """What Ida does towards Kim's goal."""
    with acting(cast.ida.actor):
        return add_to_plan(
            cast.kim.plan,
            cast.ida,
            ItemKind.ACTIVITY,
            what="Går med",
            goal=cast.kim.goal,
            responsible_kind="STAFF",
            staff_member=cast.ida.staff_member,
        )


def say(partner, activity, **said):
    given = {"id": new_id(), "activity": activity, **DIFFERS, **said}
    with acting(partner.actor):
        return take_stand_as_partner(**given, by=partner.actor, at=now())


def say_as_team(member, activity, **said):
    with acting(member.actor):
        found = PlanActivity.objects.select_related("course", "partner_person__organisation")
        given = {"id": new_id(), "activity": found.get(pk=activity.pk), **DIFFERS, **said}
        return take_stand_as_team(**given, by=member.actor, at=now())


def said(reader, cast, activity):
    """(who, side, answer, reason) of each, as somebody reads it."""
    with acting(reader.actor):
        found = standpoints_on([cast.kim.course.pk]).get(activity.pk, [])
        return [(str(one.recorded_by), one.side, one.answer, one.reason) for one in found]


def refusal_of(act, *args, **said):
    with pytest.raises(Refused) as refused:
        act(*args, **said)
    return refused.value.reason, refused.value.field


# ------------------------------------------------------------------ a partner
def test_partner_says_it_and_both_sides_read_it(cast, lise, consent, idas):
    say(lise, idas)

    told = [("Lise", "PARTNER", "DIFFERS", "Det er for tidligt")]
    assert said(cast.ida, cast, idas) == told
    assert said(lise, cast, idas) == told
    with acting(cast.ida.actor):
        change = Change.objects.filter(table_name="sharing_standpoint").get()
        assert (change.verb, change.actor) == (
            "sharing.take_stand_as_partner",
            lise.actor.key,
        )


def test_change_of_mind_stands_alone_and_the_former_is_kept(cast, lise, consent, idas):
    say(lise, idas)
    say(lise, idas, **AGREES)

    assert said(cast.ida, cast, idas) == [("Lise", "PARTNER", "AGREES", "")]
    with acting(cast.ida.actor):
        assert Standpoint.objects.count() == 2


def test_same_form_sent_twice_is_said_once(cast, lise, consent, idas):
    key = new_id()
    say(lise, idas, id=key)
    with pytest.raises(AlreadySaved):
        say(lise, idas, id=key)

    with acting(cast.ida.actor):
        assert Standpoint.objects.count() == 1


def test_colleagues_each_speak_for_themselves(cast, lise, consent, idas):
    per = hire(cast.job_centre, "Per", cast.ida)
    say(lise, idas)
    say(per, idas, **AGREES)

    assert [one[0] for one in said(lise, cast, idas)] == ["Lise", "Per"]


def test_other_partners_do_not_read_it(cast, lise, consent, idas):
    from_shelter = hire(_shelter(cast), "Eva", cast.ida)
    open_to(from_shelter.person.organisation, cast.kim, cast.ida)
    say(lise, idas)

    assert said(from_shelter, cast, idas) == []


def _shelter(cast):
    with acting(cast.ida.actor):
        return add_organisation(
            id=new_id(),
            municipality=cast.municipality,
            kind="SHELTER",
            name="Herberget",
            by=cast.ida.actor,
            at=now(),
        )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reason": " "}, (SharingRefusal.DIFFERENCE_UNSAID, "reason")),
        ({"reason": f"Hos {KIMS_CPR}"}, (SharingRefusal.CPR_NUMBER, "reason")),
    ],
)
def test_partners_words_are_looked_at(cast, lise, consent, idas, changes, why):
    assert refusal_of(say, lise, idas, **changes) == why


def test_partner_agrees_with_others_and_not_with_themselves(cast, lise, consent):
    mine = write(cast.kim, lise)

    assert refusal_of(say, lise, mine)[0] == SharingRefusal.OWN_DOING
    with acting(lise.actor), pytest.raises(PlanActivity.DoesNotExist):
        others_activity(cast.kim.course.pk, mine.pk, lise.person.pk)


def test_partner_says_nothing_when_the_door_is_shut(cast, lise, consent, idas):
    say(lise, idas)
    close(consent, cast.ida)

    assert refusal_of(say, lise, idas)[0] == SharingRefusal.NOTHING_OPEN
    assert said(lise, cast, idas) == []
    assert len(said(cast.ida, cast, idas)) == 1


def test_activity_that_is_not_open_is_not_theirs_to_speak_of(cast, lise, idas):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS"])

    with refused_as_not_yours():
        say(lise, idas)


# ------------------------------------------------------------------ the team
def test_team_says_it_by_name_and_the_partner_reads_it(cast, lise, consent):
    activity = write(cast.kim, lise)
    say_as_team(cast.ida, activity)
    say_as_team(cast.bo, activity, **AGREES)

    told = [("Ida", "TEAM", "DIFFERS", "Det er for tidligt"), ("Bo", "TEAM", "AGREES", "")]
    assert said(lise, cast, activity) == told
    assert said(cast.ida, cast, activity) == told


def test_team_speaks_of_what_a_partner_does(cast, lise, consent, idas):
    assert refusal_of(say_as_team, cast.ida, idas)[0] == SharingRefusal.NOT_A_PARTNERS


def test_team_says_nothing_that_the_partner_cannot_read(cast, lise, consent):
    activity = write(cast.kim, lise)
    close(consent, cast.ida)

    assert refusal_of(say_as_team, cast.ida, activity)[0] == SharingRefusal.PARTNER_SHUT_OUT


def test_teams_words_are_looked_at(cast, lise, consent):
    activity = write(cast.kim, lise)

    assert refusal_of(say_as_team, cast.ida, activity, reason="") == (
        SharingRefusal.DIFFERENCE_UNSAID,
        "reason",
    )
    assert refusal_of(say_as_team, cast.ida, activity, reason=KIMS_CPR) == (
        SharingRefusal.CPR_NUMBER,
        "reason",
    )


# ------------------------------------------------------------------ the database
def row(cast, activity, partner, user, **changes):
    given = {"side": "PARTNER", "partner_person": partner.person, "recorded_by": user, **AGREES}
    return Standpoint(
        id=new_id(),
        course=cast.kim.course,
        activity=activity,
        recorded_at=NOW,
        **given | changes,
    )


def test_nobody_speaks_for_another(cast, lise, consent, idas, kim):
    per = hire(cast.job_centre, "Per", cast.ida)
    for actor, standpoint in (
        (per.actor, row(cast, idas, lise, lise.user)),
        (per.actor, row(cast, idas, lise, per.user)),
        (lise.actor, row(cast, idas, lise, lise.user, side="TEAM")),
        (cast.ida.actor, row(cast, idas, lise, cast.ida.user)),
        (cast.ida.actor, row(cast, idas, lise, cast.bo.user, side="TEAM")),
        (cast.omar.actor, row(cast, idas, lise, cast.omar.user, side="TEAM")),
        (kim.actor, row(cast, idas, lise, kim.user)),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), acting(actor):
            standpoint.save(force_insert=True)


# ------------------------------------------------------------------ told
def test_both_sides_are_told(cast, lise, consent, idas):
    before = now()
    say(lise, idas)
    say(lise, idas, **AGREES)
    with acting(cast.ida.actor):
        told = between_partners([cast.team_one.pk], before, unread_before=before)
    assert [(one.about, one.words) for one in told] == [
        ("agrees", "Går med"),
        ("differs", "Det er for tidligt"),
    ]


def test_all_are_read_in_one_query(cast, lise, consent, idas, django_assert_num_queries):
    for _ in range(3):
        say(lise, idas)

    with acting(lise.actor), django_assert_num_queries(1):
        standpoints_on([cast.kim.course.pk])
