import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.consents.choices import ConsentRefusal, HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import is_replaced, team_consents_to_change
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


def check_can_give(
    *, scope: Sequence[str], from_on: dt.date, until_on: dt.date | None, today: dt.date
) -> None:
    """A consent opens something, was given by today, and is not over before it is recorded."""
    if not scope:
        raise Refused(ConsentRefusal.SCOPE_MISSING, field="scope")
    if from_on > today:
        raise Refused(ConsentRefusal.FUTURE_START, field="from_on")
    if until_on and until_on < from_on:
        raise Refused(ConsentRefusal.ENDS_BEFORE_START, field="until_on")
    if until_on and until_on < today:
        raise Refused(ConsentRefusal.ALREADY_OVER, field="until_on")


def check_is_told_plainly(consent: Consent, *, today: dt.date) -> None:
    """What a partner reads of a consent holds no CPR number; who gave it for somebody is named."""
    if holds_cpr(consent.purpose, today=today):
        raise Refused(ConsentRefusal.CPR_NUMBER, field="purpose")
    if consent.how_given == HowGiven.BY_REPRESENTATIVE and not consent.given_by:
        raise Refused(ConsentRefusal.GIVER_MISSING, field="given_by")


def check_works_there(person: PartnerPerson | None, recipient: Team | PartnerOrganisation) -> None:
    """A consent to one person is to somebody who works at the partner."""
    if person and person.organisation_id != recipient.pk:
        raise Refused(ConsentRefusal.PERSON_ELSEWHERE, field="person")


def check_team_first(citizen_id: UUID, *, today: dt.date) -> None:
    """What a partner may see rests on the team's consent; it is held until the partner's is saved.

    Held, so that nobody lets a partner in while the citizen takes their yes to the team back.
    """
    if not team_consents_to_change(citizen_id, day=today):
        raise Refused(ConsentRefusal.TEAM_FIRST)


def check_can_change(consent: Consent, *, today: dt.date) -> None:
    """What is changed holds today, and is to a partner."""
    check_can_withdraw(consent)
    if consent.until_on and consent.until_on < today:
        raise Refused(ConsentRefusal.NOT_IN_FORCE)


def check_can_renew(consent: Consent) -> None:
    """What was taken back is not renewed: the citizen is asked anew, from the beginning."""
    if consent.withdrawn_at:
        raise Refused(ConsentRefusal.ALREADY_WITHDRAWN)


def check_is_latest(consent: Consent) -> None:
    """What has run out is renewed once."""
    if is_replaced(consent):
        raise Refused(ConsentRefusal.ALREADY_RENEWED)


def check_can_withdraw(consent: Consent) -> None:
    """What is withdrawn stays so; and the team's consent ends with the course, not before it."""
    if consent.withdrawn_at:
        raise Refused(ConsentRefusal.ALREADY_WITHDRAWN)
    if consent.team_id:
        raise Refused(ConsentRefusal.ENDS_COURSE)
