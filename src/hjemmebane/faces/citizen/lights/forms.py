"""A colour with one press, and words for who wants to."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.foundation.forms import RecordForm

PRESS_ONE = "Tryk på en farve."


class OwnLightForm(RecordForm):
    words = taken(OwnLight, "words", widget=forms.Textarea(attrs={"rows": 2}))
    colour = taken(
        OwnLight,
        "colour",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), PRESS_ONE),
    )
