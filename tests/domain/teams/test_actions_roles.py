"""Descriptions of functions: the team's by any member, a member's by themselves or the
coordinator; in the lines of the method, with the history of what stood before.
"""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.method.content.entries import RoleOwner
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.teams.actions import change_role_description, describe_role
from hjemmebane.domain.teams.choices import RoleRefusal
from hjemmebane.domain.teams.models import RoleDescription
from hjemmebane.domain.teams.queries import (
    rewritings_in,
    role_description,
    role_descriptions_of,
    role_fields,
)
from hjemmebane.domain.teams.rules import LONGEST_ANSWER
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import KIMS_CPR, NOW

PURPOSE = {"TEAM_PURPOSE": "At blive ved, når andre slipper"}
TASKS = {"MEMBER_TASKS": "Går med ud"}


def describe(cast, by, *, about=None, key=None, team=None, **answers):
    return describe_role(
        id=key or new_id(),
        team=team or cast.team_one,
        staff_member=about.staff_member if about else None,
        answers=answers or (TASKS if about else PURPOSE),
        by=by.actor,
        at=NOW,
    )


def test_any_member_describes_the_team(as_ida):
    written = describe(as_ida, as_ida.ida)

    kept = role_description(as_ida.team_one.pk, None)
    assert (kept, kept.answers) == (written, PURPOSE)
    assert (kept.method_pack, kept.method_version) == ("m-act", "1")


def test_lines_are_those_of_the_method(as_ida):
    method = current_pack()

    assert role_fields(as_ida.team_one, None) == method.role_fields_of(RoleOwner.TEAM)
    assert role_fields(as_ida.team_one, as_ida.ida.staff_member) == method.role_fields_of(
        RoleOwner.MEMBER
    )


def test_what_is_not_said_or_asked_is_not_kept(as_ida):
    written = describe(as_ida, as_ida.ida, TEAM_TASKS=" Alt \n", TEAM_BEYOND="  ", MEMBER_TASKS="X")

    assert written.answers == {"TEAM_TASKS": "Alt"}


def test_member_describes_their_own_function(as_ida):
    describe(as_ida, as_ida.ida, about=as_ida.ida)

    assert role_descriptions_of(as_ida.team_one.pk).keys() == {as_ida.ida.staff_member.pk}


def test_coordinator_describes_a_members_function(cast):
    with acting(cast.bo.actor):
        assert describe(cast, cast.bo, about=cast.ida).answers == TASKS


@pytest.mark.parametrize(
    ("who", "about", "reason"),
    [
        ("ida", "bo", RoleRefusal.NOT_YOURS),
        ("omar", None, RoleRefusal.NOT_YOURS),
        ("mette", None, RoleRefusal.NOT_YOURS),
        ("omar", "ida", RoleRefusal.NOT_YOURS),
        ("bo", "omar", RoleRefusal.NOT_IN_TEAM),
    ],
)
def test_nobody_else_describes_it(cast, who, about, reason):
    writer = getattr(cast, who)
    with acting(writer.actor), pytest.raises(Refused) as refused:
        describe(cast, writer, about=getattr(cast, about) if about else None)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("answers", "reason", "field"),
    [
        ({"TEAM_TASKS": "  "}, RoleRefusal.NOTHING_WRITTEN, None),
        ({"TEAM_TASKS": "x" * (LONGEST_ANSWER + 1)}, RoleRefusal.TOO_LONG, "TEAM_TASKS"),
        ({"TEAM_TASKS": f"Hente {KIMS_CPR}"}, RoleRefusal.CPR_NUMBER, "TEAM_TASKS"),
    ],
)
def test_words_that_will_not_do_are_refused(as_ida, answers, reason, field):
    with pytest.raises(Refused) as refused:
        describe(as_ida, as_ida.ida, **answers)

    assert (refused.value.reason, refused.value.field) == (reason, field)


def test_same_words_about_somebody_else_are_others(cast):
    with acting(cast.bo.actor):
        written = describe(cast, cast.bo, about=cast.ida)
        with pytest.raises(Refused) as refused:
            describe(cast, cast.bo, about=cast.bo, key=written.pk)

    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE


def test_citizens_number_is_refused_also_when_it_is_written_anew(as_ida):
    written = describe(as_ida, as_ida.ida)

    with pytest.raises(Refused) as refused:
        change_role_description(
            description=written,
            answers={"TEAM_PURPOSE": KIMS_CPR},
            version=1,
            by=as_ida.ida.actor,
            at=NOW,
        )

    assert refused.value.reason == RoleRefusal.CPR_NUMBER


def test_second_description_is_refused_and_the_same_is_one(as_ida):
    written = describe(as_ida, as_ida.ida)

    with pytest.raises(AlreadySaved):
        describe(as_ida, as_ida.ida, key=written.pk)
    with pytest.raises(Refused) as refused:
        describe(as_ida, as_ida.ida)

    assert refused.value.reason == RoleRefusal.ALREADY_THERE


def test_database_keeps_one_of_each(as_ida):
    describe(as_ida, as_ida.ida)

    with pytest.raises(IntegrityError, match="one_role_description_each"), transaction.atomic():
        RoleDescription.objects.create(team=as_ida.team_one, answers=PURPOSE)


def test_database_refuses_a_colleagues_description(cast):
    with acting(cast.bo.actor):
        describe(cast, cast.bo, about=cast.bo)
    with acting(cast.ida.actor):
        written = role_description(cast.team_one.pk, cast.bo.staff_member)
        assert not RoleDescription.objects.filter(pk=written.pk).update(answers={})
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            RoleDescription.objects.create(team=cast.team_two, answers=PURPOSE)


def test_change_keeps_what_was_not_asked_and_tells_what_stood(as_ida):
    written = describe(as_ida, as_ida.ida, TEAM_PURPOSE="Først", TEAM_TASKS="Alt")

    change_role_description(
        description=written,
        answers={"TEAM_PURPOSE": "Så", "TEAM_BEYOND": "Medicin"},
        version=1,
        by=as_ida.ida.actor,
        at=NOW,
    )

    assert written.answers == {"TEAM_PURPOSE": "Så", "TEAM_TASKS": "Alt", "TEAM_BEYOND": "Medicin"}
    latest, first = rewritings_in(as_ida.team_one.pk)[written.pk]
    assert latest.before == {"TEAM_PURPOSE": "Først", "TEAM_BEYOND": ""}
    assert first.before == {"TEAM_PURPOSE": "", "TEAM_TASKS": ""}
    assert {latest.actor, first.actor} == {as_ida.ida.actor.key}


def test_history_is_for_the_staff(cast):
    with acting(cast.ida.actor):
        written = describe(cast, cast.ida)
    with acting(cast.omar.actor):
        assert rewritings_in(cast.team_one.pk).keys() == {written.pk}
        assert rewritings_in(cast.team_two.pk) == {}


def test_change_refuses_a_stale_version_and_a_stranger(cast):
    with acting(cast.ida.actor):
        written = describe(cast, cast.ida)
        change_role_description(
            description=written, answers=PURPOSE, version=1, by=cast.ida.actor, at=NOW
        )
        with pytest.raises(EditConflict):
            change_role_description(
                description=written, answers=PURPOSE, version=1, by=cast.ida.actor, at=NOW
            )
    with acting(cast.omar.actor), pytest.raises(Refused) as refused:
        change_role_description(
            description=written, answers=PURPOSE, version=2, by=cast.omar.actor, at=NOW
        )
    assert refused.value.reason == RoleRefusal.NOT_YOURS
