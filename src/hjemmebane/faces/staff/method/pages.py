"""What the page shows beyond the pack itself: its parts, and entries joined by their codes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.method.content.entries import CoreElement, GuidingPurpose, Value, with_code
from hjemmebane.domain.method.content.measuring import Instrument, Measurement, Occasion
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import instrument, instruments
from hjemmebane.domain.method.queries import pack as method
from hjemmebane.domain.practice.queries import Moving
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.fidelity.pages.indicators import ElementTold, elements_told
from hjemmebane.faces.staff.measurements.pages.instruments import InstrumentTold, instrument_told
from hjemmebane.faces.staff.method.forms import MoveForm
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.foundation.listing import listed

CONTENTS = (
    Link("Værdierne", "#vaerdier"),
    Link("Kerneelementerne", "#kerneelementer"),
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
    switch: Sequence[Link]
    move_url: str


def method_page(pack: MethodPack, switch: Sequence[Link] = (), move_url: str = "") -> MethodPage:
    """`switch`: the way to the methods of one's other teams; `move_url`: to another for this."""
    asked = {one.instrument for one in pack.measurements}
    return MethodPage(
        pack=pack,
        switch=switch,
        move_url=move_url,
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


@dataclass(frozen=True)
class Offer:
    """Another method in words: what becomes of the team's citizens and functions."""

    title: str
    text: str
    parts: str
    placed: Sequence[str]
    left: int
    functions: Sequence[str]


@dataclass(frozen=True)
class MovePage:
    team: Team
    now: MethodPack
    back: str
    form: MoveForm
    offers: Sequence[Offer]
    may: bool


def move_page(team: Team, form: MoveForm, offers: Sequence[Moving], *, may: bool) -> MovePage:
    return MovePage(
        team=team,
        now=method(team.method_pack),
        back=address_in(team, "staff:method:page"),
        form=form,
        offers=[offer(team, one) for one in offers],
        may=may,
    )


def offer(team: Team, moving: Moving) -> Offer:
    counted = Counter(part.title for _, part in moving.placed)
    renamed = {
        membership.staff_member.name: ", ".join(function_titles_in(moving.to, codes))
        for membership, codes in moving.functions
    }
    return Offer(
        title=moving.to.title,
        text=moving.move.text if moving.move else moving.to.text,
        parts=listed([part.short_title for part in moving.to.practice_parts]),
        placed=[f"{part}: {count}" for part, count in counted.items()],
        left=len(moving.left),
        functions=[f"{name}: {called or 'ingen'}" for name, called in renamed.items()],
    )


def function_titles_in(pack: MethodPack, codes: Sequence[str]) -> list[str]:
    """What a method calls the functions, coordinating with them."""
    titles = {one.code: one.title for one in pack.core_functions}
    return [titles.get(code, pack.coordinator.title) for code in codes]
