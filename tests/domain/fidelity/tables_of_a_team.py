"""Everything recorded of a team, as tables of plain rows: asked table by table, without a filter
but the team, and by none of the room's own queries.
"""

import datetime as dt

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.models import (
    Appointment,
    Contact,
    ContactStaff,
    ContactSubGoal,
    HelpCall,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.models import (
    ContactAgreement,
    Course,
    Ending,
    Hold,
    IntensityAgreement,
    LifeEvent,
)
from hjemmebane.domain.meetings.models import MeetingItem, NetworkMeeting, TeamMeeting
from hjemmebane.domain.plans.models import (
    Agreement,
    Goal,
    GoalWish,
    Plan,
    PlanActivity,
    PlanMeeting,
    PlanVersion,
    Wish,
)
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import overlaps_around
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.teams.queries import core_functions_of
from tests.domain.fidelity.by_definition import DANISH, danish


def tables_of(team, today):
    """As by_definition reads them."""
    courses = list(Course.objects.filter(team=team))
    keys = {course.pk for course in courses}

    def rows(kind):
        return [row for row in kind.objects.all().order_by("pk") if row.course_id in keys]

    endings = {row.course_id: row.reason for row in rows(Ending)}
    return {
        "courses": [
            {
                "id": course.pk,
                "citizen": course.citizen_id,
                "started_on": course.started_on,
                "ended_on": course.ended_on,
                "reason": endings.get(course.pk, ""),
            }
            for course in courses
        ],
        "memberships": [
            {
                "staff": row.staff_member_id,
                "from_on": row.from_on,
                "until_on": row.until_on,
                "functions": row.core_functions,
            }
            for row in TeamMembership.objects.filter(team=team)
        ],
        "core_functions": list(core_functions_of(team)),
        "questions": [
            {"course": course.pk, "is_open": one.is_open}
            for course in courses
            if course.ended_on is None
            for one in around(course, today).asked
        ],
        "contacts": contacts_of(rows),
        **agreed_in(rows),
        **happened_in(rows),
        **planned_in(rows),
        **met_about(rows),
    }


def dacts_tables_of(team):
    """As dacts_by_definition reads them."""
    courses = list(Course.objects.filter(team=team))
    keys = {course.pk for course in courses}

    def rows(kind):
        return [row for row in kind.objects.all().order_by("pk") if row.course_id in keys]

    why = {row.course_id: row.reason for row in rows(Ending)}
    items = [row for row in rows(MeetingItem) if row.taken_up_at]
    admitted = [row for row in rows(LifeEvent) if row.kind == "ADMISSION"]
    held = [row for row in TeamMeeting.objects.filter(team=team, kind="BOARD") if row.closed_at]
    return {
        "courses": [
            {
                "id": one.pk,
                "started_on": one.started_on,
                "ended_on": one.ended_on,
                "reason": why.get(one.pk, "") if one.ended_on else "",
            }
            for one in courses
        ],
        "memberships": [
            {
                "staff": row.staff_member_id,
                "profession": row.profession,
                "functions": row.core_functions,
                "hours": row.executing_hours + row.coordination_hours,
                "from_on": row.from_on,
                "until_on": row.until_on,
            }
            for row in TeamMembership.objects.filter(team=team)
        ],
        "meetings": [
            {
                "at": row.opened_at,
                "seen": [one.course_id for one in items if one.meeting_id == row.pk],
            }
            for row in held
        ],
        "contacts": contacts_of(rows),
        "holds": told(rows(Hold), "from_on", "until_on"),
        "stays": told(admitted, "from_on", "until_on"),
    }


def contacts_of(rows):
    staff, steps = rows(ContactStaff), rows(ContactSubGoal)
    named = {"at": "started_at", "minutes": "direct_minutes", "appointment": "appointment_id"}
    return [
        {
            **row,
            "staff": [one.staff_member_id for one in staff if one.contact_id == row["id"]],
            "steps": sum(1 for one in steps if one.contact_id == row["id"]),
        }
        for row in told(rows(Contact), "kind", "outcome", "place", **named)
    ]


def agreed_in(rows):
    a_week = {"contacts": "contacts_per_week", "minutes": "minutes_per_week"}
    ways = ("talked_on", "recorded_at", "channels", "places", "most_people")
    return {
        "holds": told(rows(Hold), "from_on", "until_on"),
        "intensities": told(rows(IntensityAgreement), "from_on", "until_on", "level", **a_week),
        "ways": told(rows(ContactAgreement), *ways),
    }


def happened_in(rows):
    lights = rows(TrafficLightObservation)
    replaced = {row.replaces_id for row in lights}
    seen = [row for row in lights if row.colour == "RED" and row.pk not in replaced]
    said = [row for row in rows(OwnLight) if row.colour == "RED"]
    stayed_away = [row for row in rows(Appointment) if row.status == "MISSED"]
    return {
        "calls": told(rows(HelpCall), "called_at", "reached_at", "closed_at"),
        "reds": [*told(seen, at="observed_at"), *told(said, at="recorded_at")],
        "missed": told(stayed_away, at="starts_at"),
    }


def planned_in(rows):
    links = rows(GoalWish)
    return {
        "plans": told(rows(Plan)),
        "goals": [
            {"course": row.course_id, "wishes": sum(1 for one in links if one.goal_id == row.pk)}
            for row in rows(Goal)
            if row.status == "OPEN"
        ],
        "wishes": told(rows(Wish), "said_by"),
        "stances": told(rows(Agreement), "stance", "said_on", "recorded_at"),
        "activities": [
            {"course": row.course_id, "by_partner": row.recorded_by.face == "PARTNER"}
            for row in rows(PlanActivity)
            if row.responsible_kind == "PARTNER" and row.status in {"PLANNED", "ONGOING"}
        ],
    }


def met_about(rows):
    changes = {
        (change.course_id, change.occasion)
        for change in Change.objects.exclude(occasion="")
        if change.table_name.startswith("plans_")
    }
    versions = [
        {"course": row.course_id, "on": danish(row.recorded_at)} for row in rows(PlanVersion)
    ]
    return {
        "reviews": [*told(rows(PlanMeeting), on="held_on"), *versions],
        "model": [
            *told(rows(Placement), on="from_on"),
            *told([*rows(ActivityStatus), *rows(IndicatorJudgement)], on="noted_on"),
        ],
        "turns": [
            {
                "course": row.course_id,
                "at": row.taken_up_at,
                "plan_changes": int((row.course_id, f"meeting:{row.meeting_id}") in changes),
            }
            for row in rows(MeetingItem)
            if row.taken_up_at
        ],
        "network": told(
            [row for row in rows(NetworkMeeting) if row.state == "HELD"], at="starts_at"
        ),
    }


def told(rows, *names, **renamed):
    """The named fields of each row, with its key and its course."""
    fields = {name: name for name in names} | renamed
    return [
        {"id": row.pk, "course": row.course_id}
        | {name: getattr(row, field) for name, field in fields.items()}
        for row in rows
    ]


def around(course, today):
    morning = dt.datetime.combine(today, dt.time(), DANISH)
    return overlaps_around(course, since=morning, until=morning + dt.timedelta(days=28))
