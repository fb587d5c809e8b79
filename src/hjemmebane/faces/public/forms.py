"""allauth's forms where they differ from its own."""

import secrets

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django import forms

from hjemmebane.foundation.accounts.actions import spend_code
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.queries import held_keys, login_called
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.plain_words import PlainWords


class LoginForm(PlainWords, AllauthLoginForm):
    """A placeholder that repeats the label is noise, and it vanishes when one begins to write."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""

    def user_credentials(self) -> dict[str, object]:
        """A citizen's short code opens nothing here, where nobody counts what was tried before.

        It is judged all the same, as a wrong one: the answer, its time and the limits tell nothing.
        """
        credentials: dict[str, object] = super().user_credentials()
        found = login_called(credentials["username"])
        if found and found.face == Face.CITIZEN:
            credentials["password"] = secrets.token_hex()
        return credentials


class SecondFactorForm(PlainWords, AuthenticateForm):
    """The code of the telephone, or a spare one."""

    code = forms.CharField(
        label="Koden fra din telefon",
        help_text="6 tal fra appen – eller en af dine reservekoder.",
        error_messages={"required": "Skriv koden fra din telefon."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        """Each code opens once, also when it is sent twice at the same time."""
        held_keys(self.user)
        code: str = super().clean_code()
        is_shown = self.authenticator.type == Authenticator.Type.TOTP
        if is_shown and not spend_code(
            key=self.authenticator, code=code, by=self.user.actor, at=now()
        ):
            raise get_adapter().validation_error("incorrect_code")
        return code
