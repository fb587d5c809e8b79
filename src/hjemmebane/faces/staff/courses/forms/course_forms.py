"""The forms at the two ends of a course. What they offer is content of the method pack."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.scale import Scale
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.choices import Known
from hjemmebane.domain.courses.models import CourseForm, EndForm, StartForm
from hjemmebane.domain.courses.rules.forms import REQUIRED
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.foundation.forms import DraftForm

type Choices = Iterable[tuple[str, str]]

FUNCTIONING = "functioning_"
RATINGS = [
    ("", "– ikke vurderet"),
    ("0", "0 intet problem"),
    ("1", "1 let problem"),
    ("2", "2 moderat problem"),
    ("3", "3 svært problem"),
    ("4", "4 fuldstændigt problem"),
]


class Ticks(forms.MultipleChoiceField):
    """Any number of codes of the method pack."""

    widget = forms.CheckboxSelectMultiple


def asked(label: str) -> forms.ChoiceField:
    """Yes, no or unknown."""
    return forms.ChoiceField(label=label, choices=Known.choices, widget=forms.RadioSelect)


class QuestionsForm(DraftForm):
    """What both forms ask; each dimension of functioning has a field of its own."""

    housing = forms.ChoiceField(label="Bolig")
    note = taken(StartForm, "note", widget=forms.Textarea(attrs={"rows": 4}))

    def fit(self, *, method: MethodPack) -> None:
        housing: Choices = method.choice_list("HOUSING").choices
        self.fields["housing"].choices = [("", "Vælg …"), *housing]
        for dimension in method.functioning_dimensions:
            self.fields[f"{FUNCTIONING}{dimension.code}"] = forms.ChoiceField(
                label=dimension.title, required=False, choices=RATINGS, widget=Scale
            )
        self.fields["note"] = self.fields.pop("note")  # the last that is asked

    @property
    def questions(self) -> list[forms.BoundField]:
        """What comes before the ratings."""
        return [
            bound
            for bound in self.visible_fields()
            if bound.name != "note" and not bound.name.startswith(FUNCTIONING)
        ]

    @property
    def functioning(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(FUNCTIONING)]

    def stored(self, record: CourseForm) -> dict[str, object]:
        """Each rating stands in its own field, as the text that a browser sends."""
        ratings = {
            name: str(record.functioning.get(name.removeprefix(FUNCTIONING), ""))
            for name in self.fields
            if name.startswith(FUNCTIONING)
        }
        return {**super().stored(record), **ratings}

    def values(self) -> dict[str, object]:
        """The ratings as one mapping; a dimension that was not rated is left out."""
        typed = super().values()
        ratings = {
            name.removeprefix(FUNCTIONING): int(rating)
            for name in list(typed)
            if name.startswith(FUNCTIONING) and (rating := typed.pop(name))
        }
        return {**typed, "functioning": ratings}


class StartQuestionsForm(QuestionsForm):
    """How things stand when the course begins."""

    needed = REQUIRED[StartForm]

    earlier_efforts = Ticks(label="Indsatser før", required=False)
    present_efforts = Ticks(label="Indsatser nu", required=False)
    has_psychiatric_diagnosis = asked("Psykiatrisk diagnose")
    diagnoses = taken(StartForm, "diagnoses")
    social_assessed = asked("Socialfaglig udredning før forløbet")
    health_assessed = asked("Sundhedsfaglig udredning før forløbet")

    def fit(self, *, method: MethodPack) -> None:
        super().fit(method=method)
        for name in ("earlier_efforts", "present_efforts"):
            self.fields[name].choices = list(method.choice_list("EFFORT").choices)


class EndQuestionsForm(QuestionsForm):
    """How things stand when it ends, and what was worked with."""

    needed = REQUIRED[EndForm]

    areas_worked_with = Ticks(label="Det har I arbejdet med", required=False)
    next_support = Ticks(label="Støtte bagefter")
    social_assessed = asked("Socialfaglig udredning i forløbet")
    health_assessed = asked("Sundhedsfaglig udredning i forløbet")

    def fit(self, *, method: MethodPack) -> None:
        super().fit(method=method)
        areas = [(area.code, area.title) for area in method.life_areas]
        self.fields["areas_worked_with"].choices = areas
        self.fields["next_support"].choices = list(method.choice_list("NEXT_SUPPORT").choices)
