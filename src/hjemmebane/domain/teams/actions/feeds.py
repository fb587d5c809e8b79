import datetime as dt
import secrets
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.teams.calculations import hash_of_token
from hjemmebane.domain.teams.models import CalendarFeed, StaffMember
from hjemmebane.domain.teams.queries import feed_to_change
from hjemmebane.domain.teams.rules import check_is_oneself
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard, take_turns

TOKEN_BYTES = 32


@dataclass(frozen=True)
class NewFeed:
    """A feed, and what its address ends in: told now, and never again."""

    feed: CalendarFeed
    token: str


@action
def open_feed(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    staff_member: StaffMember,
    by: Actor,
    at: dt.datetime,
) -> NewFeed:
    """Make a secret address for one's own calendar; the one before it is closed.

    Refuses to make somebody else's.
    """
    check_is_oneself(by, staff_member)
    take_turns(f"teams.feed {staff_member.pk}")
    CalendarFeed(id=id, staff_member=staff_member).check_unsent()
    close_feed(staff_member=staff_member, by=by, at=at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = CalendarFeed(
        id=id, staff_member=staff_member, token_hash=hash_of_token(token), made_at=at
    )
    return NewFeed(feed.insert(), token)


@action
def close_feed(*, staff_member: StaffMember, by: Actor, at: dt.datetime) -> None:
    """Close the address of one's own calendar, if there is one. Refuses somebody else's."""
    check_is_oneself(by, staff_member)
    if feed := feed_to_change(staff_member.pk):
        feed.save_changes({"revoked_at": at}, version=feed.version)


@action
def note_feed_used(*, secret: str, by: Actor, at: dt.datetime) -> None:
    """Note for whoever made it that a feed was read today. Only the feed itself may."""
    ask_guard("note_feed_used", secret)
