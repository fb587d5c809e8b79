"""Filling a person's name and pronouns into a shared sentence."""

from hjemmebane.domain.citizens.choices import Gender

PRONOUNS = {
    Gender.WOMAN: ("hun", "hende", "hendes"),
    Gender.MAN: ("han", "ham", "hans"),
}


def about(text: str, *, name: str, gender: Gender) -> str:
    """The sentence about this person: {navn} {navns} {han} {Han} {ham} {hans}."""
    he, him, his = PRONOUNS[gender]
    return text.format(
        navn=name,
        navns=f"{name}’" if name[-1] in "sxz" else f"{name}s",
        han=he,
        Han=he.capitalize(),
        ham=him,
        hans=his,
    )
