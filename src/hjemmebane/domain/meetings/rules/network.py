"""When a network meeting is called, who may be there, and what may be written down."""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkRefusal
from hjemmebane.domain.meetings.models import NetworkInvitation, NetworkMeeting, NetworkVoice
from hjemmebane.domain.meetings.queries import promised, promises_at, standing_of
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused

NOT_ALLOWED = {
    ResponsibleKind.STAFF: NetworkRefusal.NOT_IN_TEAM,
    ResponsibleKind.PARTNER: NetworkRefusal.NO_CONSENT,
    ResponsibleKind.NETWORK: NetworkRefusal.NO_WISH_FOR_CONTACT,
}


def check_can_call(course: Course, *, wish: str, starts_at: dt.datetime) -> None:
    """The citizen wishes it, in a course that is open and had begun."""
    check_is_open(course)
    if not wish.strip():
        raise Refused(NetworkRefusal.WISH_MISSING, field="wish")
    if day_of(starts_at) < course.started_on:
        raise Refused(CourseRefusal.BEFORE_COURSE, field="starts_at")


def check_not_cancelled(meeting: NetworkMeeting) -> None:
    """What was cancelled did not take place."""
    if meeting.is_cancelled:
        raise Refused(NetworkRefusal.CANCELLED)


def check_not_closed(meeting: NetworkMeeting) -> None:
    """What is closed is added to, and else left as it is."""
    check_not_cancelled(meeting)
    if meeting.is_held:
        raise Refused(NetworkRefusal.CLOSED)


def check_can_move(
    invitations: Iterable[NetworkInvitation], *, starts_at: dt.datetime, today: dt.date
) -> None:
    """Nobody is at a meeting whose day has not come."""
    if day_of(starts_at) > today and any(invitation.is_present for invitation in invitations):
        raise Refused(NetworkRefusal.HAS_BEGUN, field="starts_at")


def check_can_invite(invitation: NetworkInvitation, *, today: dt.date) -> None:
    """Somebody the citizen has said yes to, once."""
    meeting = invitation.meeting
    check_not_closed(meeting)
    friend = invitation.network_person
    if isinstance(friend, NetworkPerson) and friend.citizen_id != meeting.course.citizen_id:
        raise Refused(NetworkRefusal.NOT_AROUND, field="who")
    same = {"kind": invitation.kind, **_person_of(invitation)}
    if NetworkInvitation.objects.filter(meeting=meeting, **same).exists():
        raise Refused(NetworkRefusal.ALREADY_INVITED, field="who")
    if not _is_allowed(invitation, today=today):
        raise Refused(NOT_ALLOWED[ResponsibleKind(invitation.kind)], field="who")


def _person_of(invitation: NetworkInvitation) -> dict[str, object]:
    people = invitation.as_responsible
    people.pop("responsible_kind")
    return people


def _is_allowed(invitation: NetworkInvitation, *, today: dt.date) -> bool:
    return standing_of(invitation, day=today).is_allowed


def check_still_allowed(invitation: NetworkInvitation, *, today: dt.date) -> None:
    """What the citizen has taken back since is gone at once."""
    if not _is_allowed(invitation, today=today):
        raise Refused(NetworkRefusal.NO_LONGER_ALLOWED)


def check_can_answer(invitation: NetworkInvitation, answer: str, *, today: dt.date) -> None:
    """Whoever is there is allowed to be, and came on the day; who has spoken was there."""
    meeting = invitation.meeting
    check_not_closed(meeting)
    if answer == GuestAnswer.PRESENT and day_of(meeting.starts_at) > today:
        raise Refused(NetworkRefusal.NOT_YET)
    if answer in {GuestAnswer.PRESENT, GuestAnswer.ACCEPTED}:
        check_still_allowed(invitation, today=today)
    if invitation.is_present and answer != GuestAnswer.PRESENT and _took_part(invitation):
        raise Refused(NetworkRefusal.HAS_SPOKEN)


def _took_part(invitation: NetworkInvitation) -> bool:
    promises = promises_at(invitation.meeting)
    return NetworkVoice.objects.filter(invitation=invitation).exists() or any(
        promised(one, [invitation]).guest for one in promises
    )


def check_can_speak(invitation: NetworkInvitation, *, today: dt.date) -> None:
    """Words and promises are those of somebody who is there, and may be."""
    check_not_cancelled(invitation.meeting)
    if not invitation.is_present:
        raise Refused(NetworkRefusal.NOT_PRESENT, field="guest")
    check_still_allowed(invitation, today=today)


def check_network_point(meeting: NetworkMeeting, point: str) -> None:
    """A point of the agenda that the meeting was called with."""
    agenda = pack(meeting.method_pack, meeting.method_version).agenda("NETWORK")
    if point not in {item.code for item in agenda.items}:
        raise Refused(NetworkRefusal.UNKNOWN_POINT)


def check_can_close(meeting: NetworkMeeting, invitations: Iterable[NetworkInvitation]) -> None:
    """A meeting with nobody at it was none, and somebody of the team leads it."""
    check_not_closed(meeting)
    present = {invitation.kind for invitation in invitations if invitation.is_present}
    if not present:
        raise Refused(NetworkRefusal.NOBODY_PRESENT)
    if ResponsibleKind.STAFF not in present:
        raise Refused(NetworkRefusal.NOBODY_OF_THE_TEAM)


def check_can_cancel(
    meeting: NetworkMeeting, invitations: Iterable[NetworkInvitation], *, reason: str
) -> None:
    """With a reason, and not once somebody is there."""
    check_not_closed(meeting)
    if any(invitation.is_present for invitation in invitations):
        raise Refused(NetworkRefusal.SOMEBODY_CAME)
    if not reason.strip():
        raise Refused(NetworkRefusal.REASON_MISSING, field="reason")


def check_can_hand_over(invitation: NetworkInvitation, *, today: dt.date) -> None:
    """The minutes stand, and go to those who were there and still may know."""
    if not invitation.meeting.is_held:
        raise Refused(NetworkRefusal.NOT_HELD)
    if not invitation.is_present:
        raise Refused(NetworkRefusal.NOT_PRESENT)
    check_still_allowed(invitation, today=today)
