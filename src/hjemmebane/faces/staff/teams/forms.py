"""Who I am, in my own words."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.teams.models import Persona
from hjemmebane.foundation.forms import RecordForm

ROWS = forms.Textarea(attrs={"rows": 3})


class PersonaForm(RecordForm):
    """One's own persona. All of it is voluntary."""

    can_help_with = taken(Persona, "can_help_with", widget=ROWS)
    asked_about = taken(Persona, "asked_about", widget=ROWS)
    about_me = taken(
        Persona, "about_me", widget=ROWS, help_text="Kun det, du har lyst til, at alle ved."
    )
    reached_how = taken(Persona, "reached_how", widget=ROWS)

    def values(self) -> dict[str, object]:
        return {"values": super().values()}
