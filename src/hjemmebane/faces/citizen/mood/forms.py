"""One of five faces, a word for who wants to, and who may see it."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.choices import ShownTo
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.foundation.forms import RecordForm

CHOOSE_ONE = "Tryk på et ansigt."


class MoodForm(RecordForm):
    """shares: whether anybody outside the team is shown answers, so that they can be chosen too."""

    feeling = taken(
        Mood,
        "feeling",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE_ONE),
    )
    word = taken(Mood, "word")
    shown_to = taken(Mood, "shown_to", widget=forms.RadioSelect)

    def fit(self, *, shares: bool) -> None:
        field = self.fields["shown_to"]
        field.choices = [
            (who, label) for who, label in ShownTo.choices if shares or who != "SHARED"
        ]
