"""One of five faces, a word for who wants to, and who may see it."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.choices import ShownTo
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.foundation.forms import RecordForm

CHOOSE_ONE = "Tryk på et ansigt."


class MoodForm(RecordForm):
    """shares: whether anybody outside the team is shown answers, so that they can be chosen too.

    is_borrowed: whether the device is somebody's in the team; nothing is kept to oneself on it.
    """

    feeling = taken(
        Mood,
        "feeling",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE_ONE),
    )
    word = taken(Mood, "word")
    shown_to = taken(Mood, "shown_to", widget=forms.RadioSelect)

    def fit(self, *, shares: bool, is_borrowed: bool) -> None:
        left_out = {ShownTo.SHARED} if not shares else set()
        if is_borrowed:
            left_out.add(ShownTo.ME)
        field = self.fields["shown_to"]
        field.choices = [(who, label) for who, label in ShownTo.choices if who not in left_out]
