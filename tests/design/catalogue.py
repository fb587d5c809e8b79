"""Every component with every prop it documents, so that each can be rendered alone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.core.paginator import Paginator
from django.template import Context, Template

import hjemmebane.design
from hjemmebane.design.charts.steps import Move, StepChart
from hjemmebane.design.documentation import Documentation, documentation_of
from hjemmebane.design.faces import DayFace
from hjemmebane.design.navigation import Link
from hjemmebane.design.picking import Pick
from hjemmebane.design.samples import GalleryForm, SearchForm, form_with_errors
from hjemmebane.foundation.differences import Difference

DESIGN = Path(hjemmebane.design.__file__).parent
PACKAGE = DESIGN.parent
COMPONENTS = sorted(path.stem for path in (DESIGN / "components").glob("*.html"))

SCRIPT = "<script>alert('x')</script>"
PLAIN = {
    "icon": "check",
    "variant": "secondary",
    "tone": "good",
    "level": 4,
    "reached": 2,
    "total": 5,
    "type": "button",
}


def source_of(component: str) -> str:
    return (DESIGN / "components" / f"{component}.html").read_text(encoding="utf-8")


def contract_of(component: str) -> Documentation:
    return documentation_of(source_of(component))


def example_of(component: str, prop: str, text: str = "Ord") -> object:
    """A value the prop may have, holding `text` wherever it takes text."""
    if (component, prop) == ("icon", "name"):
        return "check"
    shaped = {
        "links": [Link(text, "#a", icon="home", current=True), Link(text, "#b")],
        "items": [(text, text)],
        "days": [DayFace(4, text, text, text), DayFace(2, text, "", text)],
        "stages": [text, text, text],
        "differences": [Difference(text, text, text), Difference(text, "", "")],
        "chart": StepChart(
            name="vej",
            title=text,
            levels=(text, "Ord"),
            moves=(Move(text, dt.date(2026, 1, 5)), Move("Ord", dt.date(2026, 2, 2))),
            until=dt.date(2026, 3, 2),
        ),
        "pick": Pick("lys", text, [("", text), ("roed", text)], "roed"),
        "page": Paginator(range(30), 10).page(2),
        "field": SearchForm()["words"],
        "form": form_with_errors() if component == "error_summary" else text,
    }
    return shaped.get(prop, PLAIN.get(prop, text))


def rendered(component: str, text: str = "Ord", leave_out: frozenset[str] = frozenset()) -> str:
    """The component with everything it documents, but what is left out."""
    contract = contract_of(component)
    props = {name: example_of(component, name, text) for name in contract.props - leave_out}
    given = " ".join(f"{name}={name}" for name in sorted(props))
    slots = "".join(
        f'{{% slot "{name}" %}}[{name}]{{% endslot %}}'
        for name in sorted(contract.slots - leave_out - {"body"})
    )
    body = "[body]" if "body" in contract.slots - leave_out else ""
    tag = f'{{% load design %}}{{% component "{component}" {given} %}}{slots}{body}'
    return Template(tag + "{% endcomponent %}").render(Context(props))


def included(component: str) -> str:
    """The component by {% include … only %} with its required props alone."""
    contract = contract_of(component)
    props = {name: example_of(component, name) for name in contract.props & contract.required}
    given = " ".join(f"{name}={name}" for name in sorted(props))
    clause = f"with {given} only" if given else "only"
    tag = f'{{% include "design/components/{component}.html" {clause} %}}'
    return Template(tag).render(Context(props))


def templates() -> Iterator[Path]:
    """Every template of the house."""
    return PACKAGE.rglob("*.html")


__all__ = ["COMPONENTS", "DESIGN", "PACKAGE", "SCRIPT", "GalleryForm"]
