"""Fixtures of the gates: a copy of the house in which a test may do what is forbidden."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture.source import BUILT, PACKAGE

Seed = Callable[[str, str], str]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, all links. Only `seed` spoils it, and puts it right again."""
    copy = tmp_path_factory.mktemp("copy") / "src" / "hjemmebane"
    left_out = shutil.ignore_patterns(*BUILT, "static", "*.toml")
    shutil.copytree(PACKAGE, copy, ignore=left_out, copy_function=os.symlink)
    return copy


@pytest.fixture
def seed(house: Path) -> Iterator[Seed]:
    """Write text to a path of the copy, until the test is over; answers the path."""
    seeded: list[Path] = []

    def write(path: str, text: str) -> str:
        target = house / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_text(text, encoding="utf-8")
        seeded.append(target)
        return path

    yield write
    for target in reversed(seeded):
        _restore(target, PACKAGE / target.relative_to(house))


def _restore(target: Path, original: Path) -> None:
    """What was there before the test: the link, or neither the file nor its folders."""
    target.unlink(missing_ok=True)
    if original.exists():
        target.symlink_to(original)
        return
    for folder, there in zip(target.parents, original.parents, strict=False):
        if there.exists() or any(folder.iterdir()):
            return
        folder.rmdir()
