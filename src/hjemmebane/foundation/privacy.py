"""Every field of every model says how close it lies to a person."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Privacy:
    """The field names of one model, each in exactly one set (a test compares them with the model).

    sealed: encrypted at rest · sensitive: health, social matters, free text about a person ·
    personal: identifies or locates a person · plain: codes, dates, keys and counts.
    """

    sealed: frozenset[str] = field(default_factory=frozenset)
    sensitive: frozenset[str] = field(default_factory=frozenset)
    personal: frozenset[str] = field(default_factory=frozenset)
    plain: frozenset[str] = field(default_factory=frozenset)

    def __add__(self, other: "Privacy") -> "Privacy":
        return Privacy(
            sealed=self.sealed | other.sealed,
            sensitive=self.sensitive | other.sensitive,
            personal=self.personal | other.personal,
            plain=self.plain | other.plain,
        )

    def sets(self) -> tuple[frozenset[str], ...]:
        return (self.sealed, self.sensitive, self.personal, self.plain)


def classify(
    *, sealed: str = "", sensitive: str = "", personal: str = "", plain: str = ""
) -> Privacy:
    """A classification from space-separated field names."""
    return Privacy(
        sealed=frozenset(sealed.split()),
        sensitive=frozenset(sensitive.split()),
        personal=frozenset(personal.split()),
        plain=frozenset(plain.split()),
    )
