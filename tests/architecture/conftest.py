"""Fixtures of the gates: a copy of the house in which a test may do what is forbidden."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.source import BUILT, PACKAGE

Seed = Callable[[str, str], str]


@pytest.fixture
def house(tmp_path):
    """A copy of the package, free to be spoilt."""
    copy = tmp_path / "src" / "hjemmebane"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns(*BUILT, "static", "*.toml"))
    return copy


@pytest.fixture
def seed(house: Path) -> Seed:
    """Write text to a path of the copy; answers the path."""

    def write(path: str, text: str) -> str:
        target = house / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return path

    return write
