"""The acting citizen's own course, in their own words first."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import with_companions
from hjemmebane.domain.courses.models import Course, PrimaryContact
from hjemmebane.domain.plans.models import Goal, PlanActivity, Reflection, SubGoal, Wish
from hjemmebane.domain.sharing.choices import AnswerAbout, SuggestionKind
from hjemmebane.domain.sharing.models import (
    PartnerAppointment,
    Pictogram,
    Recording,
    Suggestion,
)
from hjemmebane.domain.sharing.queries.partner import PersonToCall, people_to_call
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import ask_guard, rows_of

# What a citizen can say yes or no to, and where it stands.
type Thing = Goal | SubGoal | PlanActivity | Appointment | PartnerAppointment
THINGS: dict[AnswerAbout, type[Thing]] = {
    AnswerAbout.GOAL: Goal,
    AnswerAbout.SUB_GOAL: SubGoal,
    AnswerAbout.ACTIVITY: PlanActivity,
    AnswerAbout.APPOINTMENT: Appointment,
    AnswerAbout.PARTNER_APPOINTMENT: PartnerAppointment,
}


@dataclass(frozen=True)
class WishAsSaid:
    """Something the citizen wants: their own words or their voice first, the team's wording beside.

    key: of the wish in the plan; of what was said until the team has taken it in.
    """

    key: UUID
    text: str
    wording: str
    said_on: dt.date
    recordings: Sequence[Recording] = ()
    is_in_plan: bool = True


@dataclass(frozen=True)
class Reading:
    """Somebody looked: when, at what, why and from which side. Never who it was."""

    at: dt.datetime
    what: str
    reason: str
    side: str
    organisation: str


def own_citizen() -> Citizen | None:
    """The citizen who acts; None when nobody of that kind does."""
    return Citizen.objects.filter(pk__in=[row[0] for row in ask_guard("own_citizen_id")]).first()


def own_course(citizen_id: UUID) -> Course | None:
    """The course the citizen is in now, or the one that ended last."""
    rows = Course.objects.filter(citizen_id=citizen_id).select_related("team", "citizen")
    return rows.order_by(F("ended_on").desc(nulls_first=True), "-started_on").first()


def own_wishes(course_id: UUID) -> QuerySet[Wish]:
    """What the citizen has said they want, in order."""
    return Wish.objects.filter(course_id=course_id).order_by("position", "pk")


def own_wishes_as_said(course_id: UUID) -> list[WishAsSaid]:
    """What still waits to be taken in, the newest first, and then the wishes of the plan. At most
    three queries.
    """
    said = own_suggestions(course_id).filter(kind=SuggestionKind.WISH)
    waiting = [one for one in said if not one.wish_id]
    by_wish = {one.wish_id: one for one in said if one.wish_id}
    return [
        *(
            WishAsSaid(
                one.pk,
                one.text,
                one.answer,
                day_of(one.recorded_at),
                tuple(one.recordings.all()),
                is_in_plan=False,
            )
            for one in waiting
        ),
        *(_as_said(wish, by_wish.get(wish.pk)) for wish in own_wishes(course_id)),
    ]


def _as_said(wish: Wish, said: Suggestion | None) -> WishAsSaid:
    said_on = wish.said_on or day_of(wish.recorded_at)
    if said is None:
        return WishAsSaid(wish.pk, wish.text, "", said_on)
    wording = "" if wish.text == said.text else wish.text
    return WishAsSaid(wish.pk, said.text, wording, said_on, tuple(said.recordings.all()))


def own_goals(course_id: UUID) -> QuerySet[Goal]:
    """The goals with their steps and what is done about them, in order."""
    activities = PlanActivity.objects.select_related(
        "staff_member", "partner_person__organisation"
    ).order_by("position", "pk")
    return (
        Goal.objects.filter(course_id=course_id)
        .prefetch_related(
            Prefetch("sub_goals", SubGoal.objects.order_by("position", "pk")),
            Prefetch("activities", activities),
            "wishes",
        )
        .order_by("position", "pk")
    )


def own_steps(course_id: UUID) -> QuerySet[SubGoal]:
    """The small steps of all goals, in order."""
    rows = SubGoal.objects.filter(course_id=course_id).select_related("goal")
    return rows.order_by("goal__position", "position", "pk")


def own_reflections(course_id: UUID) -> QuerySet[Reflection]:
    """What works, what worries and what is to happen, as somebody said it, in order."""
    return Reflection.objects.filter(course_id=course_id).order_by("position", "pk")


def own_thing(course_id: UUID, kind: AnswerAbout, item_id: UUID) -> Thing | None:
    """What a citizen can say yes or no to; None where it does not stand in the course."""
    found: Thing | None = (
        THINGS[kind]._default_manager.filter(pk=item_id, course_id=course_id).first()
    )
    return found


def own_team(course: Course) -> list[PersonToCall]:
    """Who the citizen's team is: the one closest to them first, then by name."""
    closest = PrimaryContact.objects.filter(course=course, until_on__isnull=True)
    return people_to_call(
        course.team_id, closest_id=closest.values_list("staff_member_id", flat=True).first()
    )


