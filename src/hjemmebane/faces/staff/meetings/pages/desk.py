"""One meeting on the table, and one of its citizens: what every view here needs."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.contacts.queries import follow_ups_of, tasks_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.models import Attendance, BoardEntry, MeetingItem, TeamMeeting
from hjemmebane.domain.meetings.queries import (
    Pulse,
    attendances_of,
    board_entries_now,
    items_of,
    meeting_title,
    meeting_to_change,
    pulse_of,
    pulse_of_meeting,
    visible_meetings,
)
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import Goal, Plan, SubGoal
from hjemmebane.domain.plans.queries import AssessmentState, assessment_gaps, plan_of
from hjemmebane.domain.plans.queries.milestones import goals_under_way
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import new_suggestions
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.http import ActorRequest, note_reading

REWORD = "ret"
READ_ANEW = (
    *("goals", "assessments", "tasks", "follow_ups", "suggestions"),
    *("board_entry", "pulse"),
)


class MeetingDesk:
    """A request about one meeting. Raises Http404 for another team's."""

    def __init__(self, request: ActorRequest, meeting_id: UUID) -> None:
        self.request = request
        self.at = now()
        found = visible_meetings().filter(pk=meeting_id).first()
        if found is None:
            raise Http404
        self.meeting: TeamMeeting = found

    @property
    def signed(self) -> dict[str, object]:
        """Who acts, and when."""
        return {"by": self.request.actor, "at": self.at}

    @property
    def today(self) -> dt.date:
        return day_of(self.at)

    def hold(self) -> None:
        """Let nobody close the meeting until this request is done."""
        self.meeting = meeting_to_change(self.meeting.pk)

    @cached_property
    def items(self) -> list[MeetingItem]:
        """The citizens of the meeting, in order."""
        return list(items_of(self.meeting.pk))

    @property
    def called(self) -> str:
        """What kind of meeting it is, to those who read it."""
        return meeting_title(self.meeting)

    @property
    def read_as(self) -> str:
        """What the access log calls the list and the minutes, where everybody is named.

        Only a citizen's own turn is read as the meeting: who is never taken up was not at it.
        """
        return f"{self.called}, {'listen' if self.meeting.is_open else 'referatet'}"

    @property
    def back_url(self) -> str:
        """The team's meetings of this kind, with their minutes."""
        address = address_in(self.meeting.team, "staff:meetings:page")
        return f"{address}&slags={self.meeting.kind}"

    @property
    def is_arranging(self) -> bool:
        """Whether somebody is changing the order of the citizens."""
        return self.request.GET.get("raekkefoelge") == "ret"

    @property
    def list_url(self) -> str:
        return self.url("meeting")

    def next_item(self, after: MeetingItem | None = None) -> MeetingItem | None:
        """The first on the list whom the team has not come to and may decide about."""
        waiting = (i for i in self.items if not i.taken_up_at and i.course.is_open and i != after)
        return next(waiting, None)

    @cached_property
    def pulse_of_meeting(self) -> str:
        """Whether anything has happened at the meeting."""
        return pulse_of_meeting(self.meeting)

    @property
    def beat(self) -> str:
        """Another text as soon as the large screen has something else to show."""
        return self.pulse_of_meeting

    @cached_property
    def attendances(self) -> list[Attendance]:
        """Who is at the meeting, by name."""
        return list(attendances_of(self.meeting.pk))

    @cached_property
    def staff(self) -> list[StaffMember]:
        """Those who work in the team today."""
        return list(staff_of(self.meeting.team_id, self.today))

    def note_reading(self) -> None:
        """Everybody on the list is read about."""
        listed = [item.course.citizen_id for item in self.items]
        note_reading(self.request, listed, what=self.read_as)

    def item(self, item_id: UUID) -> MeetingItem:
        """A citizen's turn at this meeting. Raises Http404."""
        for item in self.items:
            if item.pk == item_id:
                return item
        raise Http404

    def url(self, name: str, *args: object) -> str:
        return reverse(f"staff:meetings:{name}", args=[self.meeting.pk, *args])


class CitizenDesk(MeetingDesk):
    """One citizen's turn. The reading is noted unless the view only asks whether there is news."""

    def __init__(
        self, request: ActorRequest, meeting_id: UUID, item_id: UUID, *, is_read: bool = True
    ) -> None:
        super().__init__(request, meeting_id)
        self.turn = self.item(item_id)
        if is_read:
            self.note_reading()

    def note_reading(self) -> None:
        note_reading(self.request, [self.course.citizen_id], what=self.called)

    @property
    def course(self) -> Course:
        course: Course = self.turn.course
        return course

    @property
    def name(self) -> str:
        return str(self.course.citizen)

    @property
    def can_decide(self) -> bool:
        return self.meeting.is_open and self.course.is_open

    @cached_property
    def plan(self) -> Plan | None:
        return plan_of(self.course.pk)

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals still worked on, with their small steps."""
        return list(goals_under_way(self.course.pk))

    @property
    def open_steps(self) -> list[SubGoal]:
        """The small steps that nobody has settled, in the order of their goals."""
        steps = [step for goal in self.goals for step in goal.sub_goals.all()]
        return [step for step in steps if step.status == GoalStatus.OPEN]

    @property
    def step_to_reword(self) -> SubGoal | None:
        """The step whose words somebody wants to change, as the address says it."""
        wanted = self.request.GET.get(REWORD)
        return next((step for step in self.open_steps if str(step.pk) == wanted), None)

    @property
    def reword_url(self) -> str:
        """Where a step gets other words; its key comes last."""
        return f"{self.of_turn('turn')}?{REWORD}="

    @property
    def take_in_url(self) -> str:
        """Where something from the citizen becomes a step; its key comes last."""
        return f"{self.of_turn('turn')}?tag-med="

    @property
    def answer_url(self) -> str:
        """Where the citizen is answered; the key of what they asked for comes last."""
        return f"{self.of_turn('turn')}?svar="

    @cached_property
    def assessments(self) -> tuple[AssessmentState, ...]:
        """Where each kind of assessment stands."""
        return assessment_gaps([self.course.pk])[self.course.pk]

    @cached_property
    def tasks(self) -> list[Task]:
        """What somebody still has to do for the citizen, the soonest first."""
        return list(tasks_of(self.course.pk).filter(settled_at__isnull=True))

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """What the team still has to look at again, the soonest first."""
        return list(follow_ups_of(self.course.pk).filter(settled_at__isnull=True))

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        """What the citizen asks for and nobody has answered. With one goal, a step is for that."""
        found = list(new_suggestions([self.course.pk]).prefetch_related("recordings"))
        for one in found:
            if one.goal is None and len(self.goals) == 1:
                one.goal = self.goals[0]
        return found

    @cached_property
    def board_entry(self) -> BoardEntry | None:
        """Why the citizen is on the board now."""
        return board_entries_now([self.course.pk]).get(self.course.pk)

    @property
    def beat(self) -> str:
        return f"{self.turn.pk}-{self.pulse}-{super().beat}"

    @cached_property
    def pulse(self) -> Pulse:
        """How far the course's history has come."""
        return pulse_of(self.course.pk, since=self.meeting.opened_at)

    def forget(self) -> None:
        """Read anew what a decision may have changed."""
        for name in READ_ANEW:
            self.__dict__.pop(name, None)

    @property
    def news_url(self) -> str:
        return self.of_turn("news")

    def of_turn(self, name: str, *args: object) -> str:
        return self.url(name, self.turn.pk, *args)
