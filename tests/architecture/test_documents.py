"""Documents name what exists: every setting, every model, every path they point to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, Finding, files, listed, modules, nodes, place

SETTING = re.compile(r"(HJEMMEBANE_[A-Z_]+|DEMO_PASSWORD)")
POINTER = re.compile(r"`((?:src|docs|tests|tools|domain|faces|design|foundation|config)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)")
WORD = re.compile(r"`([\w.]+)`")
COMING = "## Words decided for what comes"
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]


def settings_read(package: Path) -> set[str]:
    """The environment variables that the package reads."""
    return {
        node.value
        for _path, tree in modules(package)
        for node in nodes(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SETTING.fullmatch(node.value)
    }


def undocumented(package: Path, operations: str) -> set[str]:
    """Settings that the operations manual does not name in backticks."""
    return {name for name in settings_read(package) if f"`{name}`" not in operations}


def stale_settings(package: Path, operations: str) -> set[str]:
    """Settings that the manual names and nothing reads (tools and the run script read some)."""
    sources = [*files(package, ".py"), *files(ROOT / "tools", ".py"), ROOT / "run"]
    known = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(rf"`{SETTING.pattern}`", operations))
    return {name for name in named if name not in known}


def stale_words(package: Path, glossary: str) -> set[str]:
    """Identifiers in the last column of the glossary that occur nowhere in the code.

    The words decided for what comes are left out: they have no code yet.
    """
    code = "\n".join(path.read_text(encoding="utf-8") for path in files(package, ".py"))
    rows = [r for r in glossary.split(COMING, maxsplit=1)[0].splitlines() if r.startswith("|")]
    names = {
        part
        for row in rows
        for name in WORD.findall(row.split("|")[-2])
        for part in name.split(".")
    }
    return {name for name in names if not re.search(rf"\b{name}\b", code)}


def dead_pointers(root: Path) -> list[Finding]:
    """Paths in backticks and relative links in documents that lead nowhere."""
    return [
        Finding(place(path, root), number, f"leads nowhere: {target}")
        for path in _documents(root)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for target in [*POINTER.findall(line), *LINK.findall(line)]
        if not _leads_somewhere(root, path, target)
    ]


def _documents(root: Path) -> Iterator[Path]:
    """Decision records speak of their own moment and may name what is yet to come."""
    yield from (path for name in DOCUMENTS if (path := root / name).exists())
    yield from (path for path in files(root / "docs", ".md") if path.parent.name != "adr")


def _leads_somewhere(root: Path, document: Path, target: str) -> bool:
    """A decision may be named by its number alone (`docs/adr/0005`)."""
    starts = (root, root / "src" / "hjemmebane", document.parent)
    return any((s / target).exists() or any(s.glob(f"{target}-*.md")) for s in starts)


def test_every_setting_is_documented():
    manual = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

    assert undocumented(PACKAGE, manual) == set()
    assert stale_settings(PACKAGE, manual) == set()


def test_glossary_names_what_the_code_calls_so():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

    assert COMING in glossary
    assert stale_words(PACKAGE, glossary) == set()


def test_documents_point_at_what_exists():
    found = dead_pointers(ROOT)

    assert not found, listed(found)


def test_undocumented_setting_is_found(house, seed):
    seed("config/settings/seeded.py", 'import os\nX = os.environ["HJEMMEBANE_SEEDED"]\n')

    assert "HJEMMEBANE_SEEDED" in undocumented(house, "`HJEMMEBANE_SECRET_KEY`")


def test_stale_setting_is_found(house):
    assert stale_settings(house, "`HJEMMEBANE_LONG_GONE`") == {"HJEMMEBANE_LONG_GONE"}


@pytest.mark.parametrize(
    "text", ["See `docs/gone.md`.", "See [there](gone.md).", "`docs/adr/9999`"]
)
def test_dead_pointer_is_found(tmp_path, text):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "testing.md").write_text(f"# Testing\n\n{text}\n", encoding="utf-8")

    assert [(f.path, f.line) for f in dead_pointers(tmp_path)] == [("docs/testing.md", 3)]
