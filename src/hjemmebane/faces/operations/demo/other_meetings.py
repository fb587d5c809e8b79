"""The meetings beside the board: a sparring, a treatment meeting, and two of the steering group."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.actions import (
    close_meeting,
    handle_steering_point,
    hold_steering_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    raise_steering_point,
    take_up,
)
from hjemmebane.domain.meetings.choices import MeetingKind, SteeringPointKind
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint, TeamMeeting
from hjemmebane.domain.meetings.queries import items_of, points_of
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.queries import managers_of, members_of
from hjemmebane.faces.operations.demo.case import Step
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days, at_time
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import day_of

THURSDAY, FORTNIGHT = 3, 2
TREATED, STEERED_FIRST, STEERED_LAST = "5w", "16w", "3w"
LASTED = dt.timedelta(hours=1)
IN_DEPTH = 2
THEME = "Når døren er lukket tredje gang i træk"
SPARRING = {
    "SPARRING_SEEN": "Der er lys i vinduet, og posten bliver taget ind. Så nogen er hjemme.",
    "SPARRING_WORKS": "En seddel med et navn og et tidspunkt er blevet besvaret to gange.",
    "SPARRING_TRY": "Samme seddel, samme tidspunkt, samme person i tre uger. Så ses vi om det.",
}
TREATMENT = {
    "TREATMENT_STEPS": "Skridtene er delt i mindre. Det næste kan nås på en uge.",
    "TREATMENT_BACK": "Den, der har den gode kontakt, fortæller om det og spørger, om det passer.",
}
IN_DEPTH_SAID = (
    "Ønskerne passer stadig. Vi har målt på det, vi kunne måle, og ikke på det, der betyder noget.",
    "To af os arbejdede hver sin vej. Nu står det samme skridt hos begge.",
)
OTHERS = ("Jobcentret, afdelingsleder", "Rusmiddelcentret, teamleder", "Boligkontoret, fagchef")
TALKED_ABOUT = "Teamets timer det seneste kvartal, og hvordan de andre afdelinger får fat i teamet."


def other_meeting_steps(house: TeamHouse, days: Days) -> Iterator[Step]:
    """One of each in the past, closed."""
    who = next(iter(house.actors))
    yield Step(days.moment(TREATED, 10), who, partial(_treatment, house))
    spar_on = days.last(THURSDAY, FORTNIGHT)[0]
    yield Step(at_time(spar_on, 13), who, partial(_sparring, house))


def hold_steering_meetings(house: TeamHouse, days: Days) -> None:
    """Two; the steering group leaves something open."""
    actor = next(iter(house.actors.values()))
    with acting(actor):
        _steering(house, days, actor)


def _sparring(house: TeamHouse, by: Actor, at: dt.datetime) -> None:
    meeting = _open(house, MeetingKind.SPARRING, at, by, theme=THEME)
    _write(meeting, SPARRING, by)


def _treatment(house: TeamHouse, by: Actor, at: dt.datetime) -> None:
    begun = open_courses(house.team.pk).filter(started_on__lte=day_of(at))
    courses = list(begun.order_by("started_on", "pk")[:IN_DEPTH])
    meeting = _open(house, MeetingKind.TREATMENT, at, by, courses=courses)
    with on_occasion(meeting.occasion):
        for item, said in zip(items_of(meeting.pk), IN_DEPTH_SAID, strict=False):
            take_up(item=item, by=by, at=at)
            note = key(at, "in depth", item.course_id)
            note_about_citizen(id=note, item=item, text=said, by=by, at=at)
    _write(meeting, TREATMENT, by)


def _open(
    house: TeamHouse,
    kind: MeetingKind,
    at: dt.datetime,
    by: Actor,
    *,
    theme: str = "",
    courses: Sequence[Course] = (),
) -> TeamMeeting:
    present = [one.staff_member for one in members_of([house.team.pk], day_of(at))]
    return open_meeting(
        id=key(at, kind, house.team.name),
        team=house.team,
        kind=kind,
        staff=present,
        courses=courses,
        theme=theme,
        planned_minutes=60,
        by=by,
        at=at,
    )


def _write(meeting: TeamMeeting, said: dict[str, str], by: Actor) -> None:
    """What stands under those of the points that the method has; then the meeting is over."""
    at, points = meeting.opened_at, {point.code for point in points_of(meeting)}
    for point, text in said.items():
        if point not in points:
            continue
        note = key(at, point, meeting.team.name)
        note_at_meeting(id=note, meeting=meeting, point=point, text=text, by=by, at=at)
    close_meeting(meeting=meeting, by=by, at=at + LASTED)


def _steering(house: TeamHouse, days: Days, by: Actor) -> None:
    """Of the first meeting one agreement holds; the rest stands open at the second and after."""
    first = _hold(house, days, STEERED_FIRST, by)
    held = _put_down(first, "AGREEMENT", "Én indgang til jobcentret for teamets borgere", by)
    _put_down(
        first,
        "OBSTACLE",
        "Der går otte uger fra henvisning til første samtale i rusmiddelbehandlingen",
        by,
        who="Rusmiddelcentret, teamleder",
        due_on=days.ago("2w"),
    )
    last = _hold(house, days, STEERED_LAST, by)
    handle_steering_point(
        point=held,
        outcome="En navngiven medarbejder tager telefonen. Det virker.",
        version=held.version,
        by=by,
        at=last.recorded_at,
    )
    _put_down(
        last,
        "AGREEMENT",
        "Boligkontoret giver besked til teamet, før en opsigelse sendes",
        by,
        who="Boligkontoret, fagchef",
        due_on=days.ahead("4w"),
    )


def _hold(house: TeamHouse, days: Days, span: str, by: Actor) -> SteeringGroupMeeting:
    at = days.moment(span, 14)
    coordinators = [
        one.staff_member
        for one in members_of([house.team.pk], day_of(at))
        if CoreFunction.COORDINATION in one.core_functions
    ]
    return hold_steering_meeting(
        id=key(at, "steering", house.team.name),
        team=house.team,
        held_on=day_of(at),
        staff=[*managers_of(house.team.pk, day_of(at)), *coordinators],
        others=OTHERS,
        talked_about=TALKED_ABOUT,
        by=by,
        at=at,
    )


def _put_down(
    meeting: SteeringGroupMeeting,
    kind: str,
    text: str,
    by: Actor,
    *,
    who: str = "Jobcentret, afdelingsleder",
    due_on: dt.date | None = None,
) -> SteeringPoint:
    at = meeting.recorded_at
    return raise_steering_point(
        id=key(at, "point", meeting.team.name, text),
        meeting=meeting,
        kind=SteeringPointKind(kind),
        text=text,
        who=who,
        due_on=due_on,
        by=by,
        at=at,
    )
