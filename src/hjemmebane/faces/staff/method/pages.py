"""What the page shows beyond the pack itself: its parts, and entries joined by their codes."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.method.content.entries import CoreElement, GuidingPurpose, Value, with_code
from hjemmebane.domain.method.content.pack import MethodPack

CONTENTS = (
    Link("Værdierne", "#vaerdier"),
    Link("De syv kerneelementer", "#kerneelementer"),
    Link("Praksismodellen", "#praksismodel"),
    Link("Målgruppen", "#maalgruppe"),
    Link("Teamet", "#team"),
    Link("Planen", "#plan"),
    Link("Møderne", "#moeder"),
    Link("Samtalen", "#samtalen"),
    Link("Det skal være på plads", "#forudsaetninger"),
    Link("Oplysningsark", "#oplysningsark"),
)


@dataclass(frozen=True)
class ElementOnPage:
    element: CoreElement
    values: Sequence[Value]


@dataclass(frozen=True)
class PurposeOnPage:
    purpose: GuidingPurpose
    below: Sequence[GuidingPurpose]


@dataclass(frozen=True)
class MethodPage:
    pack: MethodPack
    contents: Sequence[Link]
    elements: Sequence[ElementOnPage]
    purposes: Sequence[PurposeOnPage]


def method_page(pack: MethodPack) -> MethodPage:
    return MethodPage(
        pack=pack,
        contents=CONTENTS,
        elements=[
            ElementOnPage(element, [with_code(pack.values, code) for code in element.values])
            for element in pack.core_elements
        ],
        purposes=[
            PurposeOnPage(purpose, [p for p in pack.guiding_purposes if p.under == purpose.code])
            for purpose in pack.guiding_purposes
            if not purpose.under
        ],
    )
