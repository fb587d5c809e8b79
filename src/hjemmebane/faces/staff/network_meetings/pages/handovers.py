"""To whom the minutes were given, and by whose leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_of
from hjemmebane.domain.meetings.models import MinutesHandover, NetworkInvitation, NetworkMeeting
from hjemmebane.domain.meetings.queries import handovers_of
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class GivenMinutes:
    """That somebody was given the minutes, and the consents it rested on that day."""

    handover: MinutesHandover
    consents: Sequence[Consent]


def given_of(meeting: NetworkMeeting) -> list[GivenMinutes]:
    """The newest first; two queries."""
    handovers = list(handovers_of(meeting.pk))
    keys = {key for one in handovers for key in one.rests_on}
    consents = consents_of(meeting.course.citizen_id).filter(pk__in=keys)
    by_key = {consent.pk: consent for consent in consents}
    return [
        GivenMinutes(one, [by_key[key] for key in one.rests_on if key in by_key])
        for one in handovers
    ]


def given_to(invitation: NetworkInvitation, given: Sequence[GivenMinutes]) -> str:
    """“Givet 3. maj 2026 af Ida. Hviler på samtykket fra 1. maj 2026: Fælles plan.”, of the newest
    time; nothing where it was not given.
    """
    newest = next((one for one in given if one.handover.invitation_id == invitation.pk), None)
    if newest is None:
        return ""
    handover = newest.handover
    rests_on = [
        f" Hviler på samtykket fra {written_day(one.from_on)}: {one.purpose}."
        for one in newest.consents
    ]
    when = written_day(day_of(handover.recorded_at))
    return f"Givet {when} af {handover.recorded_by}.{''.join(rests_on)}"
