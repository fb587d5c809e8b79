"""How the citizen's state looks, and how often the team takes them up."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.forms import RecordForm

# What the colours mean until the citizen's own agreement says it (manual, Bilag C).
MEANINGS = {
    Light.GREEN: "Grøn – som borgeren plejer at have det",
    Light.YELLOW: "Gul – anderledes, end det plejer",
    Light.RED: "Rød – borgeren har brug for hjælp til at komme tilbage",
}


class LightForm(RecordForm):
    """How the citizen's state looks now."""

    colour = taken(TrafficLightObservation, "colour", widget=forms.RadioSelect)
    note = taken(TrafficLightObservation, "note", widget=forms.Textarea(attrs={"rows": 2}))

    def fit(self) -> None:
        self.fields["colour"].choices = list(MEANINGS.items())


class CadenceForm(RecordForm):
    """How often the team takes the citizen up at its meeting."""

    cadence = taken(Course, "cadence")
