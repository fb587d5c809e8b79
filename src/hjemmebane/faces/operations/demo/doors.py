"""A partner and a citizen who come in by themselves, and a partner who has been asked to."""

from hjemmebane.domain.sharing.actions import (
    INVITATION,
    accept_invitation,
    invite_citizen,
    invite_partner,
)
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import invitation_code
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.actors import acting

HOST = "bostoette1"
PARTNER, PARTNERS_LOGIN = "jobkonsulent", "partner1"
ASKED = "rusbehandler"
CITIZEN, CITIZENS_LOGIN, PIN = "susanne", "borger1", "482913"


def open_doors(case: Case, *, password: str) -> None:
    """To one citizen's course. The partner has the demo's password, the citizen a known code.

    Today, whenever the stories are set: the database itself asks whether a key is still good.
    """
    house, at = case.house, case.days.now
    actor = house.actors[HOST]
    who = {"by": actor, "at": at}
    with acting(actor):
        came, asked = (house.people[code] for code in (PARTNER, ASKED))
        partners = invite_partner(
            id=key(at, "door", PARTNER), partner=came, username=PARTNERS_LOGIN, **who
        )
        citizens = invite_citizen(
            id=key(at, "door", CITIZEN),
            citizen=case.citizen,
            username=CITIZENS_LOGIN,
            **who,
        )
        invite_partner(id=key(at, "door", ASKED), partner=asked, **who)
    _come_in(partners, password, Face.PARTNER)
    _come_in(citizens, PIN, Face.CITIZEN)


def _come_in(invitation: Invitation, password: str, face: Face) -> None:
    code = invitation_code(invitation.pk)
    with acting(INVITATION):
        accept_invitation(
            code=code, password=password, face=face, by=INVITATION, at=invitation.recorded_at
        )
