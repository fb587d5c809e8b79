"""Whether a door is open to somebody, and the key that was given and not used."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import (
    citizen_login_of,
    invitation_code,
    invitations_to,
    is_locked_out,
    partner_invitation,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day, written_moment
from hjemmebane.gateways.email import client as email


@dataclass(frozen=True)
class Key:
    """A key that still opens: its code, where it is used, and how long.

    url is empty where the key goes to its owner by mail and is shown to nobody.
    """

    invitation: Invitation
    code: str
    url: str
    last_day: str


@dataclass(frozen=True)
class PartnerDoor:
    """mail: what became of the letter. state: whether somebody has come in."""

    person: PartnerPerson
    state: str
    key: Key | None
    mail: str
    has_left: bool


@dataclass(frozen=True)
class CitizenDoor:
    """username: what the citizen logs in with, once they have."""

    username: str
    is_open: bool
    is_locked_out: bool
    key: Key | None


def partner_door(request: HttpRequest, person: PartnerPerson, *, at: dt.datetime) -> PartnerDoor:
    invitation = partner_invitation(person.pk, at=at)
    key = None
    if invitation:
        # Who has come in is seen by other teams as well: their key reaches nobody but themselves.
        url = "" if person.user_id else partner_link(request, invitation)
        key = _key(invitation, url)
    return PartnerDoor(
        person=person,
        state=_state(person),
        key=key,
        mail=_mail(invitation, can_hand_on=not person.user_id) if invitation else "",
        has_left=bool(person.left_on and person.left_on <= day_of(at)),
    )


def partner_link(request: HttpRequest, invitation: Invitation) -> str:
    """The address that a partner opens once."""
    path = reverse("public:doors:invitation", args=[invitation_code(invitation.pk)])
    return request.build_absolute_uri(path)


def citizen_door(request: HttpRequest, citizen: Citizen, *, at: dt.datetime) -> CitizenDoor:
    invitation = invitations_to(citizen_id=citizen.pk, at=at).first()
    login = citizen_login_of(citizen.pk)
    url = request.build_absolute_uri(reverse("public:doors:come_in"))
    return CitizenDoor(
        username=login.user.username if login else "",
        is_open=bool(login and login.user.is_active),
        is_locked_out=bool(login) and is_locked_out(citizen.pk),
        key=_key(invitation, url) if invitation else None,
    )


def _key(invitation: Invitation, url: str) -> Key:
    last_day = written_day(day_of(invitation.expires_at))
    return Key(invitation, invitation_code(invitation.pk), url, last_day)


def _state(person: PartnerPerson) -> str:
    if person.left_on:
        return f"{person.name} stoppede {written_day(person.left_on)}. Intet er åbent længere."
    if person.user_id:
        return f"{person.name} har adgang og logger ind som {person.user.username}."
    return f"{person.name} har ikke adgang endnu."


def _mail(invitation: Invitation, *, can_hand_on: bool) -> str:
    if invitation.mailed_at:
        return f"Mailen blev sendt {written_moment(invitation.mailed_at)}."
    if not can_hand_on:
        return "Mailen er ikke sendt. Prøv igen senere, eller ring til jeres it-drift."
    if not email.is_in_use():
        return "Her sendes ingen e-mail. Giv linket videre på en anden måde."
    return "Mailen er ikke sendt. Giv linket videre på en anden måde, eller send en ny."
