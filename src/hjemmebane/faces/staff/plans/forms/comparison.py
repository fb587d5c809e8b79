"""Which versions of a plan are compared."""

from django import forms


class CompareForm(forms.Form):
    """Which two."""

    fra = forms.TypedChoiceField(label="Fra", coerce=int)
    til = forms.TypedChoiceField(label="Til", coerce=int)
