"""What a place is: an address with real keys of the demo data, and who looks at it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import (
    MeetingItem,
    SteeringGroupMeeting,
    SteeringPoint,
    TeamMeeting,
)
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.records import Record

MEMBER = "bostoette1"
CITIZEN = "Susanne"
PARTNER, CITIZENS_LOGIN = "partner1", "borger1"

type Keys = dict[str, object]


class Demo:
    """What is known of the demo data: one citizen with a full plan, and how to find the rest."""

    def __init__(self) -> None:
        self.actor: Actor = User.objects.get(username=MEMBER).actor
        with acting(self.actor):
            self.citizen = Citizen.objects.get(given_name=CITIZEN)
            self.course = self.citizen.courses.select_related("team__municipality").get()

    def about(self, **keys: object) -> Keys:
        return {"citizen_id": self.citizen.pk, **keys}

    def somebody(self, given_name: str) -> Keys:
        """Another citizen of the team, who stands where this one does not."""
        with acting(self.actor):
            return {"citizen_id": Citizen.objects.get(given_name=given_name).pk}

    def at_meeting(self, *, turn: bool = False) -> Keys:
        """The last board meeting, and the citizen's turn at it."""
        with acting(self.actor):
            item = MeetingItem.objects.filter(
                course=self.course, meeting__kind=MeetingKind.BOARD
            ).latest("recorded_at")
        return {"meeting_id": item.meeting_id} | ({"item_id": item.pk} if turn else {})

    def last(self, kind: str) -> Keys:
        """The team's last meeting of a kind."""
        return {"meeting_id": self.newest(TeamMeeting, kind=kind)}

    def at_steering(self) -> Keys:
        return {"steering_id": self.newest(SteeringGroupMeeting)}

    def steering_point(self) -> Keys:
        return {"steering_point_id": self.newest(SteeringPoint, handled_on=None)}

    def newest(self, model: type[Record], **conditions: object) -> UUID:
        """The key of the citizen's newest record of a kind."""
        with acting(self.actor):
            return model.objects.filter(**conditions).order_by("-pk")[0].pk


def no_keys(_demo: Demo) -> Keys:
    return {}


@dataclass(frozen=True)
class Place:
    """A page. `keys` finds what its address needs, when the demo data is there."""

    route: str
    name: str
    keys: Callable[[Demo], Keys] = no_keys
    who: str = MEMBER
    query: str = ""

    def __str__(self) -> str:
        return self.name

    def address(self, demo: Demo) -> str:
        url = reverse(self.route, kwargs=self.keys(demo))
        return f"{url}?{self.query}" if self.query else url


def citizens_page(demo: Demo) -> Keys:
    return demo.about()


def about(given_name: str) -> Callable[[Demo], Keys]:
    """Somebody else of the team."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            return {"citizen_id": Citizen.objects.get(given_name=given_name).pk}

    return keys
