"""Agreements with partners, and places to belong."""

import datetime as dt

from hjemmebane.domain.partners.actions import add_offer, agree_with_partner
from hjemmebane.domain.partners.models import CollaborationAgreement, CommunityOffer
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Cast

AGREED = {
    "content": "Ingen krav uden at teamet er spurgt",
    "contact_points": "Ring til Lise",
    "status": "IN_FORCE",
    "agreed_on": NOW.date() - dt.timedelta(days=30),
    "review_on": NOW.date() + dt.timedelta(days=100),
}
GARDEN = {
    "name": "Haven bag Stationen",
    "kind": "ASSOCIATION",
    "themes": ["NATURE", "COMPANY"],
    "about": "Man graver eller sidder på bænken",
    "place": "Prøvevænget 3",
    "district": "Nordbyen",
    "open_when": "Tirsdag 10–13",
    "threshold": "OPEN",
    "checked_on": NOW.date(),
}


def agree(cast: Cast, by: Actor, **changes: object) -> CollaborationAgreement:
    """An agreement with the job centre, in force unless `changes` say otherwise."""
    given = {"id": new_id(), "organisation": cast.job_centre, "at": NOW}
    arguments = {name: changes.pop(name) for name in given.keys() & changes.keys()}
    return agree_with_partner(**given | arguments, values={**AGREED, **changes}, by=by)


def offer(cast: Cast, by: Actor, **changes: object) -> CommunityOffer:
    """A garden that anybody may come to."""
    given = {"id": new_id(), "municipality": cast.municipality, "at": NOW}
    arguments = {name: changes.pop(name) for name in given.keys() & changes.keys()}
    return add_offer(**given | arguments, values={**GARDEN, **changes}, by=by)
