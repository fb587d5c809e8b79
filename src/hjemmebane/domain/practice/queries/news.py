"""What was written about many courses since a moment, in one statement."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.foundation.database import rows_of

FUNCTION = "practice_news_of_teams"  # migrations/0005_news_of_teams.py


@dataclass(frozen=True)
class News:
    """What one person wrote about a course, how often, and when last.

    `who` is the login, `name` whose it is; none for what was reached, where the record keeps the
    day alone.
    """

    course_id: UUID
    about: str
    who: UUID | None
    times: int
    latest: dt.datetime
    name: str


def news_since(team_ids: Sequence[UUID], since: dt.datetime, *, besides: UUID) -> list[News]:
    """All about the open courses of some teams but what `besides` wrote, the latest first."""
    found = rows_of(FUNCTION, list(team_ids), since, besides, into=News)
    return sorted(found, key=lambda news: (news.latest, news.course_id, news.about), reverse=True)
