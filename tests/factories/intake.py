"""A referral as somebody sends it, and what the team makes of it."""

from uuid import UUID

from hjemmebane.domain.courses.actions import (
    PUBLIC_REFERRAL,
    AttachedFile,
    ReferralDetails,
    send_referral,
    take_up_referral,
)
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Employee

REFERRED_CPR = "010170-1234"
NOTE = AttachedFile("notat æ.pdf", "application/pdf", b"%PDF-1.7 notat")
DETAILS = ReferralDetails(
    referrer_name="Mia Holm",
    referrer_workplace="Varmestuen",
    referrer_phone="00 00 10 10",
    citizen_name="Viggo Skov",
    where="Parken om aftenen",
    difficulties="Sover ude og taler med stemmer",
    why="Ingen andre når ham",
    wishes="Vil have en hund",
)


def referred(team: Team, *, cpr: str = REFERRED_CPR, attachments=(NOTE,), details=DETAILS) -> UUID:
    """A referral from a stranger; its key."""
    key = new_id()
    with acting(PUBLIC_REFERRAL):
        send_referral(
            id=key,
            team_id=team.pk,
            details=details,
            cpr=cpr,
            attachments=attachments,
            by=PUBLIC_REFERRAL,
            at=NOW,
        )
    return key


def taken_up(key: UUID, by: Employee) -> EarlyContact:
    """The early contact that a referral becomes; the employee acts."""
    referral = Referral.objects.get(pk=key)
    return take_up_referral(id=new_id(), referral=referral, version=1, by=by.actor, at=NOW)
