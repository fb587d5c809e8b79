"""What citizens and partners have done, as their team sees it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.choices import AnswerAbout, SuggestionStatus
from hjemmebane.domain.sharing.models import (
    CitizenAnswer,
    Invitation,
    PartnerAppointment,
    Recording,
    Story,
    Suggestion,
)
from hjemmebane.domain.sharing.queries.citizen import THINGS, Thing
from hjemmebane.domain.sharing.queries.partner import partner_appointments
from hjemmebane.foundation.database import rows_of
from hjemmebane.foundation.sealing import unseal_bytes

FUNCTION = "sharing_between_partners"  # migrations/0020_signs_of_life.py


@dataclass(frozen=True)
class FromPartner:
    """One thing a partner did, in their own words: `message`, `activity`, `changed` (an activity),
    `appointment` or `cancelled`; that one `agrees` or `differs`; a `sign` that the citizen came by;
    or the team's own message that is `unanswered`.

    activity_id: what it is about, or the activity itself. starts_at: of an appointment, or the day
    of a sign.
    """

    citizen_id: UUID
    citizen: str
    about: str
    activity_id: UUID | None
    words: str
    who: str
    organisation: str
    starts_at: dt.datetime | None
    at: dt.datetime


def recording_place(recording_id: UUID) -> str:
    """Where the sealed content of a recording belongs."""
    return f"sharing_recording.content_sealed.{recording_id}"


def content_of(recording: Recording) -> bytes:
    """What was spoken or photographed. Raises BrokenSeal."""
    return unseal_bytes(bytes(recording.content_sealed), place=recording_place(recording.pk))


def suggestions_of(course_id: UUID) -> QuerySet[Suggestion]:
    """What a citizen asked for, the newest first."""
    rows = Suggestion.objects.filter(course_id=course_id)
    return (
        rows.select_related("goal", "sub_goal", "wish", "handled_by")
        .prefetch_related("recordings")
        .order_by("-recorded_at", "-pk")
    )


def new_suggestions(course_ids: Iterable[UUID]) -> QuerySet[Suggestion]:
    """What some citizens asked for and nobody has taken up yet, the oldest first.

    `is_spoken` of each: there is a recording to it. The keys may be a question themselves.
    """
    rows = Suggestion.objects.filter(course_id__in=course_ids, status=SuggestionStatus.NEW)
    spoken = Recording.objects.filter(suggestion_id=OuterRef("pk"))
    beside = rows.select_related("course__citizen", "goal").annotate(is_spoken=Exists(spoken))
    return beside.order_by("recorded_at", "pk")


def suggestion_to_answer(course_id: UUID, suggestion_id: UUID) -> Suggestion | None:
    """One thing that the citizen of a course asked for."""
    rows = Suggestion.objects.filter(course_id=course_id, pk=suggestion_id)
    return rows.select_related("goal", "course").first()


def said_wishes(course_id: UUID) -> dict[UUID, Suggestion]:
    """What a citizen themselves said of the wishes in their plan, by the wish; two queries."""
    rows = Suggestion.objects.filter(course_id=course_id, wish__isnull=False)
    said = rows.prefetch_related("recordings")
    return {one.wish_id: one for one in said if one.wish_id}


def recording_of(course_id: UUID, recording_id: UUID) -> Recording | None:
    """Something that the citizen of a course spoke or photographed."""
    return Recording.objects.filter(course_id=course_id, pk=recording_id).first()


def stories_of(course_id: UUID) -> QuerySet[Story]:
    """What a citizen has told of their life, the team and the future, the latest first."""
    return Story.objects.filter(course_id=course_id).order_by("-told_on", "-recorded_at", "-pk")


def latest_answers(course_ids: Iterable[UUID]) -> dict[UUID, CitizenAnswer]:
    """What citizens last said to each thing in their plans, by its key, in one query."""
    rows = CitizenAnswer.objects.filter(course_id__in=list(course_ids))
    latest = rows.order_by("item_id", "-recorded_at", "-pk").distinct("item_id")
    return {answer.item_id: answer for answer in latest}


def things_answered(answers: Iterable[CitizenAnswer]) -> dict[UUID, Thing]:
    """What citizens said yes or no to, by its key; one query for each kind."""
    found: dict[UUID, Thing] = {}
    by_kind = groupby(sorted(answers, key=lambda one: one.kind), lambda one: one.kind)
    for kind, ones in by_kind:
        rows = THINGS[AnswerAbout(kind)]._default_manager.in_bulk([one.item_id for one in ones])
        found |= rows
    return found


def answers_since(course_ids: Iterable[UUID], since: dt.datetime) -> QuerySet[CitizenAnswer]:
    """What some citizens have said to their plans since a moment, the oldest first."""
    rows = CitizenAnswer.objects.filter(course_id__in=course_ids, recorded_at__gte=since)
    return rows.select_related("course__citizen").order_by("recorded_at", "pk")


def between_partners(
    team_ids: Iterable[UUID], since: dt.datetime, *, unread_before: dt.datetime
) -> list[FromPartner]:
    """Partners' messages that nobody in the teams has read, what partners wrote, changed, agreed,
    took a stand on, saw and called off since a moment, and what the teams wrote before another
    moment and nobody there has read; the newest first. Only of courses that go on. One query.
    """
    found = rows_of(FUNCTION, list(team_ids), since, unread_before, into=FromPartner)
    return sorted(found, key=lambda one: (one.at, one.words), reverse=True)


def partner_appointments_to_come(
    course_id: UUID, *, after: dt.datetime
) -> QuerySet[PartnerAppointment]:
    """What partners have agreed with a citizen and is to come, the nearest first."""
    planned = partner_appointments(course_id).filter(status=AppointmentStatus.PLANNED)
    return planned.filter(Q(starts_at__gte=after) | Q(ends_at__gte=after))


def partner_appointments_kept(course_id: UUID, *, at: dt.datetime) -> QuerySet[PartnerAppointment]:
    """What partners had agreed with a citizen, and has been; nothing that was called off."""
    planned = partner_appointments(course_id).filter(status=AppointmentStatus.PLANNED)
    return planned.filter(starts_at__lt=at)


def activity_of_partner(course_id: UUID, activity_id: UUID) -> PlanActivity:
    """What a partner does in a course. Raises PlanActivity.DoesNotExist for all else."""
    beside = ("course", "goal", "partner_person__organisation", "recorded_by")
    rows = PlanActivity.objects.select_related(*beside)
    return rows.get(course_id=course_id, pk=activity_id, partner_person__isnull=False)


def invitations_unanswered(
    municipality_ids: Iterable[UUID], *, before: dt.datetime
) -> QuerySet[Invitation]:
    """The people at partners who were invited before a moment and have not come, the oldest first.

    Whose invitation ran out has not come either; who has a login by another one has.
    """
    rows = Invitation.objects.filter(
        partner_person__organisation__municipality_id__in=list(municipality_ids),
        partner_person__user__isnull=True,
        partner_person__left_on__isnull=True,
        accepted_at__isnull=True,
        cancelled_at__isnull=True,
        recorded_at__lt=before,
    )
    return rows.select_related("partner_person__organisation").order_by("recorded_at", "pk")
