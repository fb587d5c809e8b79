"""Personas: one's own words, written by oneself."""

import pytest

from hjemmebane.domain.teams.actions import change_persona, introduce_oneself
from hjemmebane.domain.teams.choices import PersonaRefusal
from hjemmebane.domain.teams.models import Persona
from hjemmebane.domain.teams.queries import persona_of, personas_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.plans import refusal_of

WORDS = {"can_help_with": "Breve fra kommunen", "about_me": "Har en gammel hund"}


def introduce(employee, by, *, key=None, **values):
    return introduce_oneself(
        id=key or new_id(),
        staff_member=employee.staff_member,
        values={**WORDS, **values},
        by=by,
        at=NOW,
    )


def change(persona, by, *, version=None, **values):
    return change_persona(
        persona=persona, values=values, version=version or persona.version, by=by, at=NOW
    )


def test_persona_is_kept_and_read_by_all_staff(cast):
    with acting(cast.ida.actor):
        persona = introduce(cast.ida, cast.ida.actor)
    with acting(cast.omar.actor):
        staff = [cast.ida.staff_member.pk, cast.omar.staff_member.pk]
        assert personas_of(staff) == {cast.ida.staff_member.pk: persona}
        assert persona_of(cast.ida.staff_member.pk).about_me == "Har en gammel hund"


def test_nobody_writes_about_a_colleague(as_ida):
    mine = introduce(as_ida.ida, as_ida.ida.actor)
    refused = refusal_of(introduce, employee=as_ida.bo, by=as_ida.ida.actor)
    assert refused == (PersonaRefusal.NOT_YOURSELF, None)
    with acting(as_ida.bo.actor):
        refused = refusal_of(change, persona=mine, by=as_ida.bo.actor, about_me="Kedelig")
        assert refused == (PersonaRefusal.NOT_YOURSELF, None)
        # Nor past the rule: the row is out of reach for whoever it is not about.
        assert Persona.objects.filter(pk=mine.pk).update(about_me="Kedelig") == 0


def test_operations_may_set_one_up(cast):
    with acting(OPERATIONS):
        introduce(cast.bo, OPERATIONS)
        assert persona_of(cast.bo.staff_member.pk).can_help_with == "Breve fra kommunen"


def test_second_persona_is_refused_and_a_double_submit_is_one(as_ida):
    key = new_id()
    introduce(as_ida.ida, as_ida.ida.actor, key=key)
    with pytest.raises(AlreadySaved):
        introduce(as_ida.ida, as_ida.ida.actor, key=key)
    refused = refusal_of(introduce, employee=as_ida.ida, by=as_ida.ida.actor)
    assert refused == (PersonaRefusal.ALREADY_THERE, None)


def test_persona_is_changed_and_a_stale_change_meets_it(as_ida):
    persona = introduce(as_ida.ida, as_ida.ida.actor)
    change(persona, as_ida.ida.actor, about_me="Har to hunde")

    with pytest.raises(EditConflict) as conflict:
        change(persona, as_ida.ida.actor, version=1, about_me="Har en kat")

    assert conflict.value.current.about_me == "Har to hunde"
