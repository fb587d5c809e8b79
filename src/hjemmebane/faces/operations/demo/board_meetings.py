"""The board meeting that each team held last week: everybody taken up, and some of it decided."""

import datetime as dt
from collections.abc import Sequence

from hjemmebane.domain.contacts.actions import give_task
from hjemmebane.domain.meetings.actions import (
    close_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    put_on_board,
    take_up,
)
from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.domain.meetings.queries import items_of
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import day_of

HELD, EACH = "1w", dt.timedelta(minutes=4)
# Reason, in a few words, and the days until it is looked at again; for the first on the list.
ON_BOARD = (
    ("CRISIS", "Sover ikke, og nabolaget larmer", 4),
    ("WITHDRAWN", "Åbner ikke for tiden", 12),
    ("LIFE_EVENT", "Skal flytte til sommer", 30),
)
SAID = (
    "Vi går to sammen i denne uge.",
    "Passer bedst før middag. Ring, inden du går.",
    "Et delmål er så tæt på, at vi skal huske at fejre det.",
)
PROMISED = (
    "Ringe til nattevagten og høre, hvordan det går",
    "Lægge en seddel i postkassen",
    "Spørge boligselskabet om datoen",
)
WEEK = ("BOARD_WEEK", "Alle er her undtagen torsdag, hvor vi er på kursus efter middag.")


def hold_board_meetings(house: TeamHouse, days: Days) -> None:
    """Open it, take everybody up, put some on the board, and close it."""
    who, actor = next(iter(house.actors.items()))
    at = days.moment(HELD, 9)
    staff = [house.staff[name] for name in dict.fromkeys([who, *house.regulars])]
    with acting(actor):
        meeting = open_meeting(
            id=key(at, "meeting", house.team.name),
            team=house.team,
            staff=staff,
            planned_minutes=60,
            by=actor,
            at=at,
        )
        point, words = WEEK
        note_at_meeting(
            id=key(at, "point", house.team.name),
            meeting=meeting,
            point=point,
            text=words,
            by=actor,
            at=at,
        )
        with on_occasion(meeting.occasion):
            begun = items_of(meeting.pk).filter(course__started_on__lte=day_of(at))
            for place, item in enumerate(begun):
                _talk_about(item, place, staff, actor, at + place * EACH)
        close_meeting(meeting=meeting, by=actor, at=at + dt.timedelta(hours=1))


def _talk_about(
    item: MeetingItem, place: int, staff: Sequence[StaffMember], by: Actor, at: dt.datetime
) -> None:
    take_up(item=item, by=by, at=at)
    if place < len(SAID):
        said = key(at, "said", item.course_id)
        note_about_citizen(id=said, item=item, text=SAID[place], by=by, at=at)
    if place < len(PROMISED):
        give_task(
            id=key(at, "promised", item.course_id),
            about=item.course,
            what=PROMISED[place],
            staff_member=staff[place % len(staff)],
            by=by,
            at=at,
        )
    if place < len(ON_BOARD):
        reason, note, days = ON_BOARD[place]
        put_on_board(
            id=key(at, "board", item.course_id),
            course=item.course,
            reason=reason,
            note=note,
            from_on=day_of(at),
            review_on=day_of(at) + dt.timedelta(days=days),
            by=by,
            at=at,
        )