def own_appointments(course_id: UUID, *, after: dt.datetime) -> QuerySet[Appointment]:
    """The appointments with the team that are to come, and who goes along, the next first."""
    rows = Appointment.objects.filter(course_id=course_id, status=AppointmentStatus.PLANNED)
    coming = rows.filter(Q(ends_at__gte=after) | Q(starts_at__gte=after))
    return with_companions(coming.select_related("staff_member").order_by("starts_at", "pk"))


def own_suggestions(course_id: UUID) -> QuerySet[Suggestion]:
    """What the citizen asked for and what became of it, the newest first."""
    rows = Suggestion.objects.filter(course_id=course_id).select_related("goal", "sub_goal", "wish")
    return rows.prefetch_related("recordings").order_by("-recorded_at", "-pk")


def pictograms_of(course_id: UUID, items: Iterable[UUID]) -> dict[UUID, str]:
    """The pictures that the citizen chose, by the key of what they stand beside."""
    rows = Pictogram.objects.filter(course_id=course_id, item_id__in=list(items))
    return dict(rows.values_list("item_id", "symbol"))


def sharings_of(citizen_id: UUID, *, day: dt.date) -> QuerySet[Consent]:
    """To whom outside the team the citizen has opened something that is open on a day."""
    to_partners = consents_in_force(citizen_id, day=day).filter(organisation__isnull=False)
    return to_partners.prefetch_related("items").order_by("from_on", "pk")


def own_sharing(citizen_id: UUID, consent_id: UUID) -> Consent | None:
    """What the citizen has said yes to, also when it is over; never the yes to the team."""
    rows = Consent.objects.filter(citizen_id=citizen_id, organisation__isnull=False)
    return rows.select_related("organisation", "person").filter(pk=consent_id).first()


def readings_of_me() -> list[Reading]:
    """Who has looked at the acting citizen, the latest first."""
    rows = [
        Reading(at, str(what), str(reason), str(side), str(organisation))
        for at, what, reason, side, organisation in ask_guard("readings_of_me")
        if isinstance(at, dt.datetime)
    ]
    return sorted(rows, key=lambda reading: reading.at, reverse=True)


@dataclass(frozen=True)
class AroundMe:
    """A network meeting that the acting citizen has called: when and where."""

    meeting_id: UUID
    course_id: UUID
    starts_at: dt.datetime
    place: str


def own_network_meetings(course_id: UUID) -> list[AroundMe]:
    """The network meetings to come around the acting citizen, the nearest first."""
    found = rows_of("guard.network_meetings_around_me", into=AroundMe)
    mine = [one for one in found if one.course_id == course_id]
    return sorted(mine, key=lambda one: (one.starts_at, one.meeting_id))
