import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.consents.choices import ConsentRefusal
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import team_consents_to_change
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


def check_team_first(citizen_id: UUID, *, today: dt.date) -> None:
    """What a partner may see rests on the team's consent; it is held until the partner's is saved.

    Held, so that nobody lets a partner in while the citizen takes their yes to the team back.
    """
    if not team_consents_to_change(citizen_id, day=today):
        raise Refused(ConsentRefusal.TEAM_FIRST)


def check_can_withdraw(consent: Consent) -> None:
    """What is withdrawn stays so; and the team's consent ends with the course, not before it."""
    if consent.withdrawn_at:
        raise Refused(ConsentRefusal.ALREADY_WITHDRAWN)
    if consent.team_id:
        raise Refused(ConsentRefusal.ENDS_COURSE)
