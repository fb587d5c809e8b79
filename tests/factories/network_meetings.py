"""A meeting around a citizen, as somebody of their team would write it down."""

import datetime as dt

from hjemmebane.domain.citizens.actions import (
    add_around_citizen,
)
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.meetings.actions import (
    answer_invitation,
    call_network_meeting,
    close_network_meeting,
    hand_over_minutes,
    invite_to_network_meeting,
    promise_at_network_meeting,
    record_voice,
)
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.domain.meetings.models import (
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    invitations_of,
    minutes_for,
    promises_at,
    standings_of,
    voices_of,
)
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import Record
from tests.factories.cast import NOW, Case, Employee
from tests.factories.plans import TODAY

ROUND = "NETWORK_ROUND"
WISH = "At I hører det fra mig selv"
FIELDS = {"STAFF": "staff_member", "PARTNER": "partner_person", "NETWORK": "network_person"}


def call(case: Case, by: Employee, **changes: object) -> NetworkMeeting:
    given = {
        "id": new_id(),
        "course": case.course,
        "wish": WISH,
        "starts_at": NOW,
        "place": "I køkkenet",
        "by": by.actor,
        "at": NOW,
    }
    return call_network_meeting(**given | changes)


def whom(kind: str, person: Record | None = None) -> dict[str, object]:
    """Somebody as the action wants them named."""
    people = dict.fromkeys(FIELDS.values())
    named = {FIELDS[kind]: person} if person else {}
    return {"responsible_kind": kind, **people, **named}


def invite(
    meeting: NetworkMeeting, by: Employee, kind: str, person: Record, **changes: object
) -> NetworkInvitation:
    given = {
        "id": new_id(),
        "meeting": meeting,
        "who": whom(kind, person),
        "by": by.actor,
        "at": NOW,
    }
    return invite_to_network_meeting(**given | changes)


def come(invitation: NetworkInvitation, by: Employee, **changes: object) -> NetworkInvitation:
    given = {
        "invitation": invitation,
        "answer": GuestAnswer.PRESENT,
        "version": invitation.version,
        "by": by.actor,
        "at": NOW,
    }
    return answer_invitation(**given | changes)


def say(invitation: NetworkInvitation, by: Employee, text: str, **changes: object) -> NetworkVoice:
    given = {
        "id": new_id(),
        "invitation": invitation,
        "point": ROUND,
        "text": text,
        "by": by.actor,
        "at": NOW,
    }
    return record_voice(**given | changes)


def the_citizen(meeting: NetworkMeeting) -> NetworkInvitation:
    return invitations_of(meeting.pk)[0]


def lead(meeting: NetworkMeeting, by: Employee) -> NetworkInvitation:
    """Somebody of the team is there."""
    return come(invite(meeting, by, "STAFF", by.staff_member), by)


def hold_network_meeting(case: Case, by: Employee) -> NetworkMeeting:
    """From the wish to the minutes in the citizen's hand."""
    meeting = call(case, by)
    citizen = come(the_citizen(meeting), by)
    lead(meeting, by)
    say(citizen, by, "Jeg vil have ro")
    held = close_network_meeting(meeting=meeting, version=meeting.version, by=by.actor, at=NOW)
    hand_over_minutes(id=new_id(), invitation=citizen, by=by.actor, at=NOW)
    return held


TOMORROW = NOW + dt.timedelta(days=1)
LATER = NOW + dt.timedelta(hours=2)


def befriend(cast, name, *, wish=""):
    friend = NetworkPerson(
        citizen=cast.kim.citizen, name=name, relation="Søster", wish_for_contact=wish
    )
    return add_around_citizen(record=friend, by=cast.ida.actor, at=NOW)


def open_for(cast, scope, **changes):
    given = {
        "id": new_id(),
        "citizen": cast.kim.citizen,
        "recipient": cast.job_centre,
        "scope": scope,
        "purpose": "Være med på mødet",
        "how_given": "ORALLY",
        "from_on": TODAY,
        "by": cast.ida.actor,
        "at": NOW,
    }
    return give_consent(**given | changes)


def take_back(consent, ida):
    withdraw_consent(consent=consent, version=consent.version, by=ida.actor, at=NOW)


def close(meeting, ida, at=NOW):
    return close_network_meeting(meeting=meeting, version=meeting.version, by=ida.actor, at=at)


def promise(guest, ida, **values):
    return promise_at_network_meeting(
        id=values.pop("id", new_id()),
        invitation=guest,
        values={"what": "Tage med til lægen"} | values,
        by=ida.actor,
        at=NOW,
    )


def give(guest, ida, **changes):
    given = {"id": new_id(), "invitation": guest, "by": ida.actor, "at": NOW}
    return hand_over_minutes(**given | changes)


def version_of(guest, meeting, day=TODAY):
    invited = invitations_of(meeting.pk)
    return minutes_for(
        next(one for one in invited if one.pk == guest.pk),
        standings_of(meeting, invited, day=day)[guest.pk],
        voices_of(meeting.pk),
        promises_at(meeting),
        invited,
    )


def told(version):
    return [one.text for one in version.said], [one.text for one in version.promised]
