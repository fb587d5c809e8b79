"""Faces ask rooms; only actions write; SQL is spoken in few places."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, Finding, is_part_of_room, listed, modules, nodes

READERS = {"objects", "_default_manager", "_base_manager"}
WRITERS = {
    "save",
    "save_changes",
    "insert",
    "remove",
    "delete",
    "create",
    "acreate",
    "asave",
    "adelete",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
}
# Each with the reason why it is not an action.
MAY_WRITE = {
    "foundation/records.py": "insert, save_changes and remove themselves",
    "domain/economics/content/xlsx_files.py": "saves a workbook to memory, and no row",
    "foundation/pictures.py": "saves a picture to memory, and no row",
    "faces/operations/demo/hanging.py": "saves a drawing to memory, and no row",
    "foundation/accounts/sessions.py": "a session begins before anybody acts",
}
MAY_SPEAK_SQL = ("foundation/", "domain/audit/")


def reads_in_faces(package: Path) -> list[Finding]:
    """Managers used in a face: it would read past the room's queries."""
    return [
        Finding(path, node.lineno, f".{node.attr} in a face: ask a query of the room")
        for path, tree in modules(package)
        if path.startswith("faces/")
        for node in nodes(tree)
        if isinstance(node, ast.Attribute) and node.attr in READERS
    ]


def writes_outside_actions(package: Path) -> list[Finding]:
    """Rows saved, changed or deleted anywhere but in a room's actions and models."""
    return [
        Finding(path, node.lineno, f".{name}() outside an action")
        for path, tree in modules(package)
        if not _may_write(path)
        for node in nodes(tree)
        if isinstance(node, ast.Call) and (name := _writer(node))
    ]


def _may_write(path: str) -> bool:
    return path in MAY_WRITE or is_part_of_room(path, "actions", "models")


def _writer(call: ast.Call) -> str:
    """The write's name, or nothing. A queryset's `update` takes keywords, a dict's a mapping."""
    if not isinstance(call.func, ast.Attribute):
        return ""
    name = call.func.attr
    if name == "update" and call.keywords and not call.args:
        return name
    return name if name in WRITERS else ""


def sql_out_of_place(package: Path) -> list[Finding]:
    """SQL spoken outside foundation, audit and migrations: policies and names are decided there."""
    return [
        Finding(path, node.lineno, f".{node.func.attr}() speaks SQL outside foundation and audit")
        for path, tree in modules(package)
        if not path.startswith(MAY_SPEAK_SQL)
        for node in nodes(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"execute", "executemany", "raw", "extra"}
    ]


@pytest.mark.parametrize("gate", [reads_in_faces, writes_outside_actions, sql_out_of_place])
def test_house_keeps_reads_and_writes_in_their_places(gate):
    found = gate(PACKAGE)

    assert not found, listed(found)


@pytest.mark.parametrize(
    "line",
    ["Plan.objects.all()", "Plan._default_manager.first()", "type(plan)._base_manager.get(pk=1)"],
)
def test_unscoped_read_in_a_view_is_found(house, seed, line):
    path = seed("faces/staff/plans/seeded.py", f"def view(request):\n    return {line}\n")

    assert (path, 2) in {(f.path, f.line) for f in reads_in_faces(house)}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("faces/staff/plans/seeded.py", "plan.save()"),
        ("faces/staff/plans/seeded.py", "form.save(commit=False)"),
        ("faces/operations/seeded.py", "Plan.objects.filter(pk=1).update(status='CLOSED')"),
        ("domain/plans/seeded_queries.py", "Plan.objects.get_or_create(pk=1)"),
        ("domain/plans/rules/seeded.py", "plan.delete()"),
        ("foundation/seeded.py", "rows.bulk_create([])"),
        ("gateways/seeded.py", "goal.save_changes({}, version=1)"),
        ("faces/staff/actions.py", "plan.save()"),
    ],
)
def test_write_outside_an_action_is_found(house, seed, path, line):
    seed(path, f"def seeded(plan):\n    {line}\n")

    assert Finding(path, 2, f".{_name(line)}() outside an action") in writes_outside_actions(house)


def _name(line: str) -> str:
    call = ast.parse(line).body[0].value
    return call.func.attr


@pytest.mark.parametrize("path", ["domain/plans/actions/seeded.py", "domain/plans/migrations/9.py"])
def test_write_in_its_place_is_left_alone(house, seed, path):
    seed(path, "def seeded(plan):\n    plan.save()\n")

    assert path not in {f.path for f in writes_outside_actions(house)}


def test_dictionary_update_is_no_write(house, seed):
    path = seed("faces/staff/seeded.py", "def seeded(a, b):\n    a.update(b)\n")

    assert path not in {f.path for f in writes_outside_actions(house)}


def test_sql_in_a_room_is_found(house, seed):
    path = seed(
        "domain/plans/queries/seeded.py", "def rows(cursor):\n    cursor.execute('SELECT 1')\n"
    )

    assert path in {f.path for f in sql_out_of_place(house)}
