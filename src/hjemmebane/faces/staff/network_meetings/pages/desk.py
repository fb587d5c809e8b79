"""A network meeting in words: who is with us, what was said under each point, what is promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.citizens.queries import network_of
from hjemmebane.domain.consents.queries import consents_in_force, covers
from hjemmebane.domain.meetings.calculations import (
    MinutesVersion,
    PromisedEntry,
    SaidEntry,
    may_have_minutes,
)
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.domain.meetings.models import (
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    Standing,
    invitations_of,
    minutes_for,
    network_meetings_around,
    promised,
    promises_at,
    reader_of,
    said,
    standings_of,
    voices_of,
)
from hjemmebane.domain.method.content.entries import Agenda, AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.partners.queries import people_at_partners
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.network_meetings.pages.handovers import (
    GivenMinutes,
    given_of,
    given_to,
)
from hjemmebane.faces.staff.plans.forms.responsible import role_of
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.written import written_day, written_moment

AGENDA, PROMISES = "NETWORK", "PROMISES"
TONES = {GuestAnswer.PRESENT: "good", GuestAnswer.DECLINED: "warn"}


@dataclass(frozen=True)
class Around:
    """Whom the citizen may want to have there."""

    network: Sequence[NetworkPerson]
    staff: Sequence[StaffMember]
    partners_opened: Sequence[PartnerPerson]
    partners_closed: Sequence[PartnerPerson]


@dataclass(frozen=True)
class Tap:
    """What can be said of somebody invited, in one tap."""

    answer: GuestAnswer
    label: str
    variant: str = "secondary"


@dataclass(frozen=True)
class Guest:
    """One of those invited. taps: what may be said of them now."""

    invitation: NetworkInvitation
    name: str
    role: str
    is_allowed: bool
    state: str
    tone: str
    taps: Sequence[Tap] = ()
    url: str = ""
    minutes_url: str = ""
    given: str = ""


@dataclass(frozen=True)
class Spoken:
    """Somebody's words, and the way to put them right."""

    name: str
    said: SaidEntry
    url: str = ""


@dataclass(frozen=True)
class Point:
    """A point of the agenda and what was said under it."""

    entry: AgendaItem
    voices: Sequence[Spoken]
    url: str = ""
    number: int = 0
    promised: Sequence[PromisedEntry] = ()

    @property
    def heard(self) -> set[UUID]:
        """Who has said something, however often."""
        return {voice.said.guest for voice in self.voices}


class NetworkDesk:
    """A request about one meeting around a citizen. Raises Http404 when it is not ours."""

    def __init__(
        self, request: ActorRequest, citizen_id: UUID, meeting_id: UUID, *, what: str = ""
    ) -> None:
        self.request, self.at = request, now()
        self.frame: CitizenFrame = citizen_frame(
            request, citizen_id, "network", what=what or "Netværksmøde"
        )
        meetings = network_meetings_around(citizen_id)
        self.meeting: NetworkMeeting = get_object_or_404(meetings, pk=meeting_id)

    @property
    def signed(self) -> dict[str, object]:
        """Who acts, and when."""
        return {"by": self.request.actor, "at": self.at}

    @property
    def today(self) -> dt.date:
        return day_of(self.at)

    @property
    def title(self) -> str:
        return f"Netværksmøde {written_day(day_of(self.meeting.starts_at))}"

    @property
    def when(self) -> str:
        return written_moment(self.meeting.starts_at)

    @property
    def has_come(self) -> bool:
        """The day is here, or gone."""
        return day_of(self.meeting.starts_at) <= self.today

    @property
    def is_open(self) -> bool:
        """Words may be added."""
        return self.meeting.course.is_open and not self.meeting.is_cancelled

    @property
    def can_change(self) -> bool:
        return self.is_open and self.meeting.is_planned

    @property
    def words_stand(self) -> bool:
        """They are not put right any more; who they are for can always be said."""
        return not self.can_change

    @cached_property
    def agenda(self) -> Agenda:
        return pack(self.meeting.method_pack, self.meeting.method_version).agenda(AGENDA)

    @cached_property
    def invitations(self) -> list[NetworkInvitation]:
        return invitations_of(self.meeting.pk)

    @cached_property
    def standings(self) -> dict[UUID, Standing]:
        return standings_of(self.meeting, self.invitations, day=self.today)

    @cached_property
    def voices(self) -> list[NetworkVoice]:
        return voices_of(self.meeting.pk)

    @cached_property
    def promises(self) -> list[PlanActivity]:
        return promises_at(self.meeting)

    @property
    def present(self) -> list[NetworkInvitation]:
        """Those who are here and may be."""
        return [
            one for one in self.invitations if one.is_present and self.standings[one.pk].is_allowed
        ]

    def url(self, name: str, *args: object) -> str:
        return self.frame.url(f"staff:network_meetings:{name}", self.meeting.pk, *args)

    @property
    def meeting_url(self) -> str:
        return self.url("meeting")

    @property
    def promise_url(self) -> str:
        return self.url("promise")

    def guest(self, guest_id: UUID) -> NetworkInvitation:
        """One of those invited. Raises Http404."""
        for invitation in self.invitations:
            if invitation.pk == guest_id:
                return invitation
        raise Http404

    def voice(self, voice_id: UUID) -> NetworkVoice:
        """Something that was said here. Raises Http404."""
        for voice in self.voices:
            if voice.pk == voice_id:
                return voice
        raise Http404

    def points(self) -> list[Point]:
        """Every point of the agenda with what was said under it."""
        names = {one.pk: one.name for one in self.invitations}
        spoken = [
            (voice.point, Spoken(names[voice.invitation_id], said(voice), self._ways(voice)))
            for voice in self.voices
        ]
        kept = [promised(activity, self.invitations) for activity in self.promises]
        return [
            Point(
                entry=entry,
                voices=[one for point, one in spoken if point == entry.code],
                url=self.url("round", entry.code),
                number=number,
                promised=kept if entry.shows == PROMISES else (),
            )
            for number, entry in enumerate(self.agenda.items, start=1)
        ]

    def _ways(self, voice: NetworkVoice) -> str:
        return "" if self.meeting.is_cancelled else self.url("reword", voice.pk)

    def version_of(self, invitation: NetworkInvitation) -> MinutesVersion:
        """The minutes as one of those who were there may see them."""
        standing = self.standings[invitation.pk]
        return minutes_for(invitation, standing, self.voices, self.promises, self.invitations)

    def may_have_minutes(self, invitation: NetworkInvitation) -> bool:
        standing = self.standings[invitation.pk]
        return self.meeting.is_held and may_have_minutes(reader_of(invitation, standing))


