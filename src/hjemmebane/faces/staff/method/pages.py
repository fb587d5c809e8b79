"""What the page shows beyond the pack itself: its parts, and entries joined by their codes."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.method.content.entries import CoreElement, GuidingPurpose, Value, with_code
from hjemmebane.domain.method.content.measuring import Instrument, Measurement, Occasion
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import instrument, instruments
from hjemmebane.faces.staff.fidelity.pages.indicators import ElementTold, elements_told
from hjemmebane.faces.staff.measurements.pages.instruments import InstrumentTold, instrument_told
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
    Link("Efterlevelse", "#efterlevelse"),
    Link("Vedholdenhed", "#vedholdenhed"),
    Link("Det skal være på plads", "#forudsaetninger"),
    Link("Oplysningsark", "#oplysningsark"),
)

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
    def told(self) -> InstrumentTold:
        return instrument_told(self.instrument)

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
    other_instruments: Sequence[InstrumentTold]
    fidelity: Sequence[ElementTold]


def method_page(pack: MethodPack) -> MethodPage:
    asked = {one.instrument for one in pack.measurements}
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
        other_instruments=[instrument_told(one) for one in instruments() if one.code not in asked],
        fidelity=elements_told(pack),
    )
