"""Doors and those who come through them: partners with a login, and citizens."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.consents.actions import give_consent, renew_consent
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.actions import add_person
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.sharing.actions import (
    INVITATION,
    accept_invitation,
    invite_citizen,
    invite_partner,
)
from hjemmebane.domain.sharing.queries import invitation_code
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import PASSWORD, Case, Employee

EVERYTHING = [
    "GOALS",
    "ACTIVITIES",
    "APPOINTMENTS",
    "CONTACT_INFORMATION",
    "AGREEMENTS",
    "MEASUREMENTS",
]
CODE = "482913"


@dataclass(frozen=True)
class Guest:
    """Somebody who is not on the staff: their login."""

    user: User

    @property
    def actor(self) -> Actor:
        return self.user.actor


@dataclass(frozen=True)
class Partner(Guest):
    """A person at a partner, with a login."""

    person: PartnerPerson


def let_in(person: PartnerPerson, by: Employee) -> Partner:
    """Give somebody at a partner a login, as they would get it themselves; or find theirs."""
    people = PartnerPerson.objects.select_related("organisation", "user")
    with acting(by.actor):
        person = people.get(pk=person.pk)
    if person.user:
        return Partner(person.user, person)
    if not person.email:
        with acting(by.actor):
            email = f"{person.name.lower()}@partner.example"
            person.save_changes({"email": email}, version=person.version)
    with acting(by.actor):
        invitation = invite_partner(id=new_id(), partner=person, by=by.actor, at=now())
    user = _accept(invitation_code(invitation.pk), PASSWORD, Face.PARTNER)
    with acting(by.actor):
        return Partner(user, people.get(pk=person.pk))


def let_citizen_in(case: Case, by: Employee) -> Guest:
    """Give a citizen their own login."""
    with acting(by.actor):
        invitation = invite_citizen(id=new_id(), citizen=case.citizen, by=by.actor, at=now())
    return Guest(_accept(invitation_code(invitation.pk), CODE, Face.CITIZEN))


def _accept(code: str, password: str, face: Face) -> User:
    with acting(INVITATION):
        name = accept_invitation(code=code, password=password, face=face, by=INVITATION, at=now())
    return User.objects.get(username=name)


def hire(organisation: PartnerOrganisation, name: str, by: Employee) -> Partner:
    """One more person at a partner, with a login."""
    with acting(by.actor):
        person = add_person(
            id=new_id(),
            organisation=organisation,
            name=name,
            email=f"{name.lower()}@partner.example",
            by=by.actor,
            at=now(),
        )
    return let_in(person, by)


def open_to(
    organisation: PartnerOrganisation, case: Case, by: Employee, **changes: object
) -> Consent:
    """The citizen says yes to a partner today; everything and their one goal unless told."""
    given = {
        "id": new_id(),
        "citizen": case.citizen,
        "recipient": organisation,
        "scope": EVERYTHING,
        "goals": [case.goal.pk],
        "purpose": "Fælles plan",
        "how_given": HowGiven.ORALLY,
        "from_on": today(),
        "by": by.actor,
        "at": now(),
    }
    with acting(by.actor):
        return give_consent(**given | changes)


def tomorrow(hour: int = 12) -> dt.datetime:
    """A moment to come, at a full hour of the Danish day after this one."""
    return dt.datetime.combine(today() + dt.timedelta(days=1), dt.time(hour), COPENHAGEN)


def let_run_out(consent: Consent, by: Employee) -> Consent:
    """The citizen said yes once more two days ago, and only until yesterday."""
    with acting(by.actor):
        return renew_consent(
            id=new_id(),
            consent=consent,
            until_on=today() - dt.timedelta(days=1),
            version=consent.version,
            by=by.actor,
            at=now() - dt.timedelta(days=2),
        )
