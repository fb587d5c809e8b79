"""Keeping the address book of partners, which the staff share."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.rules import check_name_is_free, check_works_for
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def add_organisation(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    municipality: Municipality,
    kind: str,
    name: str,
    phone: str = "",
    email: str = "",
    by: Actor,
    at: dt.datetime,
) -> PartnerOrganisation:
    """Write a partner into the address book. Says nothing about any citizen.

    Refuses a name that is there already, and somebody who works for another municipality.
    """
    organisation = PartnerOrganisation(
        id=id, municipality=municipality, kind=kind, name=name.strip(), phone=phone, email=email
    )
    organisation.check_unsent()
    check_works_for(by, municipality, today=day_of(at))
    check_name_is_free(municipality, name.strip())
    return organisation.insert()


@action
def change_organisation(
    *,
    organisation: PartnerOrganisation,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PartnerOrganisation:
    """Write a partner anew: kind, name, phone and email. Refuses as when it was added.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_works_for(by, organisation.municipality, today=day_of(at))
    if "name" in values:
        values = {**values, "name": str(values["name"]).strip()}
        check_name_is_free(organisation.municipality, str(values["name"]), besides=organisation)
    return organisation.save_changes(values, version=version)


@action
def add_person(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    organisation: PartnerOrganisation,
    name: str,
    role: str = "",
    phone: str = "",
    email: str = "",
    is_resource: bool = False,
    by: Actor,
    at: dt.datetime,
) -> PartnerPerson:
    """Write down whom to call at a partner. Refuses somebody who works for another municipality."""
    person = PartnerPerson(
        id=id,
        organisation=organisation,
        name=name.strip(),
        role=role,
        phone=phone,
        email=email,
        is_resource=is_resource,
    )
    check_works_for(by, organisation.municipality, today=day_of(at))
    return person.insert()


@action
def change_person(
    *,
    person: PartnerPerson,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PartnerPerson:
    """Write anew whom to call: name, role, phone, email, and whether the team has them as its way
    in. The login, if they have one, stays as it is. Refuses as when they were added.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_works_for(by, person.organisation.municipality, today=day_of(at))
    if "name" in values:
        values = {**values, "name": str(values["name"]).strip()}
    return person.save_changes(values, version=version)
