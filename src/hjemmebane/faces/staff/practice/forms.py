"""Moving in the practice model, and saying something about what is in it: a tap, or a note."""

from collections.abc import Iterable, Sequence

from django import forms

from hjemmebane.design.fields.choosing import OneOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm


class PlacementForm(RecordForm):
    """In which part of the practice model the work is now."""

    part = forms.ChoiceField(label="Flyt til")
    reason = taken(Placement, "reason", widget=forms.Textarea(attrs={"rows": 3}))
    from_on = taken(Placement, "from_on")

    def fit(self, *, parts: Sequence[PracticePart]) -> None:
        self.fields["part"].choices = [
            (part.code, f"{part.number}. {part.title}") for part in parts
        ]


class ActivityForm(RecordForm):
    """How far a minimum activity has come."""

    status = taken(ActivityStatus, "status", widget=forms.RadioSelect)
    staff_member = OneOf(label="Hvem", required=False, empty="Ingen bestemt")
    note = taken(ActivityStatus, "note", widget=forms.Textarea(attrs={"rows": 4}))
    on = taken(ActivityStatus, "noted_on")

    def fit(self, *, staff: Iterable[StaffMember], newest: ActivityStatus | None) -> None:
        offered = and_now(staff, newest.staff_member if newest else None)
        self.fields["staff_member"].offer(offered, with_profession)


class IndicatorForm(RecordForm):
    """What the team says of an indicator."""

    judgement = taken(IndicatorJudgement, "judgement", widget=forms.RadioSelect)
    note = taken(IndicatorJudgement, "note", widget=forms.Textarea(attrs={"rows": 4}))
    on = taken(IndicatorJudgement, "noted_on")


class TapForm(RecordForm):
    """One of the answers, and nothing more."""

    said = forms.ChoiceField()

    def fit(self, *, choices: Iterable[tuple[str, str]]) -> None:
        self.fields["said"].choices = choices
