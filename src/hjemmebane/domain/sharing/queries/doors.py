import datetime as dt
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.citizens.models import CitizenLogin
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.foundation.codes import bare_code, spelled_code
from hjemmebane.foundation.sealing import blind_index


def invitation_code(invitation_id: UUID) -> str:
    """The code of an invitation: spelled as it is read aloud, and known to nobody else."""
    return spelled_code(blind_index(f"invitation:{invitation_id}"))


def code_index(code: str) -> str:
    """How an invitation is found; the code itself is stored nowhere."""
    return blind_index(f"door:{bare_code(code)}")


def invitations_to(
    *, citizen_id: UUID | None = None, partner: PartnerPerson | None = None, at: dt.datetime
) -> QuerySet[Invitation]:
    """The invitations that can still be used, the newest first."""
    whose = Q(citizen_id=citizen_id) if citizen_id else Q(partner_person=partner)
    rows = Invitation.objects.filter(
        whose,
        accepted_at__isnull=True,
        cancelled_at__isnull=True,
        expires_at__gt=at,
    )
    return rows.order_by("-recorded_at", "-pk")


def citizen_login_of(citizen_id: UUID) -> CitizenLogin | None:
    """The citizen's own login, once they have one."""
    return CitizenLogin.objects.filter(citizen_id=citizen_id).select_related("user").first()
