"""What a partner writes. It is theirs by name; the consent is asked anew at every act."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.contacts.choices import AppointmentStatus, MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.domain.plans.choices import CLOSED, ResponsibleKind
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.plans.queries import next_position
from hjemmebane.domain.sharing.actions.notices import put_away
from hjemmebane.domain.sharing.choices import NoticeKind, SharingRefusal
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import messages_about, network_meetings_to_come, new_to_me
from hjemmebane.domain.sharing.rules import (
    check_can_cancel,
    check_goal,
    check_holds_no_cpr,
    check_is_own,
    check_still_open,
    check_times,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.decisions import Refused


@action
def write_activity(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course_id: UUID,
    goal: Goal,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> PlanActivity:
    """A partner writes down what they will do towards a goal that is open to them.

    values: what, how_often, place, due_on and status. Refuses when nothing is open any more, a
    goal that is not or is settled, and a CPR number.
    """
    partner, _ = check_still_open(by, course_id)
    goal = check_goal(goal, course_id)
    check_holds_no_cpr(values, today=day_of(at))
    activity = PlanActivity(
        id=id,
        plan_id=goal.plan_id,
        course_id=course_id,
        goal=goal,
        responsible_kind=ResponsibleKind.PARTNER,
        partner_person=partner,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **values,
    )
    activity.position = next_position(activity)
    return activity.insert()


@action
def change_own_activity(
    *,
    activity: PlanActivity,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PlanActivity:
    """A partner changes what they wrote, or says how far it has come.

    Refuses when nothing is open any more, what is not their own, and a CPR number. Raises
    EditConflict.
    """
    partner, _ = check_still_open(by, activity.course_id)
    check_is_own(partner, activity)
    check_holds_no_cpr(values, today=day_of(at))
    if values.get("status", activity.status) not in CLOSED:
        # Why the team closed it while they were shut out is over when they take it up again.
        values = {**values, "closed_because": ""}
    return activity.save_changes(values, version=version)


@action
def make_own_appointment(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course_id: UUID,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> PartnerAppointment:
    """A partner has agreed a time with the citizen: what, starts_at, ends_at and place.

    Refuses when nothing is open any more, a time gone by, an end before the start, and a CPR
    number.
    """
    partner, _ = check_still_open(by, course_id)
    check_holds_no_cpr(values, today=day_of(at))
    appointment = PartnerAppointment(
        id=id,
        course_id=course_id,
        partner_person=partner,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **values,
    )
    appointment.check_unsent()
    check_times(starts_at=appointment.starts_at, ends_at=appointment.ends_at, now=at)
    return appointment.insert()


@action
def cancel_own_appointment(
    *, appointment: PartnerAppointment, version: int, by: Actor, at: dt.datetime
) -> PartnerAppointment:
    """A partner calls off what they had agreed. Refuses another's. Raises EditConflict."""
    partner, _ = check_still_open(by, appointment.course_id)
    check_is_own(partner, appointment)
    check_can_cancel(appointment)
    return appointment.save_changes({"status": AppointmentStatus.CANCELLED}, version=version)


@action
def write_to_team(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    activity: PlanActivity,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> Message:
    """A partner writes to the team about something they do, and has read what it wrote.

    Refuses when nothing is open any more, what is not their own, and a CPR number.
    """
    partner, _ = check_still_open(by, activity.course_id)
    check_is_own(partner, activity)
    check_holds_no_cpr({"text": text}, today=day_of(at))
    message = Message(
        id=id,
        course_id=activity.course_id,
        activity=activity,
        partner_person=partner,
        side=MessageSide.PARTNER,
        text=text.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
    _see(activity, by=by, at=at)
    return message


@action
def see_messages(*, activity: PlanActivity, by: Actor, at: dt.datetime) -> None:
    """The partner has read what the team wrote about an activity. Refuses what is not open."""
    check_still_open(by, activity.course_id)
    _see(activity, by=by, at=at)


def _see(activity: PlanActivity, *, by: Actor, at: dt.datetime) -> None:
    """What is read is no longer told of, once no other message waits."""
    for message in messages_about(activity.pk).filter(side=MessageSide.TEAM, seen_at__isnull=True):
        message.save_changes({"seen_at": at, "seen_by_id": by.user_id}, version=message.version)
    if not any(news.about == "message" for news in new_to_me()):
        put_away(kind=NoticeKind.MESSAGE, by=by, at=at)


@action
def answer_network_meeting(*, invitation_id: UUID, comes: bool, by: Actor, at: dt.datetime) -> None:
    """A partner says whether they come to a network meeting. Saying it twice changes nothing.

    The database does it: no other row of a meeting is open to a partner. Refuses a meeting that
    they are not asked to, or that is over.
    """
    said = GuestAnswer.ACCEPTED if comes else GuestAnswer.DECLINED
    if ask_guard("answer_network_meeting", str(invitation_id), said.value) != [(True,)]:
        raise Refused(SharingRefusal.MEETING_OVER)
    if all(asked.answer != GuestAnswer.INVITED for asked in network_meetings_to_come()):
        put_away(kind=NoticeKind.INVITED, by=by, at=at)
