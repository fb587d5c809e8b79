"""The tree as the gates see it: files, syntax trees and findings. Knows nothing of Django."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "hjemmebane"
BUILT = {"__pycache__", "vendor", "node_modules"}

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Finding(NamedTuple):
    """One trespass. Its text starts with path:line, so that editors can jump to it."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


def files(folder: Path, suffix: str) -> Iterator[Path]:
    """The written files below a folder, built ones left out, in a stable order."""
    for path in sorted(folder.rglob(f"*{suffix}")):
        if not BUILT & set(path.relative_to(folder).parts):
            yield path


def place(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def modules(folder: Path, *, migrations: bool = False) -> Iterator[tuple[str, ast.Module]]:
    """(path below the folder, syntax tree) of every Python file."""
    for path in files(folder, ".py"):
        if migrations or "migrations" not in path.parts:
            yield place(path, folder), _parsed(path.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> ast.Module:
    """Copies of the house share most of their files, so the text is the key."""
    return ast.parse(text)


@cache
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Everything in a module. Asked by many gates, of trees that never change."""
    return tuple(ast.walk(tree))


def functions(tree: ast.Module) -> Iterator[FunctionNode]:
    for node in nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def is_called(path: str, *names: str) -> bool:
    """Whether a path is a named module (`actions.py`) or lies in a package of that name."""
    parts = Path(path).with_suffix("").parts
    return any(name in parts for name in names)


def rooms(package: Path) -> Iterator[Path]:
    """The folders of the domain, one room each."""
    for folder in sorted((package / "domain").iterdir()):
        if folder.is_dir() and folder.name != "__pycache__":
            yield folder


# Built of the same files as a room, below them all because a login is no one's domain.
APPS_LIKE_ROOMS = ("domain/", "foundation/accounts/")


def is_part_of_room(path: str, *names: str) -> bool:
    """Whether a path is one of these files (or packages) of a room."""
    return path.startswith(APPS_LIKE_ROOMS) and is_called(path, *names)


def listed(findings: list[Finding]) -> str:
    return "\n".join(str(finding) for finding in findings)
