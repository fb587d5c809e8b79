"""Keeping the address book of partners, which the staff share."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.rules import check_name_is_free
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


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

    Refuses a name that is there already.
    """
    organisation = PartnerOrganisation(
        id=id, municipality=municipality, kind=kind, name=name.strip(), phone=phone, email=email
    )
    organisation.check_unsent()
    check_name_is_free(municipality, name.strip())
    return organisation.insert()


@action
def add_person(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    organisation: PartnerOrganisation,
    name: str,
    role: str = "",
    phone: str = "",
    email: str = "",
    by: Actor,
    at: dt.datetime,
) -> PartnerPerson:
    """Write down whom to call at a partner."""
    person = PartnerPerson(
        id=id, organisation=organisation, name=name.strip(), role=role, phone=phone, email=email
    )
    return person.insert()
