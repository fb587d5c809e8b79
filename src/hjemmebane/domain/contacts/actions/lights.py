"""What the light means for a citizen, and how it was seen. A red one is followed up."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.contacts.actions.reminders import raise_follow_up
from hjemmebane.domain.contacts.calculations.persistence import LIGHT
from hjemmebane.domain.contacts.choices import Light, RaisedBy
from hjemmebane.domain.contacts.models import (
    FollowUp,
    LightAction,
    LightLine,
    LightSign,
    TrafficLightAgreement,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.queries import (
    agreed_light,
    agreement_now,
    lights_of,
    open_red_of,
    responsible_for,
)
from hjemmebane.domain.contacts.rules import (
    check_can_agree_light,
    check_can_end_light_agreement,
    check_can_replace,
    check_can_see_light,
    check_light_lines,
    check_lines,
    check_one_agreement,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.method.content.persistence import Rule
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import RecordRefusal


@dataclass(frozen=True)
class LightDetails:
    """An agreement's own fields, as typed."""

    kind: str
    made_on: dt.date
    person: str = ""
    every_days: int = 7
    made_with_citizen: bool = True
    without_why: str = ""


@action
def agree_light(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    details: LightDetails,
    signs: Mapping[Light, Sequence[str]],
    actions: Mapping[Light, Sequence[str]],
    former: UUID | None = None,
    by: Actor,
    at: dt.datetime,
) -> TrafficLightAgreement:
    """Agree on what each colour looks like and what the team does then; it takes the former's
    place, and what was seen under that stays as it was.

    former: what held when one began to write. Refuses an ended course, a citizen who has died, a
    day outside the course, no sign at all, no reason where the citizen was not there, and when
    somebody else agreed on something meanwhile.
    """
    held = course_to_change(course.pk)
    agreement = TrafficLightAgreement(
        id=id, course=held, recorded_by_id=by.user_id, recorded_at=at, **asdict(details)
    )
    _check_unsent(agreement, signs, actions)
    check_can_agree_light(held, agreement, former=former, today=day_of(at))
    check_light_lines(signs, actions)
    agreement.insert()
    _add_lines(agreement, LightSign, signs)
    _add_lines(agreement, LightAction, actions)
    return agreement


def _add_lines(
    agreement: TrafficLightAgreement,
    kind: type[LightLine],
    lines_by_colour: Mapping[Light, Sequence[str]],
) -> None:
    """Their keys follow the agreement's, so that the same form makes the same rows everywhere."""
    told = [
        (colour, place, text)
        for colour in Light
        for place, text in enumerate(lines_by_colour.get(colour, ()))
    ]
    for number, (colour, place, text) in enumerate(told, start=1):
        kind(
            id=UUID(int=agreement.pk.int + number),
            course=agreement.course,
            agreement=agreement,
            colour=colour,
            place=place,
            text=text,
            recorded_by_id=agreement.recorded_by_id,
            recorded_at=agreement.recorded_at,
        ).insert()


@action
def end_light_agreement(
    *, agreement: TrafficLightAgreement, why: str, version: int, by: Actor, at: dt.datetime
) -> TrafficLightAgreement:
    """The agreement holds no longer, and none takes its place. Once, with a reason.

    Raises EditConflict.
    """
    course_to_change(agreement.course_id)
    changes = {"ended_on": day_of(at), "ended_why": why.strip()}
    check_undone(agreement, changes, by=by)
    check_can_end_light_agreement(agreement, why=why)
    return agreement.save_changes(changes, version=version)


@action
def observe_light(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    colour: str,
    note: str = "",
    signs: Collection[UUID] = (),
    actions: Collection[UUID] = (),
    observed_at: dt.datetime | None = None,
    replaces: TrafficLightObservation | None = None,
    by: Actor,
    at: dt.datetime,
) -> TrafficLightObservation:
    """Write down how the citizen's state looks, now or when it was seen; what was seen before
    stays, and what it replaces is put aside. A red that holds is followed up, once while it is
    open.

    Refuses an ended course, a citizen who has died, a moment to come or before the course, and
    signs and actions that no agreement of theirs has under the colour.
    """
    held = course_to_change(course.pk)
    lines = _lines(held, signs, actions, colour=colour)
    told_by = lines[0].agreement if lines else agreement_now(held.pk)
    observation = TrafficLightObservation(
        id=id,
        course=held,
        colour=colour,
        note=note.strip(),
        observed_at=observed_at or _said_before(id) or at,
        agreement=told_by,
        signs=[line.pk for line in lines if isinstance(line, LightSign)],
        actions=[line.pk for line in lines if isinstance(line, LightAction)],
        replaces=replaces,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    observation.check_unsent()
    observation.validate_fields()
    check_can_see_light(held, observed_at=observation.observed_at, now=at)
    check_can_replace(held, replaces)
    observation.follow_up = _followed_up(observation, by=by, at=at)
    return observation.insert()


def _said_before(light_id: UUID) -> dt.datetime | None:
    """When a light was seen that is sent once more without saying when."""
    sent = TrafficLightObservation.objects.filter(pk=light_id).first()
    return sent.observed_at if sent else None


def _lines(
    course: Course, signs: Collection[UUID], actions: Collection[UUID], *, colour: str
) -> list[LightLine]:
    """The lines of the citizen's agreement that were named, as they stand in it."""
    found: list[LightLine] = []
    for line, named, field in ((LightSign, signs, "signs"), (LightAction, actions, "actions")):
        if named:
            rows = line.objects.filter(course_id=course.pk, pk__in=named)
            known = list(rows.select_related("agreement").order_by("place", "pk"))
            check_lines(known, named, colour=colour, field=field)
            found.extend(known)
    check_one_agreement(found)
    return found


def _followed_up(
    observation: TrafficLightObservation, *, by: Actor, at: dt.datetime
) -> FollowUp | None:
    """What is to be followed up because of a red: one that is open already, or a new one.

    None when it is not the light that holds, and when whoever is responsible saw it and did
    something about it there and then. It has the key of the light: a light raises one at most.
    """
    course = observation.course
    later = lights_of(course.pk).filter(observed_at__gt=observation.observed_at)
    if observation.colour != Light.RED or later.exists():
        return None
    if waiting := open_red_of(course.pk):
        return waiting
    responsible = responsible_for([course], day_of(at)).get(course.pk)
    if responsible and responsible.user_id == by.user_id and observation.actions:
        return None
    return raise_follow_up(
        id=observation.pk,
        course=course,
        why=str(RaisedBy.RED_LIGHT.label),
        due_on=day_of(at),
        staff_member=responsible,
        rule=Rule.RED_LIGHT,
        concerns=LIGHT,
        by=by,
        at=at,
    )


def _check_unsent(
    agreement: TrafficLightAgreement,
    signs: Mapping[Light, Sequence[str]],
    actions: Mapping[Light, Sequence[str]],
) -> None:
    """As `Record.check_unsent`; other lines are other words."""
    sent = agreement.sent_before()
    if sent is None:
        return
    there = agreed_light(agreement)
    for kept, said in ((there.signs, signs), (there.actions, actions)):
        for colour in Light:
            if [line.text for line in kept[colour]] != list(said.get(colour, ())):
                raise Refused(RecordRefusal.SAVED_OTHERWISE)
    raise sent
