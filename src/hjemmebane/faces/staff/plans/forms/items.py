"""One form for each kind of thing in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from hjemmebane.domain.method.content.entries import with_code
from hjemmebane.domain.plans import models
from hjemmebane.faces.staff.plans.forms.fields import (
    Option,
    PeopleField,
    PickField,
    PickSeveralField,
    options,
    taken,
)
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.faces.staff.plans.forms.responsible import ResponsibleField
from hjemmebane.foundation.records import Record

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.desk import Desk

# Each SMART prompt of the method, beside the field it helps with.
SMART = {
    "text": "SPECIFIC",
    "wishes": "RELEVANT",
    "measure": "MEASURABLE",
    "realistic": "ACHIEVABLE",
    "due_on": "TIME_BOUND",
}


class WishForm(PlanForm):
    prefix = "oenske"

    text = taken(
        models.Wish, "text", help_text="Skriv det, som det blev sagt. Gør det ikke mindre."
    )
    said_by = taken(models.Wish, "said_by")
    said_on = taken(models.Wish, "said_on")
    chime = taken(models.Wish, "chime", help_text="Kun når det hjælper jer videre i samtalen.")
    change_statement = taken(
        models.Wish,
        "change_statement",
        help_text="Borgerens egen sætning om forandring, hvis der er en.",
    )


class GoalForm(PlanForm):
    prefix = "maal"
    spread = ("responsible",)

    text = taken(models.Goal, "text")
    wishes = PickSeveralField(label="Udspringer af", required=False)
    measure = taken(models.Goal, "measure")
    attractive = taken(models.Goal, "attractive")
    realistic = taken(models.Goal, "realistic")
    due_on = taken(models.Goal, "due_on")
    responsible = ResponsibleField(label="Ansvarlig")

    def fit(self, desk: Desk, item: Record | None) -> None:
        self.fields["wishes"].offer(("", options(desk.whole.wishes)))
        self.fields["responsible"].offer_circle(desk.circle, item)
        for name, code in SMART.items():
            prompt = with_code(desk.pack.smart_prompts, code)
            self.fields[name].help_text = f"{prompt.text} {prompt.example}"

    @classmethod
    def stored(cls, item: Record) -> dict[str, object]:
        return {"wishes": list(item.wishes.all()), "responsible": item}


class SubGoalForm(PlanForm):
    prefix = "delmaal"
    under = "goal"

    goal = PickField(label="Mål", widget=forms.HiddenInput)
    text = taken(
        models.SubGoal,
        "text",
        label="Et lille skridt",
        help_text="Så lille, at det kan lykkes nu. Det fejrer vi, når det er nået.",
    )
    due_on = taken(models.SubGoal, "due_on")

    def fit(self, desk: Desk, item: Record | None) -> None:
        self.fields["goal"].offer(("", options(view.goal for view in desk.whole.goals)))


class ActivityForm(PlanForm):
    prefix = "aktivitet"
    under = "belongs"
    spread = ("belongs", "responsible")

    what = taken(models.PlanActivity, "what", label="Hvad skal der ske?")
    responsible = ResponsibleField(label="Hvem gør det?")
    how_often = taken(
        models.PlanActivity, "how_often", help_text="For eksempel: hver tirsdag formiddag."
    )
    place = taken(models.PlanActivity, "place")
    due_on = taken(models.PlanActivity, "due_on")
    status = taken(models.PlanActivity, "status")
    belongs = PickField(label="Hører til")

    def fit(self, desk: Desk, item: Record | None) -> None:
        self.fields["responsible"].offer_circle(desk.circle, item)
        nothing = Option("alt", "Hele planen", {"goal": None, "sub_goal": None})
        self.fields["belongs"].offer(
            ("", [nothing]), *((str(view.goal), _places_in(view)) for view in desk.whole.goals)
        )

    @classmethod
    def stored(cls, item: Record) -> dict[str, object]:
        return {"belongs": str(item.sub_goal_id or item.goal_id or "alt"), "responsible": item}


def _places_in(view: object) -> list[Option]:
    """A goal and its sub-goals as places for an activity."""
    whole = Option(str(view.goal.pk), "Hele målet", {"goal": view.goal, "sub_goal": None})
    return [
        whole,
        *(
            Option(str(step.pk), f"Delmål: {step}", {"goal": view.goal, "sub_goal": step})
            for step in view.sub_goals
        ),
    ]


class ResourceForm(PlanForm):
    prefix = "ressource"

    text = taken(
        models.Resource, "text", help_text="Noget, borgeren kan, har eller ved, og som bærer."
    )
    area = forms.ChoiceField(label="Område", required=False)

    def fit(self, desk: Desk, item: Record | None) -> None:
        areas = [(area.code, area.title) for area in desk.pack.resource_areas]
        self.fields["area"].choices = [("", "Ikke et bestemt område"), *areas]


class ReflectionForm(PlanForm):
    prefix = "tanke"
    under = "kind"

    kind = taken(models.Reflection, "kind")
    text = taken(models.Reflection, "text")
    said_by = taken(models.Reflection, "said_by")

    def fit(self, desk: Desk, item: Record | None) -> None:
        self.fields["kind"].help_text = " ".join(
            f"{question.title}: {question.text}" for question in desk.pack.plain_questions
        )


class OtherPlanForm(PlanForm):
    prefix = "anden-plan"

    kind = taken(models.OtherPlan, "kind")
    owner = taken(models.OtherPlan, "owner")
    reference = taken(
        models.OtherPlan, "reference", help_text="System og nummer er nok. Skriv ikke planen af."
    )
    dated_on = taken(models.OtherPlan, "dated_on")
    offered_on = taken(models.OtherPlan, "offered_on")
    is_accepted = taken(models.OtherPlan, "is_accepted")
    is_coordinated = taken(models.OtherPlan, "is_coordinated")
    note = taken(models.OtherPlan, "note")


class OtherEffortForm(PlanForm):
    prefix = "anden-indsats"

    organisation = PickField(label="Samarbejdspartner", required=False)
    who = taken(models.OtherEffort, "who")
    what = taken(models.OtherEffort, "what", widget=forms.Textarea(attrs={"rows": 3}))

    def fit(self, desk: Desk, item: Record | None) -> None:
        organisation = self.fields["organisation"]
        organisation.offer(("", options(desk.circle.organisations)))
        if item and item.organisation:
            organisation.keep(*options([item.organisation]))


class AssessmentForm(PlanForm):
    prefix = "udredning"
    under = "kind"

    kind = taken(models.Assessment, "kind")
    status = taken(models.Assessment, "status")
    needed_on = taken(models.Assessment, "needed_on")
    ordered_on = taken(models.Assessment, "ordered_on")
    done_on = taken(models.Assessment, "done_on")
    barrier = taken(models.Assessment, "barrier")
    note = taken(models.Assessment, "note")


class MeetingForm(PlanForm):
    prefix = "planmoede"

    held_on = taken(models.PlanMeeting, "held_on")
    place = taken(models.PlanMeeting, "place")
    participants = PeopleField(
        label="Hvem var med?",
        required=False,
        help_text="Én på hver linje: navn, komma, rolle. For eksempel: Kim Krog, borger.",
    )
    notes = taken(models.PlanMeeting, "notes")

    @classmethod
    def stored(cls, item: Record) -> dict[str, object]:
        return {"participants": [(one.name, one.role) for one in item.participants.all()]}


class ContributionForm(PlanForm):
    prefix = "bidrag"
    under = "line"

    line = forms.ChoiceField(label="Faglighed")
    text = taken(models.ProfessionalContribution, "text")
    staff_member = PickField(label="Skrevet af", required=False)

    def fit(self, desk: Desk, item: Record | None) -> None:
        self.fields["line"].choices = [(line.code, line.title) for line in desk.pack.contributions]
        writer = self.fields["staff_member"]
        writer.offer(("", options(desk.circle.staff)))
        if item and item.staff_member:
            writer.keep(*options([item.staff_member]))
