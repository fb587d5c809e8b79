"""The pack: what a day of visits needs, and nothing else; as many queries for any day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import (
    Appointment,
    LightLine,
    LightSign,
    Task,
    VisitTemplate,
)
from hjemmebane.domain.contacts.queries import appointments_for, names_of
from hjemmebane.domain.courses.models import ContactAgreement, Course
from hjemmebane.domain.field.queries import (
    DAYS_AHEAD,
    DAYS_SINCE_MET,
    Glimpse,
    agreements_now,
    courses_packed,
    glimpses_of,
    lights_agreed,
    steps_of,
    tasks_packed,
    templates_packed,
)
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import members_of, staff_member
from hjemmebane.faces.staff.contacts.pages.beginning import kind_agreed
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import COPENHAGEN, day_of

type Json = Mapping[str, object]


@dataclass(frozen=True)
class Pack:
    """What is sent, and whom it tells about."""

    said: Json
    citizen_ids: Sequence[UUID]


@dataclass(frozen=True)
class Carried:
    """What is known of those who are packed, by course."""

    agreements: Mapping[UUID, ContactAgreement]
    glimpses: Mapping[UUID, Sequence[Glimpse]]
    steps: Mapping[UUID, Sequence[SubGoal]]
    tasks: Mapping[UUID, Sequence[Task]]
    lights: Mapping[UUID, Sequence[LightLine]]


def pack_for(actor: Actor, login: User, teams: Sequence[Team], *, at: dt.datetime) -> Pack:
    """Everything for the person who asks, who works in these teams today."""
    me, today = staff_member(actor), day_of(at)
    agreed = appointments_packed(me, today) if me else []
    courses = packed_courses(me, agreed, at=at) if me else []
    keys = [course.pk for course in courses]
    carried = Carried(
        agreements=agreements_now(keys),
        glimpses=glimpses_of(keys),
        steps=steps_of(keys),
        tasks=tasks_packed(me.pk, keys) if me else {},
        lights=lights_agreed(keys),
    )
    known = {course.pk: course for course in courses}
    said = {
        "made_at": at.isoformat(),
        "clock": at.isoformat(),
        "user": {"id": str(login.pk), "name": str(login)},
        "staff_id": str(me.pk) if me else None,
        "colleagues": [colleague(one) for one in members_of([team.pk for team in teams], today)],
        "templates": [template(one) for one in templates_packed([team.pk for team in teams])],
        "citizens": [citizen(course, carried) for course in courses],
        "appointments": [
            appointment(one, known[one.course_id], me)
            for one in agreed
            if me and one.course_id in known
        ],
    }
    return Pack(said, [course.citizen_id for course in courses])


def appointments_packed(me: StaffMember, today: dt.date) -> list[Appointment]:
    """Mine and those I go along to, today and in the next seven days."""
    begins = dt.datetime.combine(today, dt.time(), COPENHAGEN)
    ends = dt.datetime.combine(today + dt.timedelta(days=DAYS_AHEAD + 1), dt.time(), COPENHAGEN)
    mine = appointments_for(me.pk, unsettled_since=begins, day=begins, until=ends)
    return list(mine)


def packed_courses(
    me: StaffMember, agreed: Iterable[Appointment], *, at: dt.datetime
) -> list[Course]:
    since = at - dt.timedelta(days=DAYS_SINCE_MET)
    return list(courses_packed(me.pk, agreed={one.course_id for one in agreed}, met_since=since))


def citizen(course: Course, carried: Carried) -> Json:
    """What stands at the door: who, where, what we agreed, what happened last."""
    who, agreement = course.citizen, carried.agreements.get(course.pk)
    return {
        "id": str(who.pk),
        "name": str(who),
        "short": who.given_name,
        "phone": who.phone,
        "protected": who.has_protected_address,
        "address": shown_address(who),
        "agreement": agreed_on(agreement) if agreement else None,
        "summaries": [summary(one) for one in carried.glimpses.get(course.pk, ())],
        "steps": [
            {"id": str(one.pk), "what": one.text} for one in carried.steps.get(course.pk, ())
        ],
        "lights": light(carried.lights[course.pk]) if course.pk in carried.lights else None,
        "tasks": [task(one) for one in carried.tasks.get(course.pk, ())],
    }


def agreed_on(agreement: ContactAgreement) -> Json:
    """How the citizen wants to be met, also when they withdraw."""
    withdrawn = (agreement.ways_when_withdrawn, agreement.withdrawn_how)
    return {
        "ways": " · ".join(filter(None, (agreement.ways, agreement.wanted_places))),
        "times": agreement.times,
        "withdrawn": ". ".join(words for words in withdrawn if words),
        "most_people": agreement.most_people,
    }


def light(lines: Sequence[LightLine]) -> Json:
    """What each colour looks like, and what we do then."""
    told: dict[str, dict[str, list[Json]]] = {
        colour.value: {"signs": [], "actions": []} for colour in Light
    }
    for line in lines:
        kind = "signs" if isinstance(line, LightSign) else "actions"
        told[line.colour][kind].append({"id": str(line.pk), "text": line.text})
    return {"agreement": told}


def summary(glimpse: Glimpse) -> Json:
    return {
        "on": day_of(glimpse.at).isoformat(),
        "kind": glimpse.kind.label,
        "text": f"{glimpse.text} …" if glimpse.goes_on else glimpse.text,
    }


def task(one: Task) -> Json:
    due_on = one.due_on.isoformat() if one.due_on else None
    return {"id": str(one.pk), "what": one.what, "due_on": due_on, "version": one.version}


def colleague(membership: TeamMembership) -> Json:
    who = membership.staff_member
    return {"id": str(who.pk), "name": who.name, "team": membership.team.name}


def template(one: VisitTemplate) -> Json:
    return {
        "id": str(one.pk),
        "name": one.name,
        "kind": one.kind,
        "place": one.place,
        "minutes": one.minutes,
        "note": one.note,
    }


def appointment(one: Appointment, course: Course, me: StaffMember) -> Json:
    """What is agreed, and who else comes."""
    return {
        "id": str(one.pk),
        "citizen": str(course.citizen_id),
        "starts_at": one.starts_at.isoformat(),
        "ends_at": one.ends_at.isoformat() if one.ends_at else None,
        "what": one.what,
        "place": one.place_in_words,
        "place_code": one.place,
        "kind": kind_agreed(one).value,
        "with": [name for name in names_of(one) if name != me.name],
    }
