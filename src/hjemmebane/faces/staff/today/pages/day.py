"""The page I dag, in as many queries whatever is on it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from uuid import UUID

from django.utils.formats import date_format

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.queries import (
    appointments_for,
    follow_ups_for,
    moves_for,
    notices_for,
    open_start,
    tasks_for,
)
from hjemmebane.domain.courses.choices import DraftKind
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.courses.queries import Draft, drafts_of, open_course_ids
from hjemmebane.domain.meetings.queries import network_meetings_for
from hjemmebane.domain.sharing.queries import between_partners
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import absences_between
from hjemmebane.faces.staff.calls.pages import CallOnPage, calls_for
from hjemmebane.faces.staff.contacts.pages.visits import VisitOnPage, visit_on_page
from hjemmebane.faces.staff.drafts import link_to_draft
from hjemmebane.faces.staff.tasks.pages import (
    I_DAG,
    ReminderOnPage,
    follow_up_on_page,
    task_on_page,
)
from hjemmebane.faces.staff.today.pages.clashes import Planned, clashes_among
from hjemmebane.faces.staff.today.pages.from_partners import PartnerOnPage, told_of
from hjemmebane.faces.staff.today.pages.lights import LightsToday, lights_today
from hjemmebane.faces.staff.today.pages.meetings import Day, Meeting, in_a_day, meeting, showing
from hjemmebane.faces.staff.today.pages.moves import MoveOnPage, move_on_page, notice_on_page
from hjemmebane.faces.staff.today.pages.news import USUALLY, NewsOnPage, news_for
from hjemmebane.faces.staff.today.pages.partners import LONG, waiting_with_partners
from hjemmebane.faces.staff.voices.pages import Heard, heard_since
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import COPENHAGEN, day_of

DAYS_AHEAD = 7
DAYS_BACK = 28  # an appointment nobody has settled by then is left to the citizen's own page


@dataclass(frozen=True)
class Member:
    """Who looks: as staff, as actor, and in which teams today."""

    staff_member: StaffMember
    actor: Actor
    teams: Sequence[Team]


@dataclass(frozen=True)
class TodayPage:
    """`unsettled` are meetings of earlier days that nobody has said what became of."""

    date: str
    calls: Sequence[CallOnPage]
    visit: VisitOnPage | None
    moves: Sequence[MoveOnPage]
    notices: Sequence[MoveOnPage]
    heard: Sequence[Heard]
    lights: LightsToday
    today: Sequence[Meeting]
    coming: Sequence[Day]
    unsettled: Sequence[Meeting]
    follow_ups: Sequence[ReminderOnPage]
    tasks: Sequence[ReminderOnPage]
    drafts: Sequence[Link]
    partners: Sequence[Link]
    news: NewsOnPage
    from_partners: Sequence[PartnerOnPage]
    citizen_ids: Sequence[UUID]


def today_page(me: Member, *, at: dt.datetime) -> TodayPage:
    """Everything that is mine today."""
    begins, today = beginning_of(day_of(at)), day_of(at)
    until = beginning_of(today + dt.timedelta(days=DAYS_AHEAD + 1))
    staff_id, team_ids = me.staff_member.pk, [team.pk for team in me.teams]
    since = begins - dt.timedelta(days=DAYS_BACK)
    appointments = list(appointments_for(staff_id, unsettled_since=since, day=begins, until=until))
    calls = calls_for(team_ids, staff_id, at)
    moves = list(moves_for(staff_id, since=begins))
    notices = list(notices_for(staff_id, since=begins))
    follow_ups = list(follow_ups_for(staff_id, team_ids, until=today))
    tasks = list(tasks_for(staff_id, settled_since=begins))
    drafts = [one for one in drafts_of(*team_ids) if one.begun_by_id == me.actor.user_id]
    news = news_for(me.actor, team_ids, begins=begins, at=at)
    between = between_partners(team_ids, news.begins, unread_before=at - LONG)
    waiting, from_partners = waiting_with_partners(me.actor, between, at=at), told_of(between)
    lights = lights_today(me.staff_member, team_ids, at=at)
    heard = heard_since(open_course_ids(team_ids), begins - USUALLY)
    around = list(network_meetings_for(staff_id, day=begins, until=until))
    ahead = in_time([one for one in (*appointments, *around) if one.starts_at >= begins])
    start = open_start(me.actor)
    clashes = clashes_of_mine(me, ahead, until, at=at)
    shows = showing(me.staff_member, appointments, clashes, is_out=bool(start))
    days = {day: list(ones) for day, ones in groupby(ahead, lambda a: day_of(a.starts_at))}
    seen = {
        *whose(chain(appointments, around, follow_ups, moves, notices, tasks, [start]), drafts),
        *news.citizen_ids,
        *waiting.citizen_ids,
        *lights.citizen_ids,
        *(one.citizen_id for one in (*from_partners, *heard, *calls)),
    }
    return TodayPage(
        date=date_format(today, "l j. F"),
        calls=calls,
        visit=visit_on_page(start, at, from_page=I_DAG) if start else None,
        moves=[move_on_page(one, staff_id, at) for one in moves],
        notices=[notice_on_page(one, at) for one in notices],
        heard=heard,
        lights=lights,
        today=[meeting(one, at, shows) for one in days.pop(today, [])],
        coming=[in_a_day(day, ones, shows, at) for day, ones in days.items()],
        unsettled=[meeting(one, at, shows) for one in appointments if one.starts_at < begins],
        follow_ups=[follow_up_on_page(one, at, from_page=I_DAG) for one in follow_ups],
        tasks=[task_on_page(task, at, from_page=I_DAG) for task in tasks],
        drafts=[link_to_draft(draft, at) for draft in drafts],
        partners=waiting.links,
        news=news,
        from_partners=from_partners,
        citizen_ids=sorted(seen),
    )


def in_time(planned: Iterable[Planned]) -> list[Planned]:
    return sorted(planned, key=lambda one: one.starts_at)


def whose(records: Iterable[CourseRecord | None], drafts: Iterable[Draft]) -> set[UUID]:
    """The citizens whom some records and drafts name; a task may be about the team alone."""
    return {
        *(one.course.citizen_id for one in records if one and one.course),
        *(draft.subject_id for draft in drafts if draft.kind != DraftKind.ASSESSMENT),
    }


def beginning_of(day: dt.date) -> dt.datetime:
    """Midnight in Denmark, when the day begins."""
    return dt.datetime.combine(day, dt.time(), COPENHAGEN)


def clashes_of_mine(
    me: Member, ahead: Sequence[Planned], until: dt.datetime, *, at: dt.datetime
) -> Mapping[UUID, Sequence[str]]:
    """One query."""
    absences = absences_between([me.staff_member.pk], day_of(at), day_of(until))
    return clashes_among(ahead, list(absences), at=at)
