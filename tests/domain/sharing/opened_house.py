"""A house with two partners, their three people and some goals, for the openings to be tried on."""

import datetime as dt
from dataclasses import dataclass, field

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import (
    answer_as_citizen,
    make_own_appointment,
    take_stand_as_partner,
    take_stand_as_team,
    write_activity,
)
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import (
    opened_activities,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.domain.audit.test_row_level_security import GUARDED
from tests.factories.cast import Cast, add_to_plan
from tests.factories.network_meetings import call, invite
from tests.factories.sharing import (
    Partner,
    hire,
    let_citizen_in,
    let_in,
    open_to,
    tomorrow,
)
from tests.factories.whole_record import fill

ORGANISATIONS, PEOPLE = ("job centre", "shelter"), ("Lise", "Per", "Eva")
WORKS_AT = {"Lise": "job centre", "Per": "job centre", "Eva": "shelter"}
GOALS = ("walk", "flat", "Noors")


@dataclass
class Yes:
    """One consent as the model keeps it."""

    to: str
    person: str | None
    parts: frozenset[str]
    goals: frozenset[str]
    until: int | None
    is_withdrawn: bool = False

    def holds_for(self, who: str) -> bool:
        return (
            not self.is_withdrawn
            and WORKS_AT[who] == self.to
            and self.person in {None, who}
            and (self.until is None or self.until >= 0)
        )


@dataclass
class House:
    """Kim's record, and the people who may read some of it."""

    cast: Cast
    organisations: dict[str, object]
    partners: dict[str, Partner]
    goals: dict[str, object]
    consents: list[tuple[Yes, Consent]] = field(default_factory=list)


def build(cast: Cast) -> House:
    """Kim with two goals, an activity on each, appointments, and three people at two partners."""
    ida = cast.ida
    with acting(ida.actor):
        fill(cast, cast.kim, ida)
        for before in Consent.objects.filter(organisation=cast.job_centre):
            withdraw_consent(consent=before, version=before.version, by=ida.actor, at=now())
        shelter = add_organisation(
            id=new_id(),
            municipality=cast.municipality,
            kind="SHELTER",
            name="Herberget",
            by=ida.actor,
            at=now(),
        )
        flat = add_to_plan(cast.kim.plan, ida, ItemKind.GOAL, text="Eget sted", wishes=[])
    partners = {
        "Lise": let_in(cast.lise, ida),
        "Per": hire(cast.job_centre, "Per", ida),
        "Eva": hire(shelter, "Eva", ida),
    }
    house = House(
        cast,
        {"job centre": cast.job_centre, "shelter": shelter},
        partners,
        {"walk": cast.kim.goal, "flat": flat, "Noors": cast.noor.goal},
    )
    with acting(ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Kaffe",
            starts_at=tomorrow(),
            ends_at=None,
            place="HOME",
            staff_member=ida.staff_member,
            by=ida.actor,
            at=now(),
        )
    write_as_partners(house)
    return house


def write_as_partners(house: House) -> None:
    """Each has written an activity and agreed a time while a door stood open, now shut again."""
    kim = house.cast.kim
    for partner in house.partners.values():
        consent = open_to(partner.person.organisation, kim, house.cast.ida)
        with acting(partner.actor):
            who = {"by": partner.actor, "at": now()}
            for one in opened_activities(kim.course.pk).exclude(partner_person=partner.person):
                take_stand_as_partner(id=new_id(), activity=one, answer="AGREES", reason="", **who)
            written = write_activity(
                id=new_id(),
                course_id=kim.course.pk,
                goal=kim.goal,
                values={"what": f"{partner.person.name} ringer"},
                **who,
            )
            make_own_appointment(
                id=new_id(),
                course_id=kim.course.pk,
                values={"what": "Samtale", "starts_at": tomorrow()},
                **who,
            )
        answer_partner(house, partner, written)
        ask_to_meeting(house, partner)
        take_back(house, consent)
    say_to_everything(house)


def answer_partner(house: House, partner: Partner, written: PlanActivity) -> None:
    """The team says whether it agrees with what they do."""
    ida = house.cast.ida
    with acting(ida.actor):
        activity = PlanActivity.objects.select_related("course", "partner_person").get(
            pk=written.pk
        )
        take_stand_as_team(
            id=new_id(),
            activity=activity,
            answer="DIFFERS",
            reason="Det er for tidligt",
            by=ida.actor,
            at=now(),
        )


def ask_to_meeting(house: House, partner: Partner) -> None:
    """Two meetings of one's own each: one to come and one that has been."""
    ida = house.cast.ida
    with acting(ida.actor):
        for starts_at in (tomorrow(), tomorrow() - dt.timedelta(days=9)):
            meeting = call(house.cast.kim, ida, starts_at=starts_at)
            invite(meeting, ida, "PARTNER", partner.person, at=now())


def say_to_everything(house: House) -> None:
    """Kim says yes, and then no, to all that partners do."""
    kim = let_citizen_in(house.cast.kim, house.cast.ida)
    for model, kind in ((PlanActivity, "ACTIVITY"), (PartnerAppointment, "PARTNER_APPOINTMENT")):
        with acting(kim.actor):
            for row in model.objects.filter(partner_person__isnull=False):
                for answer in ("AGREES", "DISAGREES"):
                    answer_as_citizen(
                        id=new_id(),
                        course=house.cast.kim.course,
                        kind=kind,
                        item_id=row.pk,
                        answer=answer,
                        reason="",
                        by=kim.actor,
                        at=now(),
                    )


def take_back(house: House, consent: Consent) -> None:
    ida = house.cast.ida
    with acting(ida.actor):
        withdraw_consent(consent=consent, version=consent.version, by=ida.actor, at=now())


def keys_seen() -> dict[str, set[object]]:
    """The keys of the rows that each guarded table shows now; empty tables are left out."""
    seen = {
        table: set(model._default_manager.values_list("pk", flat=True))
        for table, model in GUARDED.items()
    }
    return {table: keys for table, keys in seen.items() if keys}
