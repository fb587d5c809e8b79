"""What the page shows beyond the pack itself: its parts, and entries joined by their codes."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.method.content.entries import CoreElement, GuidingPurpose, Value, with_code
from hjemmebane.domain.method.content.measuring import (
    Instrument,
    Measurement,
    Occasion,
    Respondent,
)
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import instrument
from hjemmebane.foundation.listing import listed

CONTENTS = (
    Link("Værdierne", "#vaerdier"),
    Link("De syv kerneelementer", "#kerneelementer"),
    Link("Praksismodellen", "#praksismodel"),
    Link("Målgruppen", "#maalgruppe"),
    Link("Teamet", "#team"),
    Link("Planen", "#plan"),
    Link("Møderne", "#moeder"),
    Link("Samtalen", "#samtalen"),
    Link("Målingerne", "#maalinger"),
    Link("Vedholdenhed", "#vedholdenhed"),
    Link("Det skal være på plads", "#forudsaetninger"),
    Link("Oplysningsark", "#oplysningsark"),
)

WHO = {Respondent.CITIZEN: "Borgeren svarer.", Respondent.STAFF: "Teamet vurderer."}
WHEN = {
    Occasion.START: "ved start",
    Occasion.QUARTER: "hver tredje måned",
    Occasion.END: "ved slut",
}


@dataclass(frozen=True)
class ElementOnPage:
    element: CoreElement
    values: Sequence[Value]


@dataclass(frozen=True)
class PurposeOnPage:
    purpose: GuidingPurpose
    below: Sequence[GuidingPurpose]


@dataclass(frozen=True)
class MeasurementOnPage:
    """A measurement with its instrument. when: in words, such as “ved start og ved slut”."""

    measurement: Measurement
    instrument: Instrument

    @property
    def who(self) -> str:
        return WHO[self.instrument.respondent]

    @property
    def when(self) -> str:
        return listed([WHEN[occasion] for occasion in self.measurement.occasions])


@dataclass(frozen=True)
class MethodPage:
    pack: MethodPack
    contents: Sequence[Link]
    elements: Sequence[ElementOnPage]
    purposes: Sequence[PurposeOnPage]
    measurements: Sequence[MeasurementOnPage]


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
        measurements=[
            MeasurementOnPage(one, instrument(one.instrument)) for one in pack.measurements
        ],
    )
