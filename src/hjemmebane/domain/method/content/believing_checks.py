"""What types cannot say of the lines of a self-assessment: that each is about something."""

from collections.abc import Iterator

from hjemmebane.domain.method.content.believing import OF_ELEMENTS, AssessmentLine, AssessmentTheme
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.content.problem import Problem


def lines_about_nothing(pack: MethodPack) -> Iterator[Problem]:
    """A line names its value or core element, and what it is held against is measured.

    Each core element is asked about in all four ways.
    """
    for number, line in enumerate(pack.self_assessments, start=1):
        for name, reason in _wrong_in(pack, line):
            yield Problem(f"self_assessment[{number}].{name}", reason)
    asked = {(line.theme, line.about) for line in pack.self_assessments}
    for element in pack.core_elements:
        for theme in sorted(OF_ELEMENTS):
            if (theme, element.code) not in asked:
                yield Problem("self_assessment", f"{element.code} mangler {theme}")


def _wrong_in(pack: MethodPack, line: AssessmentLine) -> Iterator[tuple[str, str]]:
    measured = {one.code for one in pack.fidelity_indicators}
    if line.about not in _known(pack, line.theme):
        yield "about", f"“{line.about}” findes ikke"
    if bool(line.about) == bool(line.short):
        yield "short", "skal stå, hvor der ikke er about, og kun der"
    for place, code in enumerate(line.indicators, start=1):
        if code not in measured:
            yield f"indicators[{place}]", f"“{code}” findes ikke"


def _known(pack: MethodPack, theme: AssessmentTheme) -> set[str]:
    if theme in OF_ELEMENTS:
        return {element.code for element in pack.core_elements}
    if theme is AssessmentTheme.VALUE_COMPETENCE:
        return {value.code for value in pack.values}
    return {""}
