"""Names of files as people see them: with nothing in them that cannot be seen, and not long."""

from pathlib import PurePath


def tidied_stem(name: str, *, longest: int, otherwise: str) -> str:
    """A file's name without folders, its ending and what cannot be seen; `otherwise` if empty."""
    last = PurePath(name.replace("\\", "/")).stem
    visible = "".join(letter for letter in last if letter.isprintable())
    return visible.strip()[:longest].strip() or otherwise
