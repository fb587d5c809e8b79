"""Calls for help: asked, taken, and closed as the citizen was reached or in words."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.contacts.calculations.calls import reached_at
from hjemmebane.domain.contacts.choices import Outcome
from hjemmebane.domain.contacts.models import Contact, HelpCall
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.contacts.queries.calls import call_to_change, open_calls_to_change
from hjemmebane.domain.contacts.rules import check_may_be_remembered
from hjemmebane.domain.contacts.rules.calls import (
    check_can_be_asked,
    check_can_close,
    check_can_take,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import AlreadySaved


@action
def call_for_help(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    caller: str,
    urgency: str,
    words: str = "",
    asked: StaffMember | None = None,
    by: Actor,
    at: dt.datetime,
) -> HelpCall:
    """Ask one of the team, or all of it, to come to the citizen now or today.

    Refuses an ended course, a citizen who has died, and somebody who is not in the team.
    """
    held = course_to_change(course.pk)
    check_may_be_remembered(held)
    check_can_be_asked(held, asked, today=day_of(at))
    call = HelpCall(
        id=id,
        course=held,
        caller=caller,
        urgency=urgency,
        words=words.strip(),
        asked=asked,
        called_at=at,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return call.insert()


@action
def take_call(*, call: HelpCall, by: Actor, at: dt.datetime) -> HelpCall:
    """Say that one goes. Refuses a call that a colleague has, or that is closed."""
    call, who = call_to_change(call.pk), staff_member(by)
    check_can_take(call, who, today=day_of(at))
    if call.taken_by == who:
        raise AlreadySaved(call)  # two taps of the same thumb
    return call.save_changes({"taken_by": who, "taken_at": at}, version=call.version)


@action
def close_call(*, call: HelpCall, words: str, version: int, by: Actor, at: dt.datetime) -> HelpCall:
    """Say how a call ended where no contact tells it. Once, and in words. Raises EditConflict."""
    check_undone(call, {"closed_words": words.strip(), "closed_by_id": by.user_id}, by=by)
    check_can_close(call, words=words)
    changes = {"closed_words": words.strip(), "closed_at": at, "closed_by_id": by.user_id}
    return call.save_changes(changes, version=version)


@action
def answer_calls(*, contact: Contact, by: Actor, at: dt.datetime) -> list[HelpCall]:
    """Close the calls that an acute contact answered: they met, and not before the call came.

    Part of writing a contact down.
    """
    if contact.outcome != Outcome.MET or contact.kind in WITH_OTHERS:
        return []
    answered = []
    for call in open_calls_to_change(contact.course_id):
        reached = reached_at(call.called_at, contact.started_at, contact.direct_minutes)
        if reached:
            changes = {
                "reached_at": reached,
                "reached_in": contact,
                "closed_at": at,
                "closed_by_id": by.user_id,
            }
            answered.append(call.save_changes(changes, version=call.version))
    return answered
