from uuid import UUID

from hjemmebane.domain.teams.models import CalendarFeed
from hjemmebane.foundation.database import ask_guard


def feed_of(staff_member_id: UUID) -> CalendarFeed | None:
    """One's own open feed."""
    open_ones = CalendarFeed.objects.filter(staff_member_id=staff_member_id)
    return open_ones.filter(revoked_at__isnull=True).first()


def feed_to_change(staff_member_id: UUID) -> CalendarFeed | None:
    """One's own open feed, held until the transaction ends."""
    rows = CalendarFeed.objects.select_for_update(no_key=True)
    return rows.filter(staff_member_id=staff_member_id, revoked_at__isnull=True).first()


def opens_a_feed(secret: str) -> bool:
    """Whether a secret opens anybody's calendar today. Only for the feed."""
    return any(owner for (owner,) in ask_guard("feed_owner", secret))
