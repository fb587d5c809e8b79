"""Choosing a picture to stand beside some words."""

from django import forms

from hjemmebane.domain.sharing.choices import SharingRefusal, Symbol
from hjemmebane.foundation.plain_words import PlainWords

CHOOSE_ONE = str(SharingRefusal.UNKNOWN_SYMBOL.label)


class PictureForm(PlainWords, forms.Form):
    """One press on a picture."""

    symbol = forms.ChoiceField(
        choices=Symbol,
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE_ONE),
    )
