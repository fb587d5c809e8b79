"""A silenced tool needs a reason, and no file speaks of the machine it was written on."""

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Finding, files, listed, place

WRITTEN = ("src", "tests", "tools", "benchmarks", "docs", ".ci")
TEXT = {".py", ".html", ".md", ".toml", ".css", ".js", ".sh", ".yml", ".json", ".txt", ".typ", ""}
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|fmt:\s*(off|skip))")
GOOD = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\]|pragma: no cover) -- \S.{7,}")
# Split, so that this file does not find itself.
MACHINE = re.compile(
    r"(?<![\w.:/-])/(" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me/", "Us" + "ers/")) + r")\b"
)


def unexplained(folder: Path) -> list[Finding]:
    """Suppressions that do not name a rule and say why: `# noqa: RULE -- the reason`."""
    return [
        Finding(
            place(path, folder), comment.start[0], f"{comment.string}: say the rule and ` -- why`"
        )
        for path in files(folder, ".py")
        for comment in _comments(path)
        if SUPPRESSION.search(comment.string) and not GOOD.search(comment.string)
    ]


def _comments(path: Path) -> Iterator[tokenize.TokenInfo]:
    with path.open("rb") as source:
        yield from (t for t in tokenize.tokenize(source.readline) if t.type == tokenize.COMMENT)


def machine_paths(root: Path) -> list[Finding]:
    """Absolute paths of somebody's machine in anything we write."""
    return [
        Finding(place(path, root), number, f"names a folder of one machine: {line.strip()[:80]}")
        for path in _written(root)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MACHINE.search(line)
    ]


def _written(root: Path) -> Iterator[Path]:
    yield from (path for path in sorted(root.iterdir()) if path.is_file() and path.suffix in TEXT)
    for folder in WRITTEN:
        if (root / folder).is_dir():
            yield from (p for p in files(root / folder, "") if p.is_file() and p.suffix in TEXT)


@pytest.mark.parametrize("folder", ["src", "tests", "tools", "benchmarks"])
def test_suppressions_carry_a_reason(folder):
    found = unexplained(ROOT / folder)

    assert not found, listed(found)


def test_no_file_names_a_machine():
    found = machine_paths(ROOT)

    assert not found, listed(found)


@pytest.mark.parametrize(
    "comment",
    ["# noqa", "# noqa: F401", "# type: ignore", "# type: ignore[arg-type]", "# noqa: F401 -- eh"],
)
def test_unexplained_suppression_is_found(house, seed, comment):
    path = seed("domain/plans/seeded.py", f"x = 1  {comment}\n")

    assert path in {f.path for f in unexplained(house)}


def test_explained_suppression_is_left_alone(house, seed):
    path = seed("domain/plans/seeded.py", "import os  # noqa: F401 -- the import registers it\n")

    assert path not in {f.path for f in unexplained(house)}


@pytest.mark.parametrize(
    "folder", ["wo" + "rk/main", "ro" + "ot/x", "ho" + "me/ida", "Us" + "ers/ida"]
)
def test_machine_path_is_found(house, seed, folder):
    seed("domain/plans/seeded.py", f'FOLDER = "/{folder}"\n')

    found = {f.path for f in machine_paths(house.parents[1])}

    assert "src/hjemmebane/domain/plans/seeded.py" in found
