"""Pictures of staff: uploaded by oneself, drawn anew, sealed, and gone when they are removed."""

import pytest
from django.db import connection

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.teams.actions import remove_portrait, show_portrait
from hjemmebane.domain.teams.choices import PersonaRefusal, PortraitRefusal
from hjemmebane.domain.teams.models import Portrait
from hjemmebane.domain.teams.queries import (
    have_portraits,
    portrait_content,
    portrait_of,
    portraits_of,
)
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW
from tests.factories.pictures import photograph, picture, png_saying, seen
from tests.factories.plans import refusal_of


def show(employee, by, *, key=None, content=None):
    return show_portrait(
        id=key or new_id(),
        staff_member=employee.staff_member,
        picture=content or picture(),
        by=by,
        at=NOW,
    )


def remove(portrait, by):
    remove_portrait(portrait=portrait, by=by, at=NOW)


def rows(portrait):
    """What the table itself holds of a portrait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT content_sealed FROM teams_portrait WHERE id = %s", [portrait.pk])
        return [bytes(content) for (content,) in cursor.fetchall()]


def test_portrait_is_drawn_anew_and_seen_by_all_staff(cast):
    with acting(cast.ida.actor):
        portrait = show(cast.ida, cast.ida.actor, content=photograph())

    with acting(cast.omar.actor):
        shown = portraits_of([cast.ida.staff_member.pk, cast.omar.staff_member.pk])
        assert list(shown) == [cast.ida.staff_member.pk]
        assert have_portraits([cast.ida.staff_member.pk, cast.bo.staff_member.pk]) == {
            cast.ida.staff_member.pk
        }
        drawn = shown[cast.ida.staff_member.pk]
        assert portrait_content(portrait_of(cast.ida.staff_member.pk)) == drawn
        assert (seen(drawn).format, seen(drawn).size) == ("JPEG", (280, 280))
        assert b"Hemmelig" not in drawn
        (stored,) = rows(portrait)
        assert stored.startswith(b"v1.")


def test_who_is_no_colleague_sees_no_portrait(cast):
    with acting(cast.ida.actor):
        show(cast.ida, cast.ida.actor)
    for stranger in (Actor.person(new_id()), Actor.system("public-referral")):
        with acting(stranger):
            assert portraits_of([cast.ida.staff_member.pk]) == {}


def test_nobody_shows_or_removes_a_colleague(as_ida):
    mine = show(as_ida.ida, as_ida.ida.actor)
    refused = refusal_of(show, employee=as_ida.bo, by=as_ida.ida.actor)
    assert refused == (PersonaRefusal.NOT_YOURSELF, None)
    with acting(as_ida.bo.actor):
        refused = refusal_of(remove, portrait=mine, by=as_ida.bo.actor)
        assert refused == (PersonaRefusal.NOT_YOURSELF, None)
        # Nor past the rule: the row is out of reach for whoever it does not show.
        assert Portrait.objects.filter(pk=mine.pk).update(version=7) == 0
        assert Portrait.objects.filter(pk=mine.pk).delete()[0] == 0


def test_operations_may_set_one_up(cast):
    with acting(OPERATIONS):
        show(cast.bo, OPERATIONS)
        assert have_portraits([cast.bo.staff_member.pk]) == {cast.bo.staff_member.pk}


def test_new_picture_takes_the_place_of_the_former(as_ida):
    first = show(as_ida.ida, as_ida.ida.actor)
    before = portrait_content(first)

    second = show(as_ida.ida, as_ida.ida.actor, content=photograph())

    assert (second.pk, second.version) == (first.pk, 2)
    assert portrait_content(portrait_of(as_ida.ida.staff_member.pk)) != before


def test_same_picture_twice_is_one(as_ida):
    key = new_id()
    show(as_ida.ida, as_ida.ida.actor, key=key)
    for again in (key, new_id()):
        with pytest.raises(AlreadySaved):
            show(as_ida.ida, as_ida.ida.actor, key=again)


def test_removed_portrait_is_gone_and_the_history_has_no_copy(committed_db, cast):
    with acting(cast.ida.actor):
        portrait = show(cast.ida, cast.ida.actor)
        remove(portrait, cast.ida.actor)
        assert rows(portrait) == []
        assert portrait_of(cast.ida.staff_member.pk) is None

    # About no citizen, so row-level security shows it to nobody but the owner.
    kept = Change.objects.using("owner").filter(table_name="teams_portrait").order_by("id")
    assert [(one.verb, one.actor) for one in kept] == [
        ("teams.show_portrait", cast.ida.actor.key),
        ("teams.remove_portrait", cast.ida.actor.key),
    ]
    assert [sorted(one.after or one.before) for one in kept] == [
        ["id", "staff_member_id", "version"],
        ["id", "staff_member_id", "version"],
    ]


def test_one_may_change_ones_mind(as_ida):
    portrait = show(as_ida.ida, as_ida.ida.actor)
    remove(portrait, as_ida.ida.actor)
    show(as_ida.ida, as_ida.ida.actor, key=portrait.pk)
    assert have_portraits([as_ida.ida.staff_member.pk]) == {as_ida.ida.staff_member.pk}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"hej", PortraitRefusal.WRONG_KIND),
        (png_saying(9_000, 9_000), PortraitRefusal.TOO_MANY_PIXELS),
        (picture(size=(900, 900), quality=95)[:2_000], PortraitRefusal.BROKEN),
    ],
    ids=["wrong kind", "too many pixels", "broken"],
)
def test_what_is_no_picture_is_refused_by_the_field(as_ida, content, reason):
    refused = refusal_of(show, employee=as_ida.ida, by=as_ida.ida.actor, content=content)

    assert refused == (reason, "picture")
    assert portrait_of(as_ida.ida.staff_member.pk) is None
