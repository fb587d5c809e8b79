"""Keys to the doors that partners and citizens come in by: given, used, and taken back."""

import datetime as dt
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.partners.rules import check_works_for
from hjemmebane.domain.sharing.calculations import is_login_name, tidy_login_name
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import (
    citizen_login_of,
    code_index,
    free_login_name,
    invitation_code,
    invitations_to,
)
from hjemmebane.domain.sharing.rules import check_can_invite, check_pin
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.decisions import Refused

# Somebody without a login, with a code in their hand; and one who says they are a citizen.
INVITATION = Actor.system("invitation")
CITIZEN_LOGIN = Actor.system("citizen-login")
GOOD_FOR = dt.timedelta(days=14)


@action
def invite_partner(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    partner: PartnerPerson,
    username: str = "",
    by: Actor,
    at: dt.datetime,
) -> Invitation:
    """A key for somebody at a partner; for one who has a login, to choose a new password and a new
    second factor. An earlier one that was not used stops working.

    It opens no citizen: only consents do. username: the e-mail unless another is given. Refuses who
    has left, who has no e-mail, an e-mail that somebody else logs in with, and somebody who works
    for another municipality.
    """
    name = partner.user.username if partner.user else username or partner.email.lower()
    invitation = Invitation(id=id, partner_person=partner, username=name)
    _prepare(invitation, by=by, at=at)
    invitation.check_unsent()
    check_works_for(by, partner.organisation.municipality, today=day_of(at))
    check_can_invite(partner, day=day_of(at))
    _close_earlier(partner_id=partner.pk, at=at)
    return invitation.insert()


@action
def invite_citizen(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    username: str = "",
    by: Actor,
    at: dt.datetime,
) -> Invitation:
    """A key for a citizen to their own plan; for one who has a login, to choose a new code.

    An earlier key that was not used stops working. username: easy words unless one is given.
    """
    login = citizen_login_of(citizen.pk)
    name = login.user.username if login else username or free_login_name(id)
    invitation = Invitation(id=id, citizen=citizen, username=name)
    _prepare(invitation, by=by, at=at)
    invitation.check_unsent()
    _close_earlier(citizen_id=citizen.pk, at=at)
    return invitation.insert()


@action
def note_mailed(*, invitation: Invitation, by: Actor, at: dt.datetime) -> Invitation:
    """Remember that the letter with the link has gone."""
    return invitation.save_changes({"mailed_at": at}, version=invitation.version)


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
    that was never there are refused alike, and so is one whose name somebody else came in by
    meanwhile. Refuses a citizen's code that is easily guessed.
    """
    if face == Face.CITIZEN:
        check_pin(password)
    closed = Refused(SharingRefusal.INVITATION_CLOSED, field="code")
    try:
        rows = ask_guard("accept_invitation", code_index(code), make_password(password), face.value)
    except IntegrityError as taken:
        raise closed from taken
    if rows == [(None,)]:
        raise closed
    return str(rows[0][0])


@action
def try_citizen_login(
    *, username: str, pin: str, by: Actor, at: dt.datetime
) -> User | SharingRefusal:
    """The login that a name and a code open; else why not. Counts, so it must never be undone.

    After ten wrong codes in a row the right one opens nothing either, until the team gives a new
    key. A name that nobody has is counted in the same way, so that the count tells nothing.
    """
    names = {username.strip().lower(), tidy_login_name(username)}
    user = User.objects.filter(username__in=names, face=Face.CITIZEN).first()
    name = user.username if user else tidy_login_name(username)
    if user is None and not is_login_name(name):
        return SharingRefusal.WRONG_LOGIN
    if ask_guard("begin_citizen_login", name) != [(True,)]:
        return SharingRefusal.LOCKED_OUT
    if user is None:
        make_password(pin)  # takes the time that judging a code takes
        return SharingRefusal.WRONG_LOGIN
    if not user.check_password(pin) or not user.is_active:
        return SharingRefusal.WRONG_LOGIN
    return user


@action
def forget_failed_logins(*, by: Actor, at: dt.datetime) -> None:
    """The citizen who acts has come in: wrong codes before that count no more."""
    ask_guard("citizen_came_in")


@action
def close_citizen_login(*, citizen: Citizen, by: Actor, at: dt.datetime) -> None:
    """Shut a citizen's own door, as when the telephone is gone; keys not used stop working too.

    Devices that are in are put out at their next step. Refuses when there is no open door.
    """
    _close_earlier(citizen_id=citizen.pk, at=at)
    if ask_guard("close_citizen_login", str(citizen.pk)) != [(True,)]:
        raise Refused(SharingRefusal.NO_LOGIN)


def _prepare(invitation: Invitation, *, by: Actor, at: dt.datetime) -> None:
    invitation.code_index = code_index(invitation_code(invitation.pk))
    invitation.expires_at = at + GOOD_FOR
    invitation.recorded_by_id, invitation.recorded_at = by.user_id, at


def _close_earlier(
    *, citizen_id: UUID | None = None, partner_id: UUID | None = None, at: dt.datetime
) -> None:
    for earlier in invitations_to(citizen_id=citizen_id, partner_id=partner_id, at=at):
        earlier.save_changes({"cancelled_at": at}, version=earlier.version)
