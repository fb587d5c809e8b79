"""The words somebody is searched by."""

from django import forms

from hjemmebane.foundation.plain_words import PlainWords


class SearchForm(PlainWords, forms.Form):
    """A name, part of one, or a whole CPR number."""

    words = forms.CharField(
        label="Navn eller CPR-nummer",
        max_length=120,
        error_messages={"required": "Skriv et navn eller et CPR-nummer."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
