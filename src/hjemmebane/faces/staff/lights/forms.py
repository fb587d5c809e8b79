"""Seeing a light by its signs, and agreeing on what the colours are."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from django import forms

from hjemmebane.design.fields.choosing import SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.actions import LightDetails
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightAgreement, TrafficLightObservation
from hjemmebane.domain.contacts.queries import AgreedLight
from hjemmebane.foundation.forms import RecordForm

# What each colour is asked about, in the words of the manual's Bilag C.
ASKED = {
    (Light.GREEN, "signs"): "Grøn: sådan ser det ud, når borgeren har det, som de plejer",
    (Light.GREEN, "actions"): "Grøn: det gør vi for, at det bliver ved",
    (Light.YELLOW, "signs"): "Gul: sådan ser det ud, når noget er anderledes",
    (Light.YELLOW, "actions"): "Gul: det gør vi for, at det bliver bedre",
    (Light.RED, "signs"): "Rød: sådan ser det ud, når det er for svært",
    (Light.RED, "actions"): "Rød: det gør vi for at hjælpe tilbage til gul eller grøn",
}
ON_EACH_LINE = {
    "signs": "Ét tegn på hver linje, helst med borgerens egne ord.",
    "actions": "Én ting på hver linje.",
}
LONGEST = 4_000


class SeeForm(RecordForm):
    """How a light of one colour was seen; what is ticked is what the agreement says of it."""

    signs = SomeOf(label="Hvad ser du?", required=False)
    actions = SomeOf(label="Hvad gjorde du?", required=False)
    note = taken(TrafficLightObservation, "note", widget=forms.Textarea(attrs={"rows": 2}))
    observed_at = taken(
        TrafficLightObservation,
        "observed_at",
        required=False,
        help_text="Kun hvis det ikke var lige nu.",
    )

    def fit(self, *, agreed: AgreedLight | None, colour: Light) -> None:
        self.fields["signs"].offer(agreed.signs[colour] if agreed else ())
        self.fields["actions"].offer(agreed.actions[colour] if agreed else ())
        for name in ("signs", "actions"):
            if not self.fields[name].choices:
                del self.fields[name]

    def values(self) -> dict[str, object]:
        typed = super().values()
        named = {
            name: [line.pk for line in typed[name]]
            for name in ("signs", "actions")
            if name in self.fields
        }
        return {**typed, **named}


class LightAgreementForm(RecordForm):
    """The lines of Bilag C. `former` is the agreement that held when the form was opened."""

    former = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = taken(TrafficLightAgreement, "kind", widget=forms.RadioSelect)
    person = taken(
        TrafficLightAgreement,
        "person",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kort, og så borgeren kan være det bekendt. Borgeren kan læse aftalen.",
    )
    every_days = taken(
        TrafficLightAgreement,
        "every_days",
        label="Hvor mange dage må der højst gå, før lyset ses igen?",
    )
    made_on = taken(TrafficLightAgreement, "made_on", label="Hvornår har I aftalt det?")
    made_with_citizen = taken(TrafficLightAgreement, "made_with_citizen")
    without_why = taken(
        TrafficLightAgreement, "without_why", label="Hvis ikke: hvorfor er den ikke lavet sammen?"
    )

    def fit(self) -> None:
        for (colour, what), label in ASKED.items():
            self.fields[f"{colour.value.lower()}_{what}"] = forms.CharField(
                label=label,
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=ON_EACH_LINE[what],
            )

    def values(self) -> dict[str, object]:
        typed = self.cleaned_data
        return {
            "details": LightDetails(**{one.name: typed[one.name] for one in fields(LightDetails)}),
            "signs": self._lines("signs"),
            "actions": self._lines("actions"),
            "former": typed["former"],
        }

    def _lines(self, what: str) -> dict[Light, list[str]]:
        return {
            colour: in_lines(self.cleaned_data[f"{colour.value.lower()}_{what}"])
            for colour in Light
        }


class EndLightForm(RecordForm):
    """Why an agreement on the light holds no longer."""

    why = forms.CharField(label="Hvorfor slutter aftalen?", max_length=300)


def in_lines(text: str) -> list[str]:
    """Each line that says something, without the dashes that people put before them."""
    return [line for one in text.split("\n") if (line := one.strip().lstrip("-•–* ").strip())]


def first_of(agreed: AgreedLight | None) -> dict[str, object]:
    """What the form for the next agreement shows of the one that holds."""
    if agreed is None:
        return {}
    kept = {name: getattr(agreed.agreement, name) for name in ("kind", "person", "every_days")}
    return {**kept, **_in_fields("signs", agreed.signs), **_in_fields("actions", agreed.actions)}


def _in_fields(what: str, lines: dict[Light, Sequence[object]]) -> dict[str, str]:
    return {
        f"{colour.value.lower()}_{what}": "\n".join(str(line) for line in lines[colour])
        for colour in Light
    }


def key_of(agreed: AgreedLight | None) -> UUID | None:
    return agreed.agreement.pk if agreed else None
