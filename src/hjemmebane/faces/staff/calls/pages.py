"""Calls for help in words: on I dag, on the citizen's page, and who can come."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.contacts.calculations.calls import Helper, minutes_to_reach
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.contacts.queries import (
    call_figures,
    calls_of,
    helpers_for,
    open_calls,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.moments import minutes, recent_moment
from hjemmebane.foundation.clock import day_of

SHOWN = 10
QUARTER = dt.timedelta(days=90)


@dataclass(frozen=True)
class CallOnPage:
    """A call. who: “Du har den”, “Bo har den”, “Ida er spurgt”, “Hele teamet er spurgt”.

    ended: how long it took, or how it ended; empty while it is open.
    """

    citizen_id: UUID
    name: str
    url: str
    words: str
    urgency: str
    caller: str
    when: str
    who: str
    is_mine: bool
    is_now: bool
    is_free: bool
    ended: str
    take_url: str
    log_url: str
    close_url: str


@dataclass(frozen=True)
class HelperOnPage:
    """One who could come. knows: “Primær kontakt”, “Har mødt borgeren 4 gange”."""

    id: UUID
    name: str
    is_free: bool
    knows: str


def calls_for(team_ids: Iterable[UUID], my_id: UUID, at: dt.datetime) -> Sequence[CallOnPage]:
    """What is open in somebody's teams; one query."""
    return [call_on_page(one, my_id, at) for one in open_calls(team_ids)]


def calls_about(course: Course, my_id: UUID | None, at: dt.datetime) -> Sequence[CallOnPage]:
    """The newest calls about a citizen, with how long each took; one query."""
    return [call_on_page(one, my_id, at) for one in calls_of(course.pk)[:SHOWN]]


def call_on_page(call: HelpCall, my_id: UUID | None, at: dt.datetime) -> CallOnPage:
    citizen = call.course.citizen
    keys = [citizen.pk, call.pk]
    log_url = reverse("staff:contacts:new", args=[citizen.pk])
    return CallOnPage(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:citizens:overview", args=[citizen.pk]),
        words=call.words,
        urgency=str(call.get_urgency_display()),
        caller=str(call.get_caller_display()),
        when=recent_moment(call.called_at, at),
        who=whose(call, my_id),
        is_mine=bool(my_id) and call.taken_by_id == my_id,
        is_now=call.urgency == "NOW",
        is_free=call.taken_by_id is None and call.closed_at is None,
        ended=ended_in_words(call),
        take_url=reverse("staff:calls:take", args=keys),
        log_url=f"{log_url}?akut=1",
        close_url=reverse("staff:calls:close", args=keys),
    )


def whose(call: HelpCall, my_id: UUID | None) -> str:
    if call.taken_by:
        return "Du har den" if call.taken_by_id == my_id else f"{call.taken_by.name} har den"
    if call.asked:
        return "Du er spurgt" if call.asked_id == my_id else f"{call.asked.name} er spurgt"
    return "Hele teamet er spurgt"


def ended_in_words(call: HelpCall) -> str:
    """“Nået efter 25 minutter”, or the words it was closed in."""
    if call.reached_at:
        took = minutes_to_reach(call.called_at, call.reached_at)
        return f"Nået efter {minutes(took)}" if took else "Nået med det samme"
    return call.closed_words


def helpers_on_page(course: Course, at: dt.datetime) -> list[HelperOnPage]:
    """Three queries."""
    return [
        HelperOnPage(one.id, one.name, one.is_free, knows(one))
        for one in helpers_for(course.pk, at=at)
    ]


def knows(helper: Helper) -> str:
    times = "1 gang" if helper.times_met == 1 else f"{helper.times_met} gange"
    met = f"Har mødt borgeren {times} på 90 dage" if helper.times_met else ""
    primary = "Primær kontakt" if helper.is_primary else ""
    return ". ".join(filter(None, (primary, met))) or "Har ikke mødt borgeren for nylig"


def calls_in_words(team: Team, at: dt.datetime) -> str:
    """“5 akutte kald de sidste 90 dage. Borgeren blev nået efter 20 minutter (median).” One query.

    Nothing for who neither works in the team nor answers for it.
    """
    told = call_figures(team.pk, since=day_of(at) - QUARTER)
    if told is None:
        return ""
    if not told.calls:
        return "Ingen akutte kald de sidste 90 dage."
    calls = f"{told.calls} {'akut' if told.calls == 1 else 'akutte'} kald de sidste 90 dage."
    if told.minutes is None:
        return f"{calls} For få borgere til at vise, hvor længe der gik."
    return f"{calls} Borgeren blev nået efter {minutes(told.minutes)} (median)."
