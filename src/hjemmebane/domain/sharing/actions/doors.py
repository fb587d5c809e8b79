import datetime as dt
from uuid import UUID

from django.contrib.auth.hashers import make_password

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.calculations import login_name
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import (
    citizen_login_of,
    code_index,
    invitation_code,
    invitations_to,
)
from hjemmebane.domain.sharing.rules import check_can_invite
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.sealing import blind_index

# Somebody without a login, with a code in their hand.
INVITATION = Actor.system("invitation")
GOOD_FOR = dt.timedelta(days=14)


@action
def invite_partner(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    partner: PartnerPerson,
    by: Actor,
    at: dt.datetime,
) -> Invitation:
    """A key for somebody at a partner. An earlier one that was not used stops working.

    It opens no citizen: only consents do. Refuses who has a login already, or no e-mail.
    """
    invitation = Invitation(id=id, partner_person=partner, username=partner.email.lower())
    _prepare(invitation, by=by, at=at)
    invitation.check_unsent()
    check_can_invite(partner)
    _close_earlier(partner=partner, at=at)
    return invitation.insert()


@action
def invite_citizen(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    by: Actor,
    at: dt.datetime,
) -> Invitation:
    """A key for a citizen to their own plan; for one who has a login, to choose a new code.

    An earlier key that was not used stops working.
    """
    login = citizen_login_of(citizen.pk)
    name = login.user.username if login else login_name(blind_index(f"login:{id}"))
    invitation = Invitation(id=id, citizen=citizen, username=name)
    _prepare(invitation, by=by, at=at)
    invitation.check_unsent()
    _close_earlier(citizen_id=citizen.pk, at=at)
    return invitation.insert()


@action
def cancel_invitation(
    *, invitation: Invitation, version: int, by: Actor, at: dt.datetime
) -> Invitation:
    """Let a key stop working before it is used. Refuses one that was used. Raises EditConflict."""
    if invitation.accepted_at:
        raise Refused(SharingRefusal.INVITATION_USED)
    return invitation.save_changes({"cancelled_at": at}, version=version)


@action
def accept_invitation(*, code: str, password: str, face: Face, by: Actor, at: dt.datetime) -> str:
    """Turn a key into a login, once; answers with its username.

    The database does it and says no more than that it did not: a wrong code, a used one and one
    that was never there are refused alike.
    """
    rows = ask_guard("accept_invitation", code_index(code), make_password(password), face.value)
    if rows == [(None,)]:
        raise Refused(SharingRefusal.INVITATION_CLOSED, field="code")
    return str(rows[0][0])


def _prepare(invitation: Invitation, *, by: Actor, at: dt.datetime) -> None:
    invitation.code_index = code_index(invitation_code(invitation.pk))
    invitation.expires_at = at + GOOD_FOR
    invitation.recorded_by_id, invitation.recorded_at = by.user_id, at


def _close_earlier(
    *, citizen_id: UUID | None = None, partner: PartnerPerson | None = None, at: dt.datetime
) -> None:
    for earlier in invitations_to(citizen_id=citizen_id, partner=partner, at=at):
        earlier.save_changes({"cancelled_at": at}, version=earlier.version)
