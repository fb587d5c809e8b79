"""Raising what is to be followed up, as it is worked out; and letting go of what no longer is."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.calculations.persistence import (
    LIGHT,
    Situation,
    is_news,
    situations,
)
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.contacts.queries.persistence import (
    contact_facts,
    raised_follow_ups,
    settled_about,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.ids import new_id

FOLLOW_UPS = Actor.system("follow-ups")
# The job that looks at one record; the night looks at all.
FOLLOW = "contacts.follow_up"


@action
def raise_due_follow_ups(*, course_id: UUID, by: Actor, at: dt.datetime) -> list[FollowUp]:
    """Make the open follow-ups of a course those that its record asks for; the new ones.

    There is one about each thing at most. One that was let be comes again only when something new
    is known. Whoever has taken one over keeps it; its words and its day follow the record. What
    the record no longer asks for is done. A red light is asked about the day after: on its own
    day whoever saw it does so. May be asked for at any time, and by two at once.
    """
    take_turns(f"follow-ups:{course_id}")
    known = contact_facts(course_id, at=at)
    if known is None:
        return []
    facts, rules = known
    asked = {one.concerns: one for one in situations(facts, rules, today=day_of(at))}
    waiting = {one.concerns: one for one in raised_follow_ups(course_id)}
    for concerns, follow_up in waiting.items():
        if concerns in asked:
            _reword(follow_up, asked[concerns])
        else:
            _let_go(follow_up, by=by, at=at)
    settled = settled_about(course_id) if asked.keys() - waiting.keys() else {}
    return [
        _raise(course_id, one, by=by, at=at)
        for concerns, one in asked.items()
        if concerns not in waiting
        and (concerns != LIGHT or one.due_on <= day_of(at))
        and is_news(one, settled.get(concerns), today=day_of(at))
    ]


def _raise(course_id: UUID, one: Situation, *, by: Actor, at: dt.datetime) -> FollowUp:
    return FollowUp(
        id=new_id(),
        course_id=course_id,
        why=one.why,
        due_on=one.due_on,
        staff_member_id=one.to,
        rule=one.rule,
        suggestion=one.suggestion,
        concerns=one.concerns,
        recorded_by_id=by.user_id if by.is_person else None,
        recorded_at=at,
    ).insert()


def _reword(follow_up: FollowUp, one: Situation) -> None:
    """Only where the record says something else than it did; a day alone is no news.

    What was said of a light stays: it may be of the agreement on just that light.
    """
    if one.concerns == LIGHT:
        return
    words = {"rule": one.rule.value, "why": one.why, "suggestion": one.suggestion}
    if any(getattr(follow_up, name) != said for name, said in words.items()):
        changes = {**words, "due_on": one.due_on}
        follow_up.save_changes(changes, version=follow_up.version)


def _let_go(follow_up: FollowUp, *, by: Actor, at: dt.datetime) -> None:
    """What it asked for has happened, as they met."""
    changes = {
        "status": ReminderStatus.DONE,
        "settled_at": at,
        "settled_by_id": by.user_id if by.is_person else None,
    }
    follow_up.save_changes(changes, version=follow_up.version)
