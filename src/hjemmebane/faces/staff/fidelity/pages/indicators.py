"""What a method measures fidelity by, in plain words: what is counted, when, and the levels."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.method.content.entries import CoreElement
from hjemmebane.domain.method.content.fidelity import FidelityIndicator, Population
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.faces.staff.fidelity.pages.logged import levels_in_words

POPULATIONS = {
    Population.OPEN: "Alle, der har et forløb i dag, også dem, der er i bero.",
    Population.ACTIVE: "Dem, der har haft et forløb hele tiden og ikke har været i bero.",
    Population.EVER: "Alle, der har haft et forløb på en eller flere af dagene i perioden.",
}


@dataclass(frozen=True)
class IndicatorTold:
    """An indicator and the facts about it, each with its name."""

    indicator: FidelityIndicator
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ElementTold:
    """A core element and what it is measured by."""

    element: CoreElement
    indicators: Sequence[IndicatorTold]


def elements_told(method: MethodPack) -> list[ElementTold]:
    """Every core element that the pack measures, in the order of the method."""
    told = [
        ElementTold(
            element,
            [
                indicator_told(one)
                for one in method.fidelity_indicators
                if one.core_element == element.code
            ],
        )
        for element in method.core_elements
    ]
    return [one for one in told if one.indicators]


def indicator_told(one: FidelityIndicator) -> IndicatorTold:
    return IndicatorTold(
        one,
        [
            ("Over hvor lang tid", _window(one)),
            ("Hvem tæller med", POPULATIONS[one.population]),
            ("Niveauer", f"Niveau {levels_in_words(one)}. {_direction(one)}"),
            ("Siges først", f"når der er mindst {one.least} at regne på."),
            ("Kilde", f"{one.source}."),
        ],
    )


def _window(one: FidelityIndicator) -> str:
    return f"De sidste {one.window} hele dage." if one.window else "Som det står i dag."


def _direction(one: FidelityIndicator) -> str:
    return "Mindre er bedre." if one.thresholds[0] > one.thresholds[-1] else "Mere er bedre."
