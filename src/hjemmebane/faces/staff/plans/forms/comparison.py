"""Which versions of a plan are compared."""

from django import forms

from hjemmebane.foundation.plain_words import PlainWords


class CompareForm(PlainWords, forms.Form):
    """Which two."""

    fra = forms.TypedChoiceField(label="Fra", coerce=int)
    til = forms.TypedChoiceField(label="Til", coerce=int)
