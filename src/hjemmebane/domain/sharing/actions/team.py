"""What the team does with what citizens and partners wrote. Their words stay as they are."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.actions import add_item, open_plan
from hjemmebane.domain.plans.choices import ActivityStatus, ItemKind, Voice
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.plans.queries import plan_to_change
from hjemmebane.domain.plans.queries.plan import plan_of_course_to_change
from hjemmebane.domain.plans.rules import check_can_change
from hjemmebane.domain.sharing.choices import SharingRefusal, SuggestionStatus
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import messages_about
from hjemmebane.domain.sharing.rules import (
    check_can_close_for,
    check_can_read,
    check_holds_no_cpr,
    check_is_new,
    check_is_wish,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved


@action
def take_in_step(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    suggestion: Suggestion,
    goal: Goal,
    text: str,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Suggestion:
    """A citizen's suggestion becomes a step towards a goal. Its words stay beside the team's.

    Refuses what has been answered, and all that a step is refused for. Raises EditConflict, and
    AlreadySaved when the same form was sent before.
    """
    if suggestion.sub_goal_id == id:
        raise AlreadySaved(suggestion)
    check_is_new(suggestion)
    step = add_item(
        id=id,
        plan=goal.plan,
        kind=ItemKind.SUB_GOAL,
        values={"goal": goal, "text": text.strip()},
        by=by,
        at=at,
    )
    return _handle(
        suggestion, SuggestionStatus.TAKEN_IN, {"sub_goal_id": step.pk}, version, by=by, at=at
    )


@action
def take_in_wish(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    suggestion: Suggestion,
    text: str,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Suggestion:
    """What a citizen says they want becomes a wish in the plan, which begins with it if need be.

    text: how the team writes it; the citizen's own words and voice stay beside, whatever is
    written later. Refuses what has been answered, what is no wish, and an ended course. Raises
    EditConflict, and AlreadySaved when the same form was sent before.
    """
    if suggestion.wish_id == id:
        raise AlreadySaved(suggestion)
    check_is_new(suggestion)
    check_is_wish(suggestion)
    course = suggestion.course
    plan = plan_of_course_to_change(course.pk) or open_plan(
        id=new_id(), course=course, by=by, at=at
    )
    wish = add_item(
        id=id,
        plan=plan,
        kind=ItemKind.WISH,
        values={
            "text": text.strip(),
            "said_by": Voice.CITIZEN,
            "said_on": day_of(suggestion.recorded_at),
        },
        by=by,
        at=at,
    )
    taken_in = {"wish_id": wish.pk}
    return _handle(suggestion, SuggestionStatus.TAKEN_IN, taken_in, version, by=by, at=at)


@action
def answer_suggestion(
    *, suggestion: Suggestion, answer: str, version: int, by: Actor, at: dt.datetime
) -> Suggestion:
    """The team says what it makes of what the citizen asked for.

    Refuses what has been answered otherwise, and an empty answer. Raises EditConflict, and
    AlreadySaved when the same answer stands.
    """
    if (suggestion.status, suggestion.answer) == (SuggestionStatus.ANSWERED, answer.strip()):
        raise AlreadySaved(suggestion)
    check_is_new(suggestion)
    if not answer.strip():
        raise Refused(SharingRefusal.NOTHING_SAID, field="answer")
    said = {"answer": answer.strip()}
    return _handle(suggestion, SuggestionStatus.ANSWERED, said, version, by=by, at=at)


@action
def write_to_partner(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    activity: PlanActivity,
    partner: PartnerPerson,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> Message:
    """The team asks or tells a partner something about what they do, and has read what they wrote.

    Refuses a partner who could not read it, and a CPR number.
    """
    check_can_read(partner, activity.course.citizen_id, today=day_of(at))
    check_holds_no_cpr({"text": text}, today=day_of(at))
    message = Message(
        id=id,
        course_id=activity.course_id,
        activity=activity,
        partner_person=partner,
        side=MessageSide.TEAM,
        text=text.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
    _see(activity, by=by, at=at)
    return message


@action
def see_partners_messages(*, activity: PlanActivity, by: Actor, at: dt.datetime) -> None:
    """The team has read what a partner wrote about an activity."""
    _see(activity, by=by, at=at)


@action
def close_left_activity(
    *,
    activity: PlanActivity,
    status: ActivityStatus,
    reason: str,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PlanActivity:
    """The team says what became of something whose partner is shut out. Its words stay theirs.

    Refuses an ended course, what the partner can still close, what the team wrote itself, what is
    closed already, and no reason. Raises EditConflict.
    """
    check_can_change(plan_to_change(activity.plan_id).course)
    changes = {"status": status, "closed_because": reason.strip()}
    check_undone(activity, changes, by=by)
    check_can_close_for(activity, status, reason=reason, today=day_of(at))
    return activity.save_changes(changes, version=version)


def _see(activity: PlanActivity, *, by: Actor, at: dt.datetime) -> None:
    unseen = messages_about(activity.pk).filter(side=MessageSide.PARTNER, seen_at__isnull=True)
    for message in unseen:
        message.save_changes({"seen_at": at, "seen_by_id": by.user_id}, version=message.version)


def _handle(
    suggestion: Suggestion,
    status: SuggestionStatus,
    changes: Mapping[str, object],
    version: int,
    *,
    by: Actor,
    at: dt.datetime,
) -> Suggestion:
    handled = {"status": status, "handled_by_id": by.user_id, "handled_at": at}
    return suggestion.save_changes({**handled, **changes}, version=version)
