"""A partner at one citizen's door: what every page of a citizen needs, and what is shown when the
door was closed meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.forms import BoundField, ChoiceField
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from hjemmebane.domain.sharing.models import PartnerAppointment, PlanActivity
from hjemmebane.domain.sharing.queries import (
    let_in_by,
    opened_citizen,
    opened_goals,
    others_activity,
    own_activity,
    own_appointment,
    partner_of,
)
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, Reading, note_reading
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.records import Record

NOT_FOUND = 404
logger = log(__name__)

type View = Callable[..., HttpResponse]


class DoorShut(ObjectDoesNotExist):
    """Nothing of this citizen is open to the partner who acts; perhaps it was a moment ago."""


class Visit:
    """A request about one citizen, read under a consent in force. Raises DoorShut."""

    def __init__(self, request: ActorRequest, citizen_id: UUID, *, what: str) -> None:
        partner, citizen = partner_of(request.actor), opened_citizen(citizen_id)
        if partner is None or citizen is None:
            raise DoorShut
        note_reading(request, [citizen.citizen_id], what=what)
        self.request, self.partner, self.citizen, self.at = request, partner, citizen, now()

    @property
    def course_id(self) -> UUID:
        return self.citizen.course_id

    def url(self, name: str = "citizen", *keys: object) -> str:
        return reverse(f"partner:citizens:{name}", args=[self.citizen.citizen_id, *keys])

    def goal(self, goal_id: UUID) -> Record:
        """A goal that is open here. Raises Http404."""
        return get_object_or_404(opened_goals(self.course_id), pk=goal_id)

    def activity(self, activity_id: UUID) -> PlanActivity:
        """What the partner does here themselves. Raises ObjectDoesNotExist for what others do."""
        return self._here(own_activity(activity_id, self.partner))

    def others_activity(self, activity_id: UUID) -> PlanActivity:
        """What somebody else does and is open here. Raises DoesNotExist, also for one's own."""
        return others_activity(self.course_id, activity_id, self.partner.pk)

    def appointment(self, appointment_id: UUID) -> PartnerAppointment:
        """What the partner has agreed here themselves. Raises ObjectDoesNotExist for all else."""
        return self._here(own_appointment(appointment_id, self.partner))

    def _here[R: (PlanActivity, PartnerAppointment)](self, written: R) -> R:
        if written.course_id != self.course_id:
            raise DoorShut
        return written

    def does(self, form: RecordForm, action: Callable[..., object], **arguments: object) -> bool:
        """As the form does it; but a door that closed before the act is told as just that."""
        done = form.does(action, **arguments, by=self.request.actor, at=self.at)
        if not done and opened_citizen(self.citizen.citizen_id) is None:
            raise DoorShut
        return done


@dataclass(frozen=True)
class Typed:
    """What somebody wrote, to be copied as it stands."""

    label: str
    text: str


def at_the_door(form: type[RecordForm]) -> Callable[[View], View]:
    """A view of a citizen's. Where a form meets a closed door, what was typed is given back."""

    def decorate(view: View) -> View:
        @wraps(view)
        def come(request: ActorRequest, *keys: UUID, **named: UUID) -> HttpResponse:
            try:
                return view(request, *keys, **named)
            except (ObjectDoesNotExist, Http404):
                if request.method != "POST":
                    raise
                return turned_away(request, form(request.POST))

        return come

    return decorate


def turned_away(request: ActorRequest, form: RecordForm) -> HttpResponse:
    """404 with the words that were typed. Nobody's page was read, and nothing is saved."""
    request.reading = Reading()
    logger.info("refused", reason="DOOR_SHUT", path=request.path)
    context = {"all_typed": typed_in(form), "call": let_in_by()}
    return render(request, "partner/citizens/closed.html", context, status=NOT_FOUND)


def typed_in(form: RecordForm) -> list[Typed]:
    """Each field that something was written in, as it was written."""
    written = [Typed(str(field.label), _written(field)) for field in form.visible_fields()]
    return [typed for typed in written if typed.text.strip()]


def _written(field: BoundField) -> str:
    value = str(field.value() or "")
    if value and isinstance(field.field, ChoiceField):
        return str(dict(field.field.choices).get(value, value))
    return value
