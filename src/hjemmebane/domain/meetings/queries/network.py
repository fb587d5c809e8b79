"""Questions about the meetings around one citizen."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force, covers, goals_opened_by
from hjemmebane.domain.meetings.calculations import (
    MinutesVersion,
    PromisedEntry,
    Reader,
    ReaderKind,
    SaidEntry,
    version_for,
)
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkMeetingState
from hjemmebane.domain.meetings.models import (
    MinutesHandover,
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.teams.queries import staff_of

AROUND = ("staff_member", "partner_person__organisation", "network_person", "course__citizen")
PROMISED = "plans.add_item"


@dataclass(frozen=True)
class Standing:
    """Whether the citizen's yes to having somebody there is in force, and what it opens.

    goals: those opened to a partner one by one. rests_on: the consents that open it all.
    """

    is_allowed: bool
    scope: frozenset[str] = frozenset()
    goals: frozenset[UUID] = frozenset()
    rests_on: tuple[UUID, ...] = ()


def network_meetings_of(*course_ids: UUID) -> QuerySet[NetworkMeeting]:
    """The network meetings of a course, or of several, the newest first."""
    return NetworkMeeting.objects.filter(course_id__in=course_ids).order_by("-starts_at", "-pk")


def network_meetings_around(citizen_id: UUID) -> QuerySet[NetworkMeeting]:
    """The network meetings around a citizen in all courses we see, the newest first."""
    rows = NetworkMeeting.objects.filter(course__citizen_id=citizen_id)
    return rows.select_related("course__citizen", "course__team").order_by("-starts_at", "-pk")


def network_meeting_to_change(meeting_id: UUID) -> NetworkMeeting:
    """The meeting, held until the transaction ends, so that what is done in it takes turns.

    Raises NetworkMeeting.DoesNotExist when it is not visible.
    """
    rows = NetworkMeeting.objects.select_related("course__citizen", "course__team")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=meeting_id)


def network_meetings_for(
    staff_id: UUID, *, day: dt.datetime, until: dt.datetime
) -> QuerySet[NetworkMeeting]:
    """Those that a colleague is asked to, from the moment `day` begins, in order of time.

    What is cancelled is left out, and so is what they said no to.
    """
    asked = NetworkInvitation.objects.filter(staff_member_id=staff_id).exclude(
        answer=GuestAnswer.DECLINED
    )
    rows = NetworkMeeting.objects.filter(
        starts_at__gte=day, starts_at__lt=until, pk__in=asked.values("meeting_id")
    ).exclude(state=NetworkMeetingState.CANCELLED)
    return rows.select_related("course__citizen").order_by("starts_at", "pk")


def network_meetings_between(first: dt.datetime, until: dt.datetime) -> QuerySet[NetworkMeeting]:
    """The planned meetings of a period, with the staff who are asked and said not no, in order of
    time. Two queries where there are any.
    """
    asked = NetworkInvitation.objects.filter(staff_member__isnull=False).exclude(
        answer=GuestAnswer.DECLINED
    )
    rows = NetworkMeeting.objects.filter(
        starts_at__gte=first, starts_at__lt=until, state=NetworkMeetingState.PLANNED
    )
    shown = rows.select_related("course__citizen").order_by("starts_at", "pk")
    guests = asked.select_related("staff_member").order_by("recorded_at", "pk")
    return shown.prefetch_related(Prefetch("invitations", guests))


def invitations_of(meeting_id: UUID) -> list[NetworkInvitation]:
    """Who is invited: the citizen first, the others in the order they were asked."""
    rows = NetworkInvitation.objects.filter(meeting_id=meeting_id)
    ordered = rows.select_related(*AROUND).order_by("recorded_at", "pk")
    return sorted(ordered, key=lambda invitation: not invitation.is_citizen)


def voices_of(meeting_id: UUID) -> list[NetworkVoice]:
    """What was said, the citizen's words first and the others' in order of time."""
    rows = NetworkVoice.objects.filter(meeting_id=meeting_id).order_by("recorded_at", "pk")
    ordered = rows.select_related("meeting", *(f"invitation__{name}" for name in AROUND))
    return sorted(ordered, key=lambda voice: not voice.invitation.is_citizen)


def promises_at(meeting: NetworkMeeting) -> list[PlanActivity]:
    """What was promised at a meeting, as it stands in the plan now."""
    table = PlanActivity._meta.db_table
    changes = Change.objects.filter(
        occasion=meeting.occasion, verb=PROMISED, table_name=table, operation="INSERT"
    )
    rows = PlanActivity.objects.filter(pk__in=[UUID(change.row_id) for change in changes])
    beside = ("staff_member", "partner_person__organisation", "network_person", "goal")
    return list(rows.select_related(*beside).order_by("recorded_at", "pk"))


def handovers_of(meeting_id: UUID) -> QuerySet[MinutesHandover]:
    """To whom the minutes were given, the newest first."""
    rows = MinutesHandover.objects.filter(meeting_id=meeting_id).select_related("recorded_by")
    return rows.order_by("-recorded_at", "-pk")


def standings_of(
    meeting: NetworkMeeting, invitations: Sequence[NetworkInvitation], *, day: dt.date
) -> dict[UUID, Standing]:
    """How each of those invited stands on a day, by invitation; three queries."""
    course = meeting.course
    given = list(consents_in_force(course.citizen_id, day=day).prefetch_related("items"))
    colleagues = {member.pk for member in staff_of(course.team_id, day)}
    return {one.pk: _standing(one, given, colleagues) for one in invitations}


def standing_of(invitation: NetworkInvitation, *, day: dt.date) -> Standing:
    """How one of those invited stands on a day."""
    return standings_of(invitation.meeting, [invitation], day=day)[invitation.pk]


def _standing(
    invitation: NetworkInvitation, given: Sequence[Consent], colleagues: set[UUID]
) -> Standing:
    if partner := invitation.partner_person:
        return _of_partner([consent for consent in given if covers(consent, partner)])
    if friend := invitation.network_person:
        return Standing(bool(friend.wish_for_contact.strip()))
    member_id = invitation.staff_member_id
    return Standing(member_id is None or member_id in colleagues)


def _of_partner(consents: Sequence[Consent]) -> Standing:
    """What all the consents that cover somebody at a partner open together."""
    goals = [
        goals_opened_by(consent) for consent in consents if ConsentScope.GOALS in consent.scope
    ]
    return Standing(
        is_allowed=bool(consents),
        scope=frozenset(part for consent in consents for part in consent.scope),
        goals=frozenset().union(*goals),
        rests_on=tuple(consent.pk for consent in consents),
    )


def minutes_for(
    invitation: NetworkInvitation,
    standing: Standing,
    voices: Iterable[NetworkVoice],
    promises: Iterable[PlanActivity],
    invitations: Sequence[NetworkInvitation],
) -> MinutesVersion:
    """The minutes as one of those who were there may see them. Asks the database nothing."""
    return version_for(
        reader_of(invitation, standing),
        [said(voice) for voice in voices],
        [promised(activity, invitations) for activity in promises],
        activities=ConsentScope.ACTIVITIES.value,
        goals=ConsentScope.GOALS.value,
    )


def reader_of(invitation: NetworkInvitation, standing: Standing) -> Reader:
    return Reader(
        guest=invitation.pk,
        kind=ReaderKind(invitation.kind),
        is_allowed=standing.is_allowed,
        was_present=invitation.is_present,
        scope=standing.scope,
        goals=standing.goals,
    )


def said(voice: NetworkVoice) -> SaidEntry:
    closed_at = voice.meeting.closed_at
    return SaidEntry(
        guest=voice.invitation_id,
        point=voice.point,
        text=voice.text,
        stays_here=voice.stays_here,
        is_added=closed_at is not None and voice.recorded_at > closed_at,
    )


def promised(activity: PlanActivity, invitations: Sequence[NetworkInvitation]) -> PromisedEntry:
    """The activity, and the one of those invited whom it lies with."""
    mine = [one.pk for one in invitations if one.as_responsible == _responsible_for(activity)]
    return PromisedEntry(
        guest=mine[0] if mine else None,
        text=activity.what,
        how_often=activity.how_often,
        due_on=activity.due_on,
        who=activity.responsible_name,
        goal=str(activity.goal or ""),
        goal_id=activity.goal_id,
    )


def _responsible_for(activity: PlanActivity) -> dict[str, object]:
    return {
        "responsible_kind": ResponsibleKind(activity.responsible_kind),
        "staff_member": activity.staff_member,
        "partner_person": activity.partner_person,
        "network_person": activity.network_person,
    }
