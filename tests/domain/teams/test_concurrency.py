"""Somebody who saves twice in the same moment, and two who staff the same person."""

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from threading import Barrier, BrokenBarrierError

import pytest

from hjemmebane.domain.teams.actions import (
    describe_role,
    introduce_oneself,
    join_team,
    open_feed,
    register_absence,
    roles,
    show_portrait,
)
from hjemmebane.domain.teams.choices import (
    AbsenceRefusal,
    CoreFunction,
    MembershipRefusal,
    PersonaRefusal,
    RoleRefusal,
)
from hjemmebane.domain.teams.models import CalendarFeed, Persona, Portrait, RoleDescription
from hjemmebane.domain.teams.rules import check_has_no_role_description
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, employ, gather
from tests.factories.pictures import picture

AT_ONCE = 3
ABOUT = {"can_help_with": "Breve", "asked_about": "", "about_me": "", "reached_how": ""}


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def test_persona_that_is_saved_twice_at_once_is_one(cast):
    ida = cast.ida

    def job():
        introduce_oneself(
            id=new_id(), staff_member=ida.staff_member, values=ABOUT, by=ida.actor, at=NOW
        )

    told = at_once(ida.actor, *[job] * AT_ONCE)

    assert told == [PersonaRefusal.ALREADY_THERE.value] * (AT_ONCE - 1) + ["done"]
    with acting(ida.actor):
        assert Persona.objects.count() == 1


def test_persona_of_one_form_sent_twice_at_once_is_one(cast):
    ida, key = cast.ida, new_id()

    def job():
        introduce_oneself(id=key, staff_member=ida.staff_member, values=ABOUT, by=ida.actor, at=NOW)

    assert at_once(ida.actor, job, job) == ["AlreadySaved", "done"]


@pytest.fixture
def side_by_side(monkeypatch):
    """Who has seen that there is none waits a moment for the others."""
    looked = Barrier(AT_ONCE)

    def look(team, staff_member):
        check_has_no_role_description(team, staff_member)
        with suppress(BrokenBarrierError):
            looked.wait(timeout=0.3)

    monkeypatch.setattr(roles, "check_has_no_role_description", look)


@pytest.mark.slow
@pytest.mark.usefixtures("side_by_side")
@pytest.mark.parametrize("of_whom", [None, "ida"])
def test_function_that_two_describe_at_once_is_described_once(cast, of_whom):
    about = cast.ida.staff_member if of_whom else None
    answers = {"MEMBER_TASKS" if about else "TEAM_PURPOSE": "At blive ved"}

    def job():
        describe_role(
            id=new_id(),
            team=cast.team_one,
            staff_member=about,
            answers=answers,
            by=cast.ida.actor,
            at=NOW,
        )

    told = at_once(cast.ida.actor, *[job] * AT_ONCE)

    assert told == [RoleRefusal.ALREADY_THERE.value] * (AT_ONCE - 1) + ["done"]
    with acting(cast.ida.actor):
        assert RoleDescription.objects.count() == 1


def test_pictures_that_are_sent_at_once_take_each_others_place(cast):
    ida = cast.ida

    def show(size):
        show_portrait(
            id=new_id(),
            staff_member=ida.staff_member,
            picture=picture(size=size),
            by=ida.actor,
            at=NOW,
        )

    assert at_once(ida.actor, lambda: show((400, 400)), lambda: show((200, 600))) == [
        "done",
        "done",
    ]
    with acting(ida.actor):
        assert Portrait.objects.count() == 1


def test_hours_of_two_teams_written_at_once_still_fit_in_a_week(cast):
    with acting(OPERATIONS):
        ea = employ("Ea", "Peer")

    def job(team):
        join_team(
            team=team,
            staff_member=ea.staff_member,
            core_functions=[CoreFunction.HEALTH],
            executing_hours=Decimal(100),
            from_on=NOW.date(),
            by=OPERATIONS,
            at=NOW,
        )

    told = at_once(OPERATIONS, lambda: job(cast.team_one), lambda: job(cast.team_two))

    assert told == [MembershipRefusal.TOO_MANY_HOURS.value, "done"]


def test_absence_that_is_written_twice_at_once_is_one(cast):
    ida, day = cast.ida, NOW.date() + dt.timedelta(days=1)

    def job():
        register_absence(
            id=new_id(),
            staff_member=ida.staff_member,
            values={"kind": "HOLIDAY", "from_on": day, "until_on": None},
            by=ida.actor,
            at=NOW,
        )

    told = at_once(ida.actor, *[job] * AT_ONCE)

    assert told == [AbsenceRefusal.OVERLAPS.value] * (AT_ONCE - 1) + ["done"]


def test_calendar_opened_in_two_tabs_has_one_address(cast):
    me = cast.ida

    def make():
        open_feed(id=new_id(), staff_member=me.staff_member, by=me.actor, at=NOW)

    assert at_once(me.actor, *[make] * 3) == ["done"] * 3
    with acting(me.actor):
        assert CalendarFeed.objects.count() == 3
        assert CalendarFeed.objects.filter(revoked_at=None).count() == 1
