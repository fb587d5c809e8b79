"""What a component accepts, read from the comment at the top of its template.

The comment is the contract: `{% component %}` refuses a prop it does not name, the tests hold
every `{% include %}` to it, and the gallery prints it. Its form:

    {% comment %}
    Card: one thing and what can be done with it.

    Props
      title*   what it is
      tone     accent | quiet
    Slots
      body*    what it says
    Example
      …
    Accessibility
      …
    {% endcomment %}
"""

import re
from dataclasses import dataclass

OPENING = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)
SECTION = re.compile(r"^(Props|Slots|Example|Accessibility)$", re.MULTILINE)
ENTRY = re.compile(r"^  ([a-z_]+)(\*?)(?:\s+\S.*)?$", re.MULTILINE)


class UndocumentedComponent(Exception):
    """The template does not open with a comment that says what it accepts."""


@dataclass(frozen=True)
class Documentation:
    """The parts of a component's opening comment."""

    purpose: str
    props: frozenset[str]
    slots: frozenset[str]
    required: frozenset[str]
    example: str
    accessibility: str


def documentation_of(source: str) -> Documentation:
    """Read the opening comment of a component's template."""
    opening = OPENING.match(source)
    if opening is None:
        raise UndocumentedComponent("A component opens with a comment that names its props.")
    purpose, *parts = SECTION.split(opening.group(1))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    props = ENTRY.findall(sections.get("Props", ""))
    slots = ENTRY.findall(sections.get("Slots", ""))
    return Documentation(
        purpose=purpose.strip(),
        props=frozenset(name for name, _ in props),
        slots=frozenset(name for name, _ in slots),
        required=frozenset(name for name, star in props + slots if star),
        example=sections.get("Example", "").strip(),
        accessibility=sections.get("Accessibility", "").strip(),
    )
