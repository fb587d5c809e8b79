"""A scenario, typed in."""

from django import forms
from pydantic import TypeAdapter

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.economics.calculations.figures import OWN_SOURCE, Rounding
from hjemmebane.domain.economics.calculations.scenario import Scenario
from hjemmebane.domain.economics.choices import ConsequenceKind, Payer
from hjemmebane.domain.economics.models import SavedScenario
from hjemmebane.domain.economics.queries import as_scenario
from hjemmebane.faces.staff.economics.forms.costing import NO_TITLE, no_text
from hjemmebane.faces.staff.economics.forms.lines import (
    HUNDRED,
    SPARE,
    WHOLE,
    Line,
    LinesForm,
    a_number,
    a_percent,
)
from hjemmebane.foundation.records import Record

LINES = "consequences"
KINDS = (LINES,)
SCENARIO = TypeAdapter(Scenario)
PLAIN = ("title", "target_group", "cost", "cost_payer", "first_year", "years", "price_year")
RATES = ("success_rate", "counterfactual_rate", "discount_rate")
OF_LINE = (
    "what",
    "payer",
    "kind",
    "unit",
    "change",
    "price",
    "present_value",
    "price_year",
    "first_year",
    "years",
    "source",
)
HOW_MUCH = "Skriv ændring og pris, eller værdien i alt, ikke begge dele."
NO_GROUP = "Skriv, hvem det handler om."


def a_year(label: str, **options: object) -> forms.IntegerField:
    said = {**WHOLE, "required": "Skriv et helt tal."}
    return forms.IntegerField(label=label, error_messages=said, widget=forms.NumberInput, **options)


def of_a_consequence() -> dict[str, forms.Field]:
    return {
        "what": no_text("Hvad ændrer sig"),
        "payer": forms.ChoiceField(label="For hvem", required=False, choices=Payer.choices),
        "kind": forms.ChoiceField(label="Det er", required=False, choices=ConsequenceKind.choices),
        "unit": no_text("Enhed"),
        "change": a_number("Ændring om året", required=False),
        "price": a_number("Kroner for én enhed", required=False),
        "present_value": a_number("Eller værdi i alt", required=False),
        "price_year": a_year("Prisniveau (år)", required=False),
        "first_year": a_year("Fra år", required=False),
        "years": a_year("I antal år", required=False),
        "source": no_text("Kilde"),
    }


class ScenarioForm(LinesForm):
    """One imagined future. Rates are typed as percents."""

    line_fields = {LINES: of_a_consequence}
    given = frozenset({"payer", "kind", "price_year"})

    title = taken(SavedScenario, "title", error_messages={"required": NO_TITLE})
    target_group = taken(SavedScenario, "target_group", error_messages={"required": NO_GROUP})
    price_year = a_year("Prisniveau (år)")
    source = taken(SavedScenario, "source", required=False)
    cost = a_number("Pris for én deltager, kroner")
    cost_payer = taken(SavedScenario, "cost_payer")
    success_rate = a_percent("Lykkes for, procent", help_text="Af alle, der er med.")
    counterfactual_rate = a_percent(
        "Ville være lykkedes alligevel, procent",
        help_text="Trækkes fra. 0, hvis I ikke ved det.",
    )
    discount_rate = a_percent("Diskonteringsrente, procent", help_text="Staten bruger 3,5.")
    first_year = a_year("Første år med virkning", help_text="År 1 er det år, indsatsen betales.")
    years = a_year("Antal år med virkning")
    rounding = taken(SavedScenario, "rounding", widget=forms.RadioSelect)

    @property
    def consequence_lines(self) -> list[Line]:
        return self.lines(LINES)

    def stored(self, record: Record) -> dict[str, object]:
        assert isinstance(record, SavedScenario)  # noqa: S101 -- the form of a scenario
        return first_of_scenario(as_scenario(record))

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        lines = list(self.written(LINES))
        for number, fields in lines:
            parts = ("change" in fields, "price" in fields)
            if not (any(parts) != ("present_value" in fields) and any(parts) == all(parts)):
                self.add_error(f"{LINES}-{number}-change", HOW_MUCH)
        published = as_scenario(self.record).published if self.record else None
        tables = {
            **{name: given[name] for name in PLAIN if given.get(name) not in {None, ""}},
            **({"source": given["source"]} if given.get("source") else {}),
            **{name: None if given.get(name) is None else given[name] / HUNDRED for name in RATES},
            "rounding": given.get("rounding") or Rounding.NONE,
            "published": published,
            LINES: [fields for _, fields in lines],
        }
        self.scenario = self.record_of(SCENARIO, tables, {LINES: [number for number, _ in lines]})
        return given

    def values(self) -> dict[str, object]:
        return {"scenario": self.scenario}


def first_of_scenario(scenario: Scenario) -> dict[str, object]:
    """A scenario as the form shows it."""
    found: dict[str, object] = {
        **{name: getattr(scenario, name) for name in PLAIN},
        **{name: getattr(scenario, name) * HUNDRED for name in RATES},
        "source": scenario.source,
        "rounding": scenario.rounding.value,
        "cost_payer": scenario.cost_payer.value,
    }
    for number, one in enumerate(scenario.consequences):
        for name in OF_LINE:
            value = getattr(one, name)
            found[f"{LINES}-{number}-{name}"] = getattr(value, "value", value)
    return found


def counts_of_scenario(scenario: Scenario) -> dict[str, int]:
    return {LINES: len(scenario.consequences) + SPARE}


def nothing_yet(price_year: int) -> dict[str, object]:
    """What a new scenario begins with."""
    return {
        "price_year": price_year,
        "counterfactual_rate": 0,
        "discount_rate": "3,5",
        "first_year": 2,
        "years": 6,
        "rounding": Rounding.NONE.value,
        "source": OWN_SOURCE,
    }
