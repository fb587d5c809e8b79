"""The question of how many teams a place needs."""

from collections.abc import Sequence
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from hjemmebane.design.fields.numbers import DanishNumber
from hjemmebane.domain.economics.calculations.sizing import Municipality
from hjemmebane.domain.economics.content.places import UnknownMunicipality, found
from hjemmebane.domain.economics.content.shipped import team_kinds
from hjemmebane.faces.staff.economics.forms.lines import A_NUMBER
from hjemmebane.foundation.plain_words import PlainWords

OF_HUNDRED = "Skriv et tal over 0 og højst 100."


class SizingForm(PlainWords, forms.Form):
    """Which municipalities, what kind of team, and how many of the citizens."""

    kommuner = forms.CharField(
        label="Kommuner",
        max_length=2000,
        help_text="En eller flere, med komma imellem: Samsø, Odder.",
        error_messages={"required": "Skriv mindst én kommune."},
    )
    slags = forms.ChoiceField(label="Slags team", widget=forms.RadioSelect)
    andel = DanishNumber(
        label="Hvor stor en del vil I nå, i procent?",
        max_value=Decimal(100),
        error_messages={
            **A_NUMBER,
            **dict.fromkeys(("required", "max_value"), OF_HUNDRED),
        },
    )

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type] -- handed on as they came
        self.fields["slags"].choices = [(kind.code, kind.title) for kind in team_kinds()]

    def clean_kommuner(self) -> Sequence[Municipality]:
        """As people write them; the same one counts once."""
        names = [one.strip() for one in self.cleaned_data["kommuner"].split(",") if one.strip()]
        if not names:
            raise ValidationError("Skriv mindst én kommune.")
        try:
            return found(names)
        except UnknownMunicipality as unknown:
            raise ValidationError(str(unknown)) from unknown

    def clean_andel(self) -> Decimal:
        percent: Decimal = self.cleaned_data["andel"]
        if percent <= 0:
            raise ValidationError(OF_HUNDRED)
        return percent / 100
