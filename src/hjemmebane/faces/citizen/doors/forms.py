"""The password that unlocks a device."""

from django import forms

from hjemmebane.foundation.forms import RecordForm


class UnlockForm(RecordForm):
    """Typed by the one whose device it is."""

    password = forms.CharField(
        label="Medarbejderens adgangskode",
        error_messages={"required": "Skriv adgangskoden."},
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def fit(self) -> None:
        del self.fields["id"], self.fields["version"]
