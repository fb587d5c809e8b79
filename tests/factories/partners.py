"""What partners and their team do to each other, as many tests need it done."""

import datetime as dt

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import (
    make_own_appointment,
    write_activity,
    write_to_partner,
    write_to_team,
)
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Case, Employee
from tests.factories.sharing import Guest, Partner, tomorrow

WHAT = {"what": "Vi finder en praktik"}


def write(case: Case, partner: Guest, **changes: object) -> PlanActivity:
    """A partner writes what they do towards the citizen's goal."""
    given = {"id": new_id(), "course_id": case.course.pk, "goal": case.goal, "values": WHAT}
    with acting(partner.actor):
        return write_activity(**given | changes, by=partner.actor, at=now())


def agree(
    case: Case, partner: Guest, *, at: dt.datetime | None = None, **changes: object
) -> PartnerAppointment:
    """A partner has agreed on a talk tomorrow; just now unless `at` says when."""
    values = {"what": "Samtale", "starts_at": tomorrow()} | changes
    given = {"id": new_id(), "course_id": case.course.pk, "values": values}
    with acting(partner.actor):
        return make_own_appointment(**given, by=partner.actor, at=at or now())


def say(partner: Guest, activity: PlanActivity, text: str = "Kan I tage med?") -> Message:
    """A partner writes to the team."""
    given = {"id": new_id(), "activity": activity, "text": text}
    with acting(partner.actor):
        return write_to_team(**given, by=partner.actor, at=now())


def reply(by: Employee, activity: PlanActivity, text: str = "Ja, det kan vi") -> Message:
    """The team writes to the partner who does it."""
    given = {"id": new_id(), "activity": activity, "partner": activity.partner_person}
    with acting(by.actor):
        return write_to_partner(**given, text=text, by=by.actor, at=now())


def close(consent: Consent, by: Employee) -> None:
    """The citizen has said stop."""
    with acting(by.actor):
        withdraw_consent(consent=consent, version=consent.version, by=by.actor, at=now())


def written_by(partner: Partner) -> list[tuple[str, str]]:
    """(what, status) of each activity that a partner answers for, as they read it themselves."""
    with acting(partner.actor):
        mine = PlanActivity.objects.filter(partner_person=partner.person).order_by("pk")
        return list(mine.values_list("what", "status"))


DAY = dt.timedelta(days=1)
