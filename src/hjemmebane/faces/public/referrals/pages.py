"""What a referrer is shown: their receipt for a while, and where the referral stands."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from uuid import UUID

from hjemmebane.domain.courses.actions import PUBLIC_REFERRAL
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.queries import ToldReferrer, receipt_code, told_referrer
from hjemmebane.faces.public.referrals.forms import ReferralForm
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.sealing import blind_index

# The browser may be somebody else's tomorrow.
RECEIPT_SHOWN = dt.timedelta(minutes=30)
MEANING = {
    ReferralStatus.RECEIVED: "Teamet har fået din henvisning og ser på den, så snart de kan.",
    ReferralStatus.UNDER_WAY: "Teamet er ved at finde ud af, om det er den rigtige hjælp.",
    ReferralStatus.DECIDED: (
        "Teamet har besluttet, hvad der skal ske. De giver dig besked, hvis borgeren har sagt ja"
        " til det."
    ),
}


@dataclass(frozen=True)
class Sent:
    """What the session remembers of a referral: its key, what it said, and when it was sent.

    The key is no code: that takes the secret of the blind index. What was said is a fingerprint.
    """

    id: str
    said: str
    at: float

    @classmethod
    def of(cls, form: ReferralForm) -> "Sent":
        files = [(file.name, len(file.content)) for file in form.attached()]
        team, cpr = str(form.cleaned_data["team"]), form.cleaned_data["cpr"]
        said = json.dumps([team, cpr, asdict(form.details()), files])
        return cls(str(form.row_id), blind_index(said), form.at.timestamp())

    def differs_from(self, remembered: Mapping[str, object] | None) -> bool:
        """Whether the same form was sent before, with other words."""
        return bool(remembered and remembered["id"] == self.id and remembered["said"] != self.said)


@dataclass(frozen=True)
class Receipt:
    """Proof that a referral was received."""

    code: str
    told: ToldReferrer


@dataclass(frozen=True)
class StatusPage:
    """Where a referral stands: never the case, never the citizen."""

    told: ToldReferrer
    meaning: str
    stages: tuple[str, ...]
    reached: int

    @property
    def asks(self) -> bool:
        """Whether the team still waits for an answer."""
        is_decided = self.told.status == ReferralStatus.DECIDED
        return bool(self.told.question) and not self.told.answered and not is_decided


def receipt_of(remembered: Mapping[str, object] | None, *, at: dt.datetime) -> Receipt | None:
    """The receipt of what was just sent from this browser; None a while later."""
    if not remembered:
        return None
    age = at.timestamp() - float(str(remembered["at"]))
    if age > RECEIPT_SHOWN.total_seconds():
        return None
    code = receipt_code(UUID(str(remembered["id"])))
    told = told_to(code)
    return Receipt(code, told) if told else None


def told_to(code: str) -> ToldReferrer | None:
    """What a code tells its holder; also when somebody who is logged in asks."""
    with acting(PUBLIC_REFERRAL):
        return told_referrer(code)


def status_page(told: ToldReferrer) -> StatusPage:
    stages = tuple(str(status.label) for status in ReferralStatus)
    reached = list(ReferralStatus).index(told.status) + 1
    return StatusPage(told, MEANING[told.status], stages, reached)
