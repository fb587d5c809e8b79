"""One form for each kind of thing in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.method.content.entries import with_code
from hjemmebane.domain.plans import models
from hjemmebane.domain.plans.queries import GoalView
from hjemmebane.faces.staff.assessments.forms import AssessmentForm as WrittenForm
from hjemmebane.faces.staff.plans.forms.options import (
    Attendance,
    GroupedField,
    Option,
    PeopleField,
)
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.faces.staff.plans.forms.responsible import ResponsibleField, option_of

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.views.desk import Desk

# Each SMART prompt of the method, beside the field it helps with.
SMART = {
    "text": "SPECIFIC",
    "wishes": "RELEVANT",
    "measure": "MEASURABLE",
    "realistic": "ACHIEVABLE",
    "due_on": "TIME_BOUND",
}


def life_area_field(help_text: str = "") -> forms.ChoiceField:
    """What part of life something is about, as the method names them; it may be left open."""
    return forms.ChoiceField(label="Livsområde", required=False, help_text=help_text)


def offer_life_areas(form: PlanForm, desk: Desk) -> None:
    areas = [(area.code, area.title) for area in desk.pack.life_areas]
    form.fields["life_area"].choices = [("", "Ikke et bestemt livsområde"), *areas]


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
    wishes = SomeOf(label="Udspringer af", required=False)
    measure = taken(models.Goal, "measure")
    attractive = taken(models.Goal, "attractive")
    realistic = taken(models.Goal, "realistic")
    due_on = taken(models.Goal, "due_on")
    life_area = life_area_field()
    responsible = ResponsibleField(label="Ansvarlig")

    def fit(self, *, desk: Desk) -> None:
        offer_life_areas(self, desk)
        self.fields["wishes"].offer(desk.whole.wishes)
        self.fields["responsible"].offer_circle(desk.circle, self.record)
        for name, code in SMART.items():
            prompt = with_code(desk.pack.smart_prompts, code)
            self.fields[name].help_text = f"{prompt.text} {prompt.example}"

    def stored(self, record: models.Goal) -> dict[str, object]:
        wishes = list(record.wishes.all())
        return {**super().stored(record), "wishes": wishes, "responsible": option_of(record)}


class SubGoalForm(PlanForm):
    prefix = "delmaal"
    under = "goal"

    goal = OneOf(label="Mål", widget=forms.HiddenInput)
    text = taken(
        models.SubGoal,
        "text",
        label="Et lille skridt",
        help_text="Så lille, at det kan lykkes nu. Det fejrer vi, når det er nået.",
    )
    due_on = taken(models.SubGoal, "due_on")

    def fit(self, *, desk: Desk) -> None:
        self.fields["goal"].offer(view.goal for view in desk.whole.goals)


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
    demand = taken(models.PlanActivity, "demand")
    life_area = life_area_field(help_text="Kun når det er et andet end målets.")
    status = taken(models.PlanActivity, "status")
    belongs = GroupedField(label="Hører til")

    def fit(self, *, desk: Desk) -> None:
        offer_life_areas(self, desk)
        self.fields["responsible"].offer_circle(desk.circle, self.record)
        self.fields["belongs"].offer(
            ("", [NOWHERE]), *((str(view.goal), _places_in(view)) for view in desk.whole.goals)
        )

    def stored(self, record: models.PlanActivity) -> dict[str, object]:
        belongs, responsible = _place_of(record), option_of(record)
        return {**super().stored(record), "belongs": belongs, "responsible": responsible}


NOWHERE = Option("alt", "Hele planen", {"goal": None, "sub_goal": None})


def _place_of(activity: models.PlanActivity) -> Option:
    if step := activity.sub_goal:
        return _place(step.goal, step)
    return _place(activity.goal) if activity.goal else NOWHERE


def _places_in(view: GoalView) -> list[Option]:
    """A goal and its sub-goals as places for an activity."""
    return [_place(view.goal), *(_place(view.goal, step) for step in view.sub_goals)]


def _place(goal: models.Goal, step: models.SubGoal | None = None) -> Option:
    label = f"Delmål: {step}" if step else f"Mål: {goal}"
    return Option(str((step or goal).pk), label, {"goal": goal, "sub_goal": step})


class ResourceForm(PlanForm):
    prefix = "ressource"

    text = taken(
        models.Resource, "text", help_text="Noget, borgeren kan, har eller ved, og som bærer."
    )
    area = forms.ChoiceField(label="Område", required=False)

    def fit(self, *, desk: Desk) -> None:
        areas = [(area.code, area.title) for area in desk.pack.resource_areas]
        self.fields["area"].choices = [("", "Ikke et bestemt område"), *areas]


class ReflectionForm(PlanForm):
    prefix = "tanke"
    under = "kind"

    kind = taken(models.Reflection, "kind")
    text = taken(models.Reflection, "text")
    said_by = taken(models.Reflection, "said_by")

    def fit(self, *, desk: Desk) -> None:
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

    organisation = OneOf(label="Samarbejdspartner", required=False, empty="Ikke på listen")
    who = taken(models.OtherEffort, "who")
    what = taken(models.OtherEffort, "what", widget=forms.Textarea(attrs={"rows": 3}))
    demand = taken(models.OtherEffort, "demand")
    life_area = life_area_field()

    def fit(self, *, desk: Desk) -> None:
        offer_life_areas(self, desk)
        now = self.record.organisation if self.record else None
        self.fields["organisation"].offer(and_now(desk.circle.organisations, now))


class AssessmentForm(PlanForm, WrittenForm):
    prefix = "udredning"
    under = "kind"
    field_order = ("kind",)

    kind = taken(models.Assessment, "kind")

    def fit(self, *, desk: Desk) -> None:
        WrittenForm.fit(self, staff=desk.circle.staff)


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

    def stored(self, record: models.PlanMeeting) -> dict[str, object]:
        present = [Attendance(p.name, p.role) for p in record.participants.all()]
        return {**super().stored(record), "participants": present}

    def values(self) -> dict[str, object]:
        given = super().values()
        people = [(person.name, person.role) for person in given["participants"]]
        return {**given, "participants": people}


class ContributionForm(PlanForm):
    prefix = "bidrag"
    under = "line"

    line = forms.ChoiceField(label="Faglighed")
    text = taken(models.ProfessionalContribution, "text")
    staff_member = OneOf(label="Skrevet af", required=False, empty="Ikke noteret")

    def fit(self, *, desk: Desk) -> None:
        self.fields["line"].choices = [(line.code, line.title) for line in desk.pack.contributions]
        now = self.record.staff_member if self.record else None
        self.fields["staff_member"].offer(and_now(desk.circle.staff, now))
