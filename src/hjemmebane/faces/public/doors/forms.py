"""What is typed at a door. None of it is a record, so no form carries a key."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from hjemmebane.foundation.forms import RecordForm

UNLIKE = "De to adgangskoder er ikke ens."
TOO_EASY = "Vælg en længere adgangskode: mindst 12 tegn, og ikke en, som mange bruger."
SHOWN = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class DoorForm(RecordForm):
    def fit(self) -> None:
        del self.fields["id"], self.fields["version"]


class PasswordForm(DoorForm):
    """The password that a partner chooses."""

    password = forms.CharField(
        label="Adgangskode",
        help_text="Mindst 12 tegn. Gerne nogle ord, som kun du sætter sammen.",
        error_messages={"required": "Vælg en adgangskode."},
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Adgangskoden igen",
        error_messages={"required": "Skriv adgangskoden en gang til."},
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        try:
            validate_password(password)
        except ValidationError as weak:
            raise ValidationError(TOO_EASY, code="weak") from weak
        return password

    def clean_again(self) -> str:
        password = self.cleaned_data.get("password")
        if password and password != self.cleaned_data["again"]:
            raise ValidationError(UNLIKE, code="unlike")
        return self.cleaned_data["again"]


class ComeInForm(DoorForm):
    """The key on the citizen's paper, and the code they choose. Both are shown as typed."""

    code = forms.CharField(
        label="Koden fra dit papir",
        help_text="12 bogstaver og tal. Store eller små er lige meget.",
        error_messages={"required": "Skriv koden fra dit papir."},
        widget=forms.TextInput(attrs={**SHOWN, "autocapitalize": "characters"}),
    )
    pin = forms.CharField(
        label="Vælg din egen kode",
        help_text="6 tal eller flere. Vælg nogle, som andre ikke gætter.",
        error_messages={"required": "Vælg 6 tal."},
        widget=forms.TextInput(attrs={**SHOWN, "inputmode": "numeric"}),
    )


class LogInForm(DoorForm):
    """The citizen's name and code. Both are shown as typed."""

    name = forms.CharField(
        label="Dit navn til login",
        help_text="To ord og et tal, for eksempel birk-kano-47.",
        error_messages={"required": "Skriv dit navn til login."},
        max_length=150,
        widget=forms.TextInput(attrs={**SHOWN, "autocomplete": "username"}),
    )
    pin = forms.CharField(
        label="Din kode",
        error_messages={"required": "Skriv din kode."},
        max_length=150,
        widget=forms.TextInput(attrs={**SHOWN, "inputmode": "numeric"}),
    )
    remember = forms.BooleanField(label="Husk mit navn på denne telefon", required=False)
