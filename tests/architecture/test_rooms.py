"""Each room has a sign on its door and known files only; nothing is called utils."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, Finding, files, listed, nodes, place, rooms

VOCABULARY = {
    "__init__",
    "apps",
    "migrations",
    "choices",
    "calculations",
    "content",
    "models",
    "queries",
    "rules",
    "actions",
    "jobs",
}
# Of a face's folder for a room; templates lie beside them under free names.
FACE_VOCABULARY = {"__init__", "urls", "views", "pages", "forms"}
# Those that people look at; the others make documents and commands, and are built differently.
SCREENS = ("staff", "citizen", "partner", "public")
BANNED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "core",
    "manager",
    "managers",
    "handlers",
    "services",
}
# A settings module that is never used alone is called base everywhere in Django's world.
MAY_BE_BANNED = {"src/hjemmebane/config/settings/base.py"}
SIGN = re.compile(r"\A\w[^\n]*\.\n\nNouns:  .+\nReads:  .+", re.DOTALL)


def missing_signs(package: Path) -> list[Finding]:
    """Rooms whose `__init__` does not say what the room is, its nouns and what it reads."""
    found = []
    for room in rooms(package):
        door = room / "__init__.py"
        tree = ast.parse(door.read_text(encoding="utf-8")) if door.exists() else ast.Module([], [])
        if not SIGN.match(ast.get_docstring(tree) or ""):
            found.append(Finding(place(door, package), 1, "no sign: a sentence, Nouns:, Reads:"))
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in nodes(tree)):
            found.append(Finding(place(door, package), 1, "the door of a room imports nothing"))
    return found


def unknown_files(package: Path) -> list[Finding]:
    """Files and folders of a room outside the fixed vocabulary."""
    return [
        Finding(place(path, package), 1, "not in a room's vocabulary")
        for room in rooms(package)
        for path in sorted(room.iterdir())
        if path.name != "__pycache__" and path.stem not in VOCABULARY
    ]


def unknown_face_files(package: Path) -> list[Finding]:
    """Python in a screen's room whose name does not say whether it asks, shows or is filled in."""
    return [
        Finding(place(path, package), 1, "not in the vocabulary of a face")
        for screen in SCREENS
        for room in sorted((package / "faces" / screen).glob("*/"))
        for path in sorted(room.iterdir())
        if path.stem not in FACE_VOCABULARY and _holds_python(path)
    ]


def _holds_python(path: Path) -> bool:
    return any(files(path, ".py")) if path.is_dir() else path.suffix == ".py"


def banned_names(root: Path) -> list[Finding]:
    """Files and folders whose name says nothing."""
    return [
        Finding(path, 1, "a name that says nothing: name what it does")
        for path in sorted(
            {name for folder in ("src", "tests", "tools") for name in _names(root, folder)}
        )
        if Path(path).stem in BANNED and path not in MAY_BE_BANNED
    ]


def _names(root: Path, folder: str) -> Iterator[str]:
    """Every written file, and every folder that holds one."""
    for path in files(root / folder, ""):
        if path.is_file() and not any(part.endswith(".egg-info") for part in path.parts):
            yield place(path, root)
            for parent in path.relative_to(root).parents[:-1]:
                yield parent.as_posix()


@pytest.mark.parametrize("gate", [missing_signs, unknown_files, unknown_face_files])
def test_rooms_have_signs_and_only_known_files(gate):
    found = gate(PACKAGE)

    assert not found, listed(found)


def test_names_say_something():
    found = banned_names(ROOT)

    assert not found, listed(found)


@pytest.mark.parametrize(
    "text",
    ["", '"""Plans."""\n', '"""Plans: what was agreed.\n\nNouns:  Plan\n"""\n'],
)
def test_room_without_a_sign_is_found(house, seed, text):
    path = seed("domain/seeded/__init__.py", text)

    assert [f.path for f in missing_signs(house) if f.path == path] == [path]


def test_importing_door_is_found(house, seed):
    sign = '"""Seeded: a room.\n\nNouns:  Seed\nReads:  no room\n"""\n'
    path = seed("domain/seeded/__init__.py", sign + "from hjemmebane.domain.plans import models\n")

    assert path in {f.path for f in missing_signs(house)}


@pytest.mark.parametrize("name", ["forms.py", "helpers/x.py", "plan.html"])
def test_unknown_file_in_a_room_is_found(house, seed, name):
    seed(f"domain/plans/{name}", "")

    assert f"domain/plans/{name.split('/')[0]}" in {f.path for f in unknown_files(house)}


@pytest.mark.parametrize(
    "name", ["staff/plans/item_views.py", "staff/plans/desk/x.py", "partner/shared/queries.py"]
)
def test_unknown_file_in_a_face_is_found(house, seed, name):
    seed(f"faces/{name}", "")

    found = {f.path for f in unknown_face_files(house)}

    assert found == {f"faces/{'/'.join(name.split('/')[:3])}"}


def test_templates_of_a_face_are_called_what_they_show(house, seed):
    seed("faces/staff/plans/regions/another.html", "")
    seed("faces/staff/plans/another.html", "")

    assert unknown_face_files(house) == []


@pytest.mark.parametrize("name", ["faces/staff/utils.py", "design/common/card.html"])
def test_banned_name_is_found(house, seed, name):
    seed(name, "")
    root = house.parents[1]
    for folder in ("tests", "tools"):
        (root / folder).mkdir(exist_ok=True)

    found = {f.path for f in banned_names(root)}

    assert f"src/hjemmebane/{name}" in found or f"src/hjemmebane/{Path(name).parent}" in found
