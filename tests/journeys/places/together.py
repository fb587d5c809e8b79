"""Working with partners, and the doors that the team opens."""

import datetime as dt

from hjemmebane.domain.partners.models import CommunityOffer, PartnerOrganisation, PartnerPerson
from hjemmebane.domain.sharing.queries import overlaps_around
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from tests.journeys.places.place import (
    Demo,
    Keys,
    Place,
    citizens_page,
)


def with_partner(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"organisation_id": demo.newest(PartnerOrganisation, municipality=here)}


def with_person(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"person_id": demo.newest(PartnerPerson, organisation__municipality=here)}


def with_offer(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"offer_id": demo.newest(CommunityOffer, municipality=here)}


def of_question(demo: Demo) -> Keys:
    """The first there is to ask about everybody's efforts."""
    with acting(demo.actor):
        found = overlaps_around(demo.course, since=now(), until=now() + dt.timedelta(weeks=4))
    return demo.about(question=found.asked[0].question.slug)


TOGETHER = [
    Place("staff:partners:page", "partners"),
    Place("staff:partners:page", "partners-of-the-manager", who="leder1"),
    Place("staff:partners:organisation", "partner", with_partner),
    Place("staff:partners:organisation_new", "partner-new"),
    Place("staff:partners:organisation_edit", "partner-edit", with_partner),
    Place("staff:partners:agreement", "partner-agreement", with_partner),
    Place("staff:partners:function", "partner-function", with_partner),
    Place("staff:partners:person_new", "partner-person-new", with_partner),
    Place("staff:partners:person_edit", "partner-person-edit", with_person),
    Place("staff:offers:page", "offers"),
    Place("staff:offers:page", "offers-found", query="tema=NATURE"),
    Place("staff:offers:new", "offer-new"),
    Place("staff:offers:edit", "offer-edit", with_offer),
    Place("staff:offers:citizen", "offers-for-a-citizen", citizens_page),
    Place("staff:offers:join", "offer-join", lambda demo: demo.about(**with_offer(demo))),
    Place("staff:overlaps:page", "overlaps", citizens_page),
    Place("staff:overlaps:judge", "overlap-judge", of_question),
]


def at_partner(demo: Demo, role: str) -> Keys:
    """Somebody at a partner of the team, by what they do there."""
    place = demo.course.team.municipality_id
    return {"person_id": demo.newest(PartnerPerson, role=role, organisation__municipality_id=place)}


DOORS = [
    Place("staff:doors:partner", "partners-door", lambda demo: at_partner(demo, "Jobkonsulent")),
    Place(
        "staff:doors:partner",
        "partners-door-invited",
        lambda demo: at_partner(demo, "Rusmiddelbehandler"),
    ),
    Place(
        "staff:doors:partner_move", "partner-moves", lambda demo: at_partner(demo, "Jobkonsulent")
    ),
]
