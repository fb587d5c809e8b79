"""Calling a network meeting, inviting to it, and writing down what was said and promised."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkMeetingState, NetworkRefusal
from hjemmebane.domain.meetings.models import (
    MinutesHandover,
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    invitations_of,
    network_meeting_to_change,
    standing_of,
)
from hjemmebane.domain.meetings.rules import (
    check_can_answer,
    check_can_call,
    check_can_cancel,
    check_can_close,
    check_can_hand_over,
    check_can_invite,
    check_can_move,
    check_can_speak,
    check_network_point,
    check_not_closed,
)
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind, ResponsibleKind
from hjemmebane.domain.plans.models import PlanItem
from hjemmebane.domain.plans.queries import plan_of_course_to_change
from hjemmebane.foundation.actions import action, on_occasion
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id


@action
def call_network_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    wish: str,
    starts_at: dt.datetime,
    place: str,
    by: Actor,
    at: dt.datetime,
) -> NetworkMeeting:
    """Call a meeting because the citizen wishes it, or write down one that has been.

    The citizen is the first to be invited. Refuses an ended course, no wish, and a day before it.
    """
    course = course_to_change(course.pk)
    check_can_call(course, wish=wish, starts_at=starts_at)
    method = pack(course.team.method_pack)
    signed = {"course": course, "recorded_by_id": by.user_id, "recorded_at": at}
    meeting = NetworkMeeting(
        id=id,
        wish=wish.strip(),
        starts_at=starts_at,
        place=place.strip(),
        method_pack=method.code,
        method_version=method.version,
        **signed,
    ).insert()
    NetworkInvitation(
        id=new_id(),
        meeting=meeting,
        kind=ResponsibleKind.CITIZEN,
        answer=GuestAnswer.ACCEPTED,
        **signed,
    ).insert()
    return meeting


@action
def change_network_meeting(
    *,
    meeting: NetworkMeeting,
    wish: str,
    starts_at: dt.datetime,
    place: str,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> NetworkMeeting:
    """Another time, another place, or the wish in better words, until the meeting is closed.

    Refuses what `call_network_meeting` refuses, and a day to come when somebody is there already.
    Raises EditConflict when somebody saved since.
    """
    meeting = _held(meeting)
    check_not_closed(meeting)
    check_can_call(meeting.course, wish=wish, starts_at=starts_at)
    check_can_move(invitations_of(meeting.pk), starts_at=starts_at, today=day_of(at))
    changes = {"wish": wish.strip(), "starts_at": starts_at, "place": place.strip()}
    return meeting.save_changes(changes, version=version)


@action
def invite_to_network_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    meeting: NetworkMeeting,
    who: Mapping[str, object],
    may_be_said: str = "",
    by: Actor,
    at: dt.datetime,
) -> NetworkInvitation:
    """Ask somebody to come whom the citizen wishes to have there.

    who: the kind, and the person in the field of that kind, as a part of the plan names them.
    Refuses a partner without a consent in force, somebody in the network without the citizen's
    recorded wish, a colleague outside the team, and a second invitation.
    """
    meeting = _held(meeting)
    people = {name: person for name, person in who.items() if name != "responsible_kind"}
    invitation = NetworkInvitation(
        id=id,
        course=meeting.course,
        meeting=meeting,
        kind=str(who["responsible_kind"]),
        may_be_said=may_be_said.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
        **people,
    )
    invitation.check_unsent()
    check_can_invite(invitation, today=day_of(at))
    return invitation.insert()


@action
def answer_invitation(
    *,
    invitation: NetworkInvitation,
    answer: GuestAnswer,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> NetworkInvitation:
    """Note what somebody said to coming, or that they are there.

    Refuses to have somebody there before the day, or whom the citizen's yes no longer covers.
    """
    invitation = _guest(invitation)
    check_undone(invitation, {"answer": answer}, by=by)
    check_can_answer(invitation, answer, today=day_of(at))
    return invitation.save_changes({"answer": answer}, version=version)


@action
def record_voice(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    invitation: NetworkInvitation,
    point: str,
    text: str,
    stays_here: bool = False,
    by: Actor,
    at: dt.datetime,
) -> NetworkVoice:
    """Write what one of those present said; after the meeting it is an addition.

    stays_here: the citizen will not have it carried on. Refuses who is not there or may not be.
    """
    invitation = _guest(invitation)
    check_network_point(invitation.meeting, point)
    check_can_speak(invitation, today=day_of(at))
    voice = NetworkVoice(
        id=id,
        course=invitation.course,
        meeting=invitation.meeting,
        invitation=invitation,
        point=point,
        text=text.strip(),
        stays_here=stays_here,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return voice.insert()


@action
def reword_voice(
    *,
    voice: NetworkVoice,
    text: str,
    stays_here: bool,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> NetworkVoice:
    """Get the words right while the meeting goes on.

    When it is closed, or the course has ended, only what the citizen will not have carried on can
    still be said, because a yes can be taken back at any time. Raises EditConflict when somebody
    saved since `version`.
    """
    is_reworded = text.strip() != voice.text
    meeting = _held(voice.meeting, of_open_course=is_reworded)
    changes: dict[str, object] = {"text": text.strip(), "stays_here": stays_here}
    if is_reworded:
        check_not_closed(meeting)
    return voice.save_changes(changes, version=version)


@action
def promise_at_network_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    invitation: NetworkInvitation,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> PlanItem:
    """Write what somebody present will do as an activity of the plan, with them responsible.

    Refuses what `record_voice` refuses, a course without a plan, and what the plan refuses.
    """
    plan = plan_of_course_to_change(invitation.course_id)
    invitation = _guest(invitation)
    check_can_speak(invitation, today=day_of(at))
    if plan is None:
        raise Refused(NetworkRefusal.NO_PLAN)
    with on_occasion(invitation.meeting.occasion):
        return add_item(
            id=id,
            plan=plan,
            kind=ItemKind.ACTIVITY,
            values={**values, **invitation.as_responsible},
            by=by,
            at=at,
        )


@action
def close_network_meeting(
    *, meeting: NetworkMeeting, version: int, by: Actor, at: dt.datetime
) -> NetworkMeeting:
    """Close a meeting that was held. Its minutes stand from now on, and are only added to."""
    meeting = _held(meeting)
    check_undone(meeting, {"state": NetworkMeetingState.HELD}, by=by)
    check_can_close(meeting, invitations_of(meeting.pk))
    changes = {"state": NetworkMeetingState.HELD, "closed_at": at}
    return meeting.save_changes(changes, version=version)


@action
def cancel_network_meeting(
    *, meeting: NetworkMeeting, reason: str, version: int, by: Actor, at: dt.datetime
) -> NetworkMeeting:
    """Say that it comes to nothing, and why. Refuses when somebody is there already."""
    meeting = _held(meeting)
    changes = {"state": NetworkMeetingState.CANCELLED, "cancelled_because": reason.strip()}
    check_undone(meeting, changes, by=by)
    check_can_cancel(meeting, invitations_of(meeting.pk), reason=reason)
    return meeting.save_changes(changes, version=version)


@action
def hand_over_minutes(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    invitation: NetworkInvitation,
    by: Actor,
    at: dt.datetime,
) -> MinutesHandover:
    """Note that somebody was given the minutes in their version.

    Refuses before the meeting is closed, who was not there, and whom the citizen's yes no longer
    covers.
    """
    invitation = _guest(invitation, of_open_course=False)
    check_can_hand_over(invitation, today=day_of(at))
    handover = MinutesHandover(
        id=id,
        course=invitation.course,
        meeting=invitation.meeting,
        invitation=invitation,
        rests_on=list(standing_of(invitation, day=day_of(at)).rests_on),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return handover.insert()


def _held(meeting: NetworkMeeting, *, of_open_course: bool = True) -> NetworkMeeting:
    """The meeting as it stands, held after its course."""
    course = course_to_change(meeting.course_id)
    if of_open_course:
        check_is_open(course)
    return network_meeting_to_change(meeting.pk)


def _guest(invitation: NetworkInvitation, *, of_open_course: bool = True) -> NetworkInvitation:
    """The invitation as it stands, with its meeting held."""
    course = course_to_change(invitation.course_id)
    if of_open_course:
        check_is_open(course)
    meeting = network_meeting_to_change(invitation.meeting_id)
    guests = invitations_of(meeting.pk)
    guest = next(one for one in guests if one.pk == invitation.pk)
    guest.meeting = meeting
    guest.course = meeting.course
    return guest
