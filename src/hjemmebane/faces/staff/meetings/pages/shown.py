"""What a meeting sees under a point of its agenda without asking for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.queries import referrals_of
from hjemmebane.domain.meetings.queries import meeting_before, tasks_given_at
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.workload.queries import MemberWeek, TeamWeek, team_week
from hjemmebane.faces.staff.consents.pages import asked_again
from hjemmebane.faces.staff.intake.pages.listing import (
    ReferralRow,
    newest_unread_first,
    referral_row,
)
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.faces.staff.workload.pages.wording import left_in_week
from hjemmebane.foundation.http import note_reading
from hjemmebane.foundation.written import written_day

MOST = 12


@dataclass(frozen=True)
class Given:
    """A task from last time, and how it went."""

    task: Task
    hidden: str
    due: str
    url: str


@dataclass(frozen=True)
class Here:
    """Somebody of the team, whether they are at the meeting, and what they have of the week."""

    staff_member: StaffMember
    hidden: str
    is_here: bool
    left: str


@dataclass(frozen=True)
class Coming:
    """Who is pointed out to the team, while nothing is decided; and where the others are."""

    referrals: Sequence[ReferralRow]
    url: str


type Shown = Sequence[Given] | Sequence[Here] | Sequence[Link] | Coming


def tasks_given(desk: MeetingDesk) -> list[Given]:
    """What was promised at the meeting before this; what still waits first."""
    before = meeting_before(desk.meeting)
    tasks = tasks_given_at(before) if before else ()
    note_reading(desk.request, [t.course.citizen_id for t in tasks if t.course], what=desk.read_as)
    return [
        Given(
            task,
            hidden=f": {task}",
            due=f"senest {written_day(task.due_on)}" if task.due_on else "",
            url=desk.url("finish", task.pk),
        )
        for task in sorted(tasks, key=lambda task: not task.is_open)
    ]


def people(desk: MeetingDesk) -> list[Here]:
    here = {one.staff_member_id for one in desk.attendances}
    week = team_week(desk.meeting.team, at=desk.at)
    weeks = {one.staff_member.pk: one for one in week.members}
    return [
        Here(
            member,
            hidden=f": {member}",
            is_here=member.pk in here,
            left=hours_in_words(weeks[member.pk], week, desk) if member.pk in weeks else "",
        )
        for member in desk.staff
    ]


def hours_in_words(member: MemberWeek, week: TeamWeek, desk: MeetingDesk) -> str:
    """“Væk i dag”, or what is left of the week's hours."""
    return "Væk i dag" if member.is_away(desk.today) else left_in_week(member, week)


def coming(desk: MeetingDesk) -> Coming:
    team = desk.meeting.team
    referrals = list(referrals_of(team.pk).exclude(status=ReferralStatus.DECIDED)[:MOST])
    named = [one.citizen.pk for one in referrals if one.citizen]
    note_reading(desk.request, named, what=desk.read_as)
    return Coming(
        referrals=[referral_row(one, desk.today) for one in newest_unread_first(referrals)],
        url=address_in(team, "staff:intake:page"),
    )


def consents(desk: MeetingDesk) -> list[Link]:
    return asked_again([item.course.citizen_id for item in desk.items], desk.today)


# By what the agenda's content calls it; the citizens are on the page whatever the agenda.
SHOWN: dict[str, Callable[[MeetingDesk], Shown]] = {
    "TASKS": tasks_given,
    "WEEK": people,
    "REFERRALS": coming,
    "CONSENTS": consents,
}
