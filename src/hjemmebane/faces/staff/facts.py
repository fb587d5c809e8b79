"""What is known of something, as (label, value)."""

from collections.abc import Iterable

type Fact = tuple[str, str]


def stated(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that say something."""
    return [(label, value) for label, value in facts if value]
