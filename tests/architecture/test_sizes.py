"""Files and functions stay small enough to be read at one sitting."""

import sys
from pathlib import Path

import pytest

from tests.architecture.source import (
    PACKAGE,
    ROOT,
    Finding,
    FunctionNode,
    files,
    functions,
    listed,
    modules,
    place,
)

PYTHON_FILE, FUNCTION, TEMPLATE, TEST_FILE = 500, 50, 200, 600
DOCUMENT, ARCHITECTURE = 200, 300


def long_files(folder: Path, suffix: str, limit: int) -> list[Finding]:
    """Written files of a kind with more lines than the limit."""
    return [
        Finding(place(path, folder), count, f"{count} lines, at most {limit}")
        for path in files(folder, suffix)
        if {"migrations", "generated"}.isdisjoint(path.parts) and (count := _lines(path)) > limit
    ]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def long_functions(folder: Path, limit: int = FUNCTION) -> list[Finding]:
    """Functions with more lines than the limit, decorators not counted."""
    return [
        Finding(path, node.lineno, f"{node.name} has {_length(node)} lines, at most {limit}")
        for path, tree in modules(folder)
        for node in functions(tree)
        if _length(node) > limit
    ]


def _length(node: FunctionNode) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize(
    ("folder", "suffix", "limit"),
    [
        (PACKAGE, ".py", PYTHON_FILE),
        (PACKAGE, ".html", TEMPLATE),
        (ROOT / "tools", ".py", PYTHON_FILE),
        (ROOT / "benchmarks", ".py", PYTHON_FILE),
        (ROOT / "tests", ".py", TEST_FILE),
    ],
)
def test_files_are_short(folder, suffix, limit):
    found = long_files(folder, suffix, limit)

    assert not found, listed(found)


@pytest.mark.parametrize("folder", [PACKAGE, ROOT / "tools", ROOT / "benchmarks", ROOT / "tests"])
def test_functions_are_short(folder):
    found = long_functions(folder)

    assert not found, listed(found)


def test_documents_are_short():
    """What is generated, and the glossary, is as long as the house is: nobody reads it through."""
    limits = {"architecture.md": ARCHITECTURE, "glossary.md": sys.maxsize}
    found = [
        finding
        for finding in long_files(ROOT / "docs", ".md", DOCUMENT)
        if finding.line > limits.get(finding.path, DOCUMENT)
        and not finding.path.startswith("generated/")
    ]

    assert not found, listed(found)


@pytest.mark.parametrize(
    ("path", "suffix", "limit"),
    [
        ("domain/plans/seeded.py", ".py", PYTHON_FILE),
        ("faces/staff/plans/seeded.html", ".html", TEMPLATE),
    ],
)
def test_long_file_is_found(house, seed, path, suffix, limit):
    seed(path, "\n" * limit)
    assert path not in {f.path for f in long_files(house, suffix, limit)}

    seed(path, "\n" * (limit + 1))
    assert path in {f.path for f in long_files(house, suffix, limit)}


def test_long_function_is_found(house, seed):
    path = seed("domain/plans/seeded.py", "def long():\n" + "    x = 1\n" * FUNCTION)

    assert [f.path for f in long_functions(house) if f.path == path] == [path]
