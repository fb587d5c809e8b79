"""The code of a telephone that has just been shown its key."""

from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms

from hjemmebane.foundation.plain_words import PlainWords


class SetUpForm(PlainWords, ActivateTOTPForm):
    """allauth keeps the key in the session until a code shows that the telephone has it."""

    code = forms.CharField(
        label="Koden i appen",
        help_text="6 tal. De skifter hvert halve minut.",
        error_messages={"required": "Skriv de 6 tal, som appen viser."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
