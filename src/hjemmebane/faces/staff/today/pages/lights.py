"""The reds that citizens say themselves, and the lights that are to be seen again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.contacts.queries import DueLight, lights_due_for
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_reds_for
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.moments import ago, recent_moment
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class LightToAnswer:
    """“Kim Krog: Rød, siger borgeren selv i dag kl. 9.15”, what they said, and where to go."""

    citizen_id: UUID
    name: str
    url: str
    when: str
    words: str


@dataclass(frozen=True)
class LightsToday:
    """What citizens say is red comes before all else; then whose light I am to see again."""

    own_reds: Sequence[LightToAnswer]
    due: Sequence[LightToAnswer]

    @property
    def citizen_ids(self) -> list[UUID]:
        return [one.citizen_id for one in (*self.own_reds, *self.due)]


def lights_today(me: StaffMember, team_ids: Sequence[UUID], *, at: dt.datetime) -> LightsToday:
    """Two queries, and three more when a light is due."""
    return LightsToday(
        own_reds=[own_red(one, at) for one in own_reds_for(team_ids)],
        due=[due_light(one, day_of(at)) for one in lights_due_for(me, team_ids, day=day_of(at))],
    )


def own_red(light: OwnLight, at: dt.datetime) -> LightToAnswer:
    citizen = light.course.citizen
    return LightToAnswer(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:lights:page", args=[citizen.pk]),
        when=recent_moment(light.recorded_at, at),
        words=light.words,
    )


def due_light(due: DueLight, today: dt.date) -> LightToAnswer:
    """“Sidst set for 9 dage siden”."""
    citizen = due.course.citizen
    seen = f"Sidst set {ago(due.seen_on, today)}" if due.seen_on else "Ikke set endnu"
    return LightToAnswer(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=f"{reverse('staff:lights:page', args=[citizen.pk])}#nu",
        when=seen,
        words="",
    )
