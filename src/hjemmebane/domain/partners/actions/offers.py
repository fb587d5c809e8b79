import datetime as dt
from collections.abc import Mapping
from copy import copy
from uuid import UUID

from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.partners.rules import check_offer, check_offer_is_new, check_works_for
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import AlreadySaved


@action
def add_offer(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    municipality: Municipality,
    values: Mapping[str, object],
    is_demo: bool = False,
    by: Actor,
    at: dt.datetime,
) -> CommunityOffer:
    """Write down somewhere to belong. Says nothing about any citizen.

    Refuses a name that is there already, no theme, a day to come, a CPR number, and somebody who
    works for another municipality.
    """
    offer = CommunityOffer(
        id=id,
        municipality=municipality,
        is_demo=is_demo,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **values,
    )
    offer.name = offer.name.strip()
    offer.check_unsent()
    check_works_for(by, municipality, today=day_of(at))
    check_offer_is_new(offer)
    check_offer(offer, today=day_of(at))
    return offer.insert()


@action
def change_offer(
    *,
    offer: CommunityOffer,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> CommunityOffer:
    """Write an offer anew, or say that it closed. Refuses as when it was added.

    Raises EditConflict when somebody else saved since `version`.
    """
    if "name" in values:
        values = {**values, "name": str(values["name"]).strip()}
    draft = copy(offer)
    for name, value in values.items():
        setattr(draft, name, value)
    check_works_for(by, offer.municipality, today=day_of(at))
    check_offer_is_new(draft)
    check_offer(draft, today=day_of(at))
    return offer.save_changes(values, version=version)


@action
def check_offer_again(
    *, offer: CommunityOffer, version: int, by: Actor, at: dt.datetime
) -> CommunityOffer:
    """Somebody has seen to it that an offer is as it says. Once a day is enough.

    Refuses somebody who works for another municipality. Raises EditConflict.
    """
    check_works_for(by, offer.municipality, today=day_of(at))
    if offer.checked_on == day_of(at):
        raise AlreadySaved(offer)
    return offer.save_changes({"checked_on": day_of(at)}, version=version)
