"""People at partners who stop, or begin at another."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.rules import (
    check_has_come,
    check_is_elsewhere,
    check_is_there,
    check_works_for,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import ask_guard


@action
def leave_partner(
    *, person: PartnerPerson, left_on: dt.date, version: int, by: Actor, at: dt.datetime
) -> PartnerPerson:
    """Somebody works at a partner no longer: from that day nothing is open to them.

    Refuses who has left already, a day that is yet to come, and somebody who works for another
    municipality. Raises EditConflict.
    """
    check_works_for(by, person.organisation.municipality, today=day_of(at))
    check_is_there(person)
    check_has_come(left_on, at=at)
    return person.save_changes({"left_on": left_on}, version=version)


@action
def change_employer(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    person: PartnerPerson,
    organisation: PartnerOrganisation,
    role: str = "",
    phone: str = "",
    email: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PartnerPerson:
    """Somebody leaves one partner today and begins at another, where they are somebody new.

    They keep their login. What they wrote stays with the old place under their name there, and what
    was open to them through it is shut: also where a citizen had named them. Refuses who has left,
    a change to where they are, and somebody who works for another municipality. Raises
    EditConflict.
    """
    moved = PartnerPerson(
        id=id, organisation=organisation, name=person.name, role=role, phone=phone, email=email
    )
    moved.check_unsent()
    for place in (person.organisation, organisation):
        check_works_for(by, place.municipality, today=day_of(at))
    check_is_there(person)
    check_is_elsewhere(person, organisation)
    has_login = person.user_id is not None
    person.save_changes({"left_on": day_of(at)}, version=version)
    moved.insert()
    if has_login and ask_guard("hand_on_login", str(person.pk), str(moved.pk)) == [(True,)]:
        moved.user_id, person.user_id = person.user_id, None
    return moved
