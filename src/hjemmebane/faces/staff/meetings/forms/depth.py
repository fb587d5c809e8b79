"""What is decided besides where a meeting goes into depth: a goal is set, and a goal is settled."""

from collections.abc import Sequence

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import TeamMeeting
from hjemmebane.domain.meetings.rules import check_has_plan
from hjemmebane.domain.plans.actions import add_item, settle_goal
from hjemmebane.domain.plans.choices import GoalStatus, ItemKind
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.plans.queries.milestones import goals_of, wishes_of
from hjemmebane.faces.staff.meetings.forms.decision import CHOOSE, Decision
from hjemmebane.faces.staff.meetings.forms.decisions import DECISIONS
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.foundation.records import Record

SETTLED = [(GoalStatus.REACHED, "Nået"), (GoalStatus.DROPPED, "Lagt væk for nu")]


class NewGoal(Decision):
    key, label = "maal", "Nyt mål"
    prefix, icon = key, "flag"

    text = taken(Goal, "text", widget=forms.Textarea(attrs={"rows": 2}))
    wishes = SomeOf(label="Hvilket ønske udspringer det af?", required=False)
    due_on = taken(Goal, "due_on")

    def fit(self, *, desk: CitizenDesk) -> None:
        self.plan = desk.plan
        wishes = list(wishes_of(desk.course.pk)) if desk.plan else []
        self.fields["wishes"].offer(wishes)
        if not wishes:
            del self.fields["wishes"]

    @property
    def has_choices(self) -> bool:
        return self.plan is not None

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(check_has_plan, plan=self.plan) and self.does(
            add_item,
            id=self.row_id,
            plan=desk.plan,
            kind=ItemKind.GOAL,
            values=self.values(),
            **desk.signed,
        )


class SettleGoal(Decision):
    key, label, button = "goer-op", "Gør et mål op", "Gør op"
    prefix, icon = key, "check"

    goal = OneOf(label="Mål", empty=CHOOSE)
    status = forms.ChoiceField(label="Hvordan gik det?", choices=SETTLED, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Hvorfor",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="En kort grund, når målet lægges væk. Det er ikke et nederlag.",
    )

    def fit(self, *, desk: CitizenDesk) -> None:
        # What was offered is still read: the second tap comes when the goal is settled already.
        self.fields["goal"].offer(goals_of(desk.course.pk) if self.is_bound else desk.goals)

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [self.cleaned_data["goal"]]

    def carry_out(self, desk: CitizenDesk) -> bool:
        values = self.values()
        goal = values.pop("goal")
        return self.does(
            settle_goal, goal=goal, **values, on=desk.today, version=goal.version, **desk.signed
        )


IN_DEPTH: tuple[type[Decision], ...] = (NewGoal, SettleGoal)


def decisions_at(meeting: TeamMeeting) -> tuple[type[Decision], ...]:
    """What may be decided at a meeting, in the order in which it is offered."""
    return (*IN_DEPTH, *DECISIONS) if meeting.kind == MeetingKind.TREATMENT else DECISIONS
