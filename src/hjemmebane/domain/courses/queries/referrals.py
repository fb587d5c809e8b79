"""What is asked about referrals: by the team, and by a referrer who has nothing but a code."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import Referral, ReferralAttachment
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.codes import bare_code, spelled_code
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.sealing import blind_index, unseal, unseal_bytes


@dataclass(frozen=True)
class ReceivingTeam:
    """A team that referrals can be sent to."""

    id: UUID
    name: str
    municipality: str


@dataclass(frozen=True)
class ToldReferrer:
    """All that a code tells: never the case, never the citizen."""

    status: ReferralStatus
    received_on: dt.date
    team: str
    question: str
    answered: bool


def receiving_teams() -> Sequence[ReceivingTeam]:
    """The teams by municipality and name, also for somebody without a login."""
    rows = ask_guard("receiving_teams")
    return [ReceivingTeam(UUID(str(key)), str(name), str(town)) for key, name, town in rows]


def told_referrer(code: str) -> ToldReferrer | None:
    """What the holder of a receipt code may know; None when no referral has it."""
    rows = ask_guard("referral_told", code_index(code))
    if not rows:
        return None
    status, received_on, team, question, answered = rows[0]
    return ToldReferrer(
        status=ReferralStatus(str(status)),
        received_on=dt.date.fromisoformat(str(received_on)),
        team=str(team),
        question=str(question),
        answered=answered is True,
    )


def receipt_code(referral_id: UUID) -> str:
    """The code of a referral: the same however often its form is sent, and known to nobody else."""
    return spelled_code(blind_index(f"receipt:{referral_id}"))


def code_index(code: str) -> str:
    """How a receipt code is found; the code itself is stored nowhere."""
    return blind_index(f"referral:{bare_code(code)}")


def attachments_of(referral_id: UUID) -> QuerySet[ReferralAttachment]:
    """The files of a referral, without their content."""
    rows = ReferralAttachment.objects.filter(referral_id=referral_id)
    return rows.defer("content_sealed").order_by(alphabetical("name"), "pk")


def attachment_content(attachment: ReferralAttachment) -> bytes:
    """The file as it was sent."""
    return unseal_bytes(bytes(attachment.content_sealed), place=attachment_place(attachment.pk))


def attachment_place(attachment_id: UUID) -> str:
    return f"courses_referralattachment.content_sealed.{attachment_id}"


def referral_place(referral_id: UUID) -> str:
    """Where the sealed CPR number of a referral belongs."""
    return f"courses_referral.cpr_sealed.{referral_id}"


def cpr_of_referral(referral: Referral) -> str:
    """The ten digits, or empty. The caller answers for logging that it was read."""
    return unseal(referral.cpr_sealed, place=referral_place(referral.pk))
