import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.calculations.calls import Helper, helpers
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.contacts.queries.clashes import busy_at
from hjemmebane.domain.contacts.queries.persistence import contact_facts
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import rows_of

AT_ONCE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class CallFigures:
    """How many calls a team had, and the median minutes until the citizen was reached.

    minutes: None when so few citizens were reached that it would be told about one of them.
    """

    calls: int
    minutes: int | None


def calls_of(course_id: UUID) -> QuerySet[HelpCall]:
    """The calls about a citizen, the newest first, with who was asked and who took them."""
    return _with_people(HelpCall.objects.filter(course_id=course_id)).order_by("-called_at", "-pk")


def open_calls(team_ids: Iterable[UUID]) -> QuerySet[HelpCall]:
    """The calls that some teams have not closed, the most urgent and then the oldest first."""
    waiting = HelpCall.objects.filter(
        course__team_id__in=list(team_ids),
        closed_at__isnull=True,
        course__citizen__died_on__isnull=True,
    )
    return _with_people(waiting).order_by("urgency", "called_at", "pk")


def call_to_change(call_id: UUID) -> HelpCall:
    """A call, held until the transaction ends: two may reach for it at once.

    Without its people: who waited for a colleague gets the row as it now is, and what is joined to
    it as it was. Raises HelpCall.DoesNotExist when it is not visible.
    """
    held = HelpCall.objects.select_for_update(no_key=True, of=("self",))
    return held.select_related("course__citizen", "course__team").get(pk=call_id)


def call_taken_by(member: StaffMember | None, course_id: UUID) -> HelpCall | None:
    """The open call about a citizen that somebody has taken; the newest, if there are several."""
    taken = HelpCall.objects.filter(
        course_id=course_id, taken_by=member, taken_by__isnull=False, closed_at__isnull=True
    )
    return taken.order_by("called_at", "pk").last()


def open_calls_to_change(course_id: UUID) -> QuerySet[HelpCall]:
    """The open calls about a citizen, held until the transaction ends."""
    waiting = HelpCall.objects.filter(course_id=course_id, closed_at__isnull=True)
    return waiting.order_by("pk").select_for_update(no_key=True)


def helpers_for(course_id: UUID, *, at: dt.datetime) -> list[Helper]:
    """Who of the team is there now: the free first, who knows the citizen best before others."""
    known = contact_facts(course_id, at=at)
    if known is None:
        return []
    facts, _ = known
    busy = busy_at([one.id for one in facts.team], Slot(at, at + AT_ONCE))
    return helpers(facts, busy, today=day_of(at))


def call_figures(team_id: UUID, *, since: dt.date) -> CallFigures | None:
    """How fast a team has come when it was called; for who works in it or answers for it."""
    found = rows_of("guard.help_call_figures", team_id, since, into=CallFigures)
    return found[0] if found else None


def _with_people(calls: QuerySet[HelpCall]) -> QuerySet[HelpCall]:
    return calls.select_related("course__citizen", "course__team", "asked", "taken_by", "closed_by")
