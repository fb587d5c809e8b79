"""Questions about the practice model: where a course is, what was noted, what the record tells."""

from hjemmebane.domain.practice.queries.evidence import facts_of
from hjemmebane.domain.practice.queries.moving import Moving, methods, moving_of
from hjemmebane.domain.practice.queries.news import News, news_since
from hjemmebane.domain.practice.queries.noted import (
    activities_now,
    judgements_now,
    notes_about,
    verdicts_now,
)
from hjemmebane.domain.practice.queries.placements import placements_now, placements_of
from hjemmebane.domain.practice.queries.standings import points_in_parts

__all__ = [
    "Moving",
    "News",
    "activities_now",
    "facts_of",
    "judgements_now",
    "methods",
    "moving_of",
    "news_since",
    "notes_about",
    "placements_now",
    "placements_of",
    "points_in_parts",
    "verdicts_now",
]
