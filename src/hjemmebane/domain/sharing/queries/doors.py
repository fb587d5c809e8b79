import datetime as dt
from itertools import count
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.citizens.models import CitizenLogin
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.calculations import login_name
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.codes import bare_code, spelled_code
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.sealing import blind_index


def invitation_code(invitation_id: UUID) -> str:
    """The code of an invitation: spelled as it is read aloud, and known to nobody else."""
    return spelled_code(blind_index(f"invitation:{invitation_id}"))


def code_index(code: str) -> str:
    """How an invitation is found; the code itself is stored nowhere."""
    return blind_index(f"door:{bare_code(code)}")


def free_login_name(invitation_id: UUID) -> str:
    """Easy words that nobody logs in with yet: there are too few of them to be sure of it."""
    names = (login_name(blind_index(f"login:{invitation_id}:{number}")) for number in count())
    return next(name for name in names if not User.objects.filter(username=name).exists())


def invitations_to(
    *, citizen_id: UUID | None = None, partner_id: UUID | None = None, at: dt.datetime
) -> QuerySet[Invitation]:
    """The invitations that can still be used, the newest first."""
    whose = Q(citizen_id=citizen_id) if citizen_id else Q(partner_person_id=partner_id)
    rows = Invitation.objects.filter(
        whose,
        accepted_at__isnull=True,
        cancelled_at__isnull=True,
        expires_at__gt=at,
    )
    return rows.order_by("-recorded_at", "-pk")


def partner_invitation(person_id: UUID, *, at: dt.datetime) -> Invitation | None:
    """The key that somebody at a partner holds and has not used."""
    return invitations_to(partner_id=person_id, at=at).first()


def login_name_of(person: PartnerPerson, *, at: dt.datetime) -> str:
    """What somebody at a partner logs in with, or will once they use their key; else empty."""
    if person.user:
        return str(person.user.username)
    invitation = partner_invitation(person.pk, at=at)
    return invitation.username if invitation else ""


def is_locked_out(citizen_id: UUID) -> bool:
    """Whether a citizen's code was tried wrongly so often that only a new key opens."""
    return ask_guard("is_citizen_locked_out", str(citizen_id)) == [(True,)]


def citizen_login_of(citizen_id: UUID) -> CitizenLogin | None:
    """The citizen's own login, once they have one."""
    return CitizenLogin.objects.filter(citizen_id=citizen_id).select_related("user").first()
