"""allauth's forms where they differ from its own."""

from allauth.account.forms import LoginForm as AllauthLoginForm

from hjemmebane.foundation.plain_words import PlainWords


class LoginForm(PlainWords, AllauthLoginForm):
    """A placeholder that repeats the label is noise, and it vanishes when one begins to write."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
