"""The timeline: everything that happened, newest first, from all the rooms in one list."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import DateTimeField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404

from hjemmebane.design.navigation import Link
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.citizens.pages.timeline_sources import filters, sources_for
from hjemmebane.faces.staff.citizens.pages.told import Source, Told
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

SHOWN = 25


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened, in words."""

    told: Told
    when: str
    moment: str


@dataclass(frozen=True)
class TimelinePage:
    entries: Sequence[TimelineEntry]
    filters: Sequence[Link]
    pages: Page
    query: str


def timeline_page(frame: CitizenFrame, *, group: str, number: str, at: dt.datetime) -> TimelinePage:
    """One page of a group, or of everything. Two queries find it, one for each kind reads it."""
    named = filters(frame)
    if group not in {name for name, _label, _url in named}:
        raise Http404
    sources = [
        source for source in sources_for(frame, at) if group in {"", source.group, source.also}
    ]
    pages = Paginator(everything(sources), SHOWN).get_page(number)
    return TimelinePage(
        entries=entries_of(list(pages.object_list), sources, at),
        filters=[Link(label, url, current=name == group) for name, label, url in named],
        pages=pages,
        query="".join(
            f"{part}&" for part in (frame.asked, f"vis={group}" if group else "") if part
        ),
    )


def everything(sources: Sequence[Source]) -> QuerySet:
    """(source, key, moment) of all that happened, the newest first, ordered by the database."""
    first, *rest = [keys_of(source, place) for place, source in enumerate(sources)]
    return first.union(*rest, all=True).order_by("-happened", "source", "key")


def keys_of(source: Source, place: int) -> QuerySet:
    return (
        source.rows.order_by()
        .select_related(None)
        .prefetch_related(None)
        .annotate(
            source=Value(place),
            # The change history counts its rows, all others have a key made in advance.
            key=Cast("pk", TextField()),
            happened=Cast(F(source.moment), DateTimeField()),
        )
        .values_list("source", "key", "happened")
    )


def entries_of(
    keys: Sequence[tuple[int, str, dt.datetime]], sources: Sequence[Source], at: dt.datetime
) -> list[TimelineEntry]:
    rows = {}
    for place, source in enumerate(sources):
        wanted = [key for where, key, _moment in keys if where == place]
        rows |= {(place, str(row.pk)): row for row in source.rows.filter(pk__in=wanted)}
    return [
        TimelineEntry(
            told=sources[place].tell(rows[place, key]),
            when=when(moment, at, is_day=sources[place].is_day),
            moment=moment.isoformat(),
        )
        for place, key, moment in keys
    ]


def when(moment: dt.datetime, at: dt.datetime, *, is_day: bool) -> str:
    return written_day(day_of(moment)) if is_day else recent_moment(moment, at)
