import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.economics.calculations.costing import (
    Costing,
    UnknownProfession,
    cost_of,
)
from hjemmebane.domain.economics.choices import EconomyRefusal
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import EconomyRecord
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import coordinated_with, teams_managed_by
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


def check_can_reckon(actor: Actor, municipality_id: UUID, *, today: dt.date) -> None:
    """Those who coordinate a team of the municipality or answer for one today."""
    coordinated = coordinated_with(actor, today).filter(team__municipality_id=municipality_id)
    managed = teams_managed_by(actor, today).filter(municipality_id=municipality_id)
    if not coordinated.exists() and not managed.exists():
        raise Refused(EconomyRefusal.NOT_YOURS)


def check_stands(saved: EconomyRecord) -> None:
    """What is put away is not changed behind the backs of those who put it there."""
    if saved.put_away_at:
        raise Refused(EconomyRefusal.PUT_AWAY)


def check_team(team: Team | None, municipality_id: UUID) -> None:
    if team and team.municipality_id != municipality_id:
        raise Refused(EconomyRefusal.OTHER_TEAM, field="team")


def check_pay_is_known(costing: Costing) -> None:
    """By each post itself, or by the published table."""
    try:
        cost_of(costing, published_pay().table)
    except UnknownProfession as unknown:
        raise Refused(
            EconomyRefusal.NO_PAY, field=f"staff-{unknown.place}-monthly_pay"
        ) from unknown


def check_names_nobody(texts: Iterable[str], *, today: dt.date) -> None:
    if any(holds_cpr(text, today=today) for text in texts):
        raise Refused(EconomyRefusal.CPR_NUMBER)
