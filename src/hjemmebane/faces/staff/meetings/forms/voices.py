"""What the citizen asked for through their own door, taken up at the meeting."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.actions import answer_suggestion, take_in_step
from hjemmebane.domain.sharing.choices import SuggestionKind
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import suggestions_of
from hjemmebane.faces.staff.meetings.forms.decision import CHOOSE, Decision
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.faces.staff.voices.forms import LONGEST_STEP
from hjemmebane.faces.staff.voices.pages import CAN_BE_STEPS, in_short
from hjemmebane.foundation.records import Record


class AboutSuggestion(Decision):
    """A decision about one thing that the citizen asked for."""

    suggestion = OneOf(label="Det, borgeren siger", empty=CHOOSE)
    kinds: ClassVar[Collection[str]] = SuggestionKind.values

    def fit(self, *, desk: CitizenDesk) -> None:
        # What was offered is still read: the second tap comes when it is answered already.
        there = suggestions_of(desk.course.pk) if self.is_bound else desk.suggestions
        offered = [one for one in there if one.kind in self.kinds]
        wanted = desk.request.GET.get(self.key)
        self.is_wanted = wanted in {str(one.pk) for one in offered}
        self.fields["suggestion"].offer(offered, in_short)
        first = offered[0] if len(offered) == 1 else None
        self.fields["suggestion"].initial = wanted if self.is_wanted else first

    @property
    def chosen(self) -> Suggestion:
        found: Suggestion = self.cleaned_data["suggestion"]
        return found

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [self.chosen]


class TakeIn(AboutSuggestion):
    """A spoken wish becomes a step in words that the citizen's own stand beside."""

    key, label, button = "tag-med", "Tag med fra borgeren", "Tag med som delmål"
    prefix, icon, kinds = key, "check", CAN_BE_STEPS

    goal = OneOf(label="Mål", empty=CHOOSE)
    text = taken(
        SubGoal,
        "text",
        label="Sådan står det i planen",
        help_text="Borgerens egne ord eller optagelse bliver stående ved siden af.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def fit(self, *, desk: CitizenDesk) -> None:
        super().fit(desk=desk)
        self.fields["goal"].offer(desk.goals)
        suggestion = self.fields["suggestion"]
        asked = suggestion.records.get(str(suggestion.prepare_value(suggestion.initial)))
        only = desk.goals[0] if len(desk.goals) == 1 else None
        self.fields["goal"].initial = (asked and asked.goal) or only
        self.fields["text"].initial = asked.text[:LONGEST_STEP] if asked else ""

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            take_in_step,
            id=self.row_id,
            **self.values(),
            version=self.chosen.version,
            **desk.signed,
        )


class AnswerCitizen(AboutSuggestion):
    """A few words back, which the citizen reads in their own plan."""

    key, label, button = "svar", "Svar borgeren", "Send svaret"
    prefix, icon = key, "chat"

    answer = taken(
        Suggestion,
        "answer",
        label="Svar til borgeren",
        required=True,
        help_text="Korte ord. Borgeren læser det i Min plan.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            answer_suggestion, **self.values(), version=self.chosen.version, **desk.signed
        )
