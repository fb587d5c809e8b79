"""What types cannot say of a pack: unique codes, promised counts, references that lead home."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hjemmebane.domain.method.content.believing_checks import lines_about_nothing
from hjemmebane.domain.method.content.dacts import CODES
from hjemmebane.domain.method.content.entries import CoordinationCode, Entry
from hjemmebane.domain.method.content.fidelity import OF_TODAY, WITH_LIMIT
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.content.persistence import Rule
from hjemmebane.domain.method.content.problem import Problem

# For each core element of a method.
LEAST_INDICATORS = 3
# What the pages ask for by its code, so that no method can do without.
NEEDED = {
    "agenda": {"BOARD", "NETWORK", "STEERING"},
    "information_sheet": {"CITIZEN", "PARTNER"},
    "choice_list": {"HOUSING", "EFFORT", "NEXT_SUPPORT", "BOARD_REASONS"},
    "plain_question": {"WORRY", "WORKS", "NEXT_STEP"},
    "legal_basis": {"OTHER"},
}
# What a meeting must come to, and under one point only.
SHOWN = {"BOARD": "CITIZENS", "NETWORK": "PROMISES"}


class Listing(NamedTuple):
    """The entries under one key, and how many the pack promised (None: no promise)."""

    key: str
    entries: Sequence[Entry]
    promised: int | None = None

    def keyed(self) -> Iterator[tuple[str, Entry]]:
        """Counted from one, as a person counts the tables in a file."""
        for number, entry in enumerate(self.entries, start=1):
            yield f"{self.key}[{number}]", entry


def problems(pack: MethodPack) -> Iterator[Problem]:
    listings = [*_listings(pack), *_nested_listings(pack)]
    for listing in listings:
        yield from _wrong_count(listing)
    for space in _code_spaces(listings):
        yield from _repeated_codes(space)
    yield from _wrong_measurements(pack)
    yield from _wrong_numbers(pack)
    yield from _unanswerable_questions(pack)
    yield from _missing_rules(pack)
    yield from _unmeasured_elements(pack)
    yield from _wrong_figures(pack)
    yield from _missing_entries(pack)
    yield from _wrong_moves(pack)
    yield from _wrong_exceptions(pack)
    yield from _dead_references(pack)
    yield from lines_about_nothing(pack)
    yield from _dead_links(pack, listings)


def _listings(pack: MethodPack) -> list[Listing]:
    promised = pack.expected
    return [
        Listing("value", pack.values, promised.values),
        Listing("core_element", pack.core_elements, promised.core_elements),
        Listing("core_function", pack.core_functions, promised.core_functions),
        Listing("role_field", pack.role_fields, promised.role_fields),
        Listing("practice_part", pack.practice_parts, promised.practice_parts),
        Listing("target_group.criteria", pack.target_group.criteria, promised.criteria),
        Listing("life_area", pack.life_areas, promised.life_areas),
        Listing("resource_area", pack.resource_areas, promised.resource_areas),
        Listing("guiding_purpose", pack.guiding_purposes, promised.guiding_purposes),
        Listing("contribution", pack.contributions, promised.contributions),
        Listing(
            "coordination_question", pack.coordination_questions, promised.coordination_questions
        ),
        Listing("smart_prompt", pack.smart_prompts, promised.smart_prompts),
        Listing("plain_question", pack.plain_questions, promised.plain_questions),
        Listing("precondition", pack.preconditions, promised.preconditions),
        Listing("agenda", pack.agendas, promised.agendas),
        Listing("conversation_guide", pack.conversation_guides, promised.conversation_guides),
        Listing("information_sheet", pack.information_sheets, promised.information_sheets),
        Listing("persistence_rule", pack.persistence_rules, promised.persistence_rules),
        Listing("legal_basis", pack.legal_bases, promised.legal_bases),
        Listing("choice_list", pack.choice_lists, promised.choice_lists),
        Listing("self_assessment", pack.self_assessments, promised.self_assessments),
        Listing("fidelity_indicator", pack.fidelity_indicators, promised.fidelity_indicators),
        Listing(
            "functioning_dimension", pack.functioning_dimensions, promised.functioning_dimensions
        ),
    ]


def _nested_listings(pack: MethodPack) -> Iterator[Listing]:
    for number, part in enumerate(pack.practice_parts, start=1):
        for name, entries, promised in (
            ("activities", part.activities, pack.expected.activities),
            ("indicators", part.indicators, pack.expected.indicators),
        ):
            count = promised[number - 1] if number <= len(promised) else 0
            yield Listing(f"practice_part[{number}].{name}", entries, count)
    for number, agenda in enumerate(pack.agendas, start=1):
        yield Listing(f"agenda[{number}].items", agenda.items)
    for number, guide in enumerate(pack.conversation_guides, start=1):
        yield Listing(f"conversation_guide[{number}].topics", guide.topics)
    for number, choices in enumerate(pack.choice_lists, start=1):
        # Each list is a space of its own: the same effort may stand in two of them.
        yield Listing(f"choice_list[{number}].options.{choices.code}", choices.options)


def _wrong_count(listing: Listing) -> Iterator[Problem]:
    found = len(listing.entries)
    if listing.promised is not None and listing.promised != found:
        yield Problem(listing.key, f"skal have {listing.promised}, men har {found}")


def _code_spaces(listings: list[Listing]) -> Iterator[list[tuple[str, Entry]]]:
    """Entries whose codes must differ. All parts share one space for their activities."""
    shared: dict[str, list[tuple[str, Entry]]] = {}
    for listing in listings:
        shared.setdefault(listing.key.rpartition("].")[2], []).extend(listing.keyed())
    yield from shared.values()


def _repeated_codes(space: list[tuple[str, Entry]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, entry in space:
        if entry.code in seen:
            yield Problem(f"{key}.code", f"“{entry.code}” er brugt før")
        seen.add(entry.code)


def _wrong_measurements(pack: MethodPack) -> Iterator[Problem]:
    """They have no code of their own: an instrument stands in a method once."""
    found, promised = len(pack.measurements), pack.expected.measurements
    if found != promised:
        yield Problem("measurement", f"skal have {promised}, men har {found}")
    seen: set[str] = set()
    for number, one in enumerate(pack.measurements, start=1):
        if one.instrument in seen:
            yield Problem(f"measurement[{number}].instrument", f"“{one.instrument}” er brugt før")
        seen.add(one.instrument)


def _wrong_numbers(pack: MethodPack) -> Iterator[Problem]:
    for number, part in enumerate(pack.practice_parts, start=1):
        if part.number != number:
            yield Problem(f"practice_part[{number}].number", f"skal være {number}")


def _unanswerable_questions(pack: MethodPack) -> Iterator[Problem]:
    """What a plan knows can answer these questions and no others, each once."""
    for number, question in enumerate(pack.coordination_questions, start=1):
        if question.code not in CoordinationCode:
            reason = f"“{question.code}” kan planen ikke svare på"
            yield Problem(f"coordination_question[{number}].code", reason)


def _missing_rules(pack: MethodPack) -> Iterator[Problem]:
    """A team keeps at it in every one of these situations; a figure of 0 puts none to sleep."""
    told = {rule.code for rule in pack.persistence_rules}
    for rule in Rule:
        if rule not in told:
            yield Problem("persistence_rule", f"{rule} mangler")


def _unmeasured_elements(pack: MethodPack) -> Iterator[Problem]:
    """One figure alone is soon worked for instead of with."""
    for element in pack.core_elements:
        found = sum(1 for one in pack.fidelity_indicators if one.core_element == element.code)
        if found < LEAST_INDICATORS:
            reason = f"{element.code} skal have mindst {LEAST_INDICATORS}, men har {found}"
            yield Problem("fidelity_indicator", reason)


def _wrong_figures(pack: MethodPack) -> Iterator[Problem]:
    """A formula gets the figures it needs, and none that it would not look at."""
    for number, one in enumerate(pack.fidelity_indicators, start=1):
        for name, figure, wants in (
            ("window", one.window, one.formula not in OF_TODAY),
            ("limit", one.limit, one.formula in WITH_LIMIT),
        ):
            if bool(figure) != wants:
                reason = f"{one.formula} {'mangler det' if wants else 'bruger det ikke'}"
                yield Problem(f"fidelity_indicator[{number}].{name}", reason)


def _missing_entries(pack: MethodPack) -> Iterator[Problem]:
    """What a page would look for in vain."""
    there = {listing.key: {entry.code for entry in listing.entries} for listing in _listings(pack)}
    for key, needed in NEEDED.items():
        for code in sorted(needed - there[key]):
            yield Problem(key, f"{code} mangler")
    for number, agenda in enumerate(pack.agendas, start=1):
        wanted = SHOWN.get(agenda.code)
        if wanted and sum(1 for item in agenda.items if item.shows == wanted) != 1:
            yield Problem(f"agenda[{number}].items", f"skal have ét punkt med {wanted}")


def _wrong_moves(pack: MethodPack) -> Iterator[Problem]:
    """A team comes from another method, from each in one way, and to what this one has."""
    found, promised = len(pack.moves), pack.expected.moves
    if found != promised:
        yield Problem("move", f"skal have {promised}, men har {found}")
    parts = {part.code for part in pack.practice_parts}
    functions = {function.code for function in pack.core_functions}
    seen = {pack.code}
    for number, move in enumerate(pack.moves, start=1):
        if move.from_pack in seen:
            yield Problem(f"move[{number}].from_pack", f"“{move.from_pack}” er brugt før")
        seen.add(move.from_pack)
        for name, lines, known in (
            ("parts", move.parts, parts),
            ("core_functions", move.core_functions, functions),
        ):
            for code, becomes in lines.items():
                if becomes not in known:
                    key = f"move[{number}].{name}.{code}"
                    yield Problem(key, f"“{becomes}” findes ikke")


def _wrong_exceptions(pack: MethodPack) -> Iterator[Problem]:
    """Each about one item of DACTS, and none about one twice."""
    seen: set[str] = set()
    for number, one in enumerate(pack.dacts_exceptions, start=1):
        if one.item not in CODES:
            yield Problem(f"dacts_exception[{number}].item", f"“{one.item}” findes ikke")
        if one.item in seen:
            yield Problem(f"dacts_exception[{number}].item", f"“{one.item}” er brugt før")
        seen.add(one.item)


def _dead_references(pack: MethodPack) -> Iterator[Problem]:
    values = {value.code for value in pack.values}
    life_areas = {area.code for area in pack.life_areas}
    purposes = {"", *(purpose.code for purpose in pack.guiding_purposes)}
    functions = {function.code for function in pack.core_functions}
    elements = {element.code for element in pack.core_elements}
    references = [
        *(
            (f"fidelity_indicator[{number}].core_element", one.core_element, elements)
            for number, one in enumerate(pack.fidelity_indicators, start=1)
        ),
        *(
            (f"core_element[{number}].values[{place}]", code, values)
            for number, element in enumerate(pack.core_elements, start=1)
            for place, code in enumerate(element.values, start=1)
        ),
        *(
            (f"resource_area[{number}].life_area", area.life_area, life_areas)
            for number, area in enumerate(pack.resource_areas, start=1)
        ),
        *(
            (f"guiding_purpose[{number}].under", purpose.under, purposes - {purpose.code})
            for number, purpose in enumerate(pack.guiding_purposes, start=1)
        ),
        *(
            (f"contribution[{number}].core_function", line.core_function, functions)
            for number, line in enumerate(pack.contributions, start=1)
        ),
    ]
    for key, code, known in references:
        if code not in known:
            yield Problem(key, f"“{code}” findes ikke")


def _dead_links(pack: MethodPack, listings: list[Listing]) -> Iterator[Problem]:
    anchors = {"", *(entry.anchor for listing in listings for entry in listing.entries)}
    for number, element in enumerate(pack.core_elements, start=1):
        for place, tool in enumerate(element.tools, start=1):
            if tool.see not in anchors:
                key = f"core_element[{number}].tools[{place}].see"
                yield Problem(key, f"“{tool.see}” findes ikke")