def around_of(desk: NetworkDesk, *, is_sent: bool = False) -> Around:
    """Those who may still be invited; four queries. For a form that was sent, everybody."""
    course = desk.meeting.course
    there = set() if is_sent else {one.person for one in desk.invitations}
    given = list(consents_in_force(course.citizen_id, day=desk.today))
    partners = [
        one for one in people_at_partners([course.team.municipality_id]) if one not in there
    ]
    opened = {one for one in partners if any(covers(consent, one) for consent in given)}
    return Around(
        network=[one for one in network_of(course.citizen_id) if one not in there],
        staff=[one for one in staff_of(course.team_id, desk.today) if one not in there],
        partners_opened=[one for one in partners if one in opened],
        partners_closed=[one for one in partners if is_sent and one not in opened],
    )


def guests_of(desk: NetworkDesk) -> list[Guest]:
    """Everybody invited, the citizen first; two queries on top of the desk's."""
    handovers = given_of(desk.meeting)
    return [_guest(desk, one, handovers) for one in desk.invitations]


def _guest(
    desk: NetworkDesk, invitation: NetworkInvitation, handovers: Sequence[GivenMinutes]
) -> Guest:
    answer = GuestAnswer(invitation.answer)
    is_allowed = desk.standings[invitation.pk].is_allowed
    has_minutes = desk.may_have_minutes(invitation)
    return Guest(
        invitation=invitation,
        name=invitation.name,
        role="" if invitation.is_citizen else role_of(invitation.person),
        is_allowed=is_allowed,
        state="Var med" if desk.meeting.is_held and invitation.is_present else answer.label,
        tone=TONES.get(answer, ""),
        taps=taps_for(desk, answer, is_allowed=is_allowed) if desk.can_change else (),
        url=desk.url("answer", invitation.pk),
        minutes_url=desk.url("minutes", invitation.pk) if has_minutes else "",
        given=given_to(invitation, handovers),
    )


def taps_for(desk: NetworkDesk, answer: GuestAnswer, *, is_allowed: bool) -> list[Tap]:
    """What somebody may be said to do next: coming before the day, being here from then on."""
    taps = [
        Tap(GuestAnswer.PRESENT, "Er med", "primary")
        if desk.has_come
        else Tap(GuestAnswer.ACCEPTED, "Kommer"),
        Tap(GuestAnswer.DECLINED, "Er her ikke" if desk.has_come else "Kommer ikke", "quiet"),
    ]
    return [
        tap
        for tap in taps
        if tap.answer != answer and (is_allowed or tap.answer == GuestAnswer.DECLINED)
    ]


@dataclass(frozen=True)
class MeetingPage:
    """The meeting from the outside: who is with us, and the way into it."""

    guests: Sequence[Guest]
    points: Sequence[Point]
    invite: RecordForm | None
    cancel: RecordForm
    close: RecordForm
    refusals: Sequence[str]
    is_someone_here: bool

    @property
    def said(self) -> list[Point]:
        """The points under which something was said or promised."""
        return [point for point in self.points if point.voices or point.promised]


def refusals_of(forms: Mapping[str, RecordForm], names: Sequence[str]) -> list[str]:
    """Why a tap did not happen: it has no field to say it beside."""
    errors = [forms[name].errors for name in names if name in forms]
    return [str(error) for one in errors for told in one.values() for error in told]
